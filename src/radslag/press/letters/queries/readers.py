"""Who can be written to in a cooperation, and what they answer for."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.domain.action_plan import number_rows
from radslag.domain.reminders import Due, Sitting
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Wish
from radslag.ground.post.queries import wishes_of
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import seats_to_write_to
from radslag.people.members.models import Cooperation
from radslag.press.editions.queries import in_force
from radslag.work.plans.models import Plan

OPEN_AFTER = timedelta(days=60)


@dataclass(frozen=True)
class Readers:
    """Those who can be written to: their seats, their accounts, what they wish."""

    seats: tuple[Sitting, ...]
    accounts: Mapping[int, User]
    wishes: Mapping[int, Wish]

    def bodies_of(self, account: int) -> set[str]:
        """The bodies that the person sits in."""
        return {seat.body for seat in self.seats if seat.account == account}

    def in_secretariat(self, account: int) -> bool:
        """Whether the person works in the secretariat."""
        return any(seat.kind == "secretariat" for seat in self.seats if seat.account == account)


def readers_in(cooperation: Cooperation, today: date) -> Readers:
    """Everyone with a seat and an account in the cooperation that day."""
    seats = seats_to_write_to(cooperation, today)
    accounts = {seat.account.pk: seat.account for seat in seats if seat.account}
    return Readers(seats=tuple(sittings(seats)), accounts=accounts, wishes=wishes_of(list(accounts.values())))


def sittings(seats: Iterable[Seat]) -> Iterator[Sitting]:
    """The seats in bodies whose holders can be written to; body and member must be at hand."""
    for seat in seats:
        if seat.account_id and seat.body:
            member = seat.member.name if seat.member else None
            yield Sitting(seat.account_id, seat.body.name, seat.body.kind, member, seat.role)  # type: ignore[arg-type]


def open_dues(plans: Iterable[Plan], today: date) -> list[Due]:
    """What those of the plans that are decided say is to be done by a day, and is not known to be done.

    Until an activity can be called done, all are taken to be open until some time after their day.
    """
    years = (today.year + 1, today.year, today.year - 1)
    current = [plan for plan in plans if plan.decided_by_id and plan.year in years]
    dues = [due for plan in current for due in _dues(plan) if due.day + OPEN_AFTER >= today]
    return sorted(dues, key=lambda due: (due.day, due.place))


def _dues(plan: Plan) -> Iterator[Due]:
    for row in number_rows(in_force(plan).activities):
        activity = row.activity
        if activity.title and activity.time and activity.time.to:
            yield Due(
                key=_key(plan.year, activity.title, activity.time.to),
                title=activity.title,
                day=activity.time.to,
                responsible=activity.responsible,
                place=(plan.year, row.number),
                language=plan.language,
            )


def _key(year: int, title: str, day: date) -> str:
    """Tells an activity from all others also when its plan is stored anew; another day makes it another."""
    told = hashlib.sha256(title.encode()).hexdigest()[:12]
    return f"{year}-{told}-{day.isoformat()}"
