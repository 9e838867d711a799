import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import given

from exchange.strategies import plan_documents
from radslag.domain.plan_document import Conference, Cooperation, Meeting, PlanDocument
from radslag.example import load_example
from radslag.press.exchange.calendar_feed import write_calendar_feed

STAMP = datetime(2021, 1, 14, 12, 30, tzinfo=UTC)
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def plan(*meetings: Meeting, conferences: tuple[Conference, ...] = ()) -> PlanDocument:
    cooperation = Cooperation(name="Åsalandet")
    return PlanDocument(
        year=2021, title="Plan", cooperation=cooperation, meetings=meetings, conferences=conferences
    )


def read(document: PlanDocument, body: str | None = None) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(write_calendar_feed(document, stamp=STAMP, body=body))


def only_event(document: PlanDocument) -> icalendar.Event:
    (event,) = read(document).events
    return event


def test_a_calendar_program_finds_the_meetings_of_the_year() -> None:
    found = recurring_ical_events.of(read(load_example())).between(date(2021, 1, 1), date(2021, 12, 31))
    assert len(found) == 15
    deviating = next(event for event in found if event.start.date() == date(2021, 9, 2))
    assert deviating.start == datetime(2021, 9, 2, 12, tzinfo=STOCKHOLM)
    assert deviating.start.astimezone(UTC).hour == 10
    assert deviating.end.astimezone(UTC).hour == 15
    assert deviating["LOCATION"] == "Salem"


def test_a_body_has_its_own_feed_with_the_conferences_it_hosts() -> None:
    management = read(load_example(), "Ledningsgruppen")
    assert management.calendar_name == "Södertörnskommunerna: Ledningsgruppen"
    assert len(management.events) == 7
    network = read(load_example(), "Nätverket för kommunikationschefer")
    assert [str(event["SUMMARY"]) for event in network.events] == ["Södertörnskonferensen"]


def test_the_time_zone_is_told_as_it_is() -> None:
    (zone,) = read(load_example()).timezones
    told = zone.to_tz(lookup_tzid=False)
    for month, day, hour in ((3, 28, 1), (3, 28, 4), (10, 31, 1), (10, 31, 4)):
        moment = datetime(2021, month, day, hour, tzinfo=STOCKHOLM)
        assert moment.replace(tzinfo=told).utcoffset() == moment.utcoffset()


def test_a_meeting_without_a_time_takes_the_whole_day() -> None:
    event = only_event(plan(Meeting(body="Styrelsen", date=date(2021, 12, 31))))
    assert event.start == date(2021, 12, 31)
    assert event.end == date(2022, 1, 1)


def test_a_meeting_without_an_end_or_one_that_ends_before_it_begins_has_no_end() -> None:
    for end in (None, time(9)):
        meeting = Meeting(body="Styrelsen", date=date(2021, 5, 3), start=time(10), end=end)
        assert "DTEND" not in only_event(plan(meeting))


def test_place_status_and_note() -> None:
    event = only_event(
        plan(
            Meeting(
                body="Styrelsen",
                date=date(2021, 5, 3),
                place="Teams",
                online=True,
                tentative=True,
                note="plats ej beslutad",
                kind="planning_conference",
            )
        )
    )
    assert event["SUMMARY"] == "Styrelsen: planeringskonferens"
    assert event["LOCATION"] == "via Teams"
    assert event["STATUS"] == "TENTATIVE"
    assert event["DESCRIPTION"] == "plats ej beslutad"


def test_a_cancelled_conference_is_told_and_one_that_is_only_described_has_no_day() -> None:
    conferences = (
        Conference(name="Rådslag", date=date(2021, 9, 29), status="cancelled", hosts=("Salem", "Tyresö")),
        Conference(name="Temadag", status="described"),
        Conference(name="Nyckeltal", date=date(2021, 3, 1), status="abolished"),
    )
    event = only_event(plan(conferences=conferences))
    assert event["STATUS"] == "CANCELLED"
    assert event["DESCRIPTION"] == "Värdar: Salem och Tyresö"


def test_in_english() -> None:
    meeting = Meeting(body="Styrelsen", date=date(2021, 5, 3), online=True)
    feed = write_calendar_feed(plan(meeting), stamp=STAMP, language="en").decode()
    assert "SUMMARY:Styrelsen: meeting" in feed
    assert "LOCATION:online" in feed


def test_events_keep_their_identity() -> None:
    before = Meeting(body="Styrelsen", date=date(2021, 5, 3))
    moved_room = Meeting(body="Styrelsen", date=date(2021, 5, 3), place="Salem")
    assert only_event(plan(before))["UID"] == only_event(plan(moved_room))["UID"]
    assert len({event["UID"] for event in read(plan(before, before)).events}) == 2


def test_the_day_of_decision_is_when_it_changed_if_nothing_else_is_known() -> None:
    assert b"DTSTAMP:20210114T000000Z" in write_calendar_feed(load_example())
    assert b"DTSTAMP:19700101T000000Z" in write_calendar_feed(
        plan(Meeting(body="Styrelsen", date=date(2021, 5, 3)))
    )


def test_the_form_of_the_lines() -> None:
    long = plan(Meeting(body="Å" * 200, date=date(2021, 5, 3), note="ett; två, tre\n\x02fyra"))
    feed = write_calendar_feed(long, stamp=STAMP)
    assert feed.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n", feed)
    assert max(map(len, feed.split(b"\r\n"))) <= 75
    assert b"DESCRIPTION:ett\\; tv\xc3\xa5\\, tre\\nfyra" in feed


@given(plan_documents)
def test_every_plan_gives_a_calendar_that_can_be_read(document: PlanDocument) -> None:
    calendar = read(document)
    held = [one for one in document.conferences if one.date and one.status not in ("merged", "abolished")]
    assert len(calendar.events) == len(document.meetings) + len(held)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for event in calendar.events:
        assert event["UID"]
        assert event.stamp == STAMP
        assert event.start
    assert write_calendar_feed(document, stamp=STAMP) == write_calendar_feed(document, stamp=STAMP)
