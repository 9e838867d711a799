"""Cuts a table that was copied as running text back into its cells: the cheapest of all ways to cut it.

A PDF viewer copies a table cell by cell, row by row, but shows neither where a cell ends nor which column it
stood in. Every stretch of text is therefore weighed as a cell of every column – by how its column's cells
begin, what words they hold, whom they name – and every order of columns by what it leaves
out. The cheapest cutting of the whole table is found by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from radslag.press.exchange.plan_text.columns import Column
from radslag.press.exchange.plan_text.cuts import Stretch, Table
from radslag.press.exchange.plan_text.lines import Line, Passage
from radslag.press.exchange.plan_text.weights import Weigher

_LEFT_OUT: Mapping[Column, float] = {
    "subgoal": 0.0,
    "activity": 4.5,
    "responsible": 2.0,
    "cost": 0.0,
    "time": 0.5,
    "comment": 1.0,
}
_SUBGOAL_ALONE = 2.0
_ROW_WITHIN_BLOCK = 1.5


@dataclass(slots=True)
class _Step:
    """The cheapest way to a cut with a cell of a column last."""

    cost: float
    previous: _Step | None = None
    column: int = -1
    passage: Passage | None = None
    begins_row: bool = False


@dataclass
class _Rows:
    """What it costs to go from one column to the next in a row, or to the next row."""

    columns: Sequence[Column]
    skipped: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.skipped = [0.0]
        for column in self.columns:
            self.skipped.append(self.skipped[-1] + _LEFT_OUT[column])

    def begin(self, column: int) -> float:
        """The cost of a row that begins with the column."""
        return self.skipped[column]

    def go_on(self, last: int, column: int) -> float:
        """The cost of the columns between two cells of a row."""
        return self.skipped[column] - self.skipped[last + 1]

    def end(self, last: int) -> float:
        """The cost of a row that ends with the column."""
        left_out = self.skipped[-1] - self.skipped[last + 1]
        return min(left_out, _SUBGOAL_ALONE) if self.columns[last] == "subgoal" else left_out


def cut_rows(
    lines: Sequence[Line], columns: Sequence[Column], weigher: Weigher
) -> list[dict[Column, Passage]]:
    """The rows of the table, each with its cells by column; every word is in one cell."""
    table = Table(lines, weigher)
    rows = _Rows(columns)
    ways: list[dict[int, _Step]] = [{} for _ in table.cuts]
    for cut in range(len(table.cuts) - 1):
        ends_row = _cheapest(ways[cut], rows, table, cut) if cut else _Step(0.0)
        if ends_row is None and not ways[cut]:
            continue
        before = [_best_before(ways[cut], ends_row, rows, column) for column in range(len(columns))]
        for end, stretch in table.stretches(cut):
            for column, step in enumerate(before):
                if step is not None:
                    cost = stretch.cost + table.cuts[end].cost + weigher.cost(stretch, columns[column])
                    _offer(ways[end], column, step, cost, stretch)
    final = _cheapest(ways[-1], rows, table, len(table.cuts) - 1)
    return _traced(final, columns) if final else []


def _cheapest(ways: Mapping[int, _Step], rows: _Rows, table: Table, cut: int) -> _Step | None:
    """The cheapest way to the cut with a row ending there; a row ends only where a line does."""
    if not ways or not table.begins_line(cut):
        return None
    within = 0.0 if table.begins_block(cut) else _ROW_WITHIN_BLOCK
    costs = {column: step.cost + rows.end(column) for column, step in ways.items()}
    column = min(costs, key=lambda each: costs[each])
    return _Step(costs[column] + within, ways[column])


def _best_before(ways: Mapping[int, _Step], ends_row: _Step | None, rows: _Rows, column: int) -> _Step | None:
    """The cheapest way to have a cell of the column next: in the same row, or first in a new one."""
    steps = [
        _Step(step.cost + rows.go_on(last, column), step) for last, step in ways.items() if last < column
    ]
    if ends_row is not None:
        steps.append(_Step(ends_row.cost + rows.begin(column), ends_row.previous, begins_row=True))
    return min(steps, key=lambda step: step.cost, default=None)


def _offer(ways: dict[int, _Step], column: int, before: _Step, cost: float, stretch: Stretch) -> None:
    """Keep the way with the stretch as a cell of the column, if it is the cheapest yet."""
    whole = before.cost + cost
    if column not in ways or whole < ways[column].cost:
        ways[column] = _Step(whole, before.previous, column, stretch.passage, before.begins_row)


def _traced(last: _Step, columns: Sequence[Column]) -> list[dict[Column, Passage]]:
    """The rows that the steps make, followed back from the last one."""
    rows: list[dict[Column, Passage]] = [{}]
    step = last.previous
    while step is not None and step.passage is not None:
        rows[-1] = {columns[step.column]: step.passage, **rows[-1]}
        if step.begins_row:
            rows.append({})
        step = step.previous
    return [row for row in reversed(rows) if row]
