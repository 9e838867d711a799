"""The columns of an action plan (handlingsplan): their heads, and what their cells look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from radslag.press.exchange.plan_text.lines import Line

Column = Literal["subgoal", "activity", "responsible", "cost", "time", "comment"]

_HEADS: dict[Column, str] = {
    "subgoal": r"delmål\w*|mål|inriktning\w*",
    "activity": r"aktivitet\w*|åtgärd\w*|insats\w*|uppgift\w*|uppdrag\w*",
    "responsible": r"ansvar\w*|utförare|genomförare|vem",
    "cost": r"kostnad\w*|budget|resurs\w*|finansiering",
    "time": r"tid|tids?plan|tidpunkt|tidsram|när|klart?|period",
    "comment": r"kommentar\w*|anmärkning\w*|notering\w*|beskrivning|övrigt",
}
_HEAD = re.compile("|".join(f"(?P<{column}>{words})" for column, words in _HEADS.items()), re.IGNORECASE)
_BESIDE_HEADS = re.compile(r"\([^()]*\)|/a\b|\b(?:part|parter|och|t?kr|nr|nummer)\b\.?|[/&,]", re.IGNORECASE)

_SEASON = r"(?:(?:tidig|sen)\s+)?(?:vår(?:en)?|sommar(?:en)?|höst(?:en)?|vinter(?:n)?)"
_MONTH = r"(?:jan|feb|mars?|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w{0,6}\.?"
_QUARTER = (
    r"(?:v\.|vecka|v)\s*\d{1,2}|(?:kvartal|tertial|halvår|kv\.?|q|t)\s*[1-4]|första halvåret|andra halvåret"
)
_OFTEN = (
    r"(?:ca\s+|minst\s+)?(?:\d+(?:\s*[-–]\s*\d+)?|en|ett|två|tre|fyra)\s*(?:ggr|gånger|gång|möten|träffar)"
    r"\s*(?:/|per|om)?\s*(?:året|år|halvår|termin|tertial|kvartal|månad)"
)
_ALWAYS = (
    r"löpande|årlig(?:en|t)|kontinuerlig\w*|tills vidare|pågår|pågående|(?:under|hela)(?:\s+hela)?\s+året"
)
_WHEN = rf"(?:{_OFTEN}|{_ALWAYS}|(?:{_SEASON}|{_QUARTER}|(?:\d{{1,2}}\s+)?{_MONTH})(?:\s+20\d\d)?|20\d\d)"
TIME = re.compile(
    rf"(?:under\s+|senast\s+|före\s+|efter\s+|start\s+|klart?\s+)?{_WHEN}"
    rf"(?:\s*(?:[-–/,&]|och|till|samt)\s*{_WHEN})*\.?(?!\w)",
    re.IGNORECASE,
)
_AMOUNT = r"(?:ca\s*)?\d[\d\s.,]*(?:kr|kronor|tkr|mkr|mnkr)\b"
COST = re.compile(
    r"(?:(?:ja|nej|ev|eventuellt|inga|ingen|inget|inom ram\w*|ingår|ryms|egen tid|arbetstid|viss\w*)\b"
    rf"|{_AMOUNT}"
    rf"|[-–]$|0$)",
    re.IGNORECASE,
)
MONEY_WORD = re.compile(rf"{_AMOUNT}|\b(?:kostnad|konsult|budget|finansier)\w*", re.IGNORECASE)


def read_head(text: str) -> tuple[Column, ...]:
    """The columns that a line of nothing but column heads names, in its order; none for any other line."""
    words = _BESIDE_HEADS.sub(" ", text).split()
    found = [match.lastgroup for word in words if (match := _HEAD.fullmatch(word))]
    if len(words) == len(found) == text.count("/") + len(text.split()):
        found = [column for column, _ in groupby(found)]
        words = words[: len(found)]
    if not words or len(found) < len(words) or len(set(found)) < len(found):
        return ()
    return tuple(found)  # type: ignore[arg-type]


def find_heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, tuple[Column, ...]]]:
    """Every head of a table among the lines: index of its first line, index after its last, its columns.

    A head names an activity column and two others at least, on one line or on one line each.
    """
    at = 0
    while at < len(lines):
        columns: tuple[Column, ...] = ()
        end = at
        while end < len(lines) and (more := read_head(lines[end].text)) and not set(more) & set(columns):
            columns += more
            end += 1
        if len(columns) >= 3 and "activity" in columns:
            yield at, end, columns
        at = max(end, at + 1)
