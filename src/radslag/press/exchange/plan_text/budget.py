"""The budget: the fee, income and costs line by line, and the totals as the document states them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from radslag.domain.money import Money
from radslag.domain.plan_document import Budget, BudgetLine, Fee
from radslag.domain.swedish import Found, Sum, find_dates, find_sums, parse_number, parse_sum
from radslag.press.exchange.plan_text.bodies import FoundBody
from radslag.press.exchange.plan_text.lines import Line, Passage, joined
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.running import sentences

_INCOME = re.compile(r"(?:intäkt(?:er)?|inkomst(?:er)?|finansiering)\b[^\d]{0,20}", re.IGNORECASE)
_COSTS = re.compile(r"(?:kostnad(?:er)?|utgift(?:er)?)\b[^\d]{0,20}", re.IGNORECASE)
_TOTAL = re.compile(r"(?:summa|totalt?|summa (?:intäkter|kostnader))\b", re.IGNORECASE)
_ABOUT = r"(?P<about>ca\s+|cirka\s+)?(?<![\d,.])"
_BARE_SUM = re.compile(rf"{_ABOUT}(?P<sum>\d{{1,3}}(?: \d{{3}})+|\d{{4,}})(?P<part>,\d\d)?$")
_BARE_THOUSANDS = re.compile(rf"{_ABOUT}(?P<sum>\d{{1,3}}(?: \d{{3}})*|\d{{4,}})(?P<part>,\d)?$")
_IN_THOUSANDS = re.compile(r"\b(?:tkr|tusen\s+kr(?:onor)?|tusentals\s+kr(?:onor)?|kkr)\b", re.IGNORECASE)
_PER_INHABITANT = re.compile(r"\s*(?:per|/)\s*(?:invånare|inv\b|kommuninvånare)", re.IGNORECASE)
_POPULATION = re.compile(
    r"(?P<number>\d{1,3}(?:[ .]\d{3})+|\d{5,7})\s+(?:kommun)?invånare"
    r"|(?:invånar\w+|folkmängd\w*|befolkning\w*)\b[^.\d]{0,60}?"
    r"(?P<count>\d{1,3}(?:[ .]\d{3})+|\d{5,7})(?![\d-])",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\bbeslut\w*|\bantag\w+|\bfastställ\w+", re.IGNORECASE)


def read_budget(
    lines: Sequence[Line], passages: Sequence[Passage], bodies: Sequence[FoundBody], year: int | None
) -> Placed[Budget] | None:
    """The budget, or None when the text has neither sums on either side nor a fee."""
    places = Places()
    fee = _fee(passages, bodies, year)
    sides = _sides(lines)
    if fee is None and not any(sides.values()):
        return None
    income, income_total = _side(sides["income"], "income", places)
    costs, costs_total = _side(sides["costs"], "costs", places)
    budget = Budget(
        fee=places.keep("/fee", fee) if fee else None,
        income=income,
        income_total=income_total,
        costs=costs,
        costs_total=costs_total,
    )
    return places.around(budget)


def _sides(lines: Sequence[Line]) -> dict[str, list[Placed[BudgetLine]]]:
    """The lines of both sides, each below its word; a side ends with its total or with a line without sum."""
    sides: dict[str, list[Placed[BudgetLine]]] = {"income": [], "costs": []}
    side: str | None = None
    waiting: list[Line] = []
    thousands = False
    for line in lines:
        found = _sum_last(line.text, thousands=thousands)
        heading = (
            "income" if _INCOME.fullmatch(line.text) else "costs" if _COSTS.fullmatch(line.text) else None
        )
        thousands = thousands or (found is None and _IN_THOUSANDS.search(line.text) is not None)
        if heading is not None:
            side, waiting = heading, [line]
        elif side is not None and found is not None:
            sides[side].append(_line(waiting, line, found))
            waiting = []
            side = None if _TOTAL.match(line.text) else side
        elif side is not None:
            waiting.append(line)
            side = (
                side if len(waiting) <= 3 and len(line.text) <= 90 and not line.text.endswith(".") else None
            )
    return sides


def _sum_last(text: str, *, thousands: bool) -> Found[Sum] | None:
    """The sum that the line ends with, with its unit or in groups of three figures.

    After words like "Belopp i tkr" a number without a unit is in `thousands` of kronor.
    """
    sums = list(find_sums(text))
    if sums and not text[sums[-1].end :].strip(" .-–:"):
        return sums[-1]
    bare = (_BARE_THOUSANDS if thousands else _BARE_SUM).search(text)
    unit = "tkr" if thousands else "kr"
    value = parse_sum(f"{bare['sum']}{bare['part'] or ''} {unit}") if bare else None
    if bare is None or value is None or re.fullmatch(r"(?:19|20)\d\d", bare["sum"]):
        return None
    return Found(Sum(value.amount, bool(bare["about"])), bare.start(), bare.end())


def _line(waiting: Sequence[Line], line: Line, found: Found[Sum]) -> Placed[BudgetLine]:
    """A budget line, its title perhaps begun on the lines above; a heading above only marks its line read."""
    places = Places()
    heading = [each for each in waiting if _INCOME.fullmatch(each.text) or _COSTS.fullmatch(each.text)]
    places.lines |= {each.number for each in heading}
    pieces = [(each.number, each.text) for each in waiting if each not in heading]
    title = joined([*pieces, (line.number, line.text[: found.start].rstrip(" .:…"))])
    whole = Passage(line.text, ((0, line.number),))
    if title.text:
        places.take("/title", title)
    places.take("/amount", whole.part(found.start, found.end))
    return places.around(
        BudgetLine(title=title.text, amount=found.value.amount, approximate=found.value.approximate)
    )


def _side(
    lines: Sequence[Placed[BudgetLine]], side: str, places: Places
) -> tuple[tuple[BudgetLine, ...], Money | None]:
    items = [line for line in lines if not _TOTAL.match(line.value.title)]
    totals = [line for line in lines if _TOTAL.match(line.value.title)]
    kept = places.keep_all(f"/{side}", items)
    if not totals:
        return kept, None
    places.places[f"/{side}_total"] = totals[0].places["/amount"]
    places.lines |= totals[0].lines
    return kept, totals[0].value.amount


def _fee(passages: Sequence[Passage], bodies: Sequence[FoundBody], year: int | None) -> Placed[Fee] | None:
    """The fee per inhabitant with the decision in the same sentence, and the population it is counted on."""
    for passage in passages:
        for sentence in sentences(passage):
            for found in find_sums(sentence.text):
                if _PER_INHABITANT.match(sentence.text, found.end):
                    return _whole_fee(sentence, found, passages, bodies, year)
    return None


def _whole_fee(
    sentence: Passage,
    found: Found[Sum],
    passages: Sequence[Passage],
    bodies: Sequence[FoundBody],
    year: int | None,
) -> Placed[Fee]:
    places = Places()
    places.note("/per_inhabitant", sentence.part(found.start, found.end))
    decided: date | None = None
    by: str | None = None
    if (word := _DECIDED.search(sentence.text)) and (day := _date_after(sentence, word.start(), year)):
        decided = day.value
        places.keep("/decided", day)
        body = next((body for body in bodies if body.is_named_in(sentence.text)), None)
        if body is not None:
            by = body.name
            places.note("/decided_by", sentence.part(word.start()))
    population, population_date = _population(passages, year, places)
    return places.around(
        Fee(
            per_inhabitant=found.value.amount,
            population=population,
            population_date=population_date,
            decided=decided,
            decided_by=by,
        )
    )


def _date_after(sentence: Passage, start: int, year: int | None) -> Placed[date] | None:
    for found in find_dates(sentence.text, year):
        if found.start >= start:
            places = Places()
            places.note("", sentence.part(found.start, found.end))
            return places.around(found.value.first)
    return None


def _population(
    passages: Sequence[Passage], year: int | None, places: Places
) -> tuple[int | None, date | None]:
    for sentence in _sentences_of(passages):
        if match := _POPULATION.search(sentence.text):
            group = "number" if match["number"] else "count"
            number = parse_number(match[group])
            places.note("/population", sentence.of(match, group))
            day = _date_after(sentence, 0, year)
            counted = places.keep("/population_date", day) if day else None
            return (int(number) if number is not None else None), counted
    return None, None


def _sentences_of(passages: Sequence[Passage]) -> Iterator[Passage]:
    for passage in passages:
        yield from sentences(passage)
