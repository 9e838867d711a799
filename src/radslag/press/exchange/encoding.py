"""Bytes of a text file as text, whichever of the usual encodings they are in."""

from __future__ import annotations

import codecs
import re

LARGEST = 20_000_000
"""Bytes; no plan is larger, and a larger file is refused before anything is done with it."""

_PAGE_WITHIN_LINE = re.compile(r"(?<=[^\n\r\f])\f(?=[^\n\r\f])")
_SWEDISH = re.compile("[åäöÅÄÖ]")
_READ_TWICE = re.compile("Ã[¤¥¶\x84\x85\x96„…–]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotTextError(ValueError):
    """The bytes are no text of reasonable size; the message is a Swedish sentence with the remedy."""


def decode(data: bytes) -> str:
    """The text: UTF-8, UTF-16 with a byte order mark, else Windows-1252; `NotTextError` when it is none.

    A page that begins in the middle of a line begins a line of its own.
    """
    text = _text(data)
    if len(_READ_TWICE.findall(text)) > len(_SWEDISH.findall(text)):
        raise NotTextError(
            "Filens å, ä och ö har gått sönder (”Ã¤” i stället för ”ä”); kopiera planens text på nytt "
            "och spara den som UTF-8."
        )
    return _PAGE_WITHIN_LINE.sub("\n\f", text)


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise NotTextError(
            f"Filen är för stor, högst {LARGEST // 1_000_000} MB läses; "
            "spara bara planens text i en fil och läs den."
        )
    if not data.strip():
        raise NotTextError("Filen är tom; kopiera planens text till den och läs den igen.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if _is_binary(data):
        raise _not_text()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text() from error
    if "\0" in text:
        raise _not_text()
    return text


def _is_binary(data: bytes) -> bool:
    """Whether control characters that no text has stand among the bytes."""
    controls = sum(data.count(bytes([code])) for code in range(32) if code not in b"\x02\t\n\v\f\r\x1a\x1b")
    return b"\0" in data or controls > len(data) // 1000


def _not_text() -> NotTextError:
    return NotTextError(
        "Filen är inte text; öppna planen, kopiera texten till en textfil och läs den i stället."
    )
