"""Swedish both ways: what is read, what is left alone, and that what is written is read back."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.money import Money
from radslag.domain.swedish import (
    MONTHS,
    WEEKDAYS,
    Day,
    Frequency,
    Sum,
    Times,
    find_dates,
    find_frequencies,
    find_sums,
    find_times,
    find_weekdays,
    format_date,
    format_money,
    format_number,
    format_times,
    join_words,
    number_word,
    parse_date,
    parse_month,
    parse_number,
    parse_sum,
    parse_times,
    parse_weekday,
    sort_key,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 januari 2021", Day(date(2021, 1, 14))),
        ("den 14 januari 2021", Day(date(2021, 1, 14))),
        ("14\u00a0januari\u00a02021", Day(date(2021, 1, 14))),
        ("2021-01-14", Day(date(2021, 1, 14))),
        ("20210114", Day(date(2021, 1, 14))),
        ("14 JANUARI", Day(date(2021, 1, 14))),
        ("1:a maj", Day(date(2021, 5, 1))),
        ("14 jan.", Day(date(2021, 1, 14))),
        ("3 sept 2022", Day(date(2022, 9, 3))),
        ("8 september (onsdag)", Day(date(2021, 9, 8), 2)),
        ("torsdagen den 8 september 2021", Day(date(2021, 9, 8), 3)),
        ("tors 8 sep", Day(date(2021, 9, 8), 3)),
        ("fredag 22/1", Day(date(2021, 1, 22), 4)),
        ("22/1 2022", Day(date(2022, 1, 22))),
        ("21–22 april", Day(date(2021, 4, 21), last=date(2021, 4, 22))),
        ("21 och 22 april 2023", Day(date(2023, 4, 21), last=date(2023, 4, 22))),
    ],
)
def test_dates_as_they_are_written(text: str, day: Day) -> None:
    found = list(find_dates(text, 2021))
    assert [(f.value, f.start, f.end) for f in found] == [(day, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "31 februari",
        "20211301",
        "99 mars",
        "404-2021-01-14",
        "KSM2021-404.510",
        "TRV 2013/29212",
        "1 maja",
        "3/7/21",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text, 2021)) == []


def test_a_fraction_in_running_text_is_no_date() -> None:
    assert list(find_dates("stängt 24/7 och 2/3 röstar", 2021)) == []


def test_a_day_without_year_is_left_alone_when_none_is_given() -> None:
    assert [found.value.first for found in find_dates("14 januari eller 14 mars 2020")] == [date(2020, 3, 14)]


def test_dates_in_running_text_keep_their_place() -> None:
    text = "Beslutades den 16 januari 2020 att ställa in."
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "den 16 januari 2020"


def test_parse_date_wants_nothing_else_in_the_text() -> None:
    assert parse_date(" 14 januari 2021 ") == date(2021, 1, 14)
    assert parse_date("14 januari 2021 via länk") is None


@pytest.mark.parametrize(
    ("word", "weekday"),
    [
        ("torsdag", 3),
        ("Torsdagar", 3),
        ("torsdagen", 3),
        ("torsdagarna", 3),
        ("tors", 3),
        ("sön.", 6),
        ("tor", 3),
    ],
)
def test_weekdays_in_every_form(word: str, weekday: int) -> None:
    assert parse_weekday(word) == weekday


@pytest.mark.parametrize("word", ["torsk", "dag", "måne", "fredlig", ""])
def test_what_is_no_weekday(word: str) -> None:
    assert parse_weekday(word) is None


def test_months_in_full_and_short() -> None:
    assert [parse_month(month) for month in MONTHS] == list(range(1, 13))
    assert (parse_month("Okt."), parse_month("sept"), parse_month("ma"), parse_month("marsch")) == (
        10,
        9,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("kl 13.00-14.30", Times(time(13), time(14, 30))),
        ("kl. 13:00–14:30", Times(time(13), time(14, 30))),
        ("klockan 9 till 11.15", Times(time(9), time(11, 15))),
        ("8.30-11.00", Times(time(8, 30), time(11))),
        ("Kl 13", Times(time(13))),
    ],
)
def test_clock_times(text: str, times: Times) -> None:
    assert parse_times(text) == times


@pytest.mark.parametrize("text", ["12.30", "sidan 3-5", "kl 25", "kl 13.75", "13.00-14.30.2021", "väg 73"])
def test_what_is_no_clock_time(text: str) -> None:
    assert list(find_times(text)) == []


def test_a_weekly_hour_is_a_weekday_and_a_time() -> None:
    text = "Styrgruppen (torsdagar kl 13.00-14.30)"
    assert [found.value for found in find_weekdays(text)] == [3]
    assert [found.value for found in find_times(text)] == [Times(time(13), time(14, 30))]


@pytest.mark.parametrize(
    ("text", "kronor", "approximate"),
    [
        ("ca 1 586 000 kr", "1586000", True),
        ("2 030 208 kr", "2030208", False),
        ("2\u00a0030\u202f208\u2009kr", "2030208", False),
        ("1.250.000 kronor", "1250000", False),
        ("4 kronor", "4", False),
        ("42,25 kr", "42.25", False),
        ("1,5 mkr", "1500000", False),
        ("cirka 500 tkr", "500000", True),
        ("2 miljoner kronor", "2000000", False),
        ("300:-", "300", False),
        ("50 öre", "0.50", False),
        ("\u2212500 kr", "-500", False),
    ],
)
def test_sums(text: str, kronor: str, approximate: bool) -> None:
    assert parse_sum(text) == Sum(Money.from_kronor(kronor), approximate)


def test_a_year_before_a_sum_is_no_part_of_it() -> None:
    assert [found.value.amount for found in find_sums("år 2021 500 kr")] == [Money.from_kronor(500)]


@pytest.mark.parametrize("text", ["507 552", "4 kronärtskockor", "0,001 kr", "krona", "12,34,56 kr"])
def test_what_is_no_sum(text: str) -> None:
    assert list(find_sums(text)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("507 552", 507_552),
        ("sex", 6),
        ("En", 1),
        ("tjugoen", 21),
        ("nittionio", 99),
        ("42,25", Decimal("42.25")),
        ("-3", -3),
    ],
)
def test_numbers_in_figures_and_words(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["sexa", "fjortondagars", "", "1 2", "12 34"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("träffas ca sex gånger per år och", Frequency(6, approximate=True)),
        ("2 ggr/år", Frequency(2)),
        ("en gång i månaden", Frequency(12)),
        ("fyra möten om året", Frequency(4)),
        ("två gånger per halvår", Frequency(4)),
    ],
)
def test_how_often(text: str, frequency: Frequency) -> None:
    assert [found.value for found in find_frequencies(text)] == [frequency]


def test_a_range_of_times_is_left_alone() -> None:
    assert list(find_frequencies("ca 1-2 ggr/år")) == []


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(days)
def test_a_written_date_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    (found,) = find_dates(format_date(day, weekday=True))
    assert found.value == Day(day, day.weekday())
    assert parse_date(format_date(day, year=False), day.year) == day


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60 - 1))
def test_written_times_are_read_back(start: int, end: int) -> None:
    first, last = (time(*divmod(minutes, 60)) for minutes in (start, end))
    assert parse_times(format_times(first, last)) == Times(first, last)
    assert parse_times("kl. " + format_times(first)) == Times(first)


@given(st.integers(-(10**15), 10**15), st.booleans())
def test_a_written_sum_is_read_back(ore: int, approximate: bool) -> None:
    assert parse_sum(format_money(Money(ore), approximate=approximate)) == Sum(Money(ore), approximate)


@given(st.integers(-(10**15), 10**15))
def test_a_written_number_is_read_back(number: int) -> None:
    assert parse_number(format_number(number)) == number


@given(st.text(max_size=60) | st.text("0123456789 .,:-/–kr()janmåndag", max_size=40))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    for find in (find_dates, find_times, find_sums, find_frequencies, find_weekdays):
        for found in find(text):
            assert text[found.start : found.end].strip()
    parse_number(text)


def test_how_things_are_written() -> None:
    assert format_date(date(2021, 1, 14), weekday=True) == "torsdag 14 januari 2021"
    assert format_times(time(8, 30), time(11)) == "08.30–11.00"
    assert format_money(Money.from_kronor(2_030_208)) == "2\u00a0030\u00a0208\u00a0kr"
    assert format_money(Money.from_kronor("42.5"), approximate=True) == "ca\u00a042,50\u00a0kr"
    assert format_number(-1234) == "\u22121\u00a0234"
    assert [number_word(n) for n in (0, 6, 12, 13)] == ["noll", "sex", "tolv", "13"]
    assert [join_words(list("abc")[:n]) for n in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert WEEKDAYS[0] == "måndag"


def test_names_sort_with_the_ringed_and_dotted_last() -> None:
    names = ["Österåker", "Åre", "Zinkgruvan", "Ängelholm", "Vara", "wien", "Eva", "Évb", "Evc", "vy"]
    assert sorted(names, key=sort_key) == [
        "Eva", "Évb", "Evc", "Vara", "vy", "wien", "Zinkgruvan", "Åre", "Ängelholm", "Österåker",
    ]  # fmt: skip


def test_case_and_accents_do_not_part_names() -> None:
    assert sort_key("Linné") == sort_key("LINNE")
    assert sort_key("Å") != sort_key("A")


def test_more_figures_than_anything_counts_are_no_number() -> None:
    assert parse_number("9" * 18) == 10**18 - 1
    assert parse_number("9" * 19) is None
    assert list(find_sums(f"{'9' * 5000} kr")) == []
