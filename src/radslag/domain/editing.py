"""Everything that is edited is edited as words: which words a value is, and which value words are.

A `Form` says both for one sort of value. `read` takes whatever `write` gives, so that a change can be taken
back by its words; words that are no such value are a `FaultError` with one Swedish sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import Any, Generic, Literal, TypeVar

from radslag.domain.column_words import cost_in_words, time_in_words
from radslag.domain.limits import LARGEST_COUNT, LARGEST_SUM, LONGEST_NAME, YEARS
from radslag.domain.merging import merged, merged_words
from radslag.domain.plan_document import Cost, Population, Responsible, Time
from radslag.domain.prose import Block, ProseError, from_json, to_json
from radslag.domain.responsible import Parties, parse_responsible
from radslag.domain.swedish import (
    WEEKDAYS,
    Sum,
    format_date,
    format_money,
    format_number,
    format_times,
    parse_date,
    parse_number,
    parse_sum,
    parse_times,
    parse_weekday,
)

Control = Literal["line", "text", "prose", "date", "time", "money", "choice", "several"]
LONGEST_TEXT = 20_000
LONGEST_PROSE = 400_000

V = TypeVar("V")


class FaultError(ValueError):
    """The words cannot be the value; the message says why, and what to write instead."""


@dataclass(frozen=True)
class Form(Generic[V]):
    """How values of a sort are written and read, and with which control; only running words can be merged."""

    control: Control
    read: Callable[[str], V]
    write: Callable[[V], str]

    def same(self, one: str, other: str) -> bool:
        """Whether two wordings are one, however a browser breaks their lines or writes their JSON."""
        if tidy_lines(one) == tidy_lines(other):
            return True
        return self.control == "prose" and _parsed(one) is not None and _parsed(one) == _parsed(other)

    def merged(self, base: str, mine: str, theirs: str) -> str | None:
        """What both made of the words they began with; None if they touched the same."""
        if self.control == "prose":
            return _merged_prose(base, mine, theirs)
        if self.control in ("line", "text"):
            return merged_words(tidy_lines(base), tidy_lines(mine), tidy_lines(theirs))
        if self.control == "several":
            return _merged_lines(*(tidy_lines(words).split("\n") for words in (base, mine, theirs)))
        return None

    def in_order(self, words: str, base: str) -> str:
        """The words, of several that are chosen those that were there before in the order they had."""
        if self.control != "several":
            return words
        chosen, before = tidy_lines(words).split("\n"), tidy_lines(base).split("\n")
        return "\n".join(
            [*(one for one in before if one in chosen), *(one for one in chosen if one not in before)]
        )


def _plain(value: str | None) -> str:
    return value or ""


def _said(words: str, longest: int = LONGEST_TEXT, *, needed: bool = False) -> str | None:
    if needed and not words:
        raise FaultError("Här behövs några ord. Skriv dem, eller ta bort hela raden.")
    if len(words) > longest:
        raise FaultError(f"Det är {len(words) - longest} tecken för långt. Korta det till högst {longest}.")
    if not _is_sayable(words):
        raise FaultError("Där finns ett tecken som inte hör till någon text. Ta bort det.")
    return words or None


def line(*, needed: bool = False, longest: int = LONGEST_TEXT) -> Form[str | None]:
    """A few words without a break; None for none, unless some are `needed`."""
    return Form("line", lambda words: _said(" ".join(words.split()), longest, needed=needed), _plain)


NAME = line(needed=True, longest=LONGEST_NAME)


def text(*, needed: bool = False) -> Form[str | None]:
    """Words in lines; None for none."""
    return Form("text", lambda words: _said(tidy_lines(words).strip(), needed=needed), _plain)


def prose() -> Form[tuple[Block, ...]]:
    """Running text, in the JSON that the editor speaks."""
    return Form("prose", _read_prose, write_prose)


def day(year: int | None = None, *, needed: bool = False) -> Form[date | None]:
    """A date; one without a year is in `year`."""

    def read(words: str) -> date | None:
        said = _brief(words)
        if not said and not needed:
            return None
        found = parse_date(said, year)
        if found is None:
            raise FaultError(f"”{_short(words)}” är inget datum. Skriv som 14 januari {year or 2021}.")
        if found.year not in YEARS:
            raise FaultError(f"Året ska ligga mellan {YEARS[0]} och {YEARS[-1]}.")
        return found

    return Form("date", read, lambda value: format_date(value) if value else "")


def day_of_week(year: int | None = None) -> Form[tuple[date, int | None]]:
    """A date that is needed, with the weekday (0 = Monday) that is stated beside it, right or not."""
    plain = day(year, needed=True)

    def read(words: str) -> tuple[date, int | None]:
        first = words.split()[:1]
        return plain.read(words) or date.min, parse_weekday(first[0]) if first else None

    def write(value: tuple[date, int | None]) -> str:
        told, weekday = value
        return f"{WEEKDAYS[weekday]} {format_date(told)}" if weekday is not None else format_date(told)

    return Form("date", read, write)


Hours = tuple[time | None, time | None]


def hours() -> Form[Hours]:
    """From a clock time to another: 13.00–14.30, or 13.00 alone."""

    def read(words: str) -> Hours:
        stripped = _brief(words)
        if not stripped:
            return None, None
        if stripped[0] in "–-" and (found := parse_times(f"kl {stripped[1:].strip()}")):
            return None, found.start
        found = parse_times(stripped) or parse_times(f"kl {stripped}")
        if found is None:
            raise FaultError(f"”{_short(words)}” är inga klockslag. Skriv som 13.00–14.30.")
        return found.start, found.end

    def write(value: Hours) -> str:
        start, end = value
        if start is None:
            return f"–{format_times(end)}" if end else ""
        return format_times(start, end)

    return Form("time", read, write)


def money(*, about: bool = True) -> Form[Sum | None]:
    """A sum, with "ca" where it may be `about` so much; without a unit it is kronor."""
    example = "2 030 208 kr eller ca 444 208 kr" if about else "2 030 208 kr"

    def read(words: str) -> Sum | None:
        said = _brief(words)
        if not said:
            return None
        found = parse_sum(said) or parse_sum(f"{said} kr")
        if found is None or (found.approximate and not about):
            raise FaultError(f"”{_short(words)}” är ingen summa. Skriv som {example}.")
        if abs(found.amount.ore) > LARGEST_SUM.ore:
            raise FaultError(f"Summan är mer än {format_money(LARGEST_SUM)}. Skriv en mindre.")
        return found

    def write(value: Sum | None) -> str:
        return format_money(value.amount, approximate=value.approximate) if value else ""

    return Form("money", read, write)


def number(allowed: range = range(LARGEST_COUNT + 1), *, grouped: bool = True) -> Form[int | None]:
    """A whole number among those allowed; years are not `grouped` in thousands."""

    def read(words: str) -> int | None:
        said = _brief(words)
        if not said:
            return None
        found = parse_number(said)
        if found is None or found != int(found) or int(found) not in allowed:
            raise FaultError(
                f"”{_short(words)}” går inte. Skriv ett tal från {allowed[0]} till {allowed[-1]}."
            )
        return int(found)

    def write(value: int | None) -> str:
        if value is None:
            return ""
        return format_number(value) if grouped else str(value)

    return Form("money", read, write)


def counts() -> Form[list[Population]]:
    """Inhabitants on a day, one a line: “31 december 2025: 98 765”; in the order of the days."""

    def read(words: str) -> list[Population]:
        said = _said(tidy_lines(words)) or ""
        found = sorted(
            (_count(line) for line in said.split("\n") if line.strip()), key=lambda each: each.date
        )
        for one, next_one in pairwise(found):
            if one.date == next_one.date:
                raise FaultError(f"{format_date(one.date)} står två gånger. Ta bort den ena raden.")
        return found

    def write(value: list[Population]) -> str:
        return "\n".join(f"{format_date(each.date)}: {format_number(each.count)}" for each in value)

    return Form("text", read, write)


def _count(line: str) -> Population:
    told, _colon, counted = line.rpartition(":")
    found, count = parse_date(told), parse_number(counted)
    if found is None or count is None or count != int(count) or not 0 <= count <= LARGEST_COUNT:
        raise FaultError(f"”{_short(line)}” går inte att läsa. Skriv som 31 december 2025: 98 765.")
    if found.year not in YEARS:
        raise FaultError(f"Året ska ligga mellan {YEARS[0]} och {YEARS[-1]}.")
    return Population(date=found, count=int(count))


def choice(words_of: Mapping[V, str]) -> Form[V]:
    """One of few values, each with its words."""
    values = {words: value for value, words in words_of.items()}

    def read(words: str) -> V:
        if words not in values:
            raise FaultError(f"”{_short(words)}” går inte att välja. Välj något annat i listan.")
        return values[words]

    return Form("choice", read, lambda value: words_of.get(value, ""))


def names(*, chosen: bool = False) -> Form[list[str]]:
    """Names or titles, one a line; `chosen` among those there are."""

    def read(words: str) -> list[str]:
        said = _said(tidy_lines(words)) or ""
        return list(dict.fromkeys(name for line in said.split("\n") if (name := " ".join(line.split()))))

    def write(value: list[str]) -> str:
        return "\n".join(" ".join(name.split()) for name in value)

    return Form("several" if chosen else "text", read, write)


def cost() -> Form[Cost | None]:
    """What an activity costs, with the sum that the words name."""
    words = text()
    return Form(
        "text",
        lambda said: cost_in_words(found) if (found := words.read(said)) else None,
        lambda value: value.text if value else "",
    )


def period(year: int | None) -> Form[Time | None]:
    """When an activity is done, with the days that the words mean in the plan's year."""
    words = line()
    return Form(
        "line",
        lambda said: time_in_words(found, year) if (found := words.read(said)) else None,
        lambda value: value.text if value else "",
    )


