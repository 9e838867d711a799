"""The Swedish almanac: holidays, squeeze days, working days, meeting series, terms of office.

Holidays follow lag (1989:253) om allmänna helgdagar; midsommarafton, julafton and nyårsafton are no public
holidays but count as such by 7 § semesterlagen (1977:480). Years before 1990 have no holidays here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

HolidayKind = Literal["public", "de_facto", "eve"]
FIRST_YEAR = 1990
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, order=True)
class Holiday:
    """A holiday (helgdag): nobody works on a `public` or `de_facto` one; on an `eve` many stop at noon.

    `key` is a stable English name ("good-friday"), `name` the Swedish one ("långfredagen").
    """

    date: date
    key: str
    name: str
    kind: HolidayKind


def easter(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar, by Meeus' algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> tuple[Holiday, ...]:
    """Every holiday of the year in order of date; Sundays that are nothing else are left out."""
    if year < FIRST_YEAR:
        return ()
    return tuple(sorted((*_fixed_holidays(year), *_easter_holidays(year), *_autumn_and_midsummer(year))))


def _fixed_holidays(year: int) -> Iterator[Holiday]:
    yield Holiday(date(year, 1, 1), "new-years-day", "nyårsdagen", "public")
    yield Holiday(date(year, 1, 5), "epiphany-eve", "trettondagsafton", "eve")
    yield Holiday(date(year, 1, 6), "epiphany", "trettondedag jul", "public")
    yield Holiday(date(year, 4, 30), "walpurgis-night", "valborgsmässoafton", "eve")
    yield Holiday(date(year, 5, 1), "may-day", "första maj", "public")
    if year >= 2005:
        yield Holiday(date(year, 6, 6), "national-day", "nationaldagen", "public")
    yield Holiday(date(year, 12, 24), "christmas-eve", "julafton", "de_facto")
    yield Holiday(date(year, 12, 25), "christmas-day", "juldagen", "public")
    yield Holiday(date(year, 12, 26), "boxing-day", "annandag jul", "public")
    yield Holiday(date(year, 12, 31), "new-years-eve", "nyårsafton", "de_facto")


def _easter_holidays(year: int) -> Iterator[Holiday]:
    sunday = easter(year)
    yield Holiday(sunday - 3 * DAY, "maundy-thursday", "skärtorsdagen", "eve")
    yield Holiday(sunday - 2 * DAY, "good-friday", "långfredagen", "public")
    yield Holiday(sunday - DAY, "easter-eve", "påskafton", "eve")
    yield Holiday(sunday, "easter-sunday", "påskdagen", "public")
    yield Holiday(sunday + DAY, "easter-monday", "annandag påsk", "public")
    yield Holiday(sunday + 39 * DAY, "ascension-day", "Kristi himmelsfärdsdag", "public")
    yield Holiday(sunday + 48 * DAY, "whitsun-eve", "pingstafton", "eve")
    yield Holiday(sunday + 49 * DAY, "whit-sunday", "pingstdagen", "public")
    if year < 2005:
        yield Holiday(sunday + 50 * DAY, "whit-monday", "annandag pingst", "public")


def _autumn_and_midsummer(year: int) -> Iterator[Holiday]:
    midsummer = next_weekday(date(year, 6, 20), SATURDAY)
    all_saints = next_weekday(date(year, 10, 31), SATURDAY)
    yield Holiday(midsummer - DAY, "midsummer-eve", "midsommarafton", "de_facto")
    yield Holiday(midsummer, "midsummer-day", "midsommardagen", "public")
    yield Holiday(all_saints - DAY, "all-saints-eve", "allahelgonsafton", "eve")
    yield Holiday(all_saints, "all-saints-day", "alla helgons dag", "public")


def holiday_on(day: date) -> Holiday | None:
    """The public or de facto holiday that the day is; eves, on which people work, do not count."""
    return next((h for h in holidays(day.year) if h.date == day and h.kind != "eve"), None)


def holiday_or_eve(day: date) -> Holiday | None:
    """The holiday that the day is, eves included: days on which nobody calls a meeting."""
    return next((h for h in holidays(day.year) if h.date == day), None)


def is_working_day(day: date) -> bool:
    """Whether offices are open: Monday to Friday, neither a public nor a de facto holiday."""
    return day.weekday() < SATURDAY and holiday_on(day) is None


def is_squeeze_day(day: date) -> bool:
    """Whether the day is a working day alone between two free ones (klämdag), which many take off."""
    if day in {date.min, date.max} or not is_working_day(day):
        return False
    return not is_working_day(day - DAY) and not is_working_day(day + DAY)


def squeeze_days(year: int) -> tuple[date, ...]:
    """The squeeze days of the year, in order."""
    days = (date(year, 1, 1) + n * DAY for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1))
    return tuple(day for day in days if is_squeeze_day(day))


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday (0 = Monday) on or after the day."""
    return day + (weekday - day.weekday()) % 7 * DAY


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of the month, counted from its end when negative; None when it has no nth."""
    first = next_weekday(date(year, month, 1), weekday)
    days = [day for n in range(5) if (day := first + n * WEEK).month == month]
    return days[nth - 1 if nth > 0 else nth] if nth and abs(nth) <= len(days) else None


def next_working_day(day: date) -> date:
    """The first working day on or after the day."""
    while not is_working_day(day):
        day += DAY
    return day


def clear_of_holidays(day: date) -> date:
    """The day itself, or the same weekday the first week after that it is neither free nor a squeeze day."""
    if day.weekday() >= SATURDAY:
        return day
    while not is_working_day(day) or is_squeeze_day(day):
        day += WEEK
    return day


@dataclass(frozen=True)
class MeetingSeries:
    """Meetings on the nth weekday (0 = Monday) of some months: (3, 2, (2, 4)) is February and April's second
    Thursday; `nth` -1 is the month's last.
    """

    weekday: int
    nth: int
    months: Sequence[int]

    def dates(self, year: int) -> tuple[date, ...]:
        """The year's meetings, each moved a week at a time away from holidays and squeeze days."""
        planned = (nth_weekday(year, month, self.weekday, self.nth) for month in self.months)
        return tuple(clear_of_holidays(day) for day in planned if day is not None)


def same_day_of_week(day: date, year: int) -> date:
    """The day of another year with the same weekday in the week of the same number: how a meeting is carried
    into next year's plan. Week 53 becomes 52 in a year that has none.
    """
    iso_year, week, weekday = day.isocalendar()
    target = year + iso_year - day.year
    return date.fromisocalendar(target, min(week, weeks_in(target)), weekday)


def weeks_in(iso_year: int) -> int:
    """How many weeks the year has by number: 52 or 53."""
    return date(iso_year, 12, 28).isocalendar().week


def is_election_year(year: int) -> bool:
    """Whether there are general elections, to municipalities as to the Riksdag: 2018, 2022, 2026, …"""
    return year % 4 == 2


def election_day(year: int) -> date:
    """The second Sunday of September (1 kap. 3 § vallagen), before 2014 the third.

    Raises `ValueError` for a year without general elections.
    """
    if not is_election_year(year):
        raise ValueError(f"{year} is no election year")
    return next_weekday(date(year, 9, 8 if year >= 2014 else 15), SUNDAY)


@dataclass(frozen=True)
class Term:
    """A term of office (mandatperiod), in the calendar years that boards sit: 2019–2022."""

    first_year: int
    last_year: int


def term_of_office(year: int) -> Term:
    """The term that the calendar year belongs to: the four years after an election year, itself the last."""
    first = year - (year - 3) % 4
    return Term(first, first + 3)
