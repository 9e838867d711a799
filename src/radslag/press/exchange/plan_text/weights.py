"""What speaks against a stretch of text being a cell of a column, as costs that add up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from radslag.domain.responsible import Parties, parse_responsible
from radslag.press.exchange.plan_text.columns import COST, MONEY_WORD, TIME, Column
from radslag.press.exchange.plan_text.cuts import Stretch
from radslag.press.exchange.plan_text.running import ends_sentence
from radslag.press.exchange.plan_text.wording import ALIKE, likeness, plain

_FINITE_VERB = re.compile(r"\s+(?:har|är|ska|kan|\w{3,}[aeiouyåäö]?r)\b")
_YES_OR_NO = re.compile(r"(?:ja|nej)\b[.,]", re.IGNORECASE)
_TIME_LAST = re.compile(rf"\s(?:{TIME.pattern})$", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.;])\s+|\s+samt\s+(?:för\s+)?|\n")


_FIRST_WORDS = 3


@dataclass
class Weigher:
    """Knows the columns there are, the parties, and the sub-goals worded elsewhere."""

    columns: Sequence[Column]
    parties: Parties
    subgoals: Sequence[str] = ()

    def __post_init__(self) -> None:
        known = [*self.parties.members, *self.parties.bodies, *filter(None, [self.parties.area])]
        alternatives = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True)) or "(?!)"
        self.names = re.compile(rf"(?:{alternatives})(?!\w)(?:\s*\([^()]*\))?", re.IGNORECASE)
        openings = (tuple(plain(subgoal).split()[:_FIRST_WORDS]) for subgoal in self.subgoals)
        self._openings = {opening for opening in openings if len(opening) == _FIRST_WORDS}
        self._longest = max((len(subgoal) for subgoal in self.subgoals), default=0)
        self._subgoal_costs: dict[str, float] = {}
        self._party_costs: dict[str, float] = {}
        self._beginnings: dict[str, bool] = {}

    def begins_subgoal(self, text: str) -> bool:
        """Whether the text begins with the first words of a known sub-goal."""
        return tuple(plain(text).split()[:_FIRST_WORDS]) in self._openings

    def cost(self, stretch: Stretch, column: Column) -> float:
        """What speaks against the stretch being a cell of the column; less than 0 speaks for it."""
        return 0.5 + _COSTS[column](self, stretch)

    def subgoal_cost(self, stretch: Stretch) -> float:
        """A sub-goal cell holds one or two of the sub-goals worded elsewhere, and begins a line."""
        text = stretch.passage.text
        first = self.columns[0] == "subgoal"
        if (first and not stretch.begins_line) or len(stretch.widths) > 8:
            return 20.0
        if text not in self._subgoal_costs:
            self._subgoal_costs[text] = self._unlike_subgoals(text)
        return self._subgoal_costs[text]

    def activity_cost(self, stretch: Stretch) -> float:
        """An activity is named in a few narrow lines; a sentence with a party as its subject is no name."""
        text = stretch.passage.text
        party = self.names.match(text)
        told = party is not None and _FINITE_VERB.match(_after_parties(text, self.names)) is not None
        too_long = max(0, len(stretch.widths) - 6)
        return _free_text(self, stretch) + 6.0 * told + too_long

    def responsible_cost(self, stretch: Stretch) -> float:
        """A responsible cell is nothing but names, as many of them known as can be."""
        text = stretch.passage.text
        if len(text) > 200 or (text[0].islower() and not self.names.match(text)):
            return 20.0
        if text not in self._party_costs:
            self._party_costs[text] = self._unlike_parties(text)
        return self._party_costs[text]

    def cost_cost(self, stretch: Stretch) -> float:
        """A cost cell says yes or no, or names a sum."""
        text = stretch.passage.text
        if said := COST.match(text):
            runs_on = 2.0 if _runs_on(text[said.end() :]) else 0.0
            return 0.1 * len(text.split()) - 0.5 + runs_on + (1.0 if _TIME_LAST.search(text[-30:]) else 0.0)
        return 2.0 if len(text) < 60 and MONEY_WORD.search(text) else 7.0

    def time_cost(self, stretch: Stretch) -> float:
        """A time cell names a season, a month, a year or how often."""
        match = TIME.match(stretch.passage.text)
        if not match:
            return 7.0
        rest = len(stretch.passage.text[match.end() :].split())
        return -1.0 if rest == 0 else 1.0 + rest

    def comment_cost(self, stretch: Stretch) -> float:
        """A comment is free text of any length."""
        return _free_text(self, stretch)

    def begins_with_subgoal(self, text: str) -> float:
        """6 when the first words of the text are a sub-goal, so that it holds two cells; else 0."""
        first = text.partition(". ")[0]
        if first not in self._beginnings:
            words = plain(first)
            self._beginnings[first] = any(
                words.startswith(plain(subgoal) + " ")
                or (len(words) < 2 * self._longest and likeness(words, subgoal) > 0.8)
                for subgoal in self.subgoals
            )
        return 6.0 if self._beginnings[first] else 0.0

    def _unlike_subgoals(self, text: str) -> float:
        if not self.subgoals:
            return 2.5
        if len(text) > 3 * self._longest:
            return 6.0
        parts = [part for part in _SENTENCES.split(text) if part.strip()]
        whole = max(likeness(text, subgoal) for subgoal in self.subgoals)
        each = min((max(likeness(part, subgoal) for subgoal in self.subgoals) for part in parts), default=0)
        best = max(whole, each)
        return 8.0 * (1.0 - best) if best >= ALIKE else 6.0

    def _unlike_parties(self, text: str) -> float:
        named = parse_responsible(text, self.parties)
        unknown = [party.text for party in named if party.text]
        cost = 0.7 if len(unknown) == len(named) else 0.0 if unknown else -1.5
        for name in unknown:
            name_like = not name[0].islower() and len(name.split()) <= 3 and ". " not in name
            cost += 0.7 if name_like else 2.0 if len(unknown) < len(named) else 4.0
            cost += 0.3 * max(0, len(name.split()) - 8)
        return cost + (1.0 if text.endswith(".") else 0.0) if named else 20.0


def _runs_on(rest: str) -> bool:
    """Whether a new cell seems to begin right after the words before."""
    following = rest.strip()
    return following != "" and (following[0].isupper() or TIME.match(following) is not None)


def _after_parties(text: str, names: re.Pattern[str]) -> str:
    position = 0
    while match := names.match(text, position):
        separator = re.match(r"\s*(?:,|och|samt)\s+", text[match.end() :])
        if not separator:
            return text[match.end() :]
        position = match.end() + separator.end()
    return text[position:]


def _free_text(weigher: Weigher, stretch: Stretch) -> float:
    """What speaks against words being free text: that they suit one of the other columns."""
    text = stretch.passage.text
    cost = 3.0 if text[0].islower() or text[0] in "/,()-" else 0.0
    cost += (3.0 if stretch.holds_others else 0.0) + (0.0 if ends_sentence(text) else 0.5)
    for column, unlike in _OTHER_COLUMNS.items():
        if column in weigher.columns:
            cost += unlike(weigher, stretch)
    return cost + (1.0 if len(text.split()) < 2 else 0.0)


def _like_time(_weigher: Weigher, stretch: Stretch) -> float:
    time = TIME.match(stretch.passage.text)
    rest = stretch.passage.text[time.end() :].lstrip() if time else "-"
    new_cell = rest != "" and (rest[0].isupper() or COST.match(rest) is not None)
    return 3.0 if not rest else 2.0 if time and new_cell else 0.0


def _like_cost(_weigher: Weigher, stretch: Stretch) -> float:
    text = stretch.passage.text
    said = COST.match(text)
    if said and not text[said.end() :].strip(" ."):
        return 3.0
    return 2.5 if _YES_OR_NO.match(text) or (said and _runs_on(text[said.end() :])) else 0.0


def _like_parties(weigher: Weigher, stretch: Stretch) -> float:
    text = stretch.passage.text
    if not weigher.names.match(text):
        return 0.0
    rest = _after_parties(text, weigher.names).lstrip()
    return 3.0 if not rest or TIME.match(rest) else 2.0 if rest[0] in ",(" or rest[0].isupper() else 0.0


def _like_subgoal(weigher: Weigher, stretch: Stretch) -> float:
    return weigher.begins_with_subgoal(stretch.passage.text)


_OTHER_COLUMNS: Mapping[Column, Callable[[Weigher, Stretch], float]] = {
    "time": _like_time,
    "cost": _like_cost,
    "responsible": _like_parties,
    "subgoal": _like_subgoal,
}
_COSTS: Mapping[Column, Callable[[Weigher, Stretch], float]] = {
    "subgoal": Weigher.subgoal_cost,
    "activity": Weigher.activity_cost,
    "responsible": Weigher.responsible_cost,
    "cost": Weigher.cost_cost,
    "time": Weigher.time_cost,
    "comment": Weigher.comment_cost,
}
