"""Removes what is no longer needed of people, and says so in the registers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from radslag.domain import mandate
from radslag.domain.retention import Kind, rule_for
from radslag.ground.accounts.models import Key, User
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import WORDLESS
from radslag.ground.register.actions import enter
from radslag.ground.register.models import Visit
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperations
from radslag.people.privacy.queries import ended_before, seatless_since


def remove_old(today: date, *, acting_user: User | None) -> int:
    """Remove what the rules of retention say, in every cooperation; answers with how much."""
    removed = sum(_remove_in(cooperation, today, acting_user=acting_user) for cooperation in cooperations())
    return removed + _remove_of_the_installation(today)


@transaction.atomic
def _remove_in(cooperation: Cooperation, today: date, *, acting_user: User | None) -> int:
    mandate.require(mandate.Act.CARE_FOR_PERSONAL_DATA, held_seats(acting_user, cooperation))
    letters = Letter.objects.filter(cooperation_slug=cooperation.slug)
    seats = Seat.objects.filter(cooperation=cooperation)
    counts: dict[Kind, int] = {
        "secret_letters": _empty(letters.filter(lets_in=True)),
        "letters": _empty(letters.filter(made_at__date__lt=rule_for("letters").before(today))),
        "seat_phones": ended_before(seats, rule_for("seat_phones").before(today)).update(phone=""),
    }
    removed = {kind: count for kind, count in counts.items() if count}
    if removed:
        enter(
            "personal.removed",
            cooperation.name,
            acting_user=acting_user,
            cooperation_slug=cooperation.slug,
            new=removed,
        )
    return sum(removed.values())


@transaction.atomic
def _remove_of_the_installation(today: date) -> int:
    counts: list[Callable[[], int]] = [
        lambda: _empty(Letter.objects.filter(cooperation_slug="", lets_in=True)),
        lambda: Key.objects.filter(expires_at__date__lt=rule_for("keys").before(today)).delete()[0],
        lambda: Visit.objects.filter(at__date__lt=rule_for("visits").before(today)).delete()[0],
        lambda: seatless_since(rule_for("account_phones").before(today)).exclude(phone="").update(phone=""),
    ]
    return sum(count() for count in counts)


def _empty(letters: QuerySet[Letter]) -> int:
    """Let letters that will not be sent any more keep only that they were sent."""
    done = letters.filter(state__in=(Letter.State.SENT, Letter.State.GIVEN_UP, Letter.State.WITHDRAWN))
    return done.exclude(text="").update(**WORDLESS)
