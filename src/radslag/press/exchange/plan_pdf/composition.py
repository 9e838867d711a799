"""The order of the plan as a document: the cover, its chapters, the action plan and the programme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from radslag.domain.action_plan import Group, group, number_rows
from radslag.domain.goal_tree import Row
from radslag.domain.plan_document import InForce, PlanDocument, Programme, Section
from radslag.press.exchange.plan_pdf import parts
from radslag.press.exchange.plan_pdf.running_text import nodes
from radslag.press.exchange.words import Words

LONGEST_UNBROKEN_ROW = 1500
"""Characters in a row of the action plan up to which it is kept on one page."""

PartMaker = Callable[[PlanDocument, Words], parts.Part | None]
_PARTS: dict[str, tuple[PartMaker, str]] = {
    "calendar": (parts.calendar, r"kalend|mötestid|mötesdag|sammanträd"),
    "budget": (parts.budget, r"budget|ekonomi|finansiering"),
    "conferences": (parts.conferences, r"konferens"),
    "focus_areas": (parts.goals, r"fokusområde|målområde|^mål\b"),
    "bodies": (parts.bodies, r"arbetsform|organisation"),
    "documents": (parts.documents, r"styrdokument|styrande dokument"),
    "decisions": (parts.decisions, r"^beslut\b"),
}
"""The parts by label: who makes them, and the headings of the plan's own chapters they belong under."""
_ORDER = ("focus_areas", "bodies", "conferences", "calendar", "budget", "decisions", "documents")


def compose(document: PlanDocument, words: Words) -> dict[str, Any]:
    """Everything the template needs, as JSON values."""
    return {
        "language": document.language if re.fullmatch(r"[a-z]{2,3}", document.language) else "sv",
        "label_language": words.language,
        "words": words.labels,
        "title": document.title.strip() or words["title"],
        "cooperation": document.cooperation.name.strip(),
        "state": _state(document, words),
        "members": [member.name for member in document.cooperation.members],
        "members_title": words["members"],
        "wheel": parts.wheel(document, words),
        "chapters": _chapters(document, words),
        "action_plan": _action_plan(document, words),
        "programme": _programme(document.programme, document, words),
    }


def _state(document: PlanDocument, words: Words) -> str:
    if document.decided is None:
        return words["draft"]
    day = words.date(document.decided)
    by = next((one.body for one in document.decisions if one.date == document.decided and one.body), None)
    return words["decided_by"].format(day, by) if by else words["decided"].format(day)


def _chapters(document: PlanDocument, words: Words) -> list[dict[str, Any]]:
    """The plan's own chapters, each with the part its heading names; then the parts that none named."""
    made = {name: make(document, words) for name, (make, _) in _PARTS.items()}
    left = {name: part for name, part in made.items() if part}
    chapters = []
    for section in document.prose:
        if section.part == "plan":
            name = next(
                (one for one in left if re.search(_PARTS[one][1], section.heading, re.IGNORECASE)), ""
            )
            chapters.append(_section(section, words, left.pop(name, None)))
    rest = [{"heading": words[name], "nodes": [], "part": left[name]} for name in _ORDER if name in left]
    return chapters + rest


def _section(
    section: Section, words: Words, part: parts.Part | None = None, level: int = 1
) -> dict[str, Any]:
    heading = section.heading.strip() or words["untitled"]
    return {"heading": heading, "nodes": nodes(section.blocks, level), "part": part}


def _action_plan(document: PlanDocument, words: Words) -> dict[str, Any] | None:
    if not document.activities:
        return None
    programme = document.programme
    short = {body.name: min((body.name, *body.abbreviations), key=len) for body in document.bodies}
    goals = {area.name: area.goal for area in programme.focus_areas} if programme else {}
    areas: dict[str, list[dict[str, Any]]] = {}
    for each in group(number_rows(document.activities), "goal", programme):
        areas.setdefault(each.within, []).append(_subgoal(each, short, words))
    keys = ("number", "activity", "responsible", "cost", "time", "comment")
    return {
        "heading": " ".join(filter(None, (words["action_plan"], str(document.year or "")))),
        "headers": [words[key] for key in keys],
        "areas": [
            {"name": name.strip() or words["no_focus_area"], "goal": goals.get(name), "groups": groups}
            for name, groups in areas.items()
        ],
    }


def _subgoal(each: Group, short: Mapping[str, str], words: Words) -> dict[str, Any]:
    return {
        "heading": each.heading.strip() or words["no_subgoal"],
        "rows": [_activity(row, short, words) for row in each.rows],
    }


def _activity(row: Row, short: Mapping[str, str], words: Words) -> dict[str, Any]:
    activity = row.activity
    cells = [
        str(row.number),
        activity.title or "",
        ", ".join(words.party(party, short) for party in activity.responsible),
        activity.cost.text if activity.cost else "",
        activity.time.text if activity.time else "",
        activity.comment or "",
    ]
    return {"cells": cells, "whole": sum(map(len, cells)) <= LONGEST_UNBROKEN_ROW}


def _programme(programme: Programme | None, document: PlanDocument, words: Words) -> dict[str, Any] | None:
    sections = [_section(one, words, level=2) for one in document.prose if one.part == "programme"]
    if programme is None:
        return {"heading": words["programme"], "sections": sections, "areas": []} if sections else None
    return {
        "heading": programme.title.strip() or words["programme"],
        "dates": _programme_dates(programme, words),
        "vision": programme.vision,
        "overall_goal": programme.overall_goal,
        "areas": [parts.focus_area(area, words) for area in programme.focus_areas],
        "aligned_to": list(programme.aligned_to),
        "aligned_to_title": ", ".join(filter(None, (words["aligned_to"], programme.aligned_to_source))),
        "sections": sections,
    }


def _programme_dates(programme: Programme, words: Words) -> list[str]:
    adopted = words["adopted"].format(words.date(programme.adopted)) if programme.adopted else None
    amended = words["amended"].format(words.date(programme.amended)) if programme.amended else None
    return [said for said in (adopted, amended, _in_force(programme.in_force, words)) if said]


def _in_force(in_force: InForce, words: Words) -> str | None:
    ends = [str(day.year) if day else "" for day in (in_force.from_, in_force.to)]
    return words["in_force"].format(*ends) if any(ends) else None
