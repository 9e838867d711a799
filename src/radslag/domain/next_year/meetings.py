"""A year's meetings carried into the next: the same week, the same weekday, clear of what is in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from radslag.domain.almanac import (
    DAY,
    WEEK,
    election_day,
    holiday_or_eve,
    is_election_year,
    is_squeeze_day,
    same_day_of_week,
)
from radslag.domain.findings.texts import capitalised
from radslag.domain.plan_document import Body, Meeting
from radslag.domain.swedish import WEEKDAYS, format_date

FARTHEST = 8
"""Weeks that a meeting is moved at most."""
JULY = 7


@dataclass(frozen=True)
class CarriedMeeting:
    """A meeting as it was and as it is proposed; `reason` says in a Swedish sentence why on that day."""

    before: Meeting
    after: Meeting
    reason: str
    moved: bool


def carry_meetings(meetings: Sequence[Meeting], bodies: Sequence[Body]) -> tuple[CarriedMeeting, ...]:
    """Every meeting a year on, in the same order; each body's meetings keep the order they had."""
    calendar = _Calendar(meetings, {body.name for body in bodies if body.kind == "committee"})
    wished = [same_day_of_week(each.date, each.date.year + 1) for each in meetings]
    in_the_way = {number: calendar.place(number, day) for number, day in enumerate(wished)}
    blocked = {number: words for number, words in in_the_way.items() if words}
    for number in sorted(blocked, key=lambda each: wished[each]):
        calendar.move(number, wished[number])
    return tuple(
        _carried(each, wished[number], calendar.days[number], blocked.get(number))
        for number, each in enumerate(meetings)
    )


class _Calendar:
    """The new year as it fills: which meeting has got which day."""

    def __init__(self, meetings: Sequence[Meeting], electing: set[str]) -> None:
        self.meetings = meetings
        self.electing = electing
        self.days: dict[int, date] = {}
        self._held: dict[date, list[int]] = defaultdict(list)

    def place(self, number: int, day: date) -> str | None:
        """Give the meeting the day, or say what is in the way as the end of a Swedish sentence."""
        if words := self._obstacle(number, day):
            return words
        self._take(number, day)
        return None

    def move(self, number: int, day: date) -> None:
        """Give the meeting the nearest day that is clear and keeps the order, a week at a time, later first;
        the day itself when none is.
        """
        clear = (
            other
            for other in _around(day)
            if not self._obstacle(number, other) and self._in_order(number, other)
        )
        self._take(number, next(clear, day))

    def _take(self, number: int, day: date) -> None:
        self.days[number] = day
        self._held[day].append(number)

    def _obstacle(self, number: int, day: date) -> str | None:
        meeting = self.meetings[number]
        if day.year != meeting.date.year + 1:
            return "ligger utanför året"
        if holiday := holiday_or_eve(day):
            return f"är {holiday.name}"
        if is_squeeze_day(day):
            return "är en klämdag"
        if day.month == JULY != meeting.date.month:
            return "ligger i juli"
        if meeting.body in self.electing and is_election_year(day.year):
            election = election_day(day.year)
            if election - 6 * DAY <= day <= election:
                return f"ligger i veckan före valet den {format_date(election, year=False)}"
        other = next((n for n in self._held[day] if _collide(self.meetings[n], meeting)), None)
        return None if other is None else f"krockar med ett annat möte, {self.meetings[other].body}"

    def _in_order(self, number: int, day: date) -> bool:
        meeting = self.meetings[number]
        return all(
            (day < taken) == (meeting.date < self.meetings[other].date)
            for other, taken in self.days.items()
            if self.meetings[other].body == meeting.body and self.meetings[other].date != meeting.date
        )


def _around(day: date) -> Iterator[date]:
    for weeks in range(1, FARTHEST + 1):
        yield day + weeks * WEEK
        yield day - weeks * WEEK


def _collide(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings cannot be on the same day; those that were so before still can."""
    if one.date == other.date:
        return False
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.body == other.body or (one.start < other.end and other.start < one.end)


def _carried(before: Meeting, wished: date, day: date, in_the_way: str | None) -> CarriedMeeting:
    weekday = None if before.weekday is None else day.weekday()
    after = replace(before, date=day, weekday=weekday)
    return CarriedMeeting(before, after, _reason(before, wished, day, in_the_way), moved=day != wished)


def _reason(before: Meeting, wished: date, day: date, in_the_way: str | None) -> str:
    if in_the_way is None:
        weekday, week = capitalised(WEEKDAYS[day.weekday()]), day.isocalendar().week
        return f"{weekday} i vecka {week}, som {before.date.year}."
    opening = f"{capitalised(format_date(wished, weekday=True))} {in_the_way}"
    if day == wished:
        return f"{opening}; ingen annan {WEEKDAYS[day.weekday()]} i närheten passar. Välj dag själv."
    return f"{opening}; flyttat till {format_date(day, year=False)}."
