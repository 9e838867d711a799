"""Lines with no content of their own: page numbers, the contents list, running heads, exact repetitions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from radslag.domain.plan_document import FurnitureKind
from radslag.press.exchange.plan_text.lines import Line, Source, blocks

_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an)?\.?\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:\(\d{1,3}\)|/\s*\d{1,3}|av \d{1,3}))?",
    re.IGNORECASE,
)
_PAGE_LAST = re.compile(
    r"[\s|·–-]+(?:sid(?:a|an)?\.?\s*)?\d{1,3}\s*(?P<of>\(\d{1,3}\)|/\s*\d{1,3}|av \d{1,3})?$", re.IGNORECASE
)
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?:(?P<number>\d+(?:\.\d+)*)\.?\s+)?(?P<title>\S.*?)\s*(?:[.…_]{2,}\s*|\s)(?P<page>\d{1,3})"
)
_ANNEXES = re.compile(r"bilag(?:a|or)\b.*", re.IGNORECASE)
_ANNEX = re.compile(r"bilaga\s+(?P<number>\d+|[A-Z])\s*[:.–-]?\s*(?P<title>\S.*)", re.IGNORECASE)
_OFTEN = 3
_FOOTNOTE = re.compile(r"[*†]|\d{1,2}\s+[A-ZÅÄÖ]")


@dataclass(frozen=True)
class Annex:
    """An annex (bilaga) as the contents list names it."""

    title: str
    line: int


@dataclass(frozen=True)
class Contents:
    """The contents list: the lines it stands on, its entries as (number, title), its annexes.

    `annex_titles` are lines after the list that give the title of an annex again.
    """

    lines: frozenset[int] = frozenset()
    entries: tuple[tuple[str | None, str], ...] = ()
    annexes: tuple[Annex, ...] = ()
    annex_titles: frozenset[int] = frozenset()


def find_contents(source: Source) -> Contents:
    """The contents list under its heading, as far as lines with page numbers and annexes go on."""
    lines = list(source.filled())
    start = next((at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if start is None:
        return Contents()
    taken, entries, annexes = {lines[start].number}, [], []
    for line in lines[start + 1 :]:
        if annex := _ANNEX.fullmatch(line.text):
            annexes.append(Annex(re.sub(r"[\s.…]+\d{1,3}$", "", annex["title"]), line.number))
        elif entry := _ENTRY.fullmatch(line.text):
            entries.append((entry["number"], entry["title"]))
        elif not _ANNEXES.fullmatch(line.text):
            break
        taken.add(line.number)
    titles = tuple(annex.title.casefold() for annex in annexes)
    again = {
        line.number
        for line in lines
        if line.number not in taken
        and (annex := _ANNEX.fullmatch(line.text))
        and any(title.startswith(annex["title"].casefold()) for title in titles)
    }
    return Contents(frozenset(taken), tuple(entries), tuple(annexes), frozenset(again))


def find_furniture(source: Source, contents: Contents) -> dict[int, FurnitureKind]:
    """The kind of every line that has no content of its own, by line number."""
    lines = list(source.filled())
    found: dict[int, FurnitureKind] = dict.fromkeys(contents.lines, "table_of_contents")
    for number in _page_numbers(lines):
        found.setdefault(number, "page_number")
    for number in _running_heads(lines, {n for n, kind in found.items() if kind == "page_number"}):
        found.setdefault(number, "header")
    for number in contents.annex_titles:
        found.setdefault(number, "repeated")
    for number in _repetitions([line for line in lines if line.number not in found]):
        found.setdefault(number, "repeated")
    return found


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Lines of their own with nothing but a number, perhaps out of how many."""
    for block in blocks(lines):
        if len(block) == 1 and _PAGE_NUMBER.fullmatch(block[0].text):
            yield block[0].number


def _running_heads(lines: Sequence[Line], page_numbers: Container[int]) -> Iterator[int]:
    """A shouted line that begins another line, and lines that three times or more stand where pages meet."""
    yield from _page_feet(lines)
    alone = [block[0] for block in blocks(lines) if len(block) == 1 and len(block[0].text) <= 80]
    at_page = Counter(
        line.text.casefold()
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False)
        if "\f" in line.raw or any(beside and beside.number in page_numbers for beside in (before, after))
    )
    for line in alone:
        shouted = line.text.isupper() and len(line.text.split()) > 1
        begins_another = shouted and any(other.text.startswith(line.text + " ") for other in lines)
        if begins_another or (at_page[line.text.casefold()] >= 3 and re.search(r"[^\W\d]{3}", line.text)):
            yield line.number


def _page_feet(lines: Sequence[Line]) -> Iterator[int]:
    """Lines three times or more the same but for the page number last, and what always stands beside them.

    A number that does not tell out of how many counts only where a form feed shows that pages meet.
    """
    meets = {at for at, line in enumerate(lines) if "\f" in line.raw or "\f" in _raw(lines, at + 1)}
    stems = [_without_page(line.text, at_page=at in meets) for at, line in enumerate(lines)]
    often = Counter(filter(None, stems))
    feet = {at for at, stem in enumerate(stems) if stem and often[stem] >= _OFTEN}
    beside = Counter(lines[near].text for at in feet for near in (at - 1, at + 1) if 0 <= near < len(lines))
    for at, line in enumerate(lines):
        near_foot = at - 1 in feet or at + 1 in feet
        if at in feet or (near_foot and beside[line.text] >= _OFTEN):
            yield line.number


def _raw(lines: Sequence[Line], at: int) -> str:
    return lines[at].raw if at < len(lines) else ""


def _without_page(text: str, *, at_page: bool) -> str:
    """The words before the page number that the line ends with; nothing when it ends with none."""
    match = _PAGE_LAST.search(text)
    return text[: match.start()] if match and (match["of"] or at_page) else ""


def _repetitions(lines: Sequence[Line]) -> Iterator[int]:
    """Lines doubled at once, and footnotes printed again on a later page."""
    notes: set[str] = set()
    for previous, line in zip([None, *lines], lines, strict=False):
        doubled = previous is not None and line.text == previous.text and len(line.text.split()) >= 3
        if doubled or line.text in notes:
            yield line.number
        elif _FOOTNOTE.match(line.text):
            notes.add(line.text)
