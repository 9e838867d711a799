"""What awaits somebody who works in a cooperation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from radslag.domain.findings import check
from radslag.domain.mandate import Act
from radslag.domain.reminders import Due, answerable
from radslag.domain.seats import FULL, within
from radslag.ground.post.queries import letters_in_trouble
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import unappointed_in
from radslag.people.members.models import Member
from radslag.press.editions.models import Draft
from radslag.press.editions.queries import drafts_of
from radslag.press.letters.queries.readers import open_dues, sittings
from radslag.windows.desk.queries.overview import Overview
from radslag.windows.desk.queries.working_plan import Tally, tally_of
from radslag.work.plans.models import Plan

AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Lack:
    """A member that has nobody in full in a body, and the last day that it had."""

    member: Member
    last_day: date | None


@dataclass(frozen=True)
class Vacancy:
    """A body, and the members that have nobody in it."""

    body: Body
    lacks: tuple[Lack, ...]

    @property
    def within(self) -> str:
        """The body's name inside a sentence."""
        return within(self.body.name)

    @property
    def members(self) -> list[str]:
        """The names of the members."""
        return [lack.member.name for lack in self.lacks]


def awaiting(seen: Overview) -> dict[str, Any]:
    """What is late, what is due, what is to be filled, reviewed, decided or sorted out by the worker."""
    worker = seen.worker
    takes_in, dues = worker.may(Act.TAKE_IN_PLAN), list(_dues(seen))
    sits = any(seat.body_id for seat in seen.own)
    keeps_letters = worker.may(Act.KEEP_LETTERS)
    return {
        "late": [due for due in dues if due.day < seen.day],
        "troubled": letters_in_trouble(worker.cooperation.slug) if keeps_letters else [],
        "dues": [due for due in dues if due.day >= seen.day],
        "vacancies": list(_vacancies(seen)),
        "unappointed": [
            body
            for body in unappointed_in(seen.bodies, seen.seats, seen.day)
            if any(worker.appoints(body, member) for member in seen.members)
        ],
        "waiting": _waiting_drafts(seen) if takes_in else [],
        "undecided": seen.undecided if takes_in or sits else [],
        "unsettled": _unsettled(seen) if takes_in else None,
    }


def _dues(seen: Overview) -> Iterator[Due]:
    """What is to be done within the nearest time or is late: the worker's own, to the secretariat all."""
    everybodys, sitting = seen.worker.may(Act.EDIT_PLAN), tuple(sittings(seen.held))
    for due in open_dues([plan for plan, _document in seen.current], seen.day):
        if due.day <= seen.day + AHEAD and (
            everybodys or seen.worker.user.pk in dict(answerable(due, sitting))
        ):
            yield due


def _vacancies(seen: Overview) -> Iterator[Vacancy]:
    """The bodies where members that the worker may appoint for have nobody."""
    for body in seen.bodies:
        lacks = tuple(
            Lack(member, _last_day(seen, body, member))
            for member in seen.members
            if member.name in seen.missing.get(body.pk, ()) and seen.worker.appoints(body, member)
        )
        if lacks:
            yield Vacancy(body, lacks)


def _last_day(seen: Overview, body: Body, member: Member) -> date | None:
    """The last day that the member had somebody in full in the body; None if it never had."""
    ended = [
        seat.to_day
        for seat in seen.seats
        if (seat.body_id, seat.member_id) == (body.pk, member.pk) and seat.role in FULL and seat.to_day
    ]
    return max((day for day in ended if day < seen.day), default=None)


def _waiting_drafts(seen: Overview) -> list[Draft]:
    return [draft for draft in drafts_of(seen.worker.cooperation) if draft.status == Draft.Status.WAITING]


def _unsettled(seen: Overview) -> tuple[Plan, Tally] | None:
    """The newest plan in force with what does not add up in it, unless a later one is worked on."""
    if seen.undecided or not seen.current:
        return None
    plan, document = seen.current[0]
    tally = tally_of(check(document))
    return (plan, tally) if tally else None
