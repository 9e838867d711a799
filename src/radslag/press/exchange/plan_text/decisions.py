"""The decisions that the text tells of, each with its date and who took it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from radslag.domain.plan_document import Decision
from radslag.domain.swedish import Day, Found, find_dates
from radslag.press.exchange.plan_text.bodies import FoundBody
from radslag.press.exchange.plan_text.lines import Line, Passage
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.running import sentences

_TAKEN = re.compile(
    r"\b(?:besluta(?:d|t|des|de)|beslut(?:et)?|antog(?:s)?|antag(?:en|et|its)|fastställd(?:es)?|fastställt|fattades)\b",
    re.IGNORECASE,
)
_ON_COVER = re.compile(
    r"\b(?P<word>beslutad|antagen|antaget|fastställd|godkänd|reviderad|justerad|datum)\b\s*:?\s*(?:av\s[^\d]+?)?(?=\d|den\s)",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\s+(?:att|om)\b")


def cover_date(line: Line, year: int | None) -> Placed[tuple[str, date]] | None:
    """The word and the date of a line like "Beslutad 14 januari 2021" or "Datum 2019-05-28"."""
    match = _ON_COVER.search(line.text)
    found = next(find_dates(line.text[match.end() :], year), None) if match else None
    if match is None or found is None or found.start > 0 or len(line.text) > 90:
        return None
    places = Places()
    places.take("", Passage(line.text, ((0, line.number),)).part(match.start(), match.end() + found.end))
    return places.around((match["word"].lower(), found.value.first))


def read_decisions(passages: Sequence[Passage], bodies: Sequence[FoundBody]) -> Iterator[Placed[Decision]]:
    """Every sentence that tells of a decision and its day; one dated by its year alone stays prose."""
    for passage in passages:
        for marked in sentences(passage):
            sentence = marked.part(len(marked.text) - len(marked.text.lstrip("* ")))
            taken = _TAKEN.search(sentence.text)
            if taken is None or len(sentence.text.split()) < 4:
                continue
            day = _day_of_decision(sentence.text, taken)
            if day is not None:
                yield _decision(sentence, day, bodies)


def _day_of_decision(text: str, taken: re.Match[str]) -> Found[Day] | None:
    """The date that belongs to the word: close after it, unless after what was decided; else before it."""
    days = list(find_dates(text))
    after = next((day for day in days if taken.end() <= day.start <= taken.end() + 90), None)
    if after and not _WHAT.match(text[taken.end() : after.start]):
        return after
    return next((day for day in reversed(days) if day.end <= taken.start()), None)


def _decision(sentence: Passage, day: Found[Day], bodies: Sequence[FoundBody]) -> Placed[Decision]:
    places = Places()
    places.note("/text", sentence)
    places.note("/date", sentence.part(day.start, day.end))
    body = _taker(sentence.text, bodies)
    mention = body.pattern.search(sentence.text) if body else None
    if mention:
        places.note("/body", sentence.of(mention))
    name = body.name if body else None
    return places.around(Decision(date=day.value.first, text=sentence.text, body=name))


def _taker(text: str, bodies: Sequence[FoundBody]) -> FoundBody | None:
    """The body named first after "beslut av" or at whose meeting it was; else the first that is named."""
    named = [
        (match.start(), body)
        for body in bodies
        if body.kind in ("committee", "management_group", "other") and (match := body.pattern.search(text))
    ]
    return min(named, key=lambda each: each[0])[1] if named else None


def cover_decision(title: str, line: Line, year: int | None) -> Placed[Decision] | None:
    """The decision that a cover tells of in a line like "Beslutad 14 januari 2021"."""
    placed = cover_date(line, year)
    if placed is None:
        return None
    places = Places()
    passage = places.note("/text", Passage(line.text, ((0, line.number),)))
    places.places["/date"] = placed.places[""]
    said = passage.part(passage.text.lower().index(placed.value[0])).text
    return places.around(Decision(date=placed.value[1], text=f"{title}: {said}" if title else said))
