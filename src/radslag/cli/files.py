"""What needs no database."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from radslag.domain.findings import check
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.encoding import LARGEST
from radslag.press.exchange.plan_json import write_plan_json
from radslag.press.exchange.reading import read_plan


def read(asked: Namespace) -> int:
    """Write what is in a plan file as JSON, and on the other stream what became of its lines."""
    document = read_plan(content_of(asked.file))
    document = replace(document, findings=check(document))
    sys.stdout.buffer.write(write_plan_json(document))
    sys.stdout.flush()
    print(account(document), file=sys.stderr)
    return 0


def content_of(file: Path) -> bytes:
    """What is in the file; no more of it than what shows that it is too large to be a plan."""
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def account(document: PlanDocument) -> str:
    """How much was read, and what became of every line."""
    sizes = [
        (len(document.cooperation.members), "kommuner"),
        (len(document.programme.focus_areas) if document.programme else 0, "fokusområden"),
        (len(document.activities), "rader i handlingsplanen"),
        (len(document.meetings), "möten"),
    ]
    read_parts = ", ".join(f"{count} {what}" for count, what in sizes)
    reading = document.reading
    if reading is None:
        return f"{read_parts}."
    return (
        f"{read_parts}. {reading.lines} rader: {reading.used} använda, "
        f"{reading.furniture} sidnummer och dylikt, {reading.unread} olästa."
    )
