"""What a letter says, once: set as plain text here, and as HTML by a template that shows the same parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import fill

from radslag.domain.colours import ACCENT

WIDTH = 72
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


@dataclass(frozen=True)
class Link:
    """Somewhere to go: its words and its whole address."""

    label: str
    url: str


@dataclass(frozen=True)
class Row:
    """Something that the letter tells of: what it is called, what there is to say, where to see it.

    `title_in` and `note_in` are the languages of words that are not in the letter's own.
    """

    title: str
    note: str = ""
    url: str = ""
    title_in: str = ""
    note_in: str = ""


@dataclass(frozen=True)
class Part:
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A letter's content: `button` is the one thing to do, `foot` why one gets it, `ways_out` how to stop.

    `heading_in` is the heading's language if it is not the letter's own. `accent` is the colour of its button
    and links, #rrggbb. `unsubscribe` is what a mail program may ask by itself to stop letters of this kind
    (RFC 8058).
    """

    subject: str
    language: str
    sender: str
    accent: str = ACCENT
    heading: str
    heading_in: str = ""
    lead: tuple[str, ...] = ()
    button: Link | None = None
    aside: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    foot: str = ""
    ways_out: tuple[Link, ...] = ()
    unsubscribe: str = ""


def one_line(words: str) -> str:
    """The words on one line, without what could end a line of a letter's head."""
    return " ".join(CONTROL.sub(" ", words).split())


def plain_text(sheet: Sheet) -> str:
    """The letter as somebody reads it who has only text: lines no wider than 72 but for addresses."""
    return "\n\n".join(_blocks(sheet)) + "\n"


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield _wrapped(sheet.heading)
    yield from (_wrapped(paragraph) for paragraph in sheet.lead)
    if sheet.button:
        yield _linked(sheet.button)
    for part in sheet.parts:
        heading = one_line(part.heading)
        yield f"{heading}\n{'-' * min(len(heading), WIDTH)}"
        yield from (_row(row) for row in part.rows)
    yield from (_linked(link) for link in sheet.aside)
    yield "\n".join(["-- ", _wrapped(sheet.sender), *_foot(sheet)])


def _foot(sheet: Sheet) -> Iterator[str]:
    if sheet.foot:
        yield _wrapped(sheet.foot)
    yield from (_linked(link) for link in sheet.ways_out)


def _row(row: Row) -> str:
    return "\n".join(_lines_of(row))


def _lines_of(row: Row) -> Iterable[str]:
    yield _wrapped(row.title, first="* ", others="  ")
    if row.note:
        yield _wrapped(row.note, first="  ", others="  ")
    if row.url:
        yield f"  {row.url}"


def _linked(link: Link) -> str:
    return f"{_wrapped(link.label)}:\n{link.url}"


def _wrapped(words: str, first: str = "", others: str = "") -> str:
    return fill(
        one_line(words),
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
