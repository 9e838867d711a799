"""The action plan (handlingsplan): its rows become activities with goals, parties, cost, time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from radslag.domain.column_words import cost_in_words, time_in_words
from radslag.domain.plan_document import Activity, Cost, Doubt, Place, Responsible, Time
from radslag.domain.responsible import Parties, parse_responsible
from radslag.domain.swedish import find_sums
from radslag.press.exchange.plan_text.cells import cut_rows
from radslag.press.exchange.plan_text.columns import Column
from radslag.press.exchange.plan_text.goals import Area, GoalTree, Wordings, wording_of
from radslag.press.exchange.plan_text.lines import Line, Passage, join_lines
from radslag.press.exchange.plan_text.outline import TableRegion
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.weights import Weigher
from radslag.press.exchange.plan_text.wording import share_held

_ROW_NUMBER = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")


@dataclass
class Row:
    """A row of the action plan: its cells by column, its focus area and the sub-goals it stands under.

    `subgoal_cell` is the cell that names them: the row's own or, merged over rows, one further up.
    """

    cells: dict[Column, Passage]
    area: Area | None
    subgoals: list[Wordings] = field(default_factory=list)
    subgoal_cell: Passage | None = None
    unsure: bool = False

    @property
    def is_activity(self) -> bool:
        """Whether anything but a sub-goal stands in the row."""
        return any(column != "subgoal" for column in self.cells)


def read_rows(
    table: TableRegion, headings: dict[int, Area | None], tree: GoalTree, parties: Parties
) -> list[Row]:
    """The rows of the table, each below the focus area whose heading stands above it."""
    weigher = Weigher(table.columns, parties, tree.subgoal_wordings())
    area = _area_above(table, tree)
    rows: list[Row] = []
    for above, lines in _chunks(table.lines, headings):
        area = above or area
        for part in _numbered_parts(lines, weigher) if table.numbered else [lines]:
            if table.numbered and _is_subgoal(part, weigher):
                rows.append(Row({"subgoal": join_lines(part)}, area))
            else:
                rows += [Row(cells, area) for cells in cut_rows(part, table.columns, weigher)]
    _tell_comments_by_width(rows)
    _hand_down_subgoals(rows, tree)
    return rows


def _area_above(table: TableRegion, tree: GoalTree) -> Area | None:
    """The area that the plan speaks of where the table begins."""
    name = tree.area_at(min(table.head))
    return tree.named(name) if name else None


def _chunks(
    lines: Sequence[Line], headings: dict[int, Area | None]
) -> Iterator[tuple[Area | None, list[Line]]]:
    area: Area | None = None
    chunk: list[Line] = []
    for line in lines:
        if line.number in headings:
            if chunk:
                yield area, chunk
            area, chunk = headings[line.number], []
        else:
            chunk.append(line)
    if chunk:
        yield area, chunk


def _numbered_parts(lines: Sequence[Line], weigher: Weigher) -> Iterator[list[Line]]:
    """The lines of each numbered row without its number, and the sub-goals that stand between rows."""
    part: list[Line] = []
    last: int | None = None
    between = False
    for line in lines:
        match = _ROW_NUMBER.match(line.text)
        begins = match is not None and (last is None or int(match[1]) == last + 1)
        heading = not begins and weigher.begins_subgoal(line.text)
        if part and (begins or (heading and not between)):
            yield part
            part = []
        if match is not None and begins:
            last = int(match[1])
            part.append(replace(line, text=line.text[match.end() :]))
        else:
            part.append(line)
        between = heading or (between and not begins)
    if part:
        yield part


def _is_subgoal(lines: Sequence[Line], weigher: Weigher) -> bool:
    """Whether the lines say a sub-goal known from elsewhere, or more than one, and nothing else."""
    text = join_lines(lines).text
    return weigher.begins_subgoal(text) and share_held(text, " ".join(weigher.subgoals)) > 0.8


def _tell_comments_by_width(rows: Sequence[Row]) -> None:
    """A row of free text alone, with no party and no time, is a comment if it is too wide for an activity."""
    widest = max((_width(row.cells["activity"]) for row in rows if _is_sure(row)), default=0)
    for row in rows:
        texts = [column for column in row.cells if column != "subgoal"]
        if texts in (["activity"], ["comment"]):
            row.unsure = True
            if widest and texts == ["activity"] and _width(row.cells["activity"]) > widest + 2:
                row.cells["comment"] = row.cells.pop("activity")


def _is_sure(row: Row) -> bool:
    return "activity" in row.cells and "responsible" in row.cells


def _width(passage: Passage) -> int:
    """The length of the longest of the passage's lines that was broken to fit."""
    offsets = [offset for offset, _ in passage.starts]
    return max((end - start for start, end in pairwise(offsets)), default=0)


