import csv
from datetime import date, time
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from python_calamine import CalamineWorkbook

from exchange.strategies import plan_documents
from radslag.domain.money import Money
from radslag.domain.plan_document import PlanDocument
from radslag.example import load_example
from radslag.press.exchange.plan_sheet import (
    Sheet,
    action_plan_sheet,
    budget_sheet,
    calendar_sheet,
    write_csv,
    write_xlsx,
)

EXAMPLE = load_example()
ODD = Sheet(
    "Allt: möjligt/annat [2021] med ett mycket långt namn",
    ("Text", "Summa", "Dag", "Tid", "Antal"),
    (
        ("=1+1", Money(4225), date(2021, 1, 14), time(13), 507552),
        ("@cmd;\n”två”", Money(-203020800), date(1850, 1, 1), time(8, 30), -1),
        (None, None, None, None, None),
        ("😀" * 5, Money(0), date(9999, 12, 31), time(23, 59), 0),
    ),
)


def read(workbook: bytes) -> list[list[list[Any]]]:
    read_back = CalamineWorkbook.from_filelike(BytesIO(workbook))
    return [read_back.get_sheet_by_name(name).to_python() for name in read_back.sheet_names]


def part(workbook: bytes, name: str) -> str:
    return ZipFile(BytesIO(workbook)).read(name).decode()


def test_every_kind_of_cell_is_read_back() -> None:
    (rows,) = read(write_xlsx([ODD], title="Allt"))
    assert rows == [
        list(ODD.headers),
        ["=1+1", 42.25, date(2021, 1, 14), time(13), 507552],
        ["@cmd;\n”två”", -2030208, "1850-01-01", time(8, 30), -1],
        ["", "", "", "", ""],
        ["😀" * 5, 0, date(9999, 12, 31), time(23, 59), 0],
    ]


def test_no_text_becomes_a_formula() -> None:
    assert "<f>" not in part(write_xlsx([ODD], title="Allt"), "xl/worksheets/sheet1.xml")


def test_the_workbook_can_be_read_and_printed_as_it_is() -> None:
    workbook = write_xlsx([ODD], title="Allt möjligt", dated=date(2021, 1, 14))
    sheet = part(workbook, "xl/worksheets/sheet1.xml")
    for set_up in (
        'state="frozen"',
        "<autoFilter",
        'orientation="landscape"',
        'fitToHeight="0"',
        'paperSize="9"',
    ):
        assert set_up in sheet
    assert "_xlnm.Print_Titles" in part(workbook, "xl/workbook.xml")
    assert '#,##0" kr"' in part(workbook, "xl/styles.xml").replace("&quot;", '"')
    assert "Allt möjligt" in part(workbook, "docProps/core.xml")
    assert "2021-01-14" in part(workbook, "docProps/core.xml")


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert write_xlsx([ODD], title="Allt") == write_xlsx([ODD], title="Allt")


def test_names_of_sheets_are_made_fit_and_different() -> None:
    workbook = CalamineWorkbook.from_filelike(
        BytesIO(write_xlsx([ODD, ODD, Sheet("'", (), ())], title="Allt"))
    )
    assert workbook.sheet_names == [
        "Allt möjligt annat 2021 med ett",
        "Allt möjligt annat 2021 med 2",
        "-",
    ]


def test_a_text_too_long_for_a_cell_shows_that_it_is_cut() -> None:
    (rows,) = read(write_xlsx([Sheet("Lång", ("Text",), (("å" * 40_000,),))], title="Lång"))
    assert len(str(rows[1][0])) == 32_767
    assert str(rows[1][0]).endswith("å…")


def test_csv_as_swedish_excel_opens_it() -> None:
    text = write_csv(ODD).decode("utf-8")
    assert text.startswith("\ufeffText;Summa;Dag;Tid;Antal\r\n'=1+1;42,25;2021-01-14;13:00;507552\r\n")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[2] == ["'@cmd;\n”två”", "-2030208", "1850-01-01", "08:30", "-1"]
    assert len(rows) == 5


def test_the_action_plan() -> None:
    sheet = action_plan_sheet(EXAMPLE)
    assert sheet.headers[:4] == ("Fokusområde", "Delmål", "Aktivitet", "Ansvarig")
    assert len(sheet.rows) == 22
    parties = [row[3] for row in sheet.rows]
    assert parties[13] == "Nätverket för näringslivschefer (Haninge, Nynäshamn och Huddinge)"
    assert "Nätverket för klimatstrategier (laddinfrastruktur)" in str(parties[1])
    assert sheet.rows[15][1] == "För bättre verksamhet\nFör ekonomisk effektivitet"
    assert action_plan_sheet(EXAMPLE, "en").headers[2] == "Activity"


def test_the_calendar_is_in_order_of_date() -> None:
    sheet = calendar_sheet(EXAMPLE)
    assert len(sheet.rows) == 15
    days = [row[0] for row in sheet.rows]
    assert days == sorted(days, key=str)
    assert sheet.rows[0] == (
        date(2021, 1, 14),
        time(13),
        time(14, 30),
        "Samarbetskommittén",
        "planeringskonferens",
        "via Teams",
        "",
    )


def test_the_budget() -> None:
    rows = budget_sheet(EXAMPLE).rows
    assert rows[1] == ("Intäkter", "Summa", Money.from_kronor(2_030_208), None)
    assert rows[2] == (
        "Kostnader",
        "Personal (strateg och administratör)",
        Money.from_kronor(1_586_000),
        "ja",
    )
    assert len(rows) == 5


@pytest.mark.parametrize("make", [action_plan_sheet, calendar_sheet, budget_sheet])
def test_the_example_is_read_back(make: type) -> None:
    sheet = make(EXAMPLE)
    (rows,) = read(write_xlsx([sheet], title="Plan"))
    assert len(rows) == len(sheet.rows) + 1
    assert rows[0] == list(sheet.headers)


@given(plan_documents)
def test_every_plan_gives_sheets(document: PlanDocument) -> None:
    sheets = [make(document) for make in (action_plan_sheet, calendar_sheet, budget_sheet)]
    for sheet in sheets:
        assert all(len(row) == len(sheet.headers) for row in sheet.rows)
        write_csv(sheet)
    assert len(read(write_xlsx(sheets, title=document.title))) == 3
