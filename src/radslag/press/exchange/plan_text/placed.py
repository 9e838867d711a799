"""Values together with where they stand: pointers relative to the value, made absolute where it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from radslag.domain.plan_document import Doubt, Place
from radslag.press.exchange.plan_text.lines import Passage

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A value and the places of its parts, by pointer relative to it.

    `lines` are those that say nothing but the value, for a value found in running text takes none; `seen` are
    all the lines that any part of it was read from.
    """

    value: T
    places: Mapping[str, Place] = field(default_factory=dict)
    lines: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()


@dataclass
class Places:
    """Gathers the places of values, and the lines they take, while one record is read."""

    places: dict[str, Place] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def note(self, pointer: str, passage: Passage, doubt: Doubt | None = None) -> Passage:
        """Remember where a value stands in running text, and give the passage back."""
        self.places[pointer] = passage.place(doubt=doubt)
        self.seen |= passage.lines
        return passage

    def take(self, pointer: str, passage: Passage, doubt: Doubt | None = None) -> Passage:
        """Remember where a value stands on lines that say nothing else, and give the passage back."""
        self.lines |= passage.lines
        return self.note(pointer, passage, doubt)

    def keep(self, pointer: str, placed: Placed[T]) -> T:
        """Take a value in under the pointer, and give it back without its places."""
        self.places.update({pointer + part: place for part, place in placed.places.items()})
        self.lines |= placed.lines
        self.seen |= placed.seen
        return placed.value

    def keep_all(self, pointer: str, items: Iterable[Placed[T]]) -> tuple[T, ...]:
        """Take in a list of values under the pointer, numbered from 0."""
        return tuple(self.keep(f"{pointer}/{number}", item) for number, item in enumerate(items))

    def around(self, value: T) -> Placed[T]:
        """The value with everything noted."""
        return Placed(value, dict(self.places), frozenset(self.lines), frozenset(self.seen))
