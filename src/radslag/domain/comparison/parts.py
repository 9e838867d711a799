"""What is said of each thing in a plan, so that two years can be laid side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from radslag.domain.action_plan import party_name
from radslag.domain.comparison.pairing import Named
from radslag.domain.money import Money
from radslag.domain.plan_document import (
    Activity,
    Body,
    BudgetLine,
    Chair,
    Meeting,
    Member,
    PlanDocument,
    Programme,
    Responsible,
)
from radslag.domain.population import latest_population, population_on
from radslag.domain.swedish import Sum

Value = str | int | Money | Sum | date | tuple[time, time | None] | None


@dataclass(frozen=True)
class Entry:
    """A thing in a plan: what it is called, and everything that is said of it by keys of the plan form."""

    named: Named
    said: tuple[tuple[str, Value], ...]


def activities(document: PlanDocument) -> list[Entry]:
    """The rows of the action plan."""
    return [_activity(each) for each in document.activities]


def _activity(activity: Activity) -> Entry:
    return Entry(
        Named(activity.title or activity.comment or "", activity.focus_area or ""),
        (
            ("title", activity.title),
            ("focus_area", activity.focus_area),
            ("subgoals", "\n".join(activity.subgoals) or None),
            ("responsible", ", ".join(_party(each) for each in activity.responsible) or None),
            ("cost", activity.cost.text if activity.cost else None),
            ("time", activity.time.text if activity.time else None),
            ("comment", activity.comment),
        ),
    )


def _party(party: Responsible) -> str:
    inside = ", ".join(filter(None, (*party.leads, party.part)))
    return f"{party_name(party)} ({inside})" if inside else party_name(party)


def goals(document: PlanDocument) -> list[Entry]:
    """The programme itself, its focus areas, and their sub-goals."""
    programme = document.programme
    if programme is None:
        return []
    areas = [
        Entry(Named(area.name), (("name", area.name), ("goal", area.goal))) for area in programme.focus_areas
    ]
    subgoals = [
        Entry(Named(each.title, area.name), (("title", each.title), ("focus_area", area.name)))
        for area in programme.focus_areas
        for each in area.subgoals
    ]
    return [_programme(programme), *areas, *subgoals]


def _programme(programme: Programme) -> Entry:
    return Entry(
        Named(programme.title, "programme"),
        (
            ("title", programme.title),
            ("vision", programme.vision),
            ("overall_goal", programme.overall_goal),
            ("from", programme.in_force.from_),
            ("to", programme.in_force.to),
        ),
    )


def meetings(document: PlanDocument) -> list[Entry]:
    """The bodies' meetings: how many, on which weekday, at which hours as a rule."""
    bodies = dict.fromkeys(meeting.body for meeting in document.meetings)
    return [_series(body, [each for each in document.meetings if each.body == body]) for body in bodies]


def _series(body: str, held: Sequence[Meeting]) -> Entry:
    conferences = [each.date for each in held if each.kind == "planning_conference"]
    return Entry(
        Named(body),
        (
            ("meetings", len(held)),
            ("weekday", _usual(each.date.weekday() for each in held)),
            ("hours", _usual((each.start, each.end) for each in held if each.start)),
            ("planning_conference", min(conferences, default=None)),
        ),
    )


def _usual(values: Iterable[Value]) -> Value:
    """The most common of the values."""
    common = Counter(values).most_common(1)
    return common[0][0] if common else None


def budget(document: PlanDocument) -> list[Entry]:
    """The fee, every line of income and costs, and the totals as they are stated."""
    held = document.budget
    if held is None:
        return []
    fee = held.fee
    entries = [
        Entry(
            Named("fee", "fee"),
            (
                ("per_inhabitant", fee.per_inhabitant if fee else None),
                ("population", fee.population if fee else None),
                ("population_date", fee.population_date if fee else None),
                ("decided", fee.decided if fee else None),
            ),
        )
    ]
    for side, lines, total in (
        ("income", held.income, held.income_total),
        ("costs", held.costs, held.costs_total),
    ):
        entries += [
            Entry(Named(line.title, side), (("title", line.title), ("amount", _sum(line)))) for line in lines
        ]
        entries.append(Entry(Named("total", f"{side}_total"), (("amount", total and Sum(total)),)))
    return entries


def _sum(line: BudgetLine) -> Sum | None:
    return None if line.amount is None else Sum(line.amount, line.approximate)


def members(document: PlanDocument) -> list[Entry]:
    """The members with their inhabitants on the day that the fee is counted on."""
    told = document.cooperation.members
    counted_on = document.budget.fee.population_date if document.budget and document.budget.fee else None
    table = population_on(told, counted_on) if counted_on else latest_population(told)
    counts = dict(table.counts) if table else {}
    return [_member(each, counts.get(each.name)) for each in told]


def _member(member: Member, count: int | None) -> Entry:
    return Entry(Named(member.name), (("name", member.name), ("population", count)))


def bodies(document: PlanDocument) -> list[Entry]:
    """The bodies, with those who chair them that year and how often they meet."""
    return [_body(each, document.year) for each in document.bodies]


def _body(body: Body, year: int | None) -> Entry:
    chairs = [each for each in body.chairs if each.year in {year, None}]
    return Entry(
        Named(body.name),
        (
            ("name", body.name),
            ("chair", _people(each for each in chairs if each.role == "chair")),
            ("vice_chair", _people(each for each in chairs if each.role == "vice_chair")),
            ("meets", body.meets.text if body.meets else None),
        ),
    )


def _people(chairs: Iterable[Chair]) -> str | None:
    return "\n".join(", ".join(filter(None, (each.person, each.member))) for each in chairs) or None
