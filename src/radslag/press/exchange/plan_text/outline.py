"""The shape of the source: its headings, where the tables stand, where the programme begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from radslag.domain.plan_document import Part
from radslag.domain.swedish import find_dates, find_sums
from radslag.press.exchange.plan_text.columns import Column, find_heads
from radslag.press.exchange.plan_text.furniture import Contents
from radslag.press.exchange.plan_text.lines import Line, blocks
from radslag.press.exchange.plan_text.running import breaks_early, ends_sentence, usual_width
from radslag.press.exchange.plan_text.wording import likeness, plain

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?P<title>[A-ZÅÄÖ].*)")
_ANNEX = re.compile(r"Bilaga\s+(?:\d+|[A-Z])\b", re.IGNORECASE)
_AFTER_TABLE = re.compile(
    r"(?:kalendarium|mötes(?:plan|tider|kalender|schema)|kalender|sammanträde(?:n|s\w+)|konferenser|budget|ekonomi"
    r"|organisation|arbetsformer|intäkter|uppföljning|bilag(?:a|or))\b.{0,40}",
    re.IGNORECASE,
)
_NUMBER_COLUMN = re.compile(r"\b(?:nr|nummer)\b\.?", re.IGNORECASE)
_SECTION_AFTER_TABLE = re.compile(
    r"(?:kalendarium|kalender|möten|mötes(?:plan|tider|kalender|schema)|sammanträden|sammanträdestider|budget"
    r"|ekonomi(?: och budget)?|uppföljning(?: och utvärdering)?|intäkter)(?: (?:för )?(?:år )?20\d\d)?",
    re.IGNORECASE,
)
_PROGRAMME_TITLE = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]*\s+){0,4}\w*(?:program|strategi|målbild)(?:met|n)?(?:\s+(?:för\s+)?[A-ZÅÄÖ][\wåäö-]*){0,3}"
    r"(?:\s+20\d\d(?:\s*[-–]\s*20\d\d)?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?!\w*område)\w+\s*\d*:", re.IGNORECASE)
_COVER_WORD = re.compile(
    r"\b(?:datum|justerad|reviderad|antagen|antaget|beslutad|fastställd)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Heading:
    """A heading: the number of its line, its words without the number, the number as written."""

    line: int
    title: str
    number: str | None = None


@dataclass(frozen=True)
class TableRegion:
    """The lines of a table below its head; `head` are the numbers of the head's lines.

    `numbered` when the head has a column for the number of the row.
    """

    columns: tuple[Column, ...]
    head: frozenset[int]
    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Outline:
    """Headings in their order, tables, and the number of the line where the programme begins."""

    headings: tuple[Heading, ...]
    tables: tuple[TableRegion, ...]
    programme_from: int
    width: int

    def numbered_above(self, line: int) -> Heading | None:
        """The nearest numbered heading on the line or above it."""
        above = (heading for heading in reversed(self.headings) if heading.line <= line and heading.number)
        return next(above, None)

    def part_at(self, line: int) -> Part:
        """Whether the line belongs to the plan or to the programme."""
        return "programme" if line >= self.programme_from else "plan"


def read_outline(lines: Sequence[Line], contents: Contents) -> Outline:
    """The shape of the lines that are no furniture."""
    width = usual_width(lines)
    tables = tuple(_tables(lines, contents))
    of_tables = {line.number for table in tables for line in table.lines}.union(*(t.head for t in tables))
    rest = [line for line in lines if line.number not in of_tables]
    headings = tuple(_headings(rest, contents, width))
    return Outline(headings, tables, _programme_from(rest, headings, contents), width)


def read_number(line: Line, contents: Contents, last: str | None) -> Heading | None:
    """The numbered heading that the line is: listed in the contents, or next after the last one below it."""
    match = _NUMBERED.fullmatch(line.text)
    if not match or len(line.text) > 100 or match["title"].endswith((".", ",", ";", ":")):
        return None
    number, title = match["number"], match["title"]
    listed = any(
        number == entry and (likeness(title, other) > 0.6 or _SECTION_AFTER_TABLE.fullmatch(title))
        for entry, other in contents.entries
    )
    below_listed = "." in number or not contents.entries
    if listed or (below_listed and _follows(number, last)):
        return Heading(line.number, title, number)
    return None


def _follows(number: str, last: str | None) -> bool:
    parts = [int(part) for part in number.split(".")]
    before = [int(part) for part in last.split(".")] if last else []
    if len(parts) > len(before):
        return parts[: len(before)] == before and parts[len(before) :] == [1] * (len(parts) - len(before))
    same = len(parts) - 1
    return parts[:same] == before[:same] and before[same] < parts[same] <= before[same] + 2


def _headings(lines: Sequence[Line], contents: Contents, width: int) -> Iterator[Heading]:
    last: str | None = None
    for block in blocks(lines):
        first = True
        for at, line in enumerate(block):
            following = block[at + 1] if at + 1 < len(block) else None
            heading = read_number(line, contents, last)
            if heading is not None:
                last = heading.number
            elif (first or _parted(block[at - 1], line)) and _is_title(line, following, width):
                heading = Heading(line.number, line.text)
            first = heading is not None
            if heading is not None:
                yield heading


def _parted(previous: Line, line: Line) -> bool:
    """Whether a new page begins with the line."""
    return line.indented and not previous.indented and not line.text[0].islower()


def _is_title(line: Line, following: Line | None, width: int) -> bool:
    """A short line in capitals' beginning, without full stop, before something new."""
    text = line.text
    shaped = text[0].isupper() and len(text) <= 80 and not text.endswith((".", ",", ";", ":", "!", "?", "-"))
    if not shaped or line.item is not None or text.isupper() or _LABEL.match(text) or _tells_a_value(text):
        return False
    if following is None:
        return True
    new = following.item is not None or following.text[0].isupper() or following.text[0].isdigit()
    short = len(text) <= 0.7 * width or breaks_early(line, following, width)
    return new and not following.indented and short


