"""`{% load comparison %}`: what two years say of the same thing, in the page's words and with marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from radslag.domain.comparison import Change, Compared, Field, Part, PartName, Value
from radslag.domain.money import Money
from radslag.domain.swedish import Sum
from radslag.ground.shell import formats
from radslag.ground.shell.templatetags.content import lang

register = template.Library()

Side = Literal["before", "after"]
PARTS: dict[PartName, Any] = {
    "activities": _("Activities"),
    "goals": _("Goals"),
    "meetings": _("Meetings"),
    "budget": _("Budget"),
    "members": _("Members"),
    "bodies": _("Organisation"),
}
CHANGES = {
    "changed": (_("Changed"), "accent"),
    "added": (_("Added"), "success"),
    "removed": (_("Removed"), "danger"),
    "same": (_("The same"), "neutral"),
}
FIELDS = {
    "amount": _("Sum"),
    "chair": _("Chair"),
    "comment": _("Comment"),
    "cost": _("Cost"),
    "decided": _("Decided"),
    "focus_area": _("Focus area"),
    "from": _("In force from"),
    "goal": _("Goal"),
    "hours": _("Time"),
    "meetings": _("Meetings"),
    "meets": _("Meets"),
    "name": _("Name"),
    "overall_goal": _("Overall goal"),
    "per_inhabitant": _("Per inhabitant"),
    "planning_conference": _("Planning conference"),
    "population": _("Inhabitants"),
    "population_date": _("Inhabitants on"),
    "responsible": _("Responsible"),
    "subgoals": _("Sub-goal"),
    "time": _("Time"),
    "title": _("Wording"),
    "to": _("In force to"),
    "vice_chair": _("Vice chair"),
    "vision": _("Vision"),
    "weekday": _("Weekday"),
}
OWN_NAMES = {
    "fee": _("Fee"),
    "income_total": _("Total income"),
    "costs_total": _("Total costs"),
}
FIGURES = {"meetings", "budget", "members", "bodies"}
"""The parts whose values are short enough to be shown even when they are the same."""
NAMING = {"title", "name", "focus_area"}
MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Line:
    """A value in a cell: what it is, unless it needs no saying, and the value with its marks."""

    label: Any
    value: SafeString


@register.filter
def part_name(name: PartName) -> Any:
    """`{{ part.name|part_name }}` Activities."""
    return PARTS[name]


@register.filter
def change_word(item: Compared) -> Any:
    """`{{ item|change_word }}` what has become of the item."""
    return CHANGES[item.change][0]


@register.filter
def change_tone(item: Compared) -> str:
    """`{{ item|change_tone }}` the tone of the tag that says it."""
    return CHANGES[item.change][1]


@register.filter
def count_of(part: Part, change: Change) -> int:
    """`{{ part|count_of:"added" }}` how many of the part's things have changed that way."""
    return part.count(change)


@register.filter
def own_name(item: Compared) -> Any:
    """`{{ item|own_name }}` what we call an item that the plan has no name for, or nothing."""
    return OWN_NAMES.get(item.within, "")


@register.simple_tag
def lines(item: Compared, side: Side, part: PartName, language: str) -> list[Line]:
    """`{% lines item "before" part.name plan.language as told %}` what that year says, worth showing."""
    shown = [
        field for field in item.fields if _is_shown(field, item, part) and getattr(field, side) is not None
    ]
    bare = len(shown) == 1 and part in {"budget", "members"}
    return [Line("" if bare else FIELDS[field.name], _marked(field, side, language)) for field in shown]


def _is_shown(field: Field, item: Compared, part: PartName) -> bool:
    if item.before is None or item.after is None:
        return field.name not in NAMING
    return field.differs or (part in FIGURES and field.name not in NAMING)


def _marked(field: Field, side: Side, language: str) -> SafeString:
    value = getattr(field, side)
    if not isinstance(value, str):
        return format_html("{}", _written(field.name, value))
    spoken = lang(language)
    if not field.differs or not field.words:
        return format_html('<span class="compared__text"{}>{}</span>', spoken, value)
    return format_html('<span class="compared__text"{}>{}</span>', spoken, _words(field, side))


def _words(field: Field, side: Side) -> SafeString:
    tag = "del" if side == "before" else "ins"
    own = "removed" if side == "before" else "added"
    return format_html_join("", "{}", ((each,) for each in _stretches(field, own, tag)))


def _stretches(field: Field, own: str, tag: str) -> Iterator[str]:
    for stretch in field.words:
        if stretch.change == "same" or (stretch.change == own and not stretch.text.strip()):
            yield stretch.text
        elif stretch.change == own:
            yield format_html("<{0}>{1}</{0}>", SafeString(tag), stretch.text)


def _written(name: str, value: Value) -> str:
    match value:
        case Sum(amount, approximate):
            written = formats.format_money(amount, approximate=approximate)
        case Money():
            written = formats.format_money(value)
        case date():
            written = formats.format_date(value)
        case (start, end):
            written = formats.format_times(start, end)
        case int() if name == "weekday":
            written = formats.format_date(MONDAY + timedelta(days=value), weekday=True).split()[0]
        case int():
            written = formats.format_number(value)
        case _:
            written = value or ""
    return written
