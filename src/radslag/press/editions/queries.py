"""Composes what is stored into plan documents, and answers what waits for review."""

import re
from datetime import date
from typing import Any

from django.core.cache import BaseCache, caches

from radslag.decisions.meetings.queries import calendar_of, told_meeting
from radslag.domain import swedish
from radslag.domain.plan_document import PlanDocument
from radslag.domain.responsible import Parties, parse_responsible
from radslag.ground.register.queries import head_of
from radslag.people.bodies.queries import bodies_of, told_body
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import members_of, told_cooperation
from radslag.press.editions.models import Draft, Edition
from radslag.press.exchange.plan_json import ABOUT_THE_READING, PlanJsonError, from_json, read_plan_json
from radslag.press.exchange.pointers import value_at, with_value
from radslag.press.exchange.reading import Known
from radslag.work.budget.queries import told_budget
from radslag.work.conferences.queries import told_conferences
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import (
    bodies_in,
    decisions_in,
    documents_in,
    prose_of,
    told_activities,
)
from radslag.work.programme.queries import programme_of, told_programme

NOT_OF_THE_PLAN = [["format"], *([part] for part in ABOUT_THE_READING)]
UNKNOWN_PARTY = re.compile(r"(?P<party>/activities/\d+/responsible/\d+)/text")


def compose(plan: Plan) -> PlanDocument:
    """The plan document of a stored plan, from the rows that the pages show parts of."""
    return PlanDocument(
        year=plan.year,
        title=plan.title,
        cooperation=told_cooperation(plan.cooperation, members_of(plan.cooperation)),
        decided=plan.decided_by.date if plan.decided_by else None,
        language=plan.language,
        bodies=tuple(told_body(body, plan.year) for body in bodies_in(plan)),
        programme=told_programme(programme_of(plan.programme_id)) if plan.programme_id else None,
        activities=told_activities(plan),
        meetings=tuple(told_meeting(meeting) for meeting in calendar_of(plan.cooperation, plan.year)),
        conferences=told_conferences(plan),
        budget=told_budget(plan),
        decisions=decisions_in(plan),
        documents=documents_in(plan),
        prose=prose_of(plan),
    )


def in_force(plan: Plan) -> PlanDocument:
    """The plan word for word as it was decided, or as it now stands until it is."""
    edition = edition_in_force(plan) if plan.decided_by_id else None
    return read_plan_json(edition.canonical.encode()) if edition else _worked_on(plan)


def _worked_on(plan: Plan) -> PlanDocument:
    """The plan composed, kept for as long as the cooperation's register tells of nothing more."""
    kept: BaseCache = caches["working_plans"]
    key = f"{plan.pk}-{head_of(plan.cooperation.slug)}"
    found: PlanDocument | None = kept.get(key)
    if found is None:
        found = compose(plan)
        kept.set(key, found)
    return found


def edition_in_force(plan: Plan) -> Edition | None:
    """The plan as it was last frozen, None before it is decided."""
    return plan.editions.first()


def edition_per(plan: Plan, day: date) -> Edition | None:
    """The plan as it stood on that day, None before it was decided."""
    return plan.editions.filter(decided__lte=day).order_by("-decided", "-pk").first()


def draft_of(cooperation: Cooperation, number: int) -> Draft | None:
    """The cooperation's draft with that number."""
    return Draft.objects.filter(cooperation=cooperation, pk=number).first()


def drafts_of(cooperation: Cooperation) -> list[Draft]:
    """The cooperation's drafts, the newest first."""
    return list(Draft.objects.filter(cooperation=cooperation))


def known_in(cooperation: Cooperation | None) -> Known | None:
    """The names a reader may take for granted, since the cooperation already has them."""
    if cooperation is None:
        return None
    return Known(
        cooperation=cooperation.name,
        area=cooperation.area or None,
        members=tuple(member.name for member in members_of(cooperation)),
        bodies=tuple(told_body(body, None) for body in bodies_of(cooperation)),
    )


def corrected(draft: Draft) -> PlanDocument:
    """The draft's document with its corrections in place; `PlanJsonError` names one that does not fit."""
    data = draft.document
    for pointer, words in draft.corrections.items():
        data = _with_correction(data, pointer, words)
        data = _with_known_party(data, pointer, words)
    return from_json(data)


def _with_correction(data: Any, pointer: str, words: str) -> Any:
    """The first way of taking the words that the document accepts: as they stand, a number, a date."""
    part = pointer.split("/")[1:2]
    if part in NOT_OF_THE_PLAN or isinstance(value_at(data, pointer), dict | list):
        raise PlanJsonError(pointer, "Där står inga ord som kan rättas. Rätta ett värde i taget.")
    for value in _ways_to_take(words, value_at(data, pointer)):
        try:
            changed = with_value(data, pointer, value)
            from_json(changed)
        except (KeyError, PlanJsonError):
            continue
        return changed
    raise PlanJsonError(pointer, f"”{words}” går inte att använda här. Skriv som i källan, eller lämna tomt.")


def _with_known_party(data: Any, pointer: str, words: str) -> Any:
    """An unknown responsible party becomes the body or member that its corrected words name."""
    match = UNKNOWN_PARTY.fullmatch(pointer)
    if match is None:
        return data
    named = parse_responsible(words, _parties(from_json(data)))
    if len(named) != 1 or named[0].text is not None:
        return data
    party = {
        "body": named[0].body,
        "member": named[0].member,
        "leads": list(named[0].leads),
        "part": named[0].part,
    }
    return with_value(data, match["party"], {key: value for key, value in party.items() if value})


def _parties(document: PlanDocument) -> Parties:
    bodies = {short: body.name for body in document.bodies for short in (body.name, *body.abbreviations)}
    return Parties(members=tuple(member.name for member in document.cooperation.members), bodies=bodies)


def _ways_to_take(words: str, current: Any) -> list[Any]:
    if not words:
        return [None]
    number, day = swedish.parse_number(words), swedish.parse_date(words)
    numbers = [] if number is None else [int(number) if number == int(number) else number]
    dates = [] if day is None else [day.isoformat()]
    return [words, *numbers, *dates] if isinstance(current, str) else [*numbers, words, *dates]
