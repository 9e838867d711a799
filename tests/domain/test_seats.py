"""Who sits where and when, and what no seat can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from radslag.domain.seats import Seat, fault, holds, is_appointed, overlap, vacancies, within

KIM = Seat(
    person="Kim Ek", role="ordinary", body="Klimatnätverket", member="Salem", from_day=date(2021, 3, 1)
)
DAYS = some.none() | some.dates(date(2020, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("from_day", "to_day", "held"),
    [
        (None, None, True),
        (date(2021, 3, 1), date(2021, 3, 1), True),
        (date(2021, 3, 2), None, False),
        (None, date(2021, 2, 28), False),
    ],
)
def test_both_days_are_included(from_day: date | None, to_day: date | None, held: bool) -> None:
    assert holds(replace(KIM, from_day=from_day, to_day=to_day), date(2021, 3, 1)) is held


@given(DAYS, DAYS, DAYS, DAYS)
def test_seats_overlap_when_there_is_a_day_on_which_both_are_held(
    a: date | None, b: date | None, c: date | None, d: date | None
) -> None:
    one, other = replace(KIM, from_day=a, to_day=b), replace(KIM, from_day=c, to_day=d)
    if (a and b and a > b) or (c and d and c > d):
        return
    edges = [day for day in (a, b, c, d) if day] or [date(2021, 1, 1)]
    assert overlap(one, other) is any(holds(one, day) and holds(other, day) for day in edges)


def test_a_seat_does_not_end_before_it_begins() -> None:
    told = fault(replace(KIM, to_day=date(2021, 2, 28)), [])
    assert told
    assert told.sentence == (
        "Uppdraget slutar 28 februari 2021, innan det börjar 1 mars 2021. Ändra en av dagarna."
    )


def test_a_body_has_one_chair_at_a_time() -> None:
    first = replace(KIM, role="chair", to_day=date(2021, 12, 31))
    second = replace(first, person="Mo Al", from_day=date(2021, 12, 31), to_day=None)
    told = fault(second, [first])
    assert told
    assert "Kim Ek är ordförande till och med" in told.sentence
    assert told.other == first
    assert fault(replace(second, from_day=date(2022, 1, 1)), [first]) is None
    assert fault(replace(second, role="vice_chair"), [first]) is None
    assert fault(replace(second, body="SUP"), [first]) is None


def test_nobody_holds_the_same_seat_twice_at_once_but_may_sit_for_two_members() -> None:
    told = fault(KIM, [KIM])
    assert told
    assert "har redan det uppdraget" in told.sentence
    assert fault(replace(KIM, member="Tyresö"), [KIM]) is None


def test_a_member_without_anybody_in_full_is_a_vacancy() -> None:
    seats = [
        KIM,
        replace(KIM, person="Mo Al", member="Tyresö", role="substitute"),
        replace(KIM, person="Li Ny", member="Haninge", to_day=date(2021, 5, 31)),
    ]
    members = ["Haninge", "Salem", "Tyresö"]
    assert vacancies(members, seats, date(2021, 5, 31)) == ("Tyresö",)
    assert vacancies(members, seats, date(2021, 6, 1)) == ("Haninge", "Tyresö")
    assert vacancies(members, seats, date(2021, 2, 1)) == ()


def test_a_body_is_appointed_once_anybody_sits_in_it_in_full() -> None:
    substitute = replace(KIM, role="substitute")
    assert not is_appointed([], date(2021, 4, 1))
    assert not is_appointed([substitute], date(2021, 4, 1))
    assert is_appointed([substitute, KIM], date(2021, 4, 1))
    assert not is_appointed([substitute, KIM], date(2021, 2, 1))


@pytest.mark.parametrize(("name", "told"), [("Klimatnätverket", "klimatnätverket"), ("SUP", "SUP")])
def test_a_body_is_named_inside_a_sentence(name: str, told: str) -> None:
    assert within(name) == told