def _hand_down_subgoals(rows: Sequence[Row], tree: GoalTree) -> None:
    """Give every row the sub-goals of its own cell, or of the nearest cell above within the focus area."""
    above: Row | None = None
    for row in rows:
        if cell := row.cells.get("subgoal"):
            row.subgoals, row.subgoal_cell = tree.add_cell(row.area, cell), cell
        elif above is not None and above.area is row.area:
            row.subgoals, row.subgoal_cell = above.subgoals, above.subgoal_cell
        above = row


def letters_by_area(rows: Sequence[Row], names: Sequence[str]) -> dict[str, Counter[str]]:
    """How many activities each short name carries in each focus area."""
    used: dict[str, Counter[str]] = {name: Counter() for name in names}
    for row in rows:
        text = row.cells["responsible"].text if "responsible" in row.cells else ""
        for name in names:
            if row.area is not None and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                used[name][row.area.name.text] += 1
    return used


def read_activity(row: Row, parties: Parties, year: int | None) -> Placed[Activity]:
    """The activity of a row, with the place of each of its cells."""
    places = Places()
    doubt: Doubt | None = "ambiguous" if row.unsure else None
    title, comment = row.cells.get("activity"), row.cells.get("comment")
    if title:
        places.take("/title", title, doubt)
    if comment:
        places.take("/comment", comment, doubt)
    if row.area:
        places.note("/focus_area", row.area.name)
    if row.subgoals and row.subgoal_cell:
        places.note("/subgoals", row.subgoal_cell)
    lines = [number for cell in row.cells.values() for number in cell.lines]
    places.places[""] = Place(line=min(lines), to_line=max(lines))
    responsible = row.cells.get("responsible")
    cost, time = row.cells.get("cost"), row.cells.get("time")
    activity = Activity(
        title=title.text if title else None,
        focus_area=row.area.name.text if row.area else None,
        subgoals=tuple(wording_of(each.best) for each in row.subgoals),
        responsible=_responsible(responsible, parties, places) if responsible else (),
        cost=places.keep("/cost", _cost(cost)) if cost else None,
        time=places.keep("/time", _time(time, year)) if time else None,
        comment=comment.text if comment else None,
    )
    return places.around(activity)


def _responsible(passage: Passage, parties: Parties, places: Places) -> tuple[Responsible, ...]:
    named = parse_responsible(passage.text, parties)
    places.take("/responsible", passage)
    for number, party in enumerate(named):
        words = party.text or party.member or ""
        start = max(passage.text.find(words), 0)
        there = passage.part(start, start + len(words)) if words else passage
        places.note(f"/responsible/{number}", there, "unknown_name" if party.text else None)
    return named


def _cost(passage: Passage) -> Placed[Cost]:
    places = Places()
    places.take("/text", passage)
    found = next(find_sums(passage.text), None)
    if found:
        places.note("/amount", passage.part(found.start, found.end))
    return places.around(cost_in_words(passage.text))


def _time(passage: Passage, year: int | None) -> Placed[Time]:
    places = Places()
    places.take("/text", passage)
    time = time_in_words(passage.text, year)
    if time.from_ is not None:
        places.note("/from", passage)
        places.note("/to", passage)
    return places.around(time)
