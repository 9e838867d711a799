"""Which things of two years are the same thing, told by what they are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

from radslag.domain.goal_tree import wording_key

ALIKE = 0.5
"""The share of their words that two names have in common when they are of the same thing."""
MOST_COMPARED = 1_000_000
"""Pairs of names; the time that looking for likeness takes grows with their number."""

Pair = tuple[int | None, int | None]


@dataclass(frozen=True)
class Named:
    """What a thing is called, and the heading that it stands under."""

    name: str
    within: str = ""

    @cached_property
    def key(self) -> str:
        """The name, equal for names that differ in nothing but how they are written."""
        return wording_key(self.name)

    @cached_property
    def place(self) -> str:
        """The heading, likewise."""
        return wording_key(self.within)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the name."""
        return frozenset(re.findall(r"\w+", self.key))


def likeness(one: Named, other: Named) -> float:
    """The share of their words that the names have in common: 0 for none, 1 for all."""
    count = len(one.words) + len(other.words)
    return 2 * len(one.words & other.words) / count if count else 0.0


def pair(before: Sequence[Named], after: Sequence[Named]) -> tuple[Pair, ...]:
    """The places of all things of both years, each once; those of the same thing stand together.

    The same name under the same heading comes first, then the same name anywhere, then the most alike under
    the same heading, then anywhere. The order is the later year's, and what is gone stands where it stood.
    """
    found = _Pairing(before, after)
    found.match_equal(lambda named: (named.place, named.key))
    found.match_equal(lambda named: named.key)
    found.match_alike(same_place=True)
    found.match_alike(same_place=False)
    return found.in_order()


class _Pairing:
    """The places of the earlier year by those of the later, as they are found."""

    def __init__(self, before: Sequence[Named], after: Sequence[Named]) -> None:
        self.before, self.after = before, after
        self.found: dict[int, int] = {}

    @property
    def _free(self) -> tuple[list[int], list[int]]:
        taken = set(self.found.values())
        return (
            [number for number in range(len(self.before)) if number not in taken],
            [number for number in range(len(self.after)) if number not in self.found],
        )

    def match_equal(self, key: Callable[[Named], Hashable]) -> None:
        """Match those with an equal key, the first with the first."""
        waiting = defaultdict[Hashable, list[int]](list)
        before, after = self._free
        for number in reversed(before):
            waiting[key(self.before[number])].append(number)
        for number in after:
            if same := waiting[key(self.after[number])]:
                self.found[number] = same.pop()

    def match_alike(self, *, same_place: bool) -> None:
        """Match the most alike first, as long as they are alike enough."""
        before, after = self._free
        if len(before) * len(after) > MOST_COMPARED:
            return
        scored = [
            (-score, late, early)
            for late in after
            for early in before
            if (not same_place or self.after[late].place == self.before[early].place)
            and (score := likeness(self.before[early], self.after[late])) >= ALIKE
        ]
        taken: set[int] = set()
        for _score, late, early in sorted(scored):
            if late not in self.found and early not in taken:
                self.found[late] = early
                taken.add(early)

    def in_order(self) -> tuple[Pair, ...]:
        """Every place once."""
        kept = set(self.found.values())
        following = defaultdict[int | None, list[Pair]](list)
        last: int | None = None
        for number in range(len(self.before)):
            if number in kept:
                last = number
            else:
                following[last].append((number, None))
        ordered = [*following[None]]
        for number in range(len(self.after)):
            early = self.found.get(number)
            ordered.append((early, number))
            ordered += following[early] if early is not None else []
        return tuple(ordered)
