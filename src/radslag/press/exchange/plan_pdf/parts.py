"""The parts of the plan that are data: goals, bodies, calendar, conferences, budget, decisions, documents.

Each function gives what the template sets, dates and sums in words, or None when there is nothing to set.
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from radslag.domain.fee import PerInhabitant, Share, shares
from radslag.domain.money import Money, total
from radslag.domain.plan_document import (
    Body,
    Budget,
    BudgetLine,
    Chair,
    Conference,
    Fee,
    FocusArea,
    Meeting,
    PlanDocument,
)
from radslag.domain.population import population_on
from radslag.press.exchange.words import Words

Part = dict[str, Any]


def goals(document: PlanDocument, words: Words) -> Part | None:
    """The focus areas (fokusområden) with their goals and sub-goals, group by group."""
    areas = document.programme.focus_areas if document.programme else ()
    if not areas:
        return None
    return {"kind": "goals", "areas": [focus_area(area, words) for area in areas]}


def focus_area(area: FocusArea, words: Words) -> Part:
    """A focus area; a sub-goal that was added later says when."""
    subgoals = [
        {
            "title": one.title,
            "added": words["added"].format(words.date(one.added_by)) if one.added_by else None,
        }
        for one in area.subgoals
    ]
    return {
        "name": area.name.strip() or words["untitled"],
        "group": area.group,
        "goal": area.goal,
        "subgoals": subgoals,
    }


def bodies(document: PlanDocument, words: Words) -> Part | None:
    """The bodies with what they are for, who chairs them and how often they meet."""
    if not document.bodies:
        return None
    return _table(
        "bodies",
        ("body", "role", "chair"),
        [_body(body, document.year, words) for body in document.bodies],
        words,
    )


def _body(body: Body, year: int | None, words: Words) -> list[Part]:
    meets = body.meets.text if body.meets else None
    return [
        {"text": body.name, "strong": True, "below": [", ".join(body.abbreviations)]},
        {"text": body.description or "", "below": [f"{words['meets']} {meets}"] if meets else []},
        {"text": "", "lines": [_chair(chair, year, words) for chair in body.chairs]},
    ]


def _chair(chair: Chair, year: int | None, words: Words) -> Part:
    role = words["vice_chair"].lower() if chair.role == "vice_chair" else None
    other_year = str(chair.year) if chair.year not in (None, year) else None
    return {"text": chair.person, "about": ", ".join(filter(None, (chair.member, role, other_year)))}


def calendar(document: PlanDocument, words: Words) -> Part | None:
    """The year wheel (årshjul) and a table of meetings for each body."""
    if not document.meetings:
        return None
    year = _year(document)
    held: dict[str, list[Meeting]] = {}
    for meeting in sorted(document.meetings, key=lambda one: one.date):
        held.setdefault(meeting.body, []).append(meeting)
    return {
        "kind": "calendar",
        "wheel": wheel(document, words),
        "headers": [words[key] for key in ("date", "time", "place", "note")],
        "bodies": [
            {
                "name": body.strip() or words["untitled"],
                "rows": [_meeting(one, words, year) for one in meetings],
            }
            for body, meetings in held.items()
        ],
    }


def _meeting(meeting: Meeting, words: Words, year: int) -> list[str]:
    kind = words["planning_conference"] if meeting.kind == "planning_conference" else None
    tentative = words["tentative"] if meeting.tentative and not meeting.note else None
    return [
        words.date(meeting.date, weekday=True, year=meeting.date.year != year),
        words.times(meeting.start, meeting.end) if meeting.start else "",
        words.place(meeting.place, online=meeting.online),
        ", ".join(filter(None, (kind, meeting.note, tentative))),
    ]


def wheel(document: PlanDocument, words: Words) -> Part:
    """The year as a ring of months, with a ring of marks for each body and one for the conferences."""
    year = _year(document)
    days: dict[str, list[date]] = {}
    for meeting in document.meetings:
        days.setdefault(meeting.body, []).append(meeting.date)
    conferences = [
        one.date for one in document.conferences if one.date and one.status in ("planned", "described")
    ]
    rings = [{"name": name, "marks": _marks(dates, year)} for name, dates in days.items()]
    rings += [{"name": words["conferences"], "marks": _marks(conferences, year)}]
    return {
        "year": str(year),
        "months": [month[:3] for month in words.months],
        "rings": [ring for ring in rings if ring["marks"]],
        "alt": words["wheel_alt"].format(year),
    }


def _marks(days: Iterable[date], year: int) -> list[Part]:
    """Where in the year the days are, as parts of a whole turn from New Year."""
    length = 366 if isleap(year) else 365
    held = sorted(day for day in days if day.year == year)
    return [{"turn": (day.timetuple().tm_yday - 0.5) / length, "day": str(day.day)} for day in held]


def _year(document: PlanDocument) -> int:
    if document.year:
        return document.year
    years = Counter(meeting.date.year for meeting in document.meetings)
    return years.most_common(1)[0][0] if years else 0


def conferences(document: PlanDocument, words: Words) -> Part | None:
    """The conferences, those with a date first."""
    if not document.conferences:
        return None
    ordered = sorted(
        document.conferences, key=lambda one: (one.date is None, -one.date.toordinal() if one.date else 0)
    )
    headers = ("conference", "date", "hosts", "status")
    return _table("conferences", headers, [_conference(one, words) for one in ordered], words)


def _conference(conference: Conference, words: Words) -> list[Part]:
    audience = f"{words['audience']}: {conference.audience}" if conference.audience else None
    online = words["online"] if conference.online else None
    when = words.date(conference.date) if conference.date else ""
    return [
        {"text": conference.name, "strong": True, "below": [conference.text, audience]},
        {"text": when, "below": [conference.time, online]},
        {"text": words.join(conference.hosts)},
        {"text": words[conference.status]},
    ]


def budget(document: PlanDocument, words: Words) -> Part | None:
    """The fee, both sides of the budget, and the fee member by member when their inhabitants are known."""
    held = document.budget
    if held is None or held == Budget():
        return None
    return {
        "kind": "budget",
        "fee": _fee(held.fee, words) if held.fee else None,
        "sides": [
            _side("income", held.income, held.income_total, words),
            _side("costs", held.costs, held.costs_total, words),
        ],
        "members": _member_fees(document, held.fee, words) if held.fee else None,
    }


def _fee(fee: Fee, words: Words) -> Part | None:
    if fee.per_inhabitant is None:
        return None
    decided = None
    if fee.decided and fee.decided_by:
        decided = words["fee_decided_by"].format(words.date(fee.decided), fee.decided_by)
    elif fee.decided:
        decided = words["fee_decided"].format(words.date(fee.decided))
    rate = words.money(fee.per_inhabitant)
    if fee.population is None:
        return {"sum": f"{rate} {words['fee_per_inhabitant']}", "decided": decided}
    due = words.money(fee.per_inhabitant * fee.population)
    inhabitants = f"{words.number(fee.population)} {words['inhabitants'].lower()}"
    return {"sum": f"{rate} × {inhabitants} = {due}", "decided": decided}


def _side(name: str, lines: Sequence[BudgetLine], stated: Money | None, words: Words) -> Part:
    rows = [
        [line.title, words.money(line.amount, approximate=line.approximate) if line.amount else "–"]
        for line in lines
    ]
    return {
        "headers": [words[name], words["sum_amount"]],
        "rows": rows,
        "total": [words["sum"], words.money(stated)] if stated else None,
    }


def _member_fees(document: PlanDocument, fee: Fee, words: Words) -> Part | None:
    if fee.per_inhabitant is None or fee.population_date is None:
        return None
    populations = population_on(document.cooperation.members, fee.population_date)
    due = shares(PerInhabitant(fee.per_inhabitant), populations)
    if not due or populations.total is None:
        return None
    on = words["inhabitants_on"].format(words.date(fee.population_date))
    return {
        "title": words["fee_per_member"],
        "headers": [words["member"], on, words["fee"], words["part"]],
        "rows": _share_rows(due, words),
        "total": [
            words["sum"],
            words.number(populations.total),
            words.money(total([share.fee for share in due])),
        ],
    }


def _share_rows(due: Sequence[Share], words: Words) -> list[Part]:
    everyone = sum(share.population for share in due) or 1
    largest = max(share.population for share in due) or 1
    return [
        {
            "cells": [share.member, words.number(share.population), words.money(share.fee)],
            "percent": words.percent(share.population / everyone),
            "bar": max(share.population / largest, 0),
        }
        for share in due
    ]


def decisions(document: PlanDocument, words: Words) -> Part | None:
    """The decisions the plan tells of, the newest first."""
    if not document.decisions:
        return None
    ordered = sorted(document.decisions, key=lambda one: one.date, reverse=True)
    rows = [
        [
            {"text": words.date(one.date)},
            {"text": one.text},
            {"text": one.body or ""},
        ]
        for one in ordered
    ]
    return _table("decisions", ("date", "decision", "body"), rows, words)


def documents(document: PlanDocument, words: Words) -> Part | None:
    """The governing documents (styrdokument) and annexes the plan refers to."""
    if not document.documents:
        return None
    rows = [
        [{"text": one.title}, {"text": words.date(one.date) if one.date else ""}]
        for one in document.documents
    ]
    return _table("documents", ("document", "date"), rows, words)


def _table(kind: str, headers: Sequence[str], rows: list[list[Part]], words: Words) -> Part:
    return {"kind": kind, "headers": [words[key] for key in headers], "rows": rows}
