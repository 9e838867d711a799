"""Meetings that cannot be as they stand: wrong weekdays, holidays, clashes, too many or too few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations

from radslag.domain.almanac import SATURDAY, holiday_on, is_squeeze_day
from radslag.domain.findings.texts import capitalised, passages, sentences
from radslag.domain.plan_document import Body, Finding, Meeting, PlanDocument, Severity
from radslag.domain.swedish import (
    WEEKDAYS,
    find_dates,
    format_date,
    format_times,
    number_word,
)

_NAMED: dict[int | None, str] = dict(enumerate(WEEKDAYS))
SHARING_PEOPLE = frozenset({"committee", "management_group"})


@dataclass(frozen=True)
class _Sitting:
    pointer: str
    meeting: Meeting
    body: Body | None

    @property
    def name(self) -> str:
        return self.meeting.body

    @property
    def usual_weekday(self) -> int | None:
        return self.body.meets.weekday if self.body and self.body.meets else None

    @property
    def hours(self) -> tuple[time, time] | None:
        meets = self.body.meets if self.body else None
        start, end = self.meeting.start, self.meeting.end
        if start is None and meets:
            start, end = meets.start, meets.end
        return None if start is None or end is None else (start, end)


def _sittings(document: PlanDocument) -> list[_Sitting]:
    bodies = {body.name: body for body in document.bodies}
    return [_Sitting(f"/meetings/{n}", m, bodies.get(m.body)) for n, m in enumerate(document.meetings)]


def weekday_differs(document: PlanDocument) -> Iterator[Finding]:
    """A meeting on another weekday than the one stated for it or, if none is, the body's usual one."""
    for sitting in _sittings(document):
        day, actual = sitting.meeting.date, WEEKDAYS[sitting.meeting.date.weekday()]
        stated, usual = _NAMED.get(sitting.meeting.weekday), _NAMED.get(sitting.usual_weekday)
        if stated is None and usual and usual != actual:
            yield _off_the_usual_weekday(sitting, usual)
        elif stated and stated != actual:
            yield _wrong_weekday(day, stated, f"{sitting.pointer}/date")


def weekday_differs_in_prose(document: PlanDocument) -> Iterator[Finding]:
    """A full date in the prose, other than a meeting's, with another weekday beside it than it has."""
    meetings = {meeting.date for meeting in document.meetings}
    for passage in passages(document):
        for found in find_dates(passage.text) if passage.section is not None else ():
            day, stated = found.value.first, found.value.weekday
            if stated not in {None, day.weekday()} and day not in meetings:
                yield _wrong_weekday(day, _NAMED[stated], passage.pointer)


def _wrong_weekday(day: date, stated: str, pointer: str) -> Finding:
    return Finding(
        rule="weekday-differs",
        severity="error",
        message=f"Den {format_date(day)} är en {WEEKDAYS[day.weekday()]}, men anges som {stated}.",
        places=(pointer,),
    )


def _off_the_usual_weekday(sitting: _Sitting, usual: str) -> Finding:
    day = sitting.meeting.date
    return Finding(
        rule="weekday-differs",
        severity="warning",
        message=f"{capitalised(sitting.name)} har sina möten på {usual}ar, men den {format_date(day)} är en "
        f"{WEEKDAYS[day.weekday()]}.",
        places=(f"{sitting.pointer}/date",),
    )


def meeting_on_free_day(document: PlanDocument) -> Iterator[Finding]:
    """A meeting or conference on a holiday, at a weekend, or on a squeeze day."""
    occasions = [(s.pointer, f"{capitalised(s.name)} har möte", s.meeting.date) for s in _sittings(document)]
    occasions += [
        (f"/conferences/{number}", f"{capitalised(conference.name)} hålls", conference.date)
        for number, conference in enumerate(document.conferences)
        if conference.date is not None and conference.status == "planned"
    ]
    for pointer, opening, day in occasions:
        if holiday := holiday_on(day):
            yield _free_day(
                "meeting-on-holiday", pointer, f"{opening} den {format_date(day)}, {holiday.name}."
            )
        elif day.weekday() >= SATURDAY:
            yield _free_day(
                "meeting-at-weekend",
                pointer,
                f"{opening} {WEEKDAYS[day.weekday()]}en den {format_date(day)}.",
            )
        elif is_squeeze_day(day):
            yield _free_day(
                "meeting-on-squeeze-day", pointer, f"{opening} den {format_date(day)}, som är en klämdag."
            )


