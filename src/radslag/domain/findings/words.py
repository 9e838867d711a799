"""Words written wrong or twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from radslag.domain.findings.spelling import misspellings
from radslag.domain.findings.texts import passages, quoted, sentences
from radslag.domain.plan_document import Finding, PlanDocument

ADVERBIALS = (
    "i huvudsak",
    "i första hand",
    "i möjligaste mån",
    "i stort sett",
    "i synnerhet",
    "bland annat",
    "framför allt",
    "för närvarande",
    "som regel",
    "till exempel",
    "till stor del",
    "vid behov",
)
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})[ \u00a0]+\1\b", re.IGNORECASE)


def misspelt_word(document: PlanDocument) -> Iterator[Finding]:
    """A word that is a near miss of one the document uses otherwise."""
    for slip in misspellings(document):
        yield Finding(
            rule="misspelt-word",
            severity="notice",
            message=f"{quoted(slip.written)} är troligen ett skrivfel för {quoted(slip.meant)}, "
            "som det står annars.",
            places=(slip.pointer,),
        )


def doubled_word(document: PlanDocument) -> Iterator[Finding]:
    """The same word twice in a row."""
    seen: set[str] = set()
    for passage in passages(document):
        for match in _DOUBLED.finditer(passage.text):
            words = _with_neighbours(passage.text, match.start(), match.end())
            if match[0].lower() not in seen and not match[1].isupper():
                seen.add(match[0].lower())
                yield Finding(
                    rule="doubled-word",
                    severity="notice",
                    message=f"Ordet {quoted(match[1].lower())} står två gånger i rad: {quoted(words)}.",
                    places=(passage.pointer,),
                )


def _with_neighbours(text: str, start: int, end: int) -> str:
    before = text[:start].split(" ")[-2:]
    after = text[end:].split(" ")[:2]
    return " ".join([*before, text[start:end], *after]).replace("  ", " ").strip(" ,;:")


def phrase_said_twice(document: PlanDocument) -> Iterator[Finding]:
    """A set phrase such as "i huvudsak" twice in one sentence."""
    seen: set[tuple[str, str]] = set()
    for passage in passages(document):
        for sentence, phrase in product(sentences(passage), ADVERBIALS):
            again = (phrase, sentence[-40:])
            if again not in seen and len(re.findall(rf"\b{phrase}\b", sentence, re.IGNORECASE)) > 1:
                seen.add(again)
                yield Finding(
                    rule="phrase-said-twice",
                    severity="notice",
                    message=f"{quoted(phrase)} står två gånger i samma mening: {quoted(sentence)}.",
                    places=(passage.pointer,),
                )
