"""The source as numbered lines, and passages that know which lines their words stand on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from radslag.domain.plan_document import Doubt, Place

BULLETS = "•▪◦●○■□·∙‣➢✓\uf0b7\uf0a7\u2043"
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "\u200b": None, "\ufeff": None})
_CARRIED_HYPHEN = re.compile(r"\b([^\W\d_]{3,}s)-([a-zåäöé]{4,})\b")
_SOFT_HYPHEN = re.compile("[\u00ad\ufffe\x02]")
_SOFT_HYPHEN_LAST = re.compile(r"(?<=\w)[\u00ad\ufffe\x02]\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|till|alternativt)\b")
_ITEM = re.compile(rf"(?:[{BULLETS}]\s*|[-–—*]\s+|o\s+(?=\S))(?=\S)")


@dataclass(frozen=True)
class Line:
    """A line of the source: `number` from 1, `raw` as it stands, `text` its words with single spaces."""

    number: int
    raw: str
    text: str

    @property
    def indented(self) -> bool:
        """Whether space stands before the first word: a lost bullet, or the first line of a page."""
        return self.raw[:1].isspace()

    @property
    def item(self) -> str | None:
        """The words after the bullet or dash that the line begins with; None when it has neither."""
        match = _ITEM.match(self.text)
        return self.text[match.end() :] if match else None


@dataclass(frozen=True)
class Passage:
    """Words that belong together, re-joined over lines; `starts` are pairs of offset and line number."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def line_at(self, offset: int) -> int:
        """The number of the line that the character at the offset stands on."""
        return self.starts[max(bisect_right(self.starts, (offset, 10**9)) - 1, 0)][1]

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of every line that words of the passage stand on."""
        return frozenset(number for _, number in self.starts)

    def place(self, start: int = 0, end: int | None = None, doubt: Doubt | None = None) -> Place:
        """Where ``text[start:end]`` stands."""
        last = max(len(self.text) if end is None else end, start + 1) - 1
        return Place(line=self.line_at(start), to_line=self.line_at(last), doubt=doubt)

    def part(self, start: int, end: int | None = None) -> Passage:
        """The passage of ``text[start:end]`` without the space around it."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        stop = start + len(piece)
        first = (0, self.line_at(start))
        later = tuple((offset - start, number) for offset, number in self.starts if start < offset < stop)
        return Passage(piece, (first, *later))

    def of(self, match: re.Match[str], group: int | str = 0) -> Passage:
        """The passage that a group of a match in `text` stands on."""
        return self.part(match.start(group), match.end(group))


@dataclass(frozen=True)
class Source:
    """The whole text: every line, blank ones too, and the words met in it in lower case."""

    lines: tuple[Line, ...]
    vocabulary: frozenset[str]

    def filled(self) -> Iterator[Line]:
        """The lines with any words in them."""
        return (line for line in self.lines if line.text)


def read_lines(text: str) -> Source:
    """The text as numbered lines, with compounds mended where the document itself spells them as one word."""
    raws = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [
        Line(number, raw, _words(_hyphenated(raw.translate(_LIGATURES))) or _words(raw))
        for number, raw in enumerate(raws, 1)
    ]
    vocabulary = frozenset(word for line in lines for word in _WORD.findall(line.text.lower()))
    return Source(tuple(replace(line, text=_mended(line.text, vocabulary)) for line in lines), vocabulary)


def _words(text: str) -> str:
    return " ".join(text.split())


def _hyphenated(raw: str) -> str:
    """The line without soft hyphens, by any of the signs PDF viewers copy them as; at its end a plain one."""
    return _SOFT_HYPHEN.sub("", _SOFT_HYPHEN_LAST.sub("-", raw))


def _mended(text: str, vocabulary: frozenset[str]) -> str:
    if "-" not in text:
        return text
    return _CARRIED_HYPHEN.sub(
        lambda match: match[1] + match[2] if (match[1] + match[2]).lower() in vocabulary else match[0], text
    )


def joined(pieces: Iterable[tuple[int, str]]) -> Passage:
    """Pieces of lines, given with their line numbers, as running text: carried-over words become whole."""
    text = ""
    starts: list[tuple[int, int]] = []
    for number, piece in pieces:
        if not piece:
            continue
        if text:
            text = _glued(text, piece)
        starts.append((len(text), number))
        text += piece
    return Passage(text, tuple(starts))


def join_lines(lines: Sequence[Line]) -> Passage:
    """Whole lines as running text."""
    return joined((line.number, line.text) for line in lines)


def _glued(left: str, right: str) -> str:
    if not left.endswith("-") or left.endswith(" -") or _SUSPENDED.match(right):
        return left + " "
    stem = left[:-1].rsplit(maxsplit=1)[-1] if left[:-1].strip() else ""
    word_goes_on = right[0].islower() and stem.isalpha() and not stem.isupper()
    return left[:-1] if word_goes_on else left


def blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Stretches of lines with nothing between them."""
    block: list[Line] = []
    for line in lines:
        if block and line.number != block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block
