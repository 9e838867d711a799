"""The goal tree: the programme's focus areas and sub-goals (delmål) with the activities that serve them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from radslag.domain.plan_document import Activity, FocusArea, PlanDocument, Subgoal


@dataclass(frozen=True)
class Row:
    """An activity and its place in `PlanDocument.activities`, counted from 0."""

    index: int
    activity: Activity

    @property
    def number(self) -> int:
        """The row's number to people, from 1, which is also its address."""
        return self.index + 1


@dataclass(frozen=True)
class SubgoalNode:
    """A sub-goal, the pointer to it, and the rows of the action plan under it, in the plan's order.

    A row that serves several sub-goals stands under each of them.
    """

    pointer: str
    subgoal: Subgoal
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FocusAreaNode:
    """A focus area, the pointer to it, its sub-goals, and its rows that name none of them."""

    pointer: str
    focus_area: FocusArea
    subgoals: tuple[SubgoalNode, ...]
    other_rows: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of the focus area once, in the plan's order."""
        rows = {row.index: row for node in self.subgoals for row in node.rows}
        rows |= {row.index: row for row in self.other_rows}
        return tuple(rows[index] for index in sorted(rows))


@dataclass(frozen=True)
class GoalTree:
    """The focus areas in the programme's order, and the rows that belong to none of them."""

    focus_areas: tuple[FocusAreaNode, ...]
    other_rows: tuple[Row, ...]

    @property
    def subgoals(self) -> Iterator[SubgoalNode]:
        """Every sub-goal, in the programme's order."""
        return (node for area in self.focus_areas for node in area.subgoals)

    def subgoals_without_rows(self) -> tuple[SubgoalNode, ...]:
        """The sub-goals that no row of the action plan serves."""
        return tuple(node for node in self.subgoals if not node.rows)


def goal_tree(document: PlanDocument) -> GoalTree:
    """The tree of the document's programme, empty when it has none."""
    areas = document.programme.focus_areas if document.programme else ()
    rows = [Row(index, activity) for index, activity in enumerate(document.activities)]
    nodes = tuple(
        _focus_area_node(f"/programme/focus_areas/{index}", area, rows) for index, area in enumerate(areas)
    )
    placed = {row.index for node in nodes for row in node.rows}
    return GoalTree(nodes, tuple(row for row in rows if row.index not in placed))


def _focus_area_node(pointer: str, area: FocusArea, rows: list[Row]) -> FocusAreaNode:
    titles = {wording_key(subgoal.title) for subgoal in area.subgoals}
    mine = [row for row in rows if _belongs(row.activity, area, titles)]
    subgoals = tuple(
        SubgoalNode(
            f"{pointer}/subgoals/{index}", subgoal, tuple(row for row in mine if _serves(row, subgoal))
        )
        for index, subgoal in enumerate(area.subgoals)
    )
    served = {row.index for node in subgoals for row in node.rows}
    return FocusAreaNode(pointer, area, subgoals, tuple(row for row in mine if row.index not in served))


def _belongs(activity: Activity, area: FocusArea, titles: set[str]) -> bool:
    if activity.focus_area is not None:
        return same_wording(activity.focus_area, area.name)
    return any(wording_key(title) in titles for title in activity.subgoals)


def _serves(row: Row, subgoal: Subgoal) -> bool:
    return any(same_wording(title, subgoal.title) for title in row.activity.subgoals)


@lru_cache(maxsize=4096)
def wording_key(text: str) -> str:
    """The words alone: equal for texts that differ only in case, spaces, hyphenation at a line's end,
    a note's asterisk or the closing full stop.
    """
    joined = re.sub(r"(?<=\w)[-\u00ad]\s*(?=[a-zåäöé])|[*\u00ad]", "", " ".join(text.split()))
    return joined.strip(" .:;").casefold()


def same_wording(one: str, other: str) -> bool:
    """Whether two texts say the same in the same words."""
    return wording_key(one) == wording_key(other)
