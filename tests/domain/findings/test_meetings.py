"""The rules about meetings, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from domain.builders import COMMITTEE, DIRECTORS, committee_meeting, found, plan, sections, told
from radslag.domain.plan_document import Conference, Meeting, Meets


def test_a_weekday_that_the_almanac_does_not_know() -> None:
    wrong = plan(meetings=(committee_meeting(date(2023, 2, 8), weekday=3),))
    assert told(wrong, "weekday-differs") == ["Den 8 februari 2023 är en onsdag, men anges som torsdag."]
    assert found(wrong, "weekday-differs")[0].places == ("/meetings/0/date",)
    right = plan(meetings=(committee_meeting(date(2023, 2, 8), weekday=2),))
    assert not found(right, "weekday-differs")


def test_a_meeting_off_the_bodys_usual_weekday() -> None:
    off = plan(meetings=(committee_meeting(date(2023, 2, 8)),))
    assert told(off, "weekday-differs") == [
        "Samarbetskommittén har sina möten på torsdagar, men den 8 februari 2023 är en onsdag."
    ]


def test_a_weekday_in_the_prose() -> None:
    wrong = plan(prose=sections("Beslutades fredagen den 16 februari 2023."))
    assert told(wrong, "weekday-differs") == ["Den 16 februari 2023 är en torsdag, men anges som fredag."]
    assert not found(plan(prose=sections("Beslutades torsdagen den 16 februari 2023.")), "weekday-differs")


def test_meetings_on_days_when_nobody_works() -> None:
    days = (date(2023, 5, 18), date(2023, 6, 23), date(2023, 5, 19), date(2023, 5, 20))
    document = plan(meetings=tuple(committee_meeting(day, weekday=day.weekday()) for day in days))
    assert told(document, "meeting-on-holiday") == [
        "Samarbetskommittén har möte den 18 maj 2023, Kristi himmelsfärdsdag.",
        "Samarbetskommittén har möte den 23 juni 2023, midsommarafton.",
    ]
    assert told(document, "meeting-on-squeeze-day") == [
        "Samarbetskommittén har möte den 19 maj 2023, som är en klämdag."
    ]
    assert told(document, "meeting-at-weekend") == ["Samarbetskommittén har möte lördagen den 20 maj 2023."]


def test_a_planned_conference_on_a_holiday_but_not_a_cancelled_one() -> None:
    may_day = Conference(name="Vägdagen", date=date(2023, 5, 1), status="planned")
    assert told(plan(conferences=(may_day,)), "meeting-on-holiday") == [
        "Vägdagen hålls den 1 maj 2023, första maj."
    ]
    assert not found(plan(conferences=(replace(may_day, status="cancelled"),)), "meeting-on-holiday")


def test_two_meetings_of_one_body_at_once() -> None:
    twice = (
        committee_meeting(date(2023, 2, 9)),
        committee_meeting(date(2023, 2, 9), start=time(14), end=time(16)),
    )
    assert told(plan(meetings=twice), "meetings-overlap") == [
        (
            "Den 9 februari 2023 krockar två möten: samarbetskommittén kl. 13.00–15.00 och "
            "samarbetskommittén kl. 14.00–16.00."
        )
    ]
    after = replace(twice[1], start=time(15), end=time(16))
    assert not found(plan(meetings=(twice[0], after)), "meetings-overlap")


def test_committee_and_directors_share_people_but_networks_do_not() -> None:
    day = date(2023, 2, 9)
    committee = committee_meeting(day)
    directors = Meeting(body="ledningsgruppen", date=day, start=time(14), end=time(16), weekday=3)
    network = replace(directors, body="nätverket för skolchefer")
    assert found(plan(meetings=(committee, directors)), "meetings-overlap")
    assert not found(plan(meetings=(committee, network)), "meetings-overlap")


def test_the_same_day_twice_without_times_is_a_warning() -> None:
    body = replace(COMMITTEE, meets=None)
    twice = plan(bodies=(body, DIRECTORS), meetings=(committee_meeting(date(2023, 2, 9)),) * 2)
    assert [finding.severity for finding in found(twice, "meetings-overlap")] == ["warning"]


def test_a_meeting_that_ends_before_it_begins() -> None:
    backwards = plan(meetings=(committee_meeting(date(2023, 2, 9), start=time(15), end=time(13)),))
    assert told(backwards, "meeting-ends-before-start") == [
        "Samarbetskommittén den 9 februari 2023 slutar kl. 13.00 men börjar kl. 15.00."
    ]


def test_a_meeting_in_another_year() -> None:
    late = plan(meetings=(committee_meeting(date(2024, 2, 8)),))
    assert told(late, "meeting-outside-year") == [
        "Samarbetskommittén har möte den 8 februari 2024, men planen gäller 2023."
    ]


def test_more_meetings_than_said() -> None:
    body = replace(COMMITTEE, meets=Meets(text="ca tre gånger per år", times_per_year=3, approximate=True))
    document = plan(bodies=(body, DIRECTORS))
    assert told(document, "meeting-count-differs") == [
        "Samarbetskommittén ska träffas ca tre gånger per år, men kalendern har fyra datum."
    ]
    exact = replace(body, meets=Meets(times_per_year=3))
    assert found(document, "meeting-count-differs")[0].severity == "notice"
    assert found(plan(bodies=(exact, DIRECTORS)), "meeting-count-differs")[0].severity == "warning"


def test_a_planning_conference_beside_the_meetings_is_not_one_too_many() -> None:
    body = replace(COMMITTEE, meets=Meets(text="tre gånger per år", times_per_year=3))
    meetings = tuple(
        replace(meeting, kind="planning_conference") if number == 0 else meeting
        for number, meeting in enumerate(plan().meetings)
    )
    said = "Samarbetskommittén träffas tre gånger per år och har en årlig planeringskonferens."
    assert not found(
        plan(bodies=(body, DIRECTORS), meetings=meetings, prose=sections(said)), "meeting-count-differs"
    )
    unsaid = told(plan(bodies=(body, DIRECTORS), meetings=meetings), "meeting-count-differs")
    assert unsaid == [
        (
            "Samarbetskommittén ska träffas tre gånger per år, men kalendern har fyra datum, varav en "
            "planeringskonferens."
        )
    ]


def test_a_body_without_dates_is_not_counted() -> None:
    assert not found(plan(meetings=()), "meeting-count-differs")
