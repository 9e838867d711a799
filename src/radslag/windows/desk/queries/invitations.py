"""Who has been given a seat but has not come in, and how their invitations stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone

from radslag.domain.seats import holds
from radslag.ground.accounts.models import User
from radslag.people.admission.queries import open_invitations
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import seats_in
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.access import Worker, plain_page


@dataclass(frozen=True)
class Awaited:
    """Somebody with a seat who has never signed in; `until` is how long their invitation can be accepted."""

    account: User
    seats: tuple[Seat, ...]
    until: datetime | None


def invitations_page(worker: Worker) -> dict[str, Any]:
    """Everybody who is awaited, those without an open invitation first."""
    until = {key.account_id: key.expires_at for key in open_invitations(worker.cooperation)}
    seats = _seats_of_awaited(worker.cooperation)
    found = [
        Awaited(held[0].account, tuple(held), until.get(key))
        for key, held in seats.items()
        if held[0].account
    ]
    return plain_page(worker.cooperation) | {
        "awaited": sorted(found, key=lambda one: (one.until is not None, str(one.account)))
    }


def awaited_or_404(worker: Worker, number: int) -> User:
    """The account with that number, if its holder is awaited in the cooperation."""
    for seat in _seats_of_awaited(worker.cooperation).get(number, ()):
        if seat.account:
            return seat.account
    raise Http404


def _seats_of_awaited(cooperation: Cooperation) -> dict[int, list[Seat]]:
    today = timezone.localdate()
    found: dict[int, list[Seat]] = {}
    for seat in seats_in(cooperation):
        if seat.account and seat.account.last_login is None and holds(seat, today):
            found.setdefault(seat.account.pk, []).append(seat)
    return found
