"""A cooperation's meetings and conferences as an iCalendar feed (RFC 5545), whole or for one body."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur, vText

from radslag.domain.plan_document import Conference, Meeting, PlanDocument
from radslag.press.exchange.words import Language, Words

STOCKHOLM = ZoneInfo("Europe/Stockholm")
UNKNOWN_DAY = date(1970, 1, 1)
DAILY = timedelta(days=1)
_NAMESPACE = uuid.UUID("5a1f0a3e-6a53-5d0c-9b1c-0d8f6a2b7e41")
_CONTROL = bytes({*range(32), 127} - set(b"\t\r\n"))
_STATUS = {"described": "CONFIRMED", "planned": "CONFIRMED", "cancelled": "CANCELLED"}


def write_calendar_feed(
    document: PlanDocument,
    *,
    body: str | None = None,
    stamp: datetime | None = None,
    language: Language = "sv",
) -> bytes:
    """The meetings of `body`, or of every body with the dated conferences, as a calendar to subscribe to.

    `stamp` (with a time zone) is when the calendar last changed, else the day the plan was decided; the same
    document and stamp give the same bytes. An event keeps its identity as long as its body and day stay. A
    meeting without a time takes the whole day.
    """
    stamp = stamp or datetime.combine(document.decided or UNKNOWN_DAY, time(), UTC)
    words = Words(language)
    cooperation = document.cooperation.name
    calendar = _calendar(f"{cooperation}: {body}" if body else cooperation, language)
    for event in _events(document, body, words):
        event.DTSTAMP = stamp
        event.LAST_MODIFIED = stamp
        calendar.add_component(event)
    return bytes(calendar.to_ical()).translate(None, _CONTROL)


def _calendar(name: str, language: Language) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//Rådslag//Rådslag//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(DAILY))
    calendar.add_component(_stockholm())
    return calendar


def _stockholm() -> Timezone:
    """Swedish time since 1996: summer time from the last Sunday of March to the last of October."""
    zone = Timezone()
    zone.add("tzid", STOCKHOLM.key)
    for observance, name, since, hour, offsets in (
        (TimezoneDaylight(), "CEST", date(1996, 3, 31), 2, (1, 2)),
        (TimezoneStandard(), "CET", date(1996, 10, 27), 3, (2, 1)),
    ):
        observance.add("dtstart", datetime.combine(since, time(hour)))
        observance.add("tzname", name)
        observance.add("tzoffsetfrom", timedelta(hours=offsets[0]))
        observance.add("tzoffsetto", timedelta(hours=offsets[1]))
        observance.add("rrule", vRecur(freq="yearly", bymonth=since.month, byday="-1su"))
        zone.add_component(observance)
    return zone


def _events(document: PlanDocument, body: str | None, words: Words) -> Iterator[Event]:
    seen: dict[str, int] = {}
    for meeting in document.meetings:
        if body in (None, meeting.body):
            yield _identified(_meeting(meeting, words), document, meeting.body, meeting.date, seen)
    for conference in document.conferences:
        if conference.date and conference.status in _STATUS and (body is None or body in conference.hosts):
            event = _conference(conference, conference.date, words)
            yield _identified(event, document, conference.name, conference.date, seen)


def _identified(event: Event, document: PlanDocument, name: str, day: date, seen: dict[str, int]) -> Event:
    """The event with a UID of its name and day; a second one on the same day gets another."""
    key = f"{document.cooperation.name}\n{name}\n{day}"
    seen[key] = seen.get(key, 0) + 1
    event.uid = str(uuid.uuid5(_NAMESPACE, f"{key}\n{seen[key]}"))
    return event


def _meeting(meeting: Meeting, words: Words) -> Event:
    kind = words["planning_conference" if meeting.kind == "planning_conference" else "meeting"]
    event = Event()
    event.add("summary", f"{meeting.body}: {kind}")
    _add_time(event, meeting.date, meeting.start, meeting.end)
    place = words.place(meeting.place, online=meeting.online)
    if place:
        event.add("location", place)
    if meeting.note:
        event.add("description", meeting.note)
    event.add("status", "TENTATIVE" if meeting.tentative else "CONFIRMED")
    return event


def _conference(conference: Conference, day: date, words: Words) -> Event:
    event = Event()
    event.add("summary", conference.name)
    _add_time(event, day, None, None)
    if conference.online:
        event.add("location", words["online"])
    hosts = f"{words['hosts']}: {words.join(conference.hosts)}" if conference.hosts else None
    description = "\n".join(filter(None, (conference.time, conference.text, hosts)))
    if description:
        event.add("description", description)
    event.add("status", _STATUS[conference.status])
    return event


def _add_time(event: Event, day: date, start: time | None, end: time | None) -> None:
    if start is None:
        event.add("dtstart", day)
        event.add("dtend", day + DAILY if day < date.max else day)
        return
    event.add("dtstart", datetime.combine(day, start, STOCKHOLM))
    if end is not None and end > start:
        event.add("dtend", datetime.combine(day, end, STOCKHOLM))
