"""Dates, times and sums in both languages of the screen."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils import translation

from radslag.domain.money import Money
from radslag.ground.shell import formats
from radslag.ground.shell.templatetags import shell

DAY = date(2021, 1, 14)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", ["torsdag 14 januari 2021", "14 januari", "13.00–14.30", "507 552", "42,25 kr", "A, B och C"]),
        (
            "en",
            ["Thursday 14 January 2021", "14 January", "13:00–14:30", "507,552", "SEK 42.25", "A, B and C"],
        ),
    ],
)
def test_each_language_writes_as_its_readers_do(language: str, written: list[str]) -> None:
    with translation.override(language):
        told = [
            formats.format_date(DAY, weekday=True),
            formats.format_date(DAY, year=False),
            formats.format_times(time(13), time(14, 30)),
            formats.format_number(507_552),
            formats.format_money(Money.from_kronor(Decimal("42.25"))),
            formats.join_words(["A", "B", "C"]),
        ]
    assert [text.replace("\u00a0", " ") for text in told] == written


@pytest.mark.parametrize(("language", "written"), [("sv", "1 juli 2021 00.30"), ("en", "1 July 2021 00:30")])
def test_a_moment_is_told_as_calendars_and_clocks_in_sweden_show_it(language: str, written: str) -> None:
    late = datetime(2021, 6, 30, 22, 30, tzinfo=UTC)
    with translation.override(language):
        told = f"{shell.day(late)} {shell.clock(late)}"
    assert told.replace("\u00a0", " ") == written


def test_sums_never_break_over_lines() -> None:
    for language in ("sv", "en"):
        with translation.override(language):
            assert " " not in formats.format_money(Money.from_kronor(2_030_208))


def test_less_than_nothing_has_a_true_minus_sign() -> None:
    with translation.override("en"):
        assert formats.format_number(-1200) == "\u22121,200"
