"""The cast of the tests, by role; nobody is anybody outside their cooperation."""

from __future__ import annotations

from radslag.ground.accounts.models import User
from radslag.people.bodies.actions import seat_in_secretariat
from radslag.people.members.models import Cooperation

PASSWORD = "a long word for the tests"


def secretary(cooperation: Cooperation) -> User:
    """Works in the cooperation's secretariat (kansli): takes plans in, sees drafts."""
    seat = seat_in_secretariat(
        cooperation, f"kansli@{cooperation.slug}.example", "Kim", PASSWORD, acting_user=None
    )
    assert seat.account is not None
    return seat.account


def operator() -> User:
    """Runs the installation (driftansvarig): begins cooperations, holds no seat by it."""
    return User.objects.create_user("drift@radslag.example", PASSWORD, first_name="Dana", is_superuser=True)
