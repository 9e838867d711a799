"""Where the run-together lines of a table can be cut into cells, and which stretches can be a cell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from radslag.press.exchange.plan_text.columns import COST, TIME
from radslag.press.exchange.plan_text.lines import Line, Passage, joined

_WORD = re.compile(r"\S+")
_WIDE_GAP = re.compile(r"\S+(?=(?:\t| {2,})\s*\S)")
_SENTENCE_END = (".", "!", "?", ".)", '."', ".”")
_NEVER_LAST = re.compile(
    r"(?:och|samt|eller|för|av|med|till|som|i|på|att|om|vid|mellan|enligt|under|inom|från|mot|hos|kring"
    r"|genom|inför|den|det|de|en|ett)"
)
_LONGEST_CELL = 16
_MOST_CUTS = 80


@dataclass(frozen=True)
class Cut:
    """A place before a word where a cell may begin; `cost` says how unlikely, 0 for the first of a line."""

    line: int
    offset: int
    cost: float = 0.0


@dataclass(frozen=True)
class Stretch:
    """What stands between two cuts, read as one cell; `cost` is what the layout says against it.

    `holds_others` when a cell of another column than free text surely begins inside.
    """

    passage: Passage
    widths: tuple[int, ...]
    begins_line: bool
    holds_others: bool
    cost: float


class Vocabulary(Protocol):
    """The words that cells are known by."""

    names: re.Pattern[str]

    def begins_subgoal(self, text: str) -> bool:
        """Whether the text begins with the first words of a known sub-goal."""


class Table:
    """The lines of one stretch of a table, with every cut and every stretch worth looking at."""

    def __init__(self, lines: Sequence[Line], words: Vocabulary) -> None:
        self.lines = lines
        self.cuts = [cut for at, line in enumerate(lines) for cut in _cuts(at, line, words.names)]
        self.cuts.append(Cut(len(lines), 0))
        self._starts = sorted(
            {start for at, line in enumerate(lines) for start in _cell_starts(at, line, words)}
        )
        gaps = sum(self._gap_before(at) for at in range(1, len(lines)))
        self._spaced = gaps * 8 >= len(lines)

    def begins_line(self, cut: int) -> bool:
        """Whether the cut stands before the first word of a line."""
        return self.cuts[cut].offset == 0

    def begins_block(self, cut: int) -> bool:
        """Whether space stands above the cut, as far as the table has space between its cells at all."""
        at = self.cuts[cut].line
        return self.begins_line(cut) and (
            not self._spaced or at in (0, len(self.lines)) or self._gap_before(at)
        )

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
            if not last.offset or self._ends_within(first, last, end - start, gaps):
                yield end, self._stretch(start, end, gaps)

    def _ends_within(self, first: Cut, last: Cut, cuts: int, gaps: int) -> bool:
        """Whether a cell can end inside a line: its own first line, or a later one with a likely cut."""
        likely = not gaps and last.cost <= 0.5 and not self._gap_before(last.line)
        return cuts <= _MOST_CUTS and (last.line == first.line or likely)

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
        elif several and self._spaced and not self.begins_block(end):
            cost += 3.0
        cost += min(3.0, 1.0 * _early_breaks([piece.strip() for _, piece in pieces])) if several else 0.0
        passage = joined((number, piece.strip()) for number, piece in pieces)
        cost += 5.0 if _is_unfinished(passage.text) else 0.0
        after = bisect_right(self._starts, (first.line, first.offset))
        holds_others = after < bisect_left(self._starts, (last.line, last.offset))
        return Stretch(
            passage, tuple(len(piece) for _, piece in pieces), first.offset == 0, holds_others, cost
        )


def _early_breaks(pieces: Sequence[str]) -> int:
    """How many lines are broken though the next word would have had room in the widest of them."""
    widest = max(len(piece) for piece in pieces)
    return sum(
        len(piece) + 1 + len(following.partition(" ")[0]) <= 0.8 * widest
        for piece, following in pairwise(pieces)
    )


def _is_unfinished(text: str) -> bool:
    """Whether more must follow in the same cell."""
    return text.endswith((",", "(")) or _NEVER_LAST.fullmatch(text[-12:].rpartition(" ")[2]) is not None


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
        elif word[0].isupper() and len(vocabulary) > 1:
            yield Cut(at, offset, 1.2)
        previous = word


def _cell_starts(at: int, line: Line, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where cells of other columns than free text surely begin.

    The first words of a sub-goal, or a party, first on the line; a time with a capital first on the line,
    after a party or within a sentence. After a party or a time something new must begin.
    """
    if words.begins_subgoal(line.text):
        yield at, 0
    previous = ""
    for word in _WORD.finditer(line.text):
        start = word.start()
        party = words.names.match(line.text, start)
        time = TIME.match(line.text, party.end() + 1 if party else start)
        end = time.end() if time else party.end() if party and not start else None
        sudden = party or (word[0][0].isupper() and not previous.endswith(_SENTENCE_END))
        rest = line.text[end:].lstrip(" .") if end is not None else "-"
        if sudden and (rest[:1].isupper() or (time and not rest)):
            yield at, start
        previous = word[0]


def _edges(pattern: re.Pattern[str], text: str) -> set[int]:
    """Where words of the pattern begin, and where the word after them begins."""
    edges = set()
    for match in _WORD.finditer(text):
        if found := pattern.match(text, match.start()):
            rest = text[found.end() :]
            edges |= {match.start(), found.end() + re.match(r"[\s.,;:)]*", rest).end()}  # type: ignore[union-attr]
    return edges
