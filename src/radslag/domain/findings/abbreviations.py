"""Abbreviations without their meaning, or with two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from radslag.domain.findings.texts import Passage, passages, quoted
from radslag.domain.plan_document import Finding, PlanDocument

KNOWN_TO_ALL = re.compile(r"AB|EU|FN|HR|ID|IT|KF|KPI|KS|PDF|PR|SCB|SKR|TV|USA|VA|VD")
_ABBREVIATION = re.compile(
    r"(?<![\w/-])(?<![A-ZÅÄÖ] )(?P<short>[A-ZÅÄÖ]{2,6})(?=:?(?:er|erna|en|et|ar|arna|s|n)?\b)(?! [A-ZÅÄÖ]{2})"
)
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL_WORDS = frozenset(("och", "för", "i", "av", "om", "på", "med", "till", "samt"))
_RENEWED = r"(?:nästa|kommande|föregående|nuvarande|gällande|nya|ny|reviderad|reviderat|uppdaterad|beslutad)"


def abbreviation_unexplained(document: PlanDocument) -> Iterator[Finding]:
    """An abbreviation that names a responsible party, or stands more than once, and is never explained.

    One that stands for two things is left to that rule.
    """
    texts = passages(document)
    bodies = _abbreviated_bodies(document)
    explained = _explained_by_bodies(document)
    for short, places in _abbreviations(texts, bodies).items():
        if short in explained or KNOWN_TO_ALL.fullmatch(short) or (len(places) < 2 and short not in bodies):
            continue
        if short in bodies and _paper_uses(document, texts, short):
            continue
        if not any(_explains(passage.text, short) for passage in texts):
            yield Finding(
                rule="abbreviation-unexplained",
                severity="notice",
                message=f"Förkortningen {short} förklaras aldrig.",
                places=tuple(dict.fromkeys(places)),
            )


def _abbreviated_bodies(document: PlanDocument) -> dict[str, list[str]]:
    """Every abbreviation used as a body's name, with pointers to where it answers for something."""
    names = {name: body.name for body in document.bodies for name in (body.name, *body.abbreviations)}
    found: dict[str, list[str]] = defaultdict(list)
    for number, activity in enumerate(document.activities):
        for place, party in enumerate(activity.responsible):
            for short, name in names.items():
                if name == party.body and _ABBREVIATION.fullmatch(short):
                    found[short].append(f"/activities/{number}/responsible/{place}")
            if party.text and _ABBREVIATION.fullmatch(party.text):
                found[party.text].append(f"/activities/{number}/responsible/{place}")
    return found


def _explained_by_bodies(document: PlanDocument) -> set[str]:
    return {
        short
        for number, body in enumerate(document.bodies)
        for place, short in enumerate(body.abbreviations)
        if short != body.name and not _doubted(document, number, place)
    }


def _doubted(document: PlanDocument, body: int, abbreviation: int) -> bool:
    pointers = (f"/bodies/{body}/abbreviations/{abbreviation}", f"/bodies/{body}/abbreviations")
    return any(pointer in document.places and document.places[pointer].doubt for pointer in pointers)


def _abbreviations(texts: Iterable[Passage], bodies: dict[str, list[str]]) -> dict[str, list[str]]:
    found = {short: list(places) for short, places in bodies.items()}
    for passage in texts:
        if passage.text.isupper():
            continue
        for match in _ABBREVIATION.finditer(passage.text):
            if not _ROMAN.fullmatch(match["short"]):
                found.setdefault(match["short"], []).append(passage.pointer)
    return found


def _explains(text: str, short: str) -> bool:
    """Whether the text has "näringslivschefer (SNUG)", "YH (yrkeshögskolan)" or "SNUG står för …"."""
    if short not in text:
        return False
    if re.search(rf"[a-zåäö]{{3,}},? \((?:förkortat |kallat |nedan )?{short}\)", text):
        return True
    if re.search(rf"\b{short}\b(?: står för| betyder| är en förkortning|, dvs)", text):
        return True
    if re.search(rf"(?:förkortas?|förkortat|kalla[ts]|benämns) {short}\b", text):
        return True
    brackets = re.finditer(rf"\b{short}\b[^().;]{{0,30}}\((?P<long>[^)]+)\)", text)
    return any(_abbreviates(short, match["long"], strictly=False) for match in brackets)


def _abbreviates(short: str, long: str, *, strictly: bool) -> bool:
    """Whether the letters stand in the phrase in order, the first of each great word among them.

    `strictly`: inside a word a letter must follow an s, as the parts of a Swedish compound do.
    """
    every = re.findall(r"[^\W\d_]+", long.lower())
    inside = r"(?:\w*s)?" if strictly else r"\w*?"
    great = [word for word in every if word not in _SMALL_WORDS]
    return any(_begins(short.lower(), words, inside) for words in (great, every))


def _begins(letters: str, words: list[str], inside: str) -> bool:
    return bool(words) and any(
        re.fullmatch(_pattern(letters, starts, inside), " ".join(words)) is not None
        for starts in combinations(range(1, len(letters)), len(words) - 1)
    )


def _pattern(letters: str, starts: tuple[int, ...], inside: str) -> str:
    """A pattern of the whole phrase in which the letters at `starts`, like the first, begin words."""
    parts = [re.escape(letters[0])]
    for number, letter in enumerate(letters[1:], 1):
        parts.append(rf"\w* {re.escape(letter)}" if number in starts else rf"{inside}{re.escape(letter)}")
    return "".join(parts) + r"\w*"


def abbreviation_for_two_things(document: PlanDocument) -> Iterator[Finding]:
    """An abbreviation that answers for activities and is also the name of a document."""
    texts = passages(document)
    for short, places in _abbreviated_bodies(document).items():
        if uses := _paper_uses(document, texts, short):
            title = _paper_called(document, short)
            examples = ", ".join(quoted(use) for use in list(dict.fromkeys(use for _, use in uses))[:3])
            yield Finding(
                rule="abbreviation-for-two-things",
                severity="warning",
                message=f"{short} står både för den som är ansvarig i handlingsplanen och för ett dokument"
                f"{f', {title}' if title else ''} ({examples}).",
                places=tuple(dict.fromkeys([*(pointer for pointer, _ in uses), *places])),
            )


def _paper_called(document: PlanDocument, short: str) -> str | None:
    titles = [paper.title for paper in document.documents]
    titles += [document.programme.title] if document.programme else []
    return next((title for title in titles if _abbreviates(short, title, strictly=True)), None)


def _paper_uses(document: PlanDocument, texts: Iterable[Passage], short: str) -> list[tuple[str, str]]:
    """Where the abbreviation is spoken of as a document; empty unless two signs agree that it is one.

    The signs: a title with those initials, the definite form, a word such as "nästa" before it.
    """
    definite = _uses(texts, rf"\b{short}:?(?:en|et)s?\b")
    renewed = _uses(texts, rf"\b{_RENEWED} {short}\b")
    signs = [_paper_called(document, short), definite, renewed]
    return definite + renewed if sum(map(bool, signs)) > 1 else []


def _uses(texts: Iterable[Passage], pattern: str) -> list[tuple[str, str]]:
    return [(p.pointer, match[0]) for p in texts for match in re.finditer(pattern, p.text)]
