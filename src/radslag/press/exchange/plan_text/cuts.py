"""Where the run-together lines of a table can be cut into cells, and which stretches can be a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from radslag.press.exchange.plan_text.columns import COST, TIME
from radslag.press.exchange.plan_text.lines import Line, Passage, joined

_WORD = re.compile(r"\S+")
_WIDE_GAP = re.compile(r"\S+(?=(?:\t| {2,})\s*\S)")
_SENTENCE_END = (".", "!", "?", ".)", '."', ".”")
_LONGEST_CELL = 40


@dataclass(frozen=True)
class Cut:
    """A place before a word where a cell may begin; `cost` says how unlikely, 0 for the first of a line."""

    line: int
    offset: int
    cost: float = 0.0


@dataclass(frozen=True)
class Stretch:
    """What stands between two cuts, read as one cell; `cost` is what the layout says against it."""

    passage: Passage
    widths: tuple[int, ...]
    begins_line: bool
    cost: float


class Table:
    """The lines of one stretch of a table, with every cut and every stretch worth looking at."""

    def __init__(self, lines: Sequence[Line], names: re.Pattern[str]) -> None:
        self.lines = lines
        self.cuts = [cut for at, line in enumerate(lines) for cut in _cuts(at, line, names)]
        self.cuts.append(Cut(len(lines), 0))
        self._first_cut = {cut.line: index for index, cut in enumerate(self.cuts) if cut.offset == 0}

    def begins_line(self, cut: int) -> bool:
        """Whether the cut stands before the first word of a line."""
        return self.cuts[cut].offset == 0

    def begins_block(self, cut: int) -> bool:
        """Whether nothing but space stands between the cut and the words before it."""
        at = self.cuts[cut].line
        return self.begins_line(cut) and (at in (0, len(self.lines)) or self._gap_before(at))

    def stretches(self, start: int) -> Iterator[tuple[int, Stretch]]:
        """Every stretch that can be one cell from the cut on, with the cut after it.

        A cell of one line runs together with the next cell; a cell of several lines ends with its line, and
        as a rule with space below it. What breaks this costs, for copying is not always so orderly.
        """
        first = self.cuts[start]
        gaps = 0
        for end in range(start + 1, len(self.cuts)):
            last = self.cuts[end]
            if last.line - first.line > _LONGEST_CELL:
                return
            if last.offset == 0 and last.line > first.line + 1 and self._gap_before(last.line - 1):
                gaps += 1
                if gaps > 1 or not self._goes_on(last.line - 1):
                    return
            if last.offset and last.line > first.line and (gaps or last.cost > 0.5):
                continue
            if last.offset and last.line > first.line and self._gap_before(last.line):
                return
            yield end, self._stretch(start, end, gaps)

    def _gap_before(self, at: int) -> bool:
        return self.lines[at].number > self.lines[at - 1].number + 1

    def _goes_on(self, at: int) -> bool:
        """Whether the line after a gap can carry on the sentence before it."""
        return not self.lines[at - 1].text.endswith(_SENTENCE_END) and not self.lines[at].text[0].isupper()

    def _stretch(self, start: int, end: int, gaps: int) -> Stretch:
        first, last = self.cuts[start], self.cuts[end]
        pieces = [
            (line.number, line.text[first.offset if at == first.line else 0 :])
            for at, line in enumerate(self.lines[first.line : last.line], first.line)
        ]
        several = last.line > first.line + 1
        cost = 2.0 * gaps
        if last.offset:
            ended = self.lines[last.line].text[first.offset if last.line == first.line else 0 : last.offset]
            pieces.append((self.lines[last.line].number, ended))
            cost += 5.0 if last.line > first.line else 0.0
        elif several and not self.begins_block(end):
            cost += 3.0
        passage = joined((number, piece.strip()) for number, piece in pieces)
        return Stretch(passage, tuple(len(piece) for _, piece in pieces), first.offset == 0, cost)


def _cuts(at: int, line: Line, names: re.Pattern[str]) -> Iterator[Cut]:
    text = line.text
    vocabulary = {0} | _edges(names, text) | _edges(TIME, text) | _edges(COST, text)
    wide = {len(" ".join(line.raw[: match.end()].split())) + 1 for match in _WIDE_GAP.finditer(line.raw)}
    previous = ""
    for match in _WORD.finditer(text):
        offset, word = match.start(), match[0]
        if not offset:
            yield Cut(at, 0)
        elif offset in wide:
            yield Cut(at, offset, 0.1)
        elif offset in vocabulary or previous.endswith(")"):
            yield Cut(at, offset, 0.2)
        elif previous.endswith(_SENTENCE_END) and not word[0].islower():
            yield Cut(at, offset, 0.3)
        elif word[0].isupper():
            yield Cut(at, offset, 1.2)
        previous = word


def _edges(pattern: re.Pattern[str], text: str) -> set[int]:
    """Where words of the pattern begin, and where the word after them begins."""
    edges = set()
    for match in _WORD.finditer(text):
        if found := pattern.match(text, match.start()):
            rest = text[found.end() :]
            edges |= {match.start(), found.end() + re.match(r"[\s.,;:)]*", rest).end()}  # type: ignore[union-attr]
    return edges
