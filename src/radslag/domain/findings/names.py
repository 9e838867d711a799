"""Names nearly alike, or written in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from radslag.domain.findings.texts import passages, quoted
from radslag.domain.plan_document import Finding, PlanDocument

_NAME = re.compile(r"[A-ZÅÄÖ][\wåäöé]+(?:[ \u00a0][A-ZÅÄÖ][\wåäöé]+)+")
_LETTERS = re.compile(r"[^\W\d_]+")
SAME_BUT_FOR_A_LETTER = 0.85
_SHORTEST_COMPOUND = 10


def names_nearly_alike(document: PlanDocument) -> Iterator[Finding]:
    """Two rare names of several words that share all words but one, and begin that one alike.

    When the last word differs, as in the names of two people, it must be all but the same.
    """
    people = {chair.person for body in document.bodies for chair in body.chairs}
    places: dict[str, list[str]] = defaultdict(list)
    for passage in passages(document):
        for match in _NAME.finditer(passage.text):
            places[match[0].replace("\u00a0", " ")].append(passage.pointer)
    names = [name for name in places if name not in people]
    for one, other in combinations(names, 2):
        if _nearly_alike(one.split(" "), other.split(" "), names):
            yield Finding(
                rule="names-nearly-alike",
                severity="notice",
                message=f"{quoted(one)} och {quoted(other)} kan vara samma sak: namnen är nästan lika.",
                places=tuple(dict.fromkeys([*places[one], *places[other]])),
            )


def _nearly_alike(one: list[str], other: list[str], names: list[str]) -> bool:
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    shared = [a for a, b in zip(one, other, strict=True) if a == b]
    if len(differing) != 1 or not shared:
        return False
    a, b = differing[0]
    alike = a[:3] == b[:3] and not a.startswith(b) and not b.startswith(a)
    if one[-1] != other[-1]:
        alike = alike and SequenceMatcher(a=a, b=b).ratio() > SAME_BUT_FOR_A_LETTER
    rare = sum(1 for name in names if set(shared) & set(name.split(" "))) == 2
    return alike and rare


def name_written_apart(document: PlanDocument) -> Iterator[Finding]:
    """The name of a conference or body, a compound, that is elsewhere written as two words."""
    names = {(c.name, f"/conferences/{n}/name") for n, c in enumerate(document.conferences)}
    names |= {(body.name, f"/bodies/{n}/name") for n, body in enumerate(document.bodies)}
    compounds = {
        stem: (name, pointer)
        for name, pointer in sorted(names, reverse=True)
        if (_LETTERS.fullmatch(name) or _NAME.fullmatch(name))
        and len(last := name.split()[-1].lower()) >= _SHORTEST_COMPOUND
        for stem in (last, re.sub(r"(?:en|et|n|t)$", "", last))
    }
    for passage in passages(document):
        words = _LETTERS.findall(passage.text)
        for first, second in pairwise(words):
            if (first + second).lower() in compounds and f"{first} {second}" in passage.text:
                name, pointer = compounds[(first + second).lower()]
                yield Finding(
                    rule="name-written-apart",
                    severity="notice",
                    message=f"{quoted(f'{first} {second}')} och {quoted(name)} är troligen samma sak: namnet "
                    "skrivs på två sätt.",
                    places=(passage.pointer, pointer),
                )
