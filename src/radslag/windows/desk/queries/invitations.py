"""Who has been given a seat but has not come in, and how their invitations stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone

from radslag.domain.seats import holds
from radslag.ground.accounts.models import User
from radslag.people.admission.queries import awaited, open_invitations
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import seats_in
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.access import Worker, plain_page


@dataclass(frozen=True)
class Awaited:
    """Somebody with a seat who has not come in; `until` is how long their invitation can be accepted.

    What they are called is what it says in the seat: the account may be that of another cooperation.
    """

    account: User
    seats: tuple[Seat, ...]
    until: datetime | None = None

    def __str__(self) -> str:
        return self.seats[0].person


def invitations_page(worker: Worker) -> dict[str, Any]:
    """Everybody who is awaited, those without an open invitation first."""
    until = {key.account_id: key.expires_at for key in open_invitations(worker.cooperation)}
    found = [replace(one, until=until.get(one.account.pk)) for one in _awaited(worker.cooperation)]
    return plain_page(worker.cooperation) | {
        "awaited": sorted(found, key=lambda one: (one.until is not None, str(one)))
    }


def awaited_or_404(worker: Worker, number: int) -> Awaited:
    """Whoever is awaited in the cooperation with that account."""
    for one in _awaited(worker.cooperation):
        if one.account.pk == number:
            return one
    raise Http404


def _awaited(cooperation: Cooperation) -> list[Awaited]:
    today = timezone.localdate()
    held: dict[User, list[Seat]] = {}
    for seat in seats_in(cooperation):
        if seat.account and holds(seat, today):
            held.setdefault(seat.account, []).append(seat)
    still = awaited(cooperation, held)
    return [Awaited(account, tuple(seats)) for account, seats in held.items() if account.pk in still]
