"""Next year's plan from this year's: what goes on, what is moved, and what somebody must settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from radslag.domain.next_year.activities import Proposal, carried, proposals
from radslag.domain.next_year.budget import carry_budget, counted_on
from radslag.domain.next_year.meetings import CarriedMeeting, carry_meetings
from radslag.domain.next_year.questions import Election, Question, Topic, elections, to_settle
from radslag.domain.next_year.years import with_year
from radslag.domain.plan_document import (
    Body,
    Chair,
    Conference,
    Document,
    Member,
    PlanDocument,
    Population,
)

__all__ = [
    "CarriedMeeting",
    "Choices",
    "Election",
    "NextYear",
    "Proposal",
    "Question",
    "Topic",
    "counted_on",
    "elections",
    "next_year",
    "proposals",
    "proposed",
    "to_settle",
]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What somebody has chosen for the new year: the numbers of the rows that go on, who was elected in which
    body, and the members' inhabitants on the day that the fee is counted on.
    """

    rows: frozenset[int] = frozenset()
    chairs: tuple[tuple[str, Chair], ...] = ()
    populations: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NextYear:
    """The new plan, not decided; its meetings beside those they come from; what remains to be settled."""

    document: PlanDocument
    meetings: tuple[CarriedMeeting, ...]
    questions: tuple[Question, ...]


def proposed(document: PlanDocument) -> Choices:
    """The choices to begin with: the rows that are proposed to go on."""
    rows = proposals(document, _year_after(document))
    return Choices(rows=frozenset(each.row.number for each in rows if each.goes_on))


def next_year(document: PlanDocument, choices: Choices) -> NextYear:
    """The plan of the year after the document's; `ValueError` when the document has no year.

    Decisions are not carried: nothing of the new plan is decided. Running text is carried as it stands.
    """
    year = _year_after(document)
    fee = document.budget.fee if document.budget else None
    members = _members(document.cooperation.members, choices.populations, counted_on(fee, year))
    meetings = carry_meetings(document.meetings, document.bodies)
    new = PlanDocument(
        year=year,
        title=with_year(document.title, year - 1, year),
        cooperation=replace(document.cooperation, members=members),
        language=document.language,
        bodies=tuple(_body(body, choices, year) for body in document.bodies),
        programme=document.programme,
        activities=tuple(
            carried(activity, year)
            for number, activity in enumerate(document.activities, 1)
            if number in choices.rows
        ),
        meetings=tuple(each.after for each in meetings),
        conferences=tuple(_conference(each) for each in document.conferences if each.status != "cancelled"),
        budget=carry_budget(document.budget, members, year),
        documents=tuple(_document(each, year) for each in document.documents),
        prose=document.prose,
    )
    return NextYear(new, meetings, to_settle(new, document))


def _year_after(document: PlanDocument) -> int:
    if document.year is None:
        raise ValueError("the plan has no year")
    return document.year + 1


def _members(members: tuple[Member, ...], counts: Mapping[str, int], day: date) -> tuple[Member, ...]:
    return tuple(
        replace(member, populations=_with_count(member.populations, day, counts[member.name]))
        if member.name in counts
        else member
        for member in members
    )


def _with_count(known: tuple[Population, ...], day: date, count: int) -> tuple[Population, ...]:
    others = [each for each in known if each.date != day]
    return tuple(sorted([*others, Population(date=day, count=count)], key=lambda each: each.date))


def _body(body: Body, choices: Choices, year: int) -> Body:
    """The body with those elected for the year, and those chairing it for no given year unless replaced."""
    elected = [replace(chair, year=year) for name, chair in choices.chairs if name == body.name]
    roles = {chair.role for chair in elected}
    lasting = [chair for chair in body.chairs if chair.year is None and chair.role not in roles]
    return replace(body, chairs=(*elected, *lasting))


def _conference(conference: Conference) -> Conference:
    if conference.status != "planned":
        return conference
    return replace(conference, date=None, time=None)


def _document(document: Document, year: int) -> Document:
    """An annex of the year's own, as its action plan, bears the new year."""
    if document.kind != "action_plan":
        return document
    return replace(document, title=with_year(document.title, year - 1, year), date=None)
