"""The year wheel: where days lie, and that names never collide."""

import itertools
import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.ground.shell.drawing.year_wheel import LINE, Event, angle_of, point, spread, year_wheel

YEAR = 2021
days = st.integers(0, 364).map(lambda number: date(YEAR, 1, 1) + timedelta(number))


def test_january_begins_at_the_top_and_the_year_goes_clockwise() -> None:
    assert angle_of(date(YEAR, 1, 1), 0) == 0
    assert angle_of(date(YEAR, 7, 2)) == pytest.approx(math.pi)
    assert point(100, math.pi / 2) == (100, 0)
    assert point(100, 0) == (0, -100)


def test_a_leap_year_is_one_turn_too() -> None:
    assert angle_of(date(2024, 12, 31), 24) == pytest.approx(2 * math.pi)


def test_only_what_begins_in_the_year_is_drawn() -> None:
    events = [
        Event(date(2020, 12, 31), "before"),
        Event(date(YEAR, 5, 1), "in it"),
        Event(date(2022, 1, 1), "after"),
    ]
    assert [mark.event.label for mark in year_wheel(YEAR, events, date(YEAR, 6, 1)).marks] == ["in it"]


def test_what_lasts_is_an_arc_cut_at_the_turn_of_the_year() -> None:
    (mark,) = year_wheel(
        YEAR, [Event(date(YEAR, 12, 20), "x", last=date(2022, 1, 10))], date(YEAR, 1, 1)
    ).marks
    assert mark.arc
    assert not mark.past


def test_today_is_shown_in_its_own_year_only() -> None:
    assert year_wheel(YEAR, [], date(YEAR, 3, 1)).today
    assert not year_wheel(YEAR, [], date(2022, 3, 1)).today


@given(st.lists(days, max_size=60))
def test_labels_keep_a_line_apart_and_inside_the_drawing(chosen: list[date]) -> None:
    wheel = year_wheel(YEAR, [Event(day, "Sammanträde") for day in chosen], date(YEAR, 6, 1))
    _west, north, _width, height = (int(part) for part in wheel.view_box.split())
    for side in ("start", "end"):
        heights = sorted(mark.label_y for mark in wheel.marks if mark.anchor == side)
        assert all(below - above >= LINE - 0.02 for above, below in itertools.pairwise(heights))
        assert all(north <= y <= north + height for y in heights)


@given(st.lists(st.floats(-500, 500), max_size=20).map(sorted))
def test_spreading_keeps_the_order(wished: list[float]) -> None:
    placed = spread(wished, 10, 1000)
    assert placed == sorted(placed)
