"""The year wheel (årshjul): the months in a ring, and what happens on its day; January begins at the top.

The large drawing names the events in columns at its sides, where they never collide; the small one, for
phones, has the marks alone and stands beside a list.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

WIDTH, HEIGHT = 900, 500
RADIUS = 205
CORE = 62
MONTH_WIDTH = 34
RING_STEP = 24
GUTTER = 30
LINE = 21
LETTERS = 31
SMALL = 2 * (RADIUS + 8)
SERIES = 4


@dataclass(frozen=True)
class Event:
    """Something on a day or from one day to another; `series` 0–3 gives its mark and the ring it lies on.

    `when` is the day in a few letters, set before the label; a long label is cut short in the drawing.
    """

    day: date
    label: str
    series: int = 0
    last: date | None = None
    when: str = ""
    url: str = ""


@dataclass(frozen=True)
class Month:
    """A month's segment of the ring, its first day, and where its name stands."""

    first: date
    path: str
    x: float
    y: float
    current: bool


@dataclass(frozen=True)
class Mark:
    """An event's mark: where it lies, its arc when it lasts, the line to its label, where that stands."""

    event: Event
    label: str
    series: int
    x: float
    y: float
    arc: str
    leader: str
    label_x: float
    label_y: float
    anchor: str
    past: bool


@dataclass(frozen=True)
class YearWheel:
    """A year to be drawn; coordinates have their origin in the middle of the wheel.

    `today` is the line across the rings that shows the day, as a path; empty in other years.
    """

    year: int
    months: tuple[Month, ...]
    rings: tuple[float, ...]
    marks: tuple[Mark, ...]
    today: str
    view_box: str
    small_view_box: str


def year_wheel(year: int, events: Sequence[Event], today: date) -> YearWheel:
    """The wheel of a year with those of the events that begin in it, in order of day."""
    in_year = sorted((event for event in events if event.day.year == year), key=lambda event: event.day)
    left, right = _sides(in_year)
    height = max(HEIGHT, (max(len(left), len(right)) + 1) * LINE)
    marks = [*_marks(left, -1, height, today), *_marks(right, 1, height, today)]
    return YearWheel(
        year=year,
        months=tuple(_month(year, number, today) for number in range(1, 13)),
        rings=tuple(_ring(series) for series in sorted({event.series % SERIES for event in in_year})),
        marks=tuple(sorted(marks, key=lambda mark: mark.event.day)),
        today=_line(angle_of(today), CORE, RADIUS - MONTH_WIDTH) if today.year == year else "",
        view_box=f"{-WIDTH // 2} {-height // 2} {WIDTH} {height}",
        small_view_box=f"{-SMALL // 2} {-SMALL // 2} {SMALL} {SMALL}",
    )


def angle_of(day: date, hour: int = 12) -> float:
    """Radians clockwise from the top at an hour of the day, the year being one turn."""
    first = date(day.year, 1, 1)
    days = (date(day.year + 1, 1, 1) - first).days
    return 2 * math.pi * ((day - first).days + hour / 24) / days


def point(radius: float, angle: float) -> tuple[float, float]:
    """Where a radius meets an angle, in hundredths."""
    return round(radius * math.sin(angle), 2), round(-radius * math.cos(angle), 2)


def spread(wished: Sequence[float], least: float, limit: float) -> list[float]:
    """Rising heights as near the wished ones as may be, `least` apart and none below `limit` (downwards)."""
    placed: list[float] = []
    for height in wished:
        placed.append(max(height, placed[-1] + least) if placed else height)
    for back in range(len(placed)):
        index = len(placed) - 1 - back
        placed[index] = min(placed[index], limit - back * least)
    return placed


def _sides(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The events of the left and of the right half, each from the top down."""
    halfway = math.pi
    right = [event for event in events if angle_of(event.day) < halfway]
    left = [event for event in events if angle_of(event.day) >= halfway]
    return left[::-1], right


def _marks(events: Sequence[Event], side: int, height: float, today: date) -> Iterator[Mark]:
    """The marks of one side (−1 left, 1 right) with their labels in a column."""
    wished = [point(RADIUS + GUTTER, angle_of(event.day))[1] for event in events]
    edge = height / 2 - LINE / 2
    heights = spread([max(y, -edge) for y in wished], LINE, edge)
    for event, label_y in zip(events, heights, strict=True):
        angle, ring = angle_of(event.day), _ring(event.series)
        last = min(event.last or event.day, date(event.day.year, 12, 31))
        x, y = point(ring, angle)
        yield Mark(
            event=event,
            label=shorten(event.label, LETTERS - len(event.when), placeholder="…"),
            series=event.series % SERIES,
            x=x,
            y=y,
            arc=_arc(ring, angle, angle_of(last)) if last > event.day else "",
            leader=_leader(angle, ring, side * (RADIUS + GUTTER), round(label_y, 2)),
            label_x=side * (RADIUS + GUTTER + 6),
            label_y=round(label_y, 2),
            anchor="start" if side > 0 else "end",
            past=last < today,
        )


def _ring(series: int) -> float:
    return round(RADIUS - MONTH_WIDTH - RING_STEP * (series % SERIES + 0.8), 2)


def _month(year: int, number: int, today: date) -> Month:
    days = monthrange(year, number)[1]
    start, end = angle_of(date(year, number, 1), 0), angle_of(date(year, number, days), 24)
    inner, outer = RADIUS - MONTH_WIDTH, RADIUS
    (x1, y1), (x2, y2) = point(outer, start), point(outer, end)
    (x3, y3), (x4, y4) = point(inner, end), point(inner, start)
    path = f"M{x1} {y1}A{outer} {outer} 0 0 1 {x2} {y2}L{x3} {y3}A{inner} {inner} 0 0 0 {x4} {y4}z"
    x, y = point((inner + outer) / 2, (start + end) / 2)
    return Month(date(year, number, 1), path, x, y, (today.year, today.month) == (year, number))


def _arc(radius: float, start: float, end: float) -> str:
    (x1, y1), (x2, y2) = point(radius, start), point(radius, end)
    return f"M{x1} {y1}A{radius} {radius} 0 {int(end - start > math.pi)} 1 {x2} {y2}"


def _line(angle: float, inner: float, outer: float) -> str:
    (x1, y1), (x2, y2) = point(inner, angle), point(outer, angle)
    return f"M{x1} {y1}L{x2} {y2}"


def _leader(angle: float, ring: float, label_x: float, label_y: float) -> str:
    """From the mark to the months, and from the rim to the label, leaving the months' names alone."""
    rim_x, rim_y = point(RADIUS + 3, angle)
    return f"{_line(angle, ring, RADIUS - MONTH_WIDTH)}M{rim_x} {rim_y}L{label_x} {label_y}"
