"""Two plans side by side as a table: a row for everything that is said of each thing in either of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from radslag.domain.comparison import Compared, Comparison, Field, Value
from radslag.domain.swedish import Sum
from radslag.press.exchange.plan_sheet import Cell, Sheet
from radslag.press.exchange.words import Language, Words

MONDAY = date(2024, 1, 1)
LABELS = {
    "activities": "action_plan",
    "amount": "sum_amount",
    "costs_total": "costs_total",
    "focus_area": "area",
    "from": "in_force_from",
    "goals": "goal",
    "hours": "time",
    "meetings": "meetings",
    "name": "name",
    "per_inhabitant": "fee_per_inhabitant",
    "population": "inhabitants",
    "population_date": "counted_on",
    "subgoals": "subgoal",
    "title": "wording",
    "to": "in_force_to",
}
"""The labels of keys that are not called the same among the words."""


def comparison_sheet(comparison: Comparison, language: Language = "sv") -> Sheet:
    """Everything in either plan, the earlier year's words before the later's."""
    words = Words(language)
    years = tuple(str(each.year or each.title) for each in (comparison.before, comparison.after))
    heads = tuple(words[key] for key in ("part_of_plan", "within", "title_of_line", "change", "concerns"))
    rows = tuple(
        (words[_label(part.name)], *row)
        for part in comparison.parts
        for item in part.items
        for row in _rows(item, words)
    )
    return Sheet(words["comparison"], (*heads, *years), rows)


def _rows(item: Compared, words: Words) -> Iterator[tuple[Cell, ...]]:
    within = words[_label(item.within)] if item.within in _KNOWN else item.within
    name = words[_label(item.name)] if item.name in _KNOWN else item.name
    told = (within, name, words[f"change_{item.change}"])
    for field in item.fields:
        if field.before is not None or field.after is not None:
            yield (*told, words[_label(field.name)], *_values(field, words))
    if all(field.before is None and field.after is None for field in item.fields):
        yield (*told, None, None, None)


_KNOWN = frozenset({"fee", "income", "costs", "income_total", "costs_total", "total", "programme"})


def _label(key: str) -> str:
    return LABELS.get(key, "sum" if key == "total" else key)


def _values(field: Field, words: Words) -> tuple[Cell, Cell]:
    return _cell(field.name, field.before, words), _cell(field.name, field.after, words)


def _cell(name: str, value: Value, words: Words) -> Cell:
    match value:
        case Sum():
            return words.money(value.amount, approximate=True) if value.approximate else value.amount
        case (start, end):
            return words.times(start, end)
        case int() if name == "weekday":
            return words.date(MONDAY + timedelta(days=value), weekday=True).split()[0]
    return value
