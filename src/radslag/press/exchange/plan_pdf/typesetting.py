"""Runs Typst on the template with the content as data, never as markup."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "template"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
FAMILIES = ("Inter", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
UNSHOWN = "□"
VERBATIM = ("link", "fingerprint")
UNDATED = date(1980, 1, 1)
_COMPLAINT = re.compile(r'the (?:text|PDF)?.*?(?:text|codepoint) `"(?P<characters>.+?)"`')
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_RUN_TOGETHER = re.compile(rb"\r\nendstream(?=\nendobj)")
_OFFSET = re.compile(rb"^(\d{10})( \d{5} n)", re.MULTILINE)
_START = re.compile(rb"startxref\n(\d+)")
_UNBROKEN = re.compile(r"\S{40}(?=\S)")


def typeset(content: dict[str, Any], *, fonts: Path, dated: date | None) -> bytes:
    """The content as a PDF dated `dated`; characters that no font has become `UNSHOWN`.

    Typst names those characters when it refuses them, so each round leaves fewer.
    """
    unshown: set[str] = set()
    while True:
        try:
            return unambiguous(_compile(_shown(content, unshown), fonts, dated or UNDATED))
        except typst.TypstError as error:
            refused = _refused(error) - unshown
            if not refused:
                raise
            unshown |= refused


def unambiguous(pdf: bytes) -> bytes:
    """The PDF with the end of every stream plain to readers that look for it rather than count.

    A stream whose last byte is a carriage return runs into the line feed before ``endstream``, and some
    validators then find it one byte short. Another carriage return parts the two; the rest moves along.
    """
    ends = [match.start() for match in _RUN_TOGETHER.finditer(pdf)]
    if not ends:
        return pdf

    def moved(offset: bytes) -> int:
        return int(offset) + bisect_left(ends, int(offset))

    at = pdf.rindex(b"\nxref\n")
    table = _OFFSET.sub(lambda match: b"%010d%b" % (moved(match[1]), match[2]), pdf[at:])
    table = _START.sub(lambda match: b"startxref\n%d" % moved(match[1]), table)
    return _RUN_TOGETHER.sub(b"\r\r\nendstream", pdf[:at]) + table


def _compile(content: dict[str, Any], fonts: Path, dated: date) -> bytes:
    given = {**content, "families": FAMILIES, "date": [dated.year, dated.month, dated.day]}
    return typst.compile(
        TEMPLATE / "plan.typ",
        root=TEMPLATE,
        font_paths=[fonts] if fonts.is_dir() else [],
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(given)},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(dated, time(), UTC),
    )


def _refused(error: typst.TypstError) -> set[str]:
    named = {match["characters"] for match in _COMPLAINT.finditer(error.diagnostic)}
    return {_ESCAPED.sub(lambda match: chr(int(match["code"], 16)), characters) for characters in named}


def _shown(value: Any, unshown: AbstractSet[str]) -> Any:
    match value:
        case str():
            for characters in unshown:
                value = value.replace(characters, UNSHOWN)
            return _UNBROKEN.sub("\\g<0>\u200b", _CONTROL.sub(UNSHOWN, value))
        case dict():
            return {key: inner if key in VERBATIM else _shown(inner, unshown) for key, inner in value.items()}
        case list() | tuple():
            return [_shown(inner, unshown) for inner in value]
    return value
