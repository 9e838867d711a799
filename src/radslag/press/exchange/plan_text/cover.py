"""The cover of the plan: its title, its year, the day it was decided – and whether there are two of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from radslag.domain.swedish import parse_date
from radslag.press.exchange.plan_text.decisions import cover_date
from radslag.press.exchange.plan_text.known import UnreadableError
from radslag.press.exchange.plan_text.lines import Line, Passage, Source, join_lines
from radslag.press.exchange.plan_text.placed import Placed, Places

_TITLE = re.compile(
    r"(?:.{0,60}\b)?(?:verksamhetsplan|verksamhets-|årsplan|handlingsplan|aktivitetsplan|arbetsplan)\w*\b.{0,60}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_YEAR_OF = re.compile(
    r"\b(?:(?:verksamhets|handlings|aktivitets|mötes|års)plan\w*|budget|kalend\w+|sammanträd\w+|mötes\w+|verksamhetsår\w*"
    r"|gäller(?: för)?|avser|för)(?: år(?:et)?)? (20\d\d)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:och|med|för|samt|till|–|-)$")
_AUTUMN = 9
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_FIRST_SECTION = re.compile(r"1\.?\s+[A-ZÅÄÖ].*")
_SOME_TEXT = 15
_PAGE_END = re.compile(r"\s\d{1,3}$")


@dataclass(frozen=True)
class Cover:
    """What the cover says; every part is None when it does not say it."""

    title: str | None
    year: int | None
    decided: date | None


def read_cover(source: Source, lines: Sequence[Line]) -> Placed[Cover]:
    """Title, year and day of decision, from the first lines that have them; `lines` are no furniture."""
    places = Places()
    first = next((at for at, line in enumerate(lines[:40]) if _is_title(line)), None)
    if first is None:
        first = next((at for at, line in enumerate(lines) if _is_title(line)), None)
    title = _whole_title(lines, first) if first is not None else None
    text: str | None = None
    if title:
        text = title.text[0].upper() + title.text[1:]
        places.take("/title", title)
    decided = _decided(lines[:40], places)
    year = _year(title, source, decided, places)
    return places.around(Cover(title=text, year=year, decided=decided))


def _whole_title(lines: Sequence[Line], first: int) -> Passage:
    """The title with the lines it goes on over: an "och" at the end or beginning, a year alone."""
    taken = [lines[first]]
    for line in lines[first + 1 : first + 4]:
        asks = _GOES_ON.search(taken[-1].text) or re.match(r"(?:och|för|med|samt)\b", line.text)
        adjoins = line.number == taken[-1].number + 1 and len(line.text) <= 60 and not line.text.endswith(".")
        if not (adjoins and (asks or re.fullmatch(r"20\d\d", line.text))):
            break
        taken.append(line)
    return join_lines(taken)


def _is_title(line: Line) -> bool:
    return (
        len(line.text) <= 100
        and not line.text.endswith((".", ",", ":", "-"))
        and _TITLE.fullmatch(line.text) is not None
        and not line.text.lower().startswith(("bilaga", "delmål"))
    )


def _decided(lines: Sequence[Line], places: Places) -> date | None:
    """The day after "Beslutad" or the like; a line that only repeats it in figures counts as read."""
    for line in lines:
        placed = cover_date(line, None)
        if placed is not None and placed.value[0] not in ("datum", "justerad", "reviderad"):
            day = places.keep("/decided", placed)[1]
            places.lines |= {each.number for each in lines if parse_date(each.text) == day}
            return day
    return None


def _year(title: Passage | None, source: Source, decided: date | None, places: Places) -> int | None:
    """The year in the title; else the one that headings and sentences say the plan is for, the year of a
    decision taken before the autumn, or the one met most often – then inferred.
    """
    if title and (match := _YEAR.search(title.text)):
        places.note("/year", title.of(match))
        return int(match[1])
    said = [
        (int(match[1]), line, match) for line in source.filled() for match in _YEAR_OF.finditer(line.text)
    ]
    if said:
        year, _ = Counter(year for year, _, _ in said).most_common(1)[0]
        line, match = next((line, match) for each, line, match in said if each == year)
        places.note("/year", Passage(line.text, ((0, line.number),)).of(match), "inferred")
        return year
    if decided is not None and decided.month < _AUTUMN:
        places.places["/year"] = places.places["/decided"]
        return decided.year
    years = Counter(match for line in source.lines for match in _YEAR.findall(line.text))
    if not years:
        return None
    often = max(years, key=lambda each: years[each])
    first = next(line for line in source.lines if often in line.text)
    passage = Passage(first.text, ((0, first.number),))
    start = first.text.index(often)
    places.note("/year", passage.part(start, start + 4), "inferred")
    return int(often)


def refuse_two_plans(source: Source) -> None:
    """`UnreadableError` when a second cover stands after the first plan's own sections or table."""
    covers = _covers(list(source.filled()))
    if len(covers) > 1:
        years = [match[1] if (match := _YEAR.search(line.text)) else "okänt år" for line in covers]
        which = " och ".join(
            f"{year} från rad {line.number}" for year, line in zip(years, covers, strict=True)
        )
        raise UnreadableError(f"Filen innehåller flera planer ({which}); dela den och läs en plan i taget.")


def _covers(lines: Sequence[Line]) -> list[Line]:
    """Titles with a day of decision or a contents list close below, each of a plan of its own.

    A plan of its own has numbered sections since the last title, or another year and some text between.
    """
    covers: list[tuple[int, str, Line]] = []
    begun = True
    for at, line in enumerate(lines):
        begun = begun or bool(_FIRST_SECTION.fullmatch(line.text) and not _PAGE_END.search(line.text))
        year = _YEAR.search(line.text) if _is_title(line) else None
        if year is None or not any(_confirms_title(each) for each in lines[at + 1 : at + 12]):
            continue
        later = covers and at - covers[-1][0] >= _SOME_TEXT and year[1] != covers[-1][1]
        if begun or later:
            covers.append((at, year[1], line))
            begun = False
    return [line for _, _, line in covers]


def _confirms_title(line: Line) -> bool:
    return bool(_CONTENTS.fullmatch(line.text)) or cover_date(line, None) is not None
