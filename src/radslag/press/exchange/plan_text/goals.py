"""The goal tree: every wording met of every goal and sub-goal, from plan, action plan and programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from radslag.domain.plan_document import FocusArea, Subgoal
from radslag.press.exchange.plan_text.lines import Passage
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.wording import ALIKE, likeness, plain, share_held

PROGRAMME, PLAN, TABLE = 0, 1, 2
"""Whose wording counts: the programme's before the plan's, the plan's before the action plan's."""

_HELD = 0.7
_PARTS = re.compile(r"(?<=[.;])\s+|\s+samt\s+")


@dataclass
class Wordings:
    """One goal or sub-goal in every wording met; `starred` when a footnote mark follows it."""

    met: list[tuple[int, Passage]] = field(default_factory=list)
    starred: bool = False

    def add(self, passage: Passage, rank: int) -> None:
        """Remember a wording of that rank."""
        self.met.append((rank, passage))
        self.starred = self.starred or passage.text.endswith("*")

    @property
    def best(self) -> Passage:
        """The wording that counts: the first one of the highest rank."""
        return min(self.met, key=lambda wording: wording[0])[1]

    def likeness(self, text: str) -> float:
        """How near the text is to the nearest wording."""
        return max(likeness(text, passage.text) for _, passage in self.met)

    def held_in(self, text: str) -> bool:
        """Whether the text says the goal, perhaps beside another."""
        return any(share_held(passage.text, text) >= _HELD for _, passage in self.met)

    def variants(self) -> Iterator[Passage]:
        """One passage for every other wording, in the order they were met."""
        seen = {plain(self.best.text)}
        for _, passage in self.met:
            if plain(passage.text) not in seen:
                seen.add(plain(passage.text))
                yield passage


@dataclass
class Area:
    """A focus area while it is being read; `until` is the first line that is no longer about it."""

    name: Passage
    group: Passage | None = None
    goal: Wordings = field(default_factory=Wordings)
    subgoals: list[Wordings] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class GoalTree:
    """The focus areas in the order they were met; `lines` are all that goals were read from."""

    areas: list[Area] = field(default_factory=list)
    overall: Wordings = field(default_factory=Wordings)
    lines: set[int] = field(default_factory=set)

    def area(self, name: Passage) -> Area:
        """The area of that name, new if it is not known."""
        found = self.named(name.text)
        if found is None:
            found = Area(name)
            self.areas.append(found)
        return found

    def named(self, name: str) -> Area | None:
        """The area that the words name, if any."""
        return next((area for area in self.areas if plain(area.name.text) == plain(name)), None)

    def area_at(self, line: int) -> str | None:
        """The name of the area that the plan speaks of on the line."""
        for area in self.areas:
            if any(first <= line < until for first, until in area.spans):
                return area.name.text
        return None

    def add_goal(self, area: Area, passage: Passage, rank: int) -> None:
        """Another wording of the area's goal."""
        self.lines |= passage.lines
        area.goal.add(passage, rank)

    def add_subgoal(self, area: Area, passage: Passage, rank: int) -> Wordings:
        """Another wording of one of the area's sub-goals, or a new sub-goal."""
        self.lines |= passage.lines
        nearest = max(area.subgoals, key=lambda each: each.likeness(passage.text), default=None)
        if nearest is None or nearest.likeness(passage.text) < ALIKE:
            nearest = Wordings()
            area.subgoals.append(nearest)
        nearest.add(passage, rank)
        return nearest

    def add_cell(self, area: Area | None, passage: Passage) -> list[Wordings]:
        """The sub-goals that a cell of the action plan names, new ones when it names none that is known."""
        self.lines |= passage.lines
        for candidates in ([area] if area else [], self.areas):
            named = [each for one in candidates for each in one.subgoals if each.held_in(passage.text)]
            if named:
                return _add_parts(named, passage)
        if area is None:
            return []
        return [self.add_subgoal(area, part, TABLE) for part in _sentences(passage)]

    def sight(self, passage: Passage, rank: int) -> bool:
        """Whether the words are a wording of a goal or sub-goal; remembered if so."""
        nearest = max(self._all(), key=lambda each: each.likeness(passage.text), default=None)
        if nearest is None or nearest.likeness(passage.text) < ALIKE:
            return False
        if len(passage.text.split()) < 3 and nearest.likeness(passage.text) < 1:
            return False
        self.lines |= passage.lines
        nearest.add(passage, rank)
        return True

    def subgoal_wordings(self) -> list[str]:
        """Every wording of every sub-goal, as far as read."""
        met = (each.met for area in self.areas for each in area.subgoals)
        return list(
            {plain(passage.text): passage.text for wordings in met for _, passage in wordings}.values()
        )

    def _all(self) -> Iterator[Wordings]:
        for area in self.areas:
            if area.goal.met:
                yield area.goal
            yield from area.subgoals
        if self.overall.met:
            yield self.overall


