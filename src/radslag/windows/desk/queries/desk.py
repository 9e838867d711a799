"""What awaits those who work in a cooperation, and what is new to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from radslag.decisions.meetings.models import Meeting
from radslag.decisions.meetings.queries import next_meetings
from radslag.domain.mandate import Act
from radslag.domain.reminders import Due, answerable
from radslag.domain.seats import holds, within
from radslag.ground.post.queries import letters_in_trouble
from radslag.ground.register.queries import entries_of
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import seats_in, unappointed_in, vacancies_in
from radslag.people.members.models import Member
from radslag.press.editions.models import Draft
from radslag.press.editions.queries import drafts_of
from radslag.press.letters.queries.readers import open_dues, sittings
from radslag.windows.desk.queries.access import Worker
from radslag.windows.desk.queries.history import told
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plans_of

AHEAD = timedelta(days=60)
MOST_MEETINGS = 40
MOST_NEWS = 30
OF_ALL = ("plan.frozen", "seat.given", "seat.ended", "look.changed")
"""The verbs that anybody who works in the cooperation is told of; drafts are for those who may see them."""
OF_DRAFTS = (*OF_ALL, "plan.stored", "added", "changed", "moved", "transferred", "removed", "undone")


@dataclass(frozen=True)
class Vacancy:
    """A member without anybody in full in a body, and whether the worker may appoint somebody."""

    body: Body
    member: Member
    may_appoint: bool

    @property
    def within(self) -> str:
        """The body's name inside a sentence."""
        return within(self.body.name)


@dataclass(frozen=True)
class OwnBody:
    """A body that the worker sits in, as what, and when it meets next."""

    body: Body
    seats: tuple[Seat, ...]
    meets: Meeting | None


def desk_page(worker: Worker) -> dict[str, Any]:
    """What awaits the worker, soonest first; their bodies and municipalities; the plans they may see."""
    cooperation, day = worker.cooperation, timezone.localdate()
    plans = plans_of(cooperation, with_drafts=worker.may(Act.SEE_DRAFTS))
    decided = [plan for plan in plans if plan.decided_by_id]
    seats, members = seats_in(cooperation), list(cooperation.members.all())
    held = [seat for seat in seats if holds(seat, day)]
    own = [seat for seat in held if seat.account_id == worker.user.pk]
    meetings = next_meetings(cooperation, day, MOST_MEETINGS, years=[plan.year for plan in decided])
    takes_in = worker.may(Act.TAKE_IN_PLAN)
    return {
        "cooperation": cooperation,
        "plan": next(iter(decided), None),
        "today": day,
        "keeps": takes_in,
        "reads_register": worker.may(Act.SEE_REGISTER),
        "invites": worker.may(Act.INVITE),
        "sets_up": worker.may(Act.SET_UP),
        "waiting": _waiting_drafts(worker) if takes_in else [],
        "undecided": [plan for plan in plans if plan.decided_by_id is None],
        "dues": _dues(worker, decided, held, day),
        "vacancies": _vacancies(worker, seats, members, day),
        "unappointed": [
            body
            for body in unappointed_in(cooperation.bodies.all(), seats, day)
            if any(worker.appoints(body, member) for member in members)
        ],
        "troubled": letters_in_trouble(cooperation.slug) if worker.may(Act.KEEP_LETTERS) else [],
        "bodies": _own_bodies(own, meetings),
        "members": list({seat.member_id: seat.member for seat in own if seat.member}.values()),
        "plans": plans,
    }


def _waiting_drafts(worker: Worker) -> list[Draft]:
    return [draft for draft in drafts_of(worker.cooperation) if draft.status == Draft.Status.WAITING]


def _dues(worker: Worker, plans: Sequence[Plan], held: Sequence[Seat], day: date) -> list[Due]:
    """What is to be done within the nearest time or is late: the worker's own, to the secretariat all."""
    everybodys, sitting = worker.may(Act.EDIT_PLAN), tuple(sittings(held))
    return [
        due
        for due in open_dues(plans, day)
        if due.day <= day + AHEAD and (everybodys or worker.user.pk in dict(answerable(due, sitting)))
    ]


def _vacancies(worker: Worker, seats: Sequence[Seat], members: Sequence[Member], day: date) -> list[Vacancy]:
    """Those that the worker may fill."""
    bodies = {seat.body.pk: seat.body for seat in seats if seat.body}
    missing = vacancies_in(bodies.values(), members, seats, day)
    found = [
        Vacancy(body, member, may_appoint=True)
        for key, body in bodies.items()
        for member in members
        if member.name in missing.get(key, ()) and worker.appoints(body, member)
    ]
    return sorted(found, key=lambda vacancy: (vacancy.body.pk, vacancy.member.position))


def _own_bodies(own: Sequence[Seat], meetings: Sequence[Meeting]) -> list[OwnBody]:
    bodies = {seat.body.pk: seat.body for seat in own if seat.body}
    return [
        OwnBody(
            body,
            tuple(seat for seat in own if seat.body_id == key),
            next((meeting for meeting in meetings if meeting.body_id == body.pk), None),
        )
        for key, body in bodies.items()
    ]


def news_page(worker: Worker, seen: int) -> dict[str, Any]:
    """What others have done after the entry that was `seen`, the newest first, and a little of before."""
    verbs = OF_DRAFTS if worker.may(Act.SEE_DRAFTS) else OF_ALL
    entries = entries_of(worker.cooperation.slug).exclude(acting_user=worker.user)
    shown = (entries if worker.may(Act.SEE_REGISTER) else entries.filter(verb__in=verbs))[:MOST_NEWS]
    plans = plans_of(worker.cooperation)
    return {
        "cooperation": worker.cooperation,
        "plan": next(iter(plans), None),
        "reads_register": worker.may(Act.SEE_REGISTER),
        "news": [told(entry) for entry in shown if entry.number > seen],
        "earlier": [told(entry) for entry in shown if entry.number <= seen][:10],
    }
