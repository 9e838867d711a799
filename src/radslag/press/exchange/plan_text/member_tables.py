"""Members listed one a line: below words that announce them, or in a table of inhabitants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from radslag.domain.plan_document import Population
from radslag.domain.swedish import find_dates, parse_number
from radslag.press.exchange.plan_text.lines import Line, Passage, Source

_NO_PLACE_FIRST = (
    r"(?:En|Ett|Den|Det|De|Denna|Varje|Respektive|Vår|Våra|Alla|Ingen|Någon|Samma|Annan|Egen|Hos|I|På|Av|Från|För"
    r"|Med|Som|Om|Region|Summa|Totalt?|Intäkter|Kostnader|Avgift\w*|Invånare|Andel|Kommun\w*|Medlem\w*|Ordförande"
    r"|Innehåll\w*|Inledning|Bakgrund|Syfte|Bilag\w*|Organisation|Sida?)\b"
)
PROPER = rf"(?!{_NO_PLACE_FIRST})[A-ZÅÄÖ][\wé]+(?:-[A-ZÅÄÖ][\wé]+)?"
NAME = rf"{PROPER}(?: {PROPER}){{0,2}}"
MUNICIPALITY = rf"{NAME}(?: kommun| stad)?"
_NO_PLACE = re.compile(
    r"(?:(?:verket|gruppen|rådet|kommittén|kansliet|styrelsen|nämnden|direktionen|forumet|konferensen|chefer|möte\w*"
    r"|kommunerna|regionen|länet|högskolan?|universitet\w*)|\b(?:Teams|Zoom|Skype|AB|kr)"
    r"|(?:januari|februari|april|augusti|september|oktober|november|december)"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*)$",
    re.IGNORECASE,
)
_MEMBERS_HEAD = re.compile(
    r"(?:våra |de |samverkande )?(?:medlemmar(?:na)?|(?:medlems)?kommuner(?:na)?|deltagande kommuner"
    r"|kommuner i samverkan\w*):?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:\w*kommuner(?:na)?|medlemmar(?:na)?|parter(?:na)?)\b[^.]*:$", re.IGNORECASE)
_TABLE_HEAD = re.compile(r"(?:medlems?)?kommun(?:er)?\s+(?P<rest>\S.*)", re.IGNORECASE)
_INHABITANTS = re.compile(r"\b(?:invånar|folkmängd|befolkning)\w*", re.IGNORECASE)
_ROW = re.compile(rf"(?P<name>{MUNICIPALITY})\s+(?P<number>\d{{1,3}}[ .]\d{{3}}|\d{{3,7}})(?:\s+\S.*)?")
_HEAD_LINES = 3


@dataclass(frozen=True)
class FoundMember:
    """A member as the list names it, with its inhabitants when the list counts them on a dated day."""

    name: Passage
    population: Population | None = None
    counted: Passage | None = None


def is_place(name: str) -> bool:
    """Whether the words can name a municipality: no group, authority, month or tool for meetings."""
    return _NO_PLACE.search(name) is None


def label_above(source: Source, first: Passage) -> Passage | None:
    """The line that announces the list in which the member stands first, if one does."""
    above = [line for line in source.filled() if line.number < first.starts[0][1]][-1:]
    labels = [line for line in above if announces(line)]
    return Passage(labels[0].text, ((0, labels[0].number),)) if labels else None


def announces(line: Line) -> bool:
    """Whether the line says that members are listed below it."""
    return bool(_MEMBERS_HEAD.fullmatch(line.text) or _ANNOUNCED.search(line.text))


def listed_members(source: Source) -> Iterator[list[FoundMember]]:
    """Names one a line, below a line that announces members."""
    lines = list(source.filled())
    for at, line in enumerate(lines):
        if announces(line):
            names: list[FoundMember] = []
            for below in lines[at + 1 :]:
                text = below.item or below.text
                apart = len(names) > 1 and below.item is None and _stands_apart(below, names)
                if apart or not re.fullmatch(MUNICIPALITY, text) or not is_place(text):
                    break
                start = len(below.text) - len(text)
                names.append(FoundMember(Passage(below.text, ((0, below.number),)).part(start)))
            yield names


def _stands_apart(line: Line, names: Sequence[FoundMember]) -> bool:
    """Whether a page begins with the line, or space that the names above do not have between them."""
    numbers = [each.name.starts[0][1] for each in names]
    return "\f" in line.raw or line.number - numbers[-1] > numbers[-1] - numbers[-2]


def counted_members(source: Source) -> Iterator[list[FoundMember]]:
    """The rows of a table headed "Kommun" that counts the inhabitants of each."""
    lines = list(source.filled())
    for at, line in enumerate(lines):
        head = " ".join(each.text for each in lines[at : at + _HEAD_LINES])
        if not _TABLE_HEAD.fullmatch(line.text) or not _INHABITANTS.search(line.text):
            continue
        day = _day(head)
        rows = _rows(lines[at + 1 :], day)
        yield rows


def _rows(lines: Sequence[Line], day: date | None) -> list[FoundMember]:
    """The rows below the head, which may itself go on for a line or two."""
    found: list[FoundMember] = []
    for at, line in enumerate(lines):
        row = _ROW.fullmatch(line.text)
        if row is None or not is_place(row["name"]):
            if found or at >= _HEAD_LINES - 1:
                break
            continue
        passage = Passage(line.text, ((0, line.number),))
        number = parse_number(row["number"])
        population = Population(date=day, count=int(number)) if day and number is not None else None
        found.append(FoundMember(passage.of(row, "name"), population, passage.of(row, "number")))
    return found


def _day(head: str) -> date | None:
    found = next(find_dates(head), None)
    return found.value.first if found else None