def _tells_a_value(text: str) -> bool:
    return next(find_dates(text), None) is not None or next(find_sums(text), None) is not None


def _tables(lines: Sequence[Line], contents: Contents) -> Iterator[TableRegion]:
    last: Heading | None = None
    after = 0
    for start, end, columns in find_heads(lines):
        if start < after:
            continue
        for line in lines[after:start]:
            last = read_number(line, contents, last.number if last else None) or last
        after = _table_end(lines, end, contents, last.number if last else None)
        below = lines[end:after]
        again = [line for first, last, _ in find_heads(below) for line in below[first:last]]
        head = frozenset(line.number for line in [*lines[start:end], *again])
        numbered = any(_NUMBER_COLUMN.search(line.text) for line in lines[start:end])
        yield TableRegion(columns, head, tuple(line for line in below if line.number not in head), numbered)


def _table_end(lines: Sequence[Line], start: int, contents: Contents, last: str | None) -> int:
    """The index of the first line after the table: a heading, the title of an annex or of the programme."""
    alone = {block[0].number for block in blocks(lines) if len(block) == 1}
    head = lines[start - 1].number
    annex = min((number for number in contents.annex_titles if number > head), default=10**9)
    for at in range(start, len(lines)):
        line = lines[at]
        if line.number > annex or _ANNEX.match(line.text) or read_number(line, contents, last):
            return at
        titled = _AFTER_TABLE.fullmatch(line.text) or _begins_programme(lines, at, contents)
        if (line.number in alone and titled) or _SECTION_AFTER_TABLE.fullmatch(line.text):
            return at
    return len(lines)


def _begins_programme(lines: Sequence[Line], at: int, contents: Contents) -> bool:
    """Whether the line is the title of the programme: an annex's, or one with a date close below."""
    text = lines[at].text
    if not _PROGRAMME_TITLE.fullmatch(text) or ends_sentence(text):
        return False
    if any(plain(annex.title).startswith(plain(text)) for annex in contents.annexes):
        return True
    below = lines[at + 1 : at + 4]
    return any(_COVER_WORD.search(line.text) and next(find_dates(line.text), None) for line in below)


def _programme_from(lines: Sequence[Line], headings: Sequence[Heading], contents: Contents) -> int:
    numbered = [heading.line for heading in headings if heading.number]
    begun = numbered[0] if numbered else 0
    for at, line in enumerate(lines):
        after_plan = line.number > begun and len(line.text) <= 80
        if after_plan and _begins_programme(lines, at, contents):
            return line.number
    return lines[-1].number + 1 if lines else 1