def _free_day(rule: str, pointer: str, message: str) -> Finding:
    severity: Severity = "warning" if rule == "meeting-on-holiday" else "notice"
    return Finding(rule=rule, severity=severity, message=message, places=(f"{pointer}/date",))


def meetings_overlap(document: PlanDocument) -> Iterator[Finding]:
    """Two meetings at one time of one body, or of two bodies with the same people."""
    for one, other in combinations(_sittings(document), 2):
        if one.meeting.date == other.meeting.date and _share_people(one, other) and _clash(one, other):
            yield Finding(
                rule="meetings-overlap",
                severity="error" if one.hours and other.hours else "warning",
                message=f"Den {format_date(one.meeting.date)} krockar två möten: {_occasion(one)} och "
                f"{_occasion(other)}.",
                places=(f"{other.pointer}/date", f"{one.pointer}/date"),
            )


def _share_people(one: _Sitting, other: _Sitting) -> bool:
    if one.name == other.name:
        return True
    return bool(one.body and other.body and {one.body.kind, other.body.kind} == SHARING_PEOPLE)


def _clash(one: _Sitting, other: _Sitting) -> bool:
    if one.hours is None or other.hours is None:
        return one.name == other.name
    return one.hours[0] < other.hours[1] and other.hours[0] < one.hours[1]


def _occasion(sitting: _Sitting) -> str:
    return f"{sitting.name} kl. {format_times(*sitting.hours)}" if sitting.hours else sitting.name


def meeting_ends_before_start(document: PlanDocument) -> Iterator[Finding]:
    """A meeting that ends before it begins."""
    for sitting in _sittings(document):
        start, end = sitting.meeting.start, sitting.meeting.end
        if start is not None and end is not None and end <= start:
            yield Finding(
                rule="meeting-ends-before-start",
                severity="error",
                message=f"{capitalised(sitting.name)} den {format_date(sitting.meeting.date)} slutar "
                f"kl. {format_times(end)} men börjar kl. {format_times(start)}.",
                places=(f"{sitting.pointer}/end", f"{sitting.pointer}/start"),
            )


def meeting_outside_year(document: PlanDocument) -> Iterator[Finding]:
    """A meeting in another year than the plan's."""
    for sitting in _sittings(document):
        day = sitting.meeting.date
        if document.year is not None and day.year != document.year:
            yield Finding(
                rule="meeting-outside-year",
                severity="warning",
                message=f"{capitalised(sitting.name)} har möte den {format_date(day)}, men planen gäller "
                f"{document.year}.",
                places=(f"{sitting.pointer}/date", "/year"),
            )


def meeting_count_differs(document: PlanDocument) -> Iterator[Finding]:
    """A body has another number of meetings in the calendar than it says that it has a year.

    Planning conferences may be counted among them or told of beside them.
    """
    for number, body in enumerate(document.bodies):
        held = [m for m in document.meetings if m.body == body.name]
        stated = body.meets.times_per_year if body.meets else None
        if not body.meets or stated is None or not held or len(held) == stated:
            continue
        conferences = [m for m in held if m.kind == "planning_conference"]
        ordinary = len(held) - len(conferences)
        if conferences and ordinary == stated and _tells_of_conference(document, body):
            continue
        about = "ca " if body.meets.approximate else ""
        yield Finding(
            rule="meeting-count-differs",
            severity="notice" if body.meets.approximate else "warning",
            message=f"{capitalised(body.name)} ska träffas {about}{number_word(stated)} gånger per år, men "
            f"kalendern har {number_word(len(held))} datum{_of_which(len(conferences))}.",
            places=(f"/bodies/{number}/meets", "/meetings"),
        )


def _tells_of_conference(document: PlanDocument, body: Body) -> bool:
    """Whether a sentence says both how often the body meets and that it has a planning conference."""
    frequency = body.meets.text if body.meets else None
    told = [body.description or "", *(s for passage in passages(document) for s in sentences(passage))]
    return any("planeringskonferens" in s and (frequency or "gånger") in s and _names(s, body) for s in told)


def _names(sentence: str, body: Body) -> bool:
    return any(name.lower() in sentence.lower() for name in (body.name, *body.abbreviations))


def _of_which(conferences: int) -> str:
    if conferences == 0:
        return ""
    return (
        ", varav en planeringskonferens"
        if conferences == 1
        else f", varav {conferences} planeringskonferenser"
    )
