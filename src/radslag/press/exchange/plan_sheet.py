"""Tables as spreadsheets: any headers and rows as XLSX or CSV, and the plan's own tables made ready."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from radslag.domain.money import Money
from radslag.domain.plan_document import Activity, BudgetLine, Meeting, PlanDocument
from radslag.press.exchange.words import Language, Words

Cell = str | int | Money | date | time | None

LONGEST_TEXT = 32_767
"""Excel holds no longer text in a cell; what is cut ends in an ellipsis."""
NARROWEST, WIDEST = 8, 48
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WHOLE_KRONOR, KRONOR_AND_ORE = '#,##0" kr"', '#,##0.00" kr"'
DAY, CLOCK, NUMBER, TEXT = "yyyy-mm-dd", "hh:mm", "#,##0", ""
FIRST_YEAR = 1900
"""Excel knows no earlier dates; they are written as text."""


@dataclass(frozen=True)
class Sheet:
    """A table with a name; every row has as many cells as there are headers."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_xlsx(sheets: Sequence[Sheet], *, title: str, dated: date | None = None) -> bytes:
    """The sheets as a workbook that is ready to read, filter and print; no text becomes a formula.

    `dated` is the workbook's date; the same sheets and date give the same bytes.
    """
    stream = BytesIO()
    created = datetime.combine(dated if dated and dated.year >= FIRST_YEAR else date(1980, 1, 1), time())
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": title, "created": created})
        formats = _Formats(workbook)
        names: list[str] = []
        for sheet in sheets:
            names.append(_sheet_name(sheet.name, names))
            _fill(workbook.add_worksheet(names[-1]), sheet, formats)
    return stream.getvalue()


def write_csv(sheet: Sheet) -> bytes:
    """The sheet as Swedish Excel opens it: UTF-8 with its mark, semicolons, decimal commas, ISO dates.

    A text that would be taken for a formula gets an apostrophe before it.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in (sheet.headers, *sheet.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def action_plan_sheet(document: PlanDocument, language: Language = "sv") -> Sheet:
    """The action plan (handlingsplan), a row an activity."""
    words = Words(language)
    keys = ("area", "subgoal", "activity", "responsible", "cost", "sum_amount", "time", "comment")
    rows = tuple(_activity_row(activity, words) for activity in document.activities)
    return Sheet(words["action_plan"], tuple(words[key] for key in keys), rows)


def calendar_sheet(document: PlanDocument, language: Language = "sv") -> Sheet:
    """Meetings and dated conferences in order of date."""
    words = Words(language)
    keys = ("date", "start", "end", "body", "kind", "place", "note")
    rows = [_meeting_row(meeting, words) for meeting in document.meetings]
    rows += [
        (
            one.date,
            None,
            None,
            one.name,
            words["conference"].lower(),
            words.place(None, online=one.online),
            one.time,
        )
        for one in document.conferences
        if one.date and one.status in ("planned", "described")
    ]
    rows.sort(key=lambda row: (str(row[0]), str(row[1] or "")))
    return Sheet(words["calendar"], tuple(words[key] for key in keys), tuple(rows))


def budget_sheet(document: PlanDocument, language: Language = "sv") -> Sheet:
    """Both sides of the budget, a row a line, with the totals that the document states."""
    words = Words(language)
    keys = ("side", "title_of_line", "sum_amount", "approximate")
    return Sheet(words["budget"], tuple(words[key] for key in keys), tuple(_budget_rows(document, words)))


def _activity_row(activity: Activity, words: Words) -> tuple[Cell, ...]:
    return (
        activity.focus_area,
        "\n".join(activity.subgoals),
        activity.title,
        ", ".join(words.party(party) for party in activity.responsible),
        activity.cost.text if activity.cost else None,
        activity.cost.amount if activity.cost else None,
        activity.time.text if activity.time else None,
        activity.comment,
    )


def _meeting_row(meeting: Meeting, words: Words) -> tuple[Cell, ...]:
    kind = words["planning_conference" if meeting.kind == "planning_conference" else "meeting"]
    note = ", ".join(filter(None, (meeting.note, words["tentative"] if meeting.tentative else None)))
    place = words.place(meeting.place, online=meeting.online)
    return (meeting.date, meeting.start, meeting.end, meeting.body, kind, place, note)


def _budget_rows(document: PlanDocument, words: Words) -> Iterator[tuple[Cell, ...]]:
    budget = document.budget
    if budget is None:
        return
    for side, lines, stated in (
        (words["income"], budget.income, budget.income_total),
        (words["costs"], budget.costs, budget.costs_total),
    ):
        total = (BudgetLine(title=words["sum"], amount=stated),) if stated else ()
        for line in (*lines, *total):
            yield (side, line.title, line.amount, words["yes"] if line.approximate else None)


class _Formats:
    """The workbook's cell formats, each made when first asked for."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})

    def of(self, pattern: str) -> Format:
        if pattern not in self._made:
            properties = {"num_format": pattern} if pattern != TEXT else {"text_wrap": True}
            self._made[pattern] = self._workbook.add_format({"valign": "top", **properties})
        return self._made[pattern]


def _fill(worksheet: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for column, header in enumerate(sheet.headers):
        worksheet.write_string(0, column, _shortened(header), formats.head)
        worksheet.set_column(column, column, _width([header, *(row[column] for row in sheet.rows)]))
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _put(worksheet, number, column, cell, formats)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), max(len(sheet.headers) - 1, 0))
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_footer("&L&A&R&P (&N)")


def _put(worksheet: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    match cell:
        case None | "":
            return
        case Money():
            pattern = WHOLE_KRONOR if cell.kronor == int(cell.kronor) else KRONOR_AND_ORE
            worksheet.write_number(row, column, float(cell.kronor), formats.of(pattern))
        case int():
            worksheet.write_number(row, column, cell, formats.of(NUMBER))
        case time():
            worksheet.write_datetime(row, column, cell, formats.of(CLOCK))
        case date() if cell.year >= FIRST_YEAR:
            worksheet.write_datetime(row, column, cell, formats.of(DAY))
        case _:
            worksheet.write_string(row, column, _shortened(str(cell)), formats.of(TEXT))


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
        case Money():
            return str(cell.kronor).replace(".", ",")
        case time():
            return cell.isoformat("minutes")
    return str(cell)


def _sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """The name as a spreadsheet allows it, and like no other in the workbook."""
    allowed = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", wanted).split())
    name = allowed[:31].strip("' ") or "-"
    number = 2
    while name.casefold() in {other.casefold() for other in taken}:
        name = f"{name[:28].strip()} {number}"
        number += 1
    return name


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _width(cells: Sequence[Cell]) -> int:
    longest = max((len(line) for cell in cells for line in _csv_cell(cell).splitlines()), default=0)
    return min(max(longest + 3, NARROWEST), WIDEST)
