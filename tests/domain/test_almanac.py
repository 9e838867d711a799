"""The almanac against the `holidays` library for seventy years, and against known days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays.countries.sweden import Sweden
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.almanac import (
    MeetingSeries,
    Term,
    clear_of_holidays,
    easter,
    election_day,
    holiday_on,
    holidays,
    is_election_year,
    is_squeeze_day,
    is_working_day,
    next_weekday,
    next_working_day,
    nth_weekday,
    same_day_of_week,
    squeeze_days,
    term_of_office,
    weeks_in,
)

YEARS = range(1990, 2061)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("kind", "category"), [("public", "public"), ("de_facto", "de_facto"), ("eve", "optional")]
)
def test_holidays_agree_with_the_library(kind: str, category: str) -> None:
    theirs = Sweden(years=YEARS, include_sundays=False, categories=(category,), language="sv")
    ours = {holiday.date for year in YEARS for holiday in holidays(year) if holiday.kind == kind}
    assert ours == {day for day, name in theirs.items() if name != "Klämdag"}


def test_the_libraries_permanent_squeeze_day_is_ours_too() -> None:
    theirs = Sweden(years=YEARS, include_sundays=False, categories=("optional",), language="sv")
    fridays = {day for day, name in theirs.items() if name == "Klämdag" and not holiday_on(day)}
    assert fridays <= {day for year in YEARS for day in squeeze_days(year)}


def test_names_and_kinds_of_a_year() -> None:
    names = {holiday.date: (holiday.name, holiday.kind) for holiday in holidays(2021)}
    assert names[date(2021, 5, 13)] == ("Kristi himmelsfärdsdag", "public")
    assert names[date(2021, 6, 25)] == ("midsommarafton", "de_facto")
    assert names[date(2021, 4, 30)] == ("valborgsmässoafton", "eve")
    assert len({holiday.key for holiday in holidays(2021)}) == len(holidays(2021))


def test_eves_are_worked_and_holidays_are_not() -> None:
    assert holiday_on(date(2021, 4, 30)) is None
    assert is_working_day(date(2021, 4, 30))
    assert not is_working_day(date(2021, 12, 24))
    assert not is_working_day(date(2021, 5, 15))


@pytest.mark.parametrize(
    ("year", "day"), [(2021, date(2021, 4, 4)), (2038, date(2038, 4, 25)), (2008, date(2008, 3, 23))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_squeeze_days_stand_alone_between_free_days() -> None:
    assert squeeze_days(2021) == (date(2021, 5, 14),)
    assert squeeze_days(2023) == (date(2023, 5, 19), date(2023, 6, 5))
    assert date(2024, 12, 23) in squeeze_days(2024)
    assert is_squeeze_day(date(2022, 1, 7))


def test_no_day_is_too_early_or_late() -> None:
    for day in (date.min, date.max):
        assert holiday_on(day) is None or day == date.max
        assert not is_squeeze_day(day)


@given(days, st.integers(0, 6))
def test_next_weekday_is_within_a_week(day: date, weekday: int) -> None:
    following = next_weekday(day, weekday)
    assert following.weekday() == weekday
    assert timedelta(0) <= following - day < timedelta(weeks=1)


@given(days)
def test_days_moved_from_holidays_are_free_to_meet_on(day: date) -> None:
    assert is_working_day(next_working_day(day))
    moved = clear_of_holidays(day)
    assert moved.weekday() == day.weekday()
    assert holiday_on(moved) is None or day.weekday() > 4


def test_nth_weekday_counts_from_either_end() -> None:
    assert nth_weekday(2021, 4, 3, 1) == date(2021, 4, 1)
    assert nth_weekday(2021, 4, 3, 5) == date(2021, 4, 29)
    assert nth_weekday(2021, 4, 3, -1) == date(2021, 4, 29)
    assert nth_weekday(2021, 4, 0, 5) is None
    assert nth_weekday(2021, 4, 0, 0) is None


def test_a_series_moves_away_from_holidays_and_squeeze_days() -> None:
    second_thursdays = MeetingSeries(weekday=3, nth=2, months=(4, 5, 12))
    assert second_thursdays.dates(2021) == (date(2021, 4, 8), date(2021, 5, 20), date(2021, 12, 9))
    assert MeetingSeries(weekday=4, nth=2, months=(5,)).dates(2021) == (date(2021, 5, 21),)


@given(days, st.integers(1990, 2059))
def test_a_meeting_is_carried_to_its_weekday_and_week_in_another_year(day: date, year: int) -> None:
    carried = same_day_of_week(day, year)
    assert carried.weekday() == day.weekday()
    assert carried.isocalendar().week == min(day.isocalendar().week, weeks_in(carried.isocalendar().year))
    assert abs(carried - day.replace(year=year, day=min(day.day, 28))) <= timedelta(days=10)


def test_a_meeting_carried_year_by_year_never_drifts() -> None:
    day = date(2021, 1, 14)
    for year in range(2022, 2060):
        day = same_day_of_week(day, year)
    assert day == same_day_of_week(date(2021, 1, 14), 2059)
    assert day.isocalendar().week == 2


def test_elections_and_terms() -> None:
    assert [year for year in range(2016, 2028) if is_election_year(year)] == [2018, 2022, 2026]
    assert [election_day(year) for year in (2010, 2018, 2022, 2026)] == [
        date(2010, 9, 19),
        date(2018, 9, 9),
        date(2022, 9, 11),
        date(2026, 9, 13),
    ]
    assert [term_of_office(year) for year in (2019, 2022, 2023)] == [
        Term(2019, 2022),
        Term(2019, 2022),
        Term(2023, 2026),
    ]
    with pytest.raises(ValueError, match="2021"):
        election_day(2021)
