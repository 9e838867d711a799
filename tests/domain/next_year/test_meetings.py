"""Meetings carried a year on: the same week and weekday, and a sentence wherever they had to move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import COMMITTEE, DIRECTORS, NETWORK
from radslag.domain.almanac import election_day, holiday_or_eve, is_election_year, is_squeeze_day
from radslag.domain.next_year.meetings import CarriedMeeting, carry_meetings
from radslag.domain.plan_document import Meeting

BODIES = (COMMITTEE, DIRECTORS, NETWORK)


def meeting(day: date, body: str = NETWORK.name, hours: tuple[int, int] | None = None) -> Meeting:
    start, end = (time(hours[0]), time(hours[1])) if hours else (None, None)
    return Meeting(body=body, date=day, start=start, end=end, weekday=day.weekday())


def carried(*meetings: Meeting) -> list[tuple[date, str]]:
    return [(each.after.date, each.reason) for each in carry_meetings(meetings, BODIES)]


def test_a_meeting_keeps_its_week_weekday_hours_and_place() -> None:
    old = replace(meeting(date(2021, 2, 4), hours=(13, 14)), place="Teams", online=True)
    [made] = carry_meetings([old], BODIES)
    assert made == CarriedMeeting(
        old, replace(old, date=date(2022, 2, 3)), "Torsdag i vecka 5, som 2021.", moved=False
    )


def test_a_weekday_stated_wrongly_is_put_right_and_one_not_stated_is_not() -> None:
    wrong, none = (
        replace(meeting(date(2021, 2, 4)), weekday=1),
        replace(meeting(date(2021, 3, 4)), weekday=None),
    )
    made = carry_meetings([wrong, none], BODIES)
    assert [each.after.weekday for each in made] == [3, None]


def test_holidays_eves_squeeze_days_july_and_the_week_before_an_election_are_told() -> None:
    assert carried(meeting(date(2021, 4, 15))) == [
        (date(2022, 4, 21), "Torsdag 14 april 2022 är skärtorsdagen; flyttat till 21 april.")
    ]
    assert carried(meeting(date(2021, 5, 28))) == [
        (date(2022, 6, 3), "Fredag 27 maj 2022 är en klämdag; flyttat till 3 juni.")
    ]
    assert carried(meeting(date(2026, 6, 26))) == [
        (date(2027, 6, 18), "Fredag 2 juli 2027 ligger i juli; flyttat till 18 juni.")
    ]
    assert carried(meeting(date(2021, 9, 9), COMMITTEE.name)) == [
        (
            date(2022, 9, 15),
            (
                "Torsdag 8 september 2022 ligger i veckan före valet den 11 september; "
                "flyttat till 15 september."
            ),
        )
    ]
    assert carried(meeting(date(2021, 9, 9)))[0][0] == date(2022, 9, 8)


def test_a_meeting_held_in_july_may_be_so_again() -> None:
    assert carried(meeting(date(2021, 7, 15)))[0][0] == date(2022, 7, 14)


def test_a_moved_meeting_avoids_the_days_of_others_and_keeps_its_place_in_the_series() -> None:
    moved, taken, _ = carried(
        meeting(date(2021, 4, 15)), meeting(date(2021, 4, 22), DIRECTORS.name), meeting(date(2021, 5, 6))
    )
    assert (moved[0], taken[0]) == (date(2022, 4, 7), date(2022, 4, 21))


def test_a_meeting_with_no_room_stays_and_says_so() -> None:
    crowded = [meeting(date(2021, 4, day)) for day in (8, 15, 22)]
    assert carried(*crowded)[1] == (
        date(2022, 4, 14),
        "Torsdag 14 april 2022 är skärtorsdagen; ingen annan torsdag i närheten passar. Välj dag själv.",
    )


def test_meetings_at_other_hours_may_share_a_day() -> None:
    moved, taken = carried(
        meeting(date(2021, 4, 15), hours=(13, 15)), meeting(date(2021, 4, 22), DIRECTORS.name, (8, 11))
    )
    assert moved[0] == taken[0] == date(2022, 4, 21)


series = st.lists(
    st.tuples(st.dates(date(1999, 1, 1), date(1999, 12, 31)), st.sampled_from(BODIES)),
    max_size=12,
    unique_by=lambda pair: pair[0],
)


@given(series, st.integers(1991, 2060))
def test_no_meeting_is_lost_and_each_moves_by_whole_weeks(
    pairs: list[tuple[date, object]], year: int
) -> None:
    old = [meeting(day.replace(year=year), body.name) for day, body in pairs]  # type: ignore[attr-defined]
    made = carry_meetings(old, BODIES)
    assert [each.before for each in made] == old
    for each in made:
        assert each.after.date.weekday() == each.before.date.weekday()
        assert (each.after.date - each.before.date).days % 7 == 0
        assert replace(each.after, date=each.before.date, weekday=each.before.weekday) == each.before
        assert each.reason.endswith(".")


@given(series, st.integers(1991, 2060))
def test_meetings_are_clear_of_what_is_in_the_way_unless_it_is_said(
    pairs: list[tuple[date, object]], year: int
) -> None:
    old = [meeting(day.replace(year=year), body.name) for day, body in pairs]  # type: ignore[attr-defined]
    for each in carry_meetings(old, BODIES):
        day = each.after.date
        if "Välj dag själv" in each.reason:
            continue
        assert day.year == year + 1
        assert holiday_or_eve(day) is None
        assert not is_squeeze_day(day)
        assert day.month != 7 or each.before.date.month == 7
        if each.before.body == COMMITTEE.name and is_election_year(day.year):
            assert not 0 <= (election_day(day.year) - day).days <= 6
