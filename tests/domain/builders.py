"""A small plan in which everything adds up, and short ways to put one thing wrong in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from radslag.domain.findings import check
from radslag.domain.money import Money
from radslag.domain.plan_document import (
    Activity,
    Body,
    Budget,
    BudgetLine,
    Chair,
    Cooperation,
    Fee,
    Finding,
    FocusArea,
    Meeting,
    Meets,
    Member,
    Part,
    PlanDocument,
    Population,
    Programme,
    Responsible,
    Section,
    Subgoal,
)
from radslag.domain.prose import paragraph

COUNTED = date(2022, 12, 31)
COMMITTEE = Body(
    name="samarbetskommittén",
    kind="committee",
    chairs=(Chair(person="Åsa Lindh", member="Björkby", role="chair", year=2023),),
    meets=Meets(text="fyra gånger per år", times_per_year=4, weekday=3, start=time(13), end=time(15)),
)
DIRECTORS = Body(
    name="ledningsgruppen",
    kind="management_group",
    meets=Meets(text="två gånger per år", times_per_year=2, weekday=4, start=time(8, 30), end=time(11)),
)
NETWORK = Body(name="nätverket för skolchefer", kind="network", abbreviations=("SKN",))
ROADS = Activity(
    title="Gemensam vägplan",
    focus_area="Vägar",
    subgoals=("Säkrare skolvägar",),
    responsible=(Responsible(body="nätverket för skolchefer", leads=("Björkby",)),),
)
BUSES = replace(ROADS, title="Fler bussturer", subgoals=("Tätare busstrafik",))


def plan(**changes: Any) -> PlanDocument:
    """The plan of three made-up members for 2023, with the fields changed."""
    return replace(_PLAN, **changes)


def sections(*texts: str, part: Part = "plan", heading: str = "Arbetsformer") -> tuple[Section, ...]:
    """A section of prose with one paragraph a text."""
    return (Section(heading=heading, part=part, blocks=tuple(paragraph(text) for text in texts)),)


def budget(**changes: Any) -> Budget:
    """The plan's budget, with the fields changed."""
    return replace(_BUDGET, **changes)


def line(title: str, kronor: int, *, approximate: bool = False) -> BudgetLine:
    """One line of a budget."""
    return BudgetLine(title=title, amount=Money.from_kronor(kronor), approximate=approximate)


def programme(*subgoals: Subgoal, **changes: Any) -> Programme:
    """The programme with one focus area, with other sub-goals in it or other fields."""
    area = replace(_PROGRAMME.focus_areas[0], subgoals=subgoals or _PROGRAMME.focus_areas[0].subgoals)
    return replace(_PROGRAMME, focus_areas=(area,), **changes)


def committee_meeting(day: date, **changes: Any) -> Meeting:
    """A meeting of the committee."""
    return replace(Meeting(body="samarbetskommittén", date=day), **changes)


def found(document: PlanDocument, rule: str) -> list[Finding]:
    """What that rule, told by the id of its findings, says of the document."""
    return [finding for finding in check(document) if finding.rule == rule]


def told(document: PlanDocument, rule: str) -> list[str]:
    """The sentences only, with ordinary spaces."""
    return [finding.message.replace("\u00a0", " ") for finding in found(document, rule)]


_BUDGET = Budget(
    fee=Fee(per_inhabitant=Money.from_kronor(4), population=60_000, population_date=COUNTED),
    income=(line("Medlemsavgifter", 240_000),),
    income_total=Money.from_kronor(240_000),
    costs=(line("Personal", 200_000, approximate=True), line("Möten", 40_000, approximate=True)),
    costs_total=Money.from_kronor(240_000),
)
_PROGRAMME = Programme(
    title="Utvecklingsprogram för trakten",
    overall_goal="En trakt där alla kommer fram",
    focus_areas=(
        FocusArea(
            name="Vägar",
            goal="Trygga vägar för alla.",
            subgoals=(Subgoal(title="Säkrare skolvägar"), Subgoal(title="Tätare busstrafik")),
        ),
    ),
)
_PLAN = PlanDocument(
    year=2023,
    title="Verksamhetsplan 2023",
    cooperation=Cooperation(
        name="Traktens samverkan",
        members=tuple(
            Member(name=name, populations=(Population(date=COUNTED, count=count),))
            for name, count in (("Björkby", 30_000), ("Granfors", 20_000), ("Tallköping", 10_000))
        ),
    ),
    bodies=(COMMITTEE, DIRECTORS, NETWORK),
    programme=_PROGRAMME,
    activities=(ROADS, BUSES),
    meetings=(
        *(committee_meeting(date(2023, month, day)) for month, day in ((2, 9), (4, 20), (9, 7), (12, 7))),
        Meeting(body="ledningsgruppen", date=date(2023, 3, 10)),
        Meeting(body="ledningsgruppen", date=date(2023, 10, 13)),
    ),
    budget=_BUDGET,
    prose=sections("Kommittén träffas på torsdagar och samråder med trakten.", "Skolcheferna hjälper till."),
)