def _add_parts(named: list[Wordings], passage: Passage) -> list[Wordings]:
    parts = list(_parts(passage)) if len(named) > 1 else [passage]
    for part in parts if len(parts) >= len(named) else []:
        nearest = max(named, key=lambda each: each.likeness(part.text))
        if nearest.likeness(part.text) >= ALIKE:
            nearest.add(part, TABLE)
    return named


def _parts(passage: Passage) -> Iterator[Passage]:
    start = 0
    for match in _PARTS.finditer(passage.text):
        yield passage.part(start, match.start())
        start = match.end()
    yield passage.part(start)


def _sentences(passage: Passage) -> list[Passage]:
    ends = [match.end() for match in re.finditer(r"[.;]\s+(?=[A-ZÅÄÖ])", passage.text)]
    bounds = [0, *ends, len(passage.text)]
    return [passage.part(start, end) for start, end in pairwise(bounds)]


def wording_of(passage: Passage) -> str:
    """The words of a goal without its closing full stop and without footnote marks."""
    return passage.text.replace("*", "").rstrip(" .")


def close_area(area: Area, added: Placed[date] | None) -> Placed[FocusArea]:
    """The focus area with the place of every wording; `added` is the date in the footnote on sub-goals."""
    places = Places()
    places.note("/name", area.name)
    if area.group:
        places.note("/group", area.group)
    if area.goal.met:
        places.note("/goal", area.goal.best)
    subgoals = [_close_subgoal(each, added if each.starred else None) for each in area.subgoals]
    value = FocusArea(
        name=area.name.text,
        goal=wording_of(area.goal.best) if area.goal.met else None,
        goal_variants=_note_all(places, "/goal_variants", area.goal.variants() if area.goal.met else ()),
        subgoals=places.keep_all("/subgoals", subgoals),
        group=area.group.text if area.group else None,
    )
    return places.around(value)


def _close_subgoal(wordings: Wordings, added: Placed[date] | None) -> Placed[Subgoal]:
    places = Places()
    places.note("/title", wordings.best)
    value = Subgoal(
        title=wording_of(wordings.best),
        added_by=places.keep("/added_by", added) if added else None,
        variants=_note_all(places, "/variants", wordings.variants()),
    )
    return places.around(value)


def _note_all(places: Places, pointer: str, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The wordings of the passages, each noted under its number."""
    return tuple(
        wording_of(places.note(f"{pointer}/{number}", passage)) for number, passage in enumerate(passages)
    )


def close_overall(wordings: Wordings, places: Places) -> tuple[str | None, tuple[str, ...]]:
    """The overall goal (övergripande mål) and its other wordings, noted under their pointers."""
    if not wordings.met:
        return None, ()
    best = places.note("/overall_goal", wordings.best)
    return wording_of(best), _note_all(places, "/overall_goal_variants", wordings.variants())