def responsible(parties: Callable[[], Parties]) -> Form[Sequence[Responsible]]:
    """Who carries something out, as the plan writes it: “SNUG (Haninge, Nynäshamn), Salem”."""

    def read(words: str) -> Sequence[Responsible]:
        said = _said(" ".join(words.split()))
        return parse_responsible(said, parties()) if said else ()

    return Form("line", read, lambda value: ", ".join(map(party_in_words, value)))


def party_in_words(party: Responsible) -> str:
    """“SNUG (Haninge, Nynäshamn)”, “Klimatnätverket (laddinfrastruktur)”, “Salem”."""
    name = party.body or party.member or party.text or ""
    bracket = ", ".join(party.leads) or party.part
    return f"{name} ({bracket})" if bracket else name


def tidy_lines(words: str) -> str:
    """The words with lines broken in one way, and nothing after them."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip()


def write_prose(blocks: Sequence[Block]) -> str:
    """Running text as the words it is edited as."""
    return json.dumps(to_json(blocks), ensure_ascii=False)


def _brief(words: str) -> str:
    """The words, which no date or sum has many of."""
    return _said(words.strip(), 100) or ""


def _is_sayable(words: str) -> bool:
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in words)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def _parsed(words: str) -> Any:
    try:
        return json.loads(words or "[]")
    except (ValueError, RecursionError):
        return None


def _read_prose(words: str) -> tuple[Block, ...]:
    if len(words) > LONGEST_PROSE:
        raise FaultError("Texten är för lång för ett avsnitt. Dela den i flera.")
    nodes = _parsed(words)
    try:
        blocks = from_json(nodes)
    except (ProseError, RecursionError) as error:
        raise FaultError("Texten har något som inte kan sparas. Ångra det senaste i den.") from error
    if not all(map(_is_sayable, _strings(nodes))):
        raise FaultError("Där finns ett tecken som inte hör till någon text. Ta bort det.")
    return blocks


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for each in node.values():
            yield from _strings(each)
    elif isinstance(node, Collection):
        for each in node:
            yield from _strings(each)


def _merged_lines(base: list[str], mine: list[str], theirs: list[str]) -> str:
    kept = [line for line in theirs if line in mine or line not in base]
    return "\n".join([*kept, *(line for line in mine if line not in base and line not in theirs)])


def _merged_prose(base: str, mine: str, theirs: str) -> str | None:
    told = [_parsed(words) for words in (base, mine, theirs)]
    if not all(isinstance(blocks, list) for blocks in told):
        return None
    pieces = merged(*([json.dumps(block, sort_keys=True) for block in blocks] for blocks in told))
    return None if pieces is None else json.dumps([json.loads(piece) for piece in pieces], ensure_ascii=False)
