"""Who sits in a body and how they are reached, as vCards (RFC 2426) and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PHONE = re.compile(r"\+?[\d\s()/.–-]+")


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to reach: what they are called, as what and for whom they sit, their addresses."""

    name: str
    title: str
    organisation: str
    email: str = ""
    phone: str = ""


def write_vcards(contacts: Iterable[Contact]) -> bytes:
    """A card for each, in the version that mail programs of every maker take."""
    lines = (line for contact in contacts for line in _card(contact))
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def write_table(contacts: Iterable[Contact], headings: Sequence[str]) -> bytes:
    """Comma-separated as a Swedish spreadsheet opens it; a name is never taken for a formula."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(headings)
    for each in contacts:
        cells = (each.name, each.title, each.organisation, each.email, each.phone)
        table.writerow([_harmless(cell) for cell in cells])
    return written.getvalue().encode("utf-8-sig")


def _card(contact: Contact) -> Iterator[str]:
    given, _, family = contact.name.rpartition(" ")
    yield from ("BEGIN:VCARD", "VERSION:3.0")
    yield f"N:{_escaped(family)};{_escaped(given)};;;"
    yield f"FN:{_escaped(contact.name)}"
    yield f"ORG:{_escaped(contact.organisation)}"
    yield f"TITLE:{_escaped(contact.title)}"
    if contact.email:
        yield f"EMAIL;TYPE=INTERNET,WORK:{_escaped(contact.email)}"
    if contact.phone:
        yield f"TEL;TYPE=WORK,VOICE:{_escaped(contact.phone)}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n")).translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, no letter cut in two."""
    pieces, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > LONGEST_LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += letter
        length += size
    return "\r\n".join(pieces)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _PHONE.fullmatch(cell) else cell
