"""Two plans side by side: what came, what went, what changed and what is the same, with nothing left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from radslag.domain.comparison import parts
from radslag.domain.comparison.pairing import pair
from radslag.domain.comparison.parts import Entry, Value
from radslag.domain.comparison.wording import Stretch, word_changes
from radslag.domain.plan_document import PlanDocument

__all__ = [
    "CHANGES",
    "Change",
    "Compared",
    "Comparison",
    "Field",
    "Part",
    "PartName",
    "Stretch",
    "Value",
    "compare",
]

Change = Literal["changed", "added", "removed", "same"]
PartName = Literal["activities", "goals", "meetings", "budget", "members", "bodies"]
CHANGES: tuple[Change, ...] = ("changed", "added", "removed", "same")


@dataclass(frozen=True)
class Field:
    """Something said of a thing, as it was and as it is; `name` is its key in the plan form."""

    name: str
    before: Value
    after: Value

    @property
    def differs(self) -> bool:
        """Whether the two years say otherwise."""
        return self.before != self.after

    @property
    def words(self) -> tuple[Stretch, ...]:
        """What differs word by word, when both years say it in words."""
        if isinstance(self.before, str) and isinstance(self.after, str):
            return word_changes(self.before, self.after)
        return ()


@dataclass(frozen=True)
class Compared:
    """A thing in one of the plans or in both: its name and heading, and its place in each, from 0."""

    name: str
    within: str
    before: int | None
    after: int | None
    fields: tuple[Field, ...]

    @property
    def change(self) -> Change:
        """What has become of it."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "changed" if any(field.differs for field in self.fields) else "same"


@dataclass(frozen=True)
class Part:
    """A part of the plans: everything in it, in the later plan's order."""

    name: PartName
    items: tuple[Compared, ...]

    def count(self, change: Change) -> int:
        """How many of the things have changed that way."""
        return sum(item.change == change for item in self.items)

    @property
    def differing(self) -> tuple[Compared, ...]:
        """The things that are not the same."""
        return tuple(item for item in self.items if item.change != "same")


@dataclass(frozen=True)
class Comparison:
    """The earlier plan and the later, part by part."""

    before: PlanDocument
    after: PlanDocument
    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the plans say the same in all the parts."""
        return not any(part.differing for part in self.parts)


def compare(before: PlanDocument, after: PlanDocument) -> Comparison:
    """Everything that stands in either plan, once; what is of the same thing stands together."""
    return Comparison(
        before, after, tuple(Part(name, _compared(told(before), told(after))) for name, told in _TOLD)
    )


def _compared(before: list[Entry], after: list[Entry]) -> tuple[Compared, ...]:
    pairs = pair([entry.named for entry in before], [entry.named for entry in after])
    return tuple(
        _item(
            early,
            late,
            before[early] if early is not None else None,
            after[late] if late is not None else None,
        )
        for early, late in pairs
    )


def _item(early: int | None, late: int | None, before: Entry | None, after: Entry | None) -> Compared:
    old, new = dict(before.said if before else ()), dict(after.said if after else ())
    names = dict.fromkeys([*new, *old])
    told = (after or before).named  # type: ignore[union-attr]
    return Compared(
        name=told.name,
        within=told.within,
        before=early,
        after=late,
        fields=tuple(Field(name, old.get(name), new.get(name)) for name in names),
    )


_TOLD: tuple[tuple[PartName, Callable[[PlanDocument], list[Entry]]], ...] = (
    ("activities", parts.activities),
    ("goals", parts.goals),
    ("meetings", parts.meetings),
    ("budget", parts.budget),
    ("members", parts.members),
    ("bodies", parts.bodies),
)
