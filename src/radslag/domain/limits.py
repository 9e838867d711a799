"""The bounds of what a plan can hold: what lies outside them was misread, and cannot be stored."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from radslag.domain.money import Money
from radslag.domain.plan_document import Body, Cooperation, Meeting, Member, PlanDocument, Section
from radslag.domain.swedish import format_money

YEARS = range(1850, 2200)
LARGEST_SUM = Money.from_kronor(10**13)
LARGEST_COUNT = 2**31 - 1
LONGEST_NAME = 200
"""Letters in what gives something its address."""
MOST_ITEMS = 9_999

_NAMES = {(Member, "name"), (Body, "name"), (Meeting, "body")}
_NEEDED = _NAMES | {(Cooperation, "name"), (PlanDocument, "title")}
_FORMS = {
    (PlanDocument, "language"): (r"[a-z]{2,3}", "ska vara en språkkod, som sv"),
    (Member, "code"): (r"\d{4}", "ska ha fyra siffror"),
}
_LEFT_OUT = {(PlanDocument, name) for name in ("places", "unread", "furniture", "reading", "findings")} | {
    (Section, "blocks")
}
_COUNTS = {"year": YEARS, "horizon": YEARS, "weekday": range(7)}


@dataclass(frozen=True)
class Misfit:
    """A value outside the bounds: its pointer, and what is wrong with it as the end of a Swedish sentence."""

    pointer: str
    reason: str


def misfits(document: PlanDocument) -> Iterator[Misfit]:
    """Every value of the plan that lies outside the bounds, in the order of the document."""
    yield from _in_record(document, "")
    yield from _named_twice(document.cooperation.members, "/cooperation/members")
    yield from _named_twice(document.bodies, "/bodies")


def _in_record(record: Any, pointer: str) -> Iterator[Misfit]:
    for field in dataclasses.fields(record):
        if (type(record), field.name) not in _LEFT_OUT:
            at = f"{pointer}/{field.name.removesuffix('_')}"
            value = getattr(record, field.name)
            if isinstance(value, str):
                yield from _told(_of_text(type(record), field.name, value), at)
            else:
                yield from _in_value(value, field.name, at)


def _in_value(value: Any, name: str, pointer: str) -> Iterator[Misfit]:
    if isinstance(value, tuple):
        if len(value) > MOST_ITEMS:
            yield Misfit(pointer, f"är fler än {MOST_ITEMS}")
        for number, item in enumerate(value[:MOST_ITEMS]):
            yield from _in_value(item, name, f"{pointer}/{number}")
    elif isinstance(value, Money | date | int):
        yield from _told(_of_amount(name, value), pointer)
    elif dataclasses.is_dataclass(value):
        yield from _in_record(value, pointer)


def _told(reason: str | None, pointer: str) -> list[Misfit]:
    return [Misfit(pointer, reason)] if reason else []


def _of_amount(name: str, value: Money | date | int) -> str | None:
    match value:
        case Money():
            return f"är mer än {format_money(LARGEST_SUM)}" if abs(value.ore) > LARGEST_SUM.ore else None
        case date():
            return None if value.year in YEARS else f"ligger inte mellan {YEARS[0]} och {YEARS[-1]}"
    allowed = _COUNTS.get(name, range(LARGEST_COUNT + 1))
    return None if value in allowed else f"kan inte vara {value}"


def _of_text(record: type, name: str, text: str) -> str | None:
    if (record, name) in _NEEDED and not text.strip():
        return "saknas"
    if (record, name) in _NAMES and len(text) > LONGEST_NAME:
        return f"har fler än {LONGEST_NAME} tecken"
    pattern, reason = _FORMS.get((record, name), ("(?s).*", ""))
    return None if re.fullmatch(pattern, text, re.ASCII) else reason


def _named_twice(things: Sequence[Member | Body], pointer: str) -> Iterator[Misfit]:
    names = [thing.name for thing in things]
    for number, thing in enumerate(things):
        if thing.name in names[:number]:
            yield Misfit(f"{pointer}/{number}/name", f"är detsamma som tidigare, {thing.name}")
        if isinstance(thing, Member):
            days = [each.date for each in thing.populations]
            if len(set(days)) < len(days):
                yield Misfit(f"{pointer}/{number}/populations", "har två tal för samma dag")
