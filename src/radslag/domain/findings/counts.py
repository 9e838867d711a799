"""Numbers in words that the document itself belies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radslag.domain.findings.texts import passages, quoted
from radslag.domain.plan_document import Finding, PlanDocument
from radslag.domain.swedish import number_word, parse_number

_MEMBERS = re.compile(
    r"\b(?:de|alla|samtliga) (?P<count>\w+) (?:medlems|samverkans)?kommunerna\b", re.IGNORECASE
)


def member_count_differs(document: PlanDocument) -> Iterator[Finding]:
    """The text speaks of another number of municipalities than the members it names."""
    members = len(document.cooperation.members)
    reported: set[str] = set()
    for passage in passages(document):
        for match in _MEMBERS.finditer(passage.text):
            count = parse_number(match["count"])
            if members and count is not None and count > members and match[0] not in reported:
                reported.add(match[0])
                yield Finding(
                    rule="member-count-differs",
                    severity="warning",
                    message=f"Texten talar om {quoted(match[0])}, men planen nämner {number_word(members)} "
                    "medlemmar.",
                    places=(passage.pointer, "/cooperation/members"),
                )
