"""The document's words with their places: what the rules about wording read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from radslag.domain.plan_document import Activity, PlanDocument, Programme, Section
from radslag.domain.prose import plain_text

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÉ])")


@dataclass(frozen=True)
class Passage:
    """One line of text and the pointer to where it stands; `section` is its place in the prose, if there."""

    pointer: str
    text: str
    section: int | None = None


def passages(document: PlanDocument) -> tuple[Passage, ...]:
    """Everything the document says in words, names and headings included, in its own order."""
    texts = (*_named(document), *_prose(document.prose), *_rows(document.activities), *_told(document))
    return tuple(passage for passage in texts if passage.text)


def sentences(passage: Passage) -> list[str]:
    """The sentences of the passage; an abbreviation's full stop before a capital letter also ends one."""
    return _SENTENCE_END.split(passage.text)


def quoted(text: str) -> str:
    """The text in Swedish quotation marks, on one line, without its closing full stop."""
    return f"”{' '.join(text.split()).rstrip('.')}”"


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _named(document: PlanDocument) -> Iterator[Passage]:
    yield Passage("/title", document.title)
    for number, member in enumerate(document.cooperation.members):
        yield Passage(f"/cooperation/members/{number}/name", member.name)
    for number, body in enumerate(document.bodies):
        yield Passage(f"/bodies/{number}/name", body.name)
        yield Passage(f"/bodies/{number}/description", body.description or "")
    if document.programme:
        yield from _goals(document.programme)


def _goals(programme: Programme) -> Iterator[Passage]:
    yield Passage("/programme/title", programme.title)
    yield Passage("/programme/vision", programme.vision or "")
    yield Passage("/programme/overall_goal", programme.overall_goal or "")
    yield from _variants("/programme/overall_goal_variants", programme.overall_goal_variants)
    for number, area in enumerate(programme.focus_areas):
        pointer = f"/programme/focus_areas/{number}"
        yield Passage(f"{pointer}/name", area.name)
        yield Passage(f"{pointer}/goal", area.goal or "")
        yield from _variants(f"{pointer}/goal_variants", area.goal_variants)
        for place, subgoal in enumerate(area.subgoals):
            yield Passage(f"{pointer}/subgoals/{place}/title", subgoal.title)
            yield from _variants(f"{pointer}/subgoals/{place}/variants", subgoal.variants)


def _variants(pointer: str, variants: tuple[str, ...]) -> Iterator[Passage]:
    for number, variant in enumerate(variants):
        yield Passage(f"{pointer}/{number}", variant)


def _prose(sections: tuple[Section, ...]) -> Iterator[Passage]:
    for number, section in enumerate(sections):
        yield Passage(f"/prose/{number}/heading", section.heading, number)
        for place, block in enumerate(section.blocks):
            for line in plain_text([block]).splitlines():
                yield Passage(f"/prose/{number}/blocks/{place}", line, number)


def _rows(activities: tuple[Activity, ...]) -> Iterator[Passage]:
    for number, activity in enumerate(activities):
        pointer = f"/activities/{number}"
        yield Passage(f"{pointer}/title", activity.title or "")
        for place, party in enumerate(activity.responsible):
            yield Passage(f"{pointer}/responsible/{place}/text", party.text or "")
            yield Passage(f"{pointer}/responsible/{place}/part", party.part or "")
        yield Passage(f"{pointer}/cost/text", activity.cost.text if activity.cost else "")
        yield Passage(f"{pointer}/time/text", activity.time.text if activity.time else "")
        yield Passage(f"{pointer}/comment", activity.comment or "")


def _told(document: PlanDocument) -> Iterator[Passage]:
    for number, meeting in enumerate(document.meetings):
        yield Passage(f"/meetings/{number}/note", meeting.note or "")
    for number, conference in enumerate(document.conferences):
        yield Passage(f"/conferences/{number}/name", conference.name)
        yield Passage(f"/conferences/{number}/text", conference.text or "")
    if document.budget:
        for number, line in enumerate(document.budget.income):
            yield Passage(f"/budget/income/{number}/title", line.title)
        for number, line in enumerate(document.budget.costs):
            yield Passage(f"/budget/costs/{number}/title", line.title)
    for number, decision in enumerate(document.decisions):
        yield Passage(f"/decisions/{number}/text", decision.text)
    for number, paper in enumerate(document.documents):
        yield Passage(f"/documents/{number}/title", paper.title)
