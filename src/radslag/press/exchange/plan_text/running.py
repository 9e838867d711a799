"""The running text of the source: its paragraphs re-joined over lines, with the sentences in them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from radslag.press.exchange.plan_text.lines import Line, Passage, blocks, join_lines

_SENTENCE = re.compile(
    r"(?:[^.!?]|[.!?](?!\s+[A-ZÅÄÖ\"”]|\s*$)|(?<=\b[a-zåäö])\.|(?<=\b[tmpf] [edaf])\.)+[.!?]*\s*"
)
_SENTENCE_ENDS = (".", "!", "?", ":", ".)", '."', ".”")


def usual_width(lines: Iterable[Line]) -> int:
    """How long the lines of running text may grow: nine in ten of the broken ones are shorter."""
    widths = sorted(len(line.text) for block in blocks(lines) for line in block[:-1])
    return widths[len(widths) * 9 // 10] if widths else 80


def breaks_early(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would have had room: the break is the writer's own."""
    first_word = following.text.partition(" ")[0]
    return len(line.text) + 1 + len(first_word) <= 0.8 * width


def ends_sentence(text: str) -> bool:
    """Whether the words end as a sentence does."""
    return text.endswith(_SENTENCE_ENDS)


def paragraphs(block: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """The lines of a block, split where its own words show that a new paragraph or list item begins."""
    listed = sum(line.indented for line in block) >= 2
    current: list[Line] = []
    for line in block:
        if current and _parts(current[-1], line, width, listed=listed):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _parts(previous: Line, line: Line, width: int, *, listed: bool) -> bool:
    if line.item is not None or (line.indented and (listed or not line.text[0].islower())):
        return True
    return ends_sentence(previous.text) and not line.text[0].islower() and breaks_early(previous, line, width)


def running_text(lines: Iterable[Line], width: int, headings: Container[int]) -> list[Passage]:
    """Every paragraph and every heading of the lines as one passage, in their order."""
    return [
        join_lines(paragraph)
        for block in blocks(lines)
        for part in split_at(block, headings)
        for paragraph in paragraphs(part, width)
    ]


def split_at(block: Sequence[Line], headings: Container[int]) -> Iterator[list[Line]]:
    """The lines of a block with each heading by itself."""
    part: list[Line] = []
    for line in block:
        if line.number in headings:
            if part:
                yield part
            yield [line]
            part = []
        else:
            part.append(line)
    if part:
        yield part


@lru_cache(maxsize=4096)
def sentences(passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a paragraph; "t ex", "m fl." and dates with full stops do not end one."""
    return tuple(passage.of(match) for match in _SENTENCE.finditer(passage.text) if match[0].strip())
