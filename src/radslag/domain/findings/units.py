"""What is said of a unit in one place and otherwise in another: who leads it, where it sits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from radslag.domain.findings.texts import capitalised, passages, quoted, sentences
from radslag.domain.plan_document import Finding, PlanDocument

_UNIT = re.compile(
    r"\b(?P<unit>\w*(?:kansli|sekretariat|grupp|nätverk|kommitté|utskott|nämnd|kontor|enhet|projekt))"
    r"(?:e?t|e?n)?\b",
    re.IGNORECASE,
)
_SAYINGS = (
    ("leds av", re.compile(r"\bleds av (?:en |ett )(?P<said>[a-zåäö-]{4,})")),
    ("är placerat hos", re.compile(r"\bplacera[dt] (?:hos|i|på) (?P<said>[A-ZÅÄÖ][\w-]+)")),
)


def said_differently(document: PlanDocument) -> Iterator[Finding]:
    """One unit is led by one office, or sits with one member, in one place and with another elsewhere."""
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for passage in passages(document):
        if passage.section is None:
            continue
        for unit, saying, value in (found for s in sentences(passage) for found in _sayings(s)):
            said[unit, saying].setdefault(value, passage.pointer)
    for (unit, saying), places in said.items():
        if len(places) > 1:
            yield Finding(
                rule="said-differently",
                severity="warning",
                message=f"{capitalised(unit)}: på ett ställe står det att det {saying} "
                f"{' och på ett annat '.join(quoted(value) for value in places)}.",
                places=tuple(places.values()),
            )


def _sayings(sentence: str) -> Iterator[tuple[str, str, str]]:
    """What is said of the unit last named before it: (kansli, leds av, strateg)."""
    for saying, pattern in _SAYINGS:
        for match in pattern.finditer(sentence):
            if units := list(_UNIT.finditer(sentence[: match.start()])):
                yield units[-1]["unit"].lower(), saying, match["said"]
