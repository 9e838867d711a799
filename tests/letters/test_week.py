"""The weekly letter: on the week's first working day or not that week, and each change told once."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from time_machine import TimeMachineFixture

import people
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.register.models import Entry
from radslag.people.bodies.actions.seats import Appointment, give_seat
from radslag.people.members.models import Cooperation
from radslag.press.letters.actions import daily_round

EARLY = datetime(2020, 12, 1, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _before_all(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(EARLY, tick=False)


def at(day: date, clock: str = "06:00") -> datetime:
    """That time of that day in Sweden."""
    return timezone.make_aware(datetime.fromisoformat(f"{day} {clock}"))


def digests(reader: User) -> list[Letter]:
    return list(Letter.objects.filter(kind="digest", account=reader).order_by("made_at"))


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2020, 12, 21), date(2021, 1, 17), ["2020-12-21", "2020-12-28", "2021-01-04", "2021-01-11"]),
        (date(2021, 3, 22), date(2021, 4, 18), ["2021-03-22", "2021-03-29", "2021-04-06", "2021-04-12"]),
        (date(2021, 10, 25), date(2021, 11, 7), ["2021-10-25", "2021-11-01"]),
    ],
)
def test_one_is_written_on_the_first_working_day_of_every_week(
    cooperation: Cooperation,
    secretary: User,
    time_machine: TimeMachineFixture,
    first: date,
    last: date,
    written: list[str],
) -> None:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        time_machine.move_to(at(day))
        for _ in range(2):
            daily_round(day, acting_user=None)
    days = [timezone.localtime(letter.made_at).date().isoformat() for letter in digests(secretary)]
    assert days == written


def test_a_round_missed_on_the_first_day_is_made_on_the_next(
    cooperation: Cooperation, secretary: User, time_machine: TimeMachineFixture
) -> None:
    for day in (date(2021, 6, 30), date(2021, 7, 1)):
        time_machine.move_to(at(day))
        daily_round(day, acting_user=None)
    assert len(digests(secretary)) == 1


def test_whoever_has_nothing_to_be_told_on_the_first_day_hears_nothing_that_week(
    cooperation: Cooperation, time_machine: TimeMachineFixture
) -> None:
    director = people.director(cooperation)
    monday = date(2021, 8, 23)
    for day in (monday, monday + timedelta(days=2)):  # from when a meeting is near enough to be told of
        time_machine.move_to(at(day))
        assert daily_round(day, acting_user=None) == 0
    entry = Entry.objects.get(verb="letters.written")
    assert (entry.details["week"], entry.details["digests"]) == ("2021-34", 0)
    next_monday = monday + timedelta(weeks=1)
    time_machine.move_to(at(next_monday))
    daily_round(next_monday, acting_user=None)
    [letter] = digests(director)
    assert "I kalendern" in letter.text


def test_each_change_is_told_once_also_when_the_clocks_are_changed(
    cooperation: Cooperation, secretary: User, time_machine: TimeMachineFixture
) -> None:
    network = people.body_of(cooperation, "network")
    moments = [
        (date(2021, 3, 22), "00:10"),
        (date(2021, 3, 28), "01:50"),
        (date(2021, 3, 28), "23:50"),
        (date(2021, 3, 29), "00:10"),
        (date(2021, 4, 5), "12:00"),
        (date(2021, 4, 6), "05:00"),
    ]
    for number, (day, clock) in enumerate(moments):
        time_machine.move_to(at(day, clock))
        told = Appointment(person=f"Kim {number} Ek", role="co_opted", body=network)
        give_seat(cooperation, told, acting_user=None)
    for day in (date(2021, 3, 29), date(2021, 4, 6), date(2021, 4, 12)):
        time_machine.move_to(at(day))
        daily_round(day, acting_user=None)
    told_of = Counter[str]()
    for letter in digests(secretary):
        told_of.update(name for name in map("Kim {} Ek".format, range(len(moments))) if name in letter.text)
    assert told_of == {f"Kim {number} Ek": 1 for number in range(len(moments))}
