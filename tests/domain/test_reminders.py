"""Who is reminded of what, and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from radslag.domain.almanac import is_working_day
from radslag.domain.plan_document import Responsible
from radslag.domain.reminders import Due, Sitting, addressees, answerable, reminders, step_on

ROADS, SCHOOLS = "Nätverket för vägar", "Nätverket för skolor"
LEADER = Sitting(1, ROADS, "network", "Björkby", "ordinary")
OTHER = Sitting(2, ROADS, "network", "Granby", "ordinary")
STAND_IN = Sitting(3, ROADS, "network", "Granby", "substitute")
CHAIR = Sitting(4, SCHOOLS, "network", "Björkby", "chair")
DIRECTOR = Sitting(5, "Ledningsgruppen", "management_group", "Granby", "chair")
SECRETARY = Sitting(6, "Kansliet", "secretariat", None, "ordinary")
ALL = (LEADER, OTHER, STAND_IN, CHAIR, DIRECTOR, SECRETARY)
DUE = Due("2021-x", "Gemensam vägplan", date(2021, 5, 31), (Responsible(body=ROADS),))


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2021, 5, 14), None),
        (date(2021, 5, 17), "coming-1"),
        (date(2021, 5, 25), "coming-1"),
        (date(2021, 5, 26), "near-1"),
        (date(2021, 5, 31), "today-1"),
        (date(2021, 6, 1), "today-1"),
        (date(2021, 6, 3), "late-1"),
        (date(2021, 6, 10), "late-2"),
        (date(2021, 7, 22), "late-8"),
        (date(2021, 7, 28), "late-8"),
        (date(2021, 7, 29), None),
    ],
)
def test_the_nearer_the_day_the_more_urgent_until_enough_has_been_said(today: date, step: str | None) -> None:
    found = step_on(DUE.day, today)
    assert (found.key if found else None) == step


@pytest.mark.parametrize(
    ("due", "today", "step"),
    [
        (date(2021, 7, 31), date(2021, 7, 30), "today-1"),  # a Saturday
        (date(2021, 12, 31), date(2021, 12, 30), "today-1"),  # New Year's Eve
        (date(2021, 12, 31), date(2021, 12, 27), "near-1"),
        (date(2021, 4, 6), date(2021, 3, 29), "coming-1"),
        (date(2021, 4, 6), date(2021, 3, 30), "near-1"),  # Easter is no time to be near in
        (date(2021, 6, 22), date(2021, 6, 28), "late-1"),  # nor is Midsummer one to be late in
    ],
)
def test_the_last_working_day_counts_when_the_day_itself_is_free(due: date, today: date, step: str) -> None:
    found = step_on(due, today)
    assert found
    assert found.key == step


def test_urgency_never_falls() -> None:
    order = ("coming", "near", "today", "late")
    for number in range(365):
        due = date(2021, 3, 1) + timedelta(days=number)
        steps = [step_on(due, due + timedelta(days=n)) for n in range(-20, 60)]
        told = [(order.index(step.urgency), step.number) for step in steps if step]
        assert told == sorted(told)


@pytest.mark.parametrize(
    ("party", "seats", "accounts", "because", "vacant"),
    [
        (Responsible(body=ROADS, leads=("Björkby",)), ALL, (1,), "lead", ()),
        (Responsible(body=ROADS, leads=("Björkby", "Alby")), ALL, (1,), "lead", ("Alby",)),
        (Responsible(body=ROADS, leads=("Alby",)), ALL, (1, 2), "body", ("Alby",)),
        (Responsible(body=ROADS), ALL, (1, 2), "body", ()),
        (Responsible(body=ROADS), (STAND_IN, DIRECTOR), (5,), "management_group", ()),
        (Responsible(body=SCHOOLS, leads=("Granby",)), ALL, (4,), "chair", ("Granby",)),
        (Responsible(member="Granby"), ALL, (2, 5), "member", ()),
        (Responsible(member="Alby"), ALL, (5,), "management_group", ("Alby",)),
        (Responsible(body="Nätverket för hav"), ALL, (5,), "management_group", ()),
        (Responsible(text="vid behov"), ALL, (5,), "management_group", ()),
        (Responsible(body="Kansliet"), ALL, (6,), "body", ()),
        (Responsible(text="vid behov"), (LEADER, SECRETARY), (6,), "secretariat", ()),
        (None, ALL, (5,), "management_group", ()),
        (None, (), (), "secretariat", ()),
    ],
)
def test_somebody_is_always_written_to(
    party: Responsible | None,
    seats: tuple[Sitting, ...],
    accounts: tuple[int, ...],
    because: str,
    vacant: tuple[str, ...],
) -> None:
    found = addressees(party, seats)
    assert (found.accounts, found.because, found.vacant) == (accounts, because, vacant)


def test_who_answers_twice_is_reminded_once() -> None:
    parties = (Responsible(member="Björkby"), Responsible(body=ROADS), Responsible(body=ROADS))
    due = Due("x", "Vägar", DUE.day, parties)
    assert [account for account, _ in answerable(due, ALL)] == [1, 4, 2]


def test_nobody_is_reminded_when_offices_are_closed() -> None:
    days = [DUE.day + timedelta(days=n) for n in range(-20, 60)]
    reminded = {day for day in days if list(reminders([DUE], ALL, day))}
    assert reminded
    assert all(is_working_day(day) for day in reminded)


def test_something_without_anybody_responsible_is_not_forgotten() -> None:
    [reminder] = reminders([Due("x", "Vägar", DUE.day)], (SECRETARY,), DUE.day)
    assert (reminder.account, reminder.because, reminder.step.urgency) == (6, "secretariat", "today")
