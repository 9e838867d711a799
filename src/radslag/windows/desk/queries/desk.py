"""The desk: what awaits those who work in a cooperation, where they sit, what is decided, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from radslag.decisions.meetings.models import Decision
from radslag.decisions.meetings.queries import decisions_of
from radslag.domain.mandate import Act
from radslag.domain.plan_document import Meeting
from radslag.domain.seats import FULL, within
from radslag.ground.register.queries import entries_of
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation, Member
from radslag.windows.desk.queries.access import Worker
from radslag.windows.desk.queries.awaiting import awaiting
from radslag.windows.desk.queries.history import told
from radslag.windows.desk.queries.overview import Overview, overview_of
from radslag.work.plans.queries import decisions_only_in_drafts, plans_of

MOST_MEETINGS = 5
MOST_DECISIONS = 3
MOST_NEWS = 30
OF_ALL = ("plan.frozen", "seat.given", "seat.ended", "look.changed")
"""The verbs that anybody who works in the cooperation is told of; drafts are for those who may see them."""
OF_DRAFTS = (*OF_ALL, "plan.stored", "added", "changed", "moved", "transferred", "removed", "undone")


@dataclass(frozen=True)
class OwnBody:
    """A body that the worker sits in, as what, and when it meets next."""

    body: Body
    seats: tuple[Seat, ...]
    meets: Meeting | None


@dataclass(frozen=True)
class OwnMember:
    """A member that the worker sits for: by which offices, who speaks for it, and where it has nobody."""

    member: Member
    offices: tuple[Seat, ...]
    speakers: tuple[tuple[Seat, str], ...]
    lacks: tuple[str, ...]


def desk_page(worker: Worker) -> dict[str, Any]:
    """What awaits the worker; their bodies and municipalities; what is decided, and what is next."""
    seen, keeps = overview_of(worker), worker.may(Act.TAKE_IN_PLAN)
    awaits, bodies = awaiting(seen), _own_bodies(seen)
    return awaits | {
        "cooperation": worker.cooperation,
        "plan": next(iter(seen.decided), None),
        "plans": seen.plans,
        "keeps": keeps,
        "reads_register": worker.may(Act.SEE_REGISTER),
        "invites": worker.may(Act.INVITE),
        "sets_up": worker.may(Act.SET_UP),
        "awaits": any(awaits.values()),
        "bodies": bodies,
        "members": _own_members(seen),
        "offices": [seat for seat in seen.own if not seat.body_id and not seat.member_id],
        "meetings": seen.coming[:MOST_MEETINGS] if keeps else _committees_next(seen, bodies),
        "decisions": [] if keeps else _decided(worker.cooperation),
    }


def _decided(cooperation: Cooperation) -> list[Decision]:
    return decisions_of(cooperation, but=decisions_only_in_drafts(cooperation))[:MOST_DECISIONS]


def _own_bodies(seen: Overview) -> list[OwnBody]:
    coming, own = seen.coming, seen.own
    return [
        OwnBody(
            body,
            tuple(seat for seat in own if seat.body_id == body.pk),
            next((meeting for meeting in coming if meeting.body == body.name), None),
        )
        for body in seen.bodies
        if any(seat.body_id == body.pk for seat in own)
    ]


def _own_members(seen: Overview) -> list[OwnMember]:
    return [
        OwnMember(
            member,
            tuple(seat for seat in seen.own if seat.member_id == member.pk and not seat.body_id),
            tuple(_speakers(seen.held, member)),
            tuple(_lacks(seen, member)),
        )
        for member in seen.members
        if any(seat.member_id == member.pk for seat in seen.own)
    ]


def _lacks(seen: Overview, member: Member) -> Iterator[str]:
    """The bodies where the member has nobody, and somebody else than the worker is to appoint."""
    for body in seen.bodies:
        if member.name in seen.missing.get(body.pk, ()) and not seen.worker.appoints(body, member):
            yield within(body.name)


def _speakers(held: Iterable[Seat], member: Member) -> Iterator[tuple[Seat, str]]:
    """Those who sit in full for the member in the committee or the management group, and in which."""
    for seat in held:
        kind = seat.body.kind if seat.body and seat.role in FULL else ""
        if seat.body and seat.member_id == member.pk and kind in ("committee", "management_group"):
            yield seat, within(seat.body.name)


def _committees_next(seen: Overview, own: Sequence[OwnBody]) -> list[Meeting]:
    """When the committee meets next, or whoever does where there is none; nothing that own bodies say."""
    told_already = {one.body.name for one in own}
    committees = {body.name for body in seen.bodies if body.kind == "committee"}
    coming = [meeting for meeting in seen.coming if not committees or meeting.body in committees]
    return [meeting for meeting in coming[:1] if meeting.body not in told_already]


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
