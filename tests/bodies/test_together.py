"""Several at once: nothing is done twice, and nobody is turned away because somebody else was at work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import people
from at_once import at_once
from radslag.example import load_example
from radslag.ground.accounts.actions import begin_account
from radslag.ground.accounts.models import User
from radslag.ground.register.queries import history_of
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.bodies.actions.seats import TooLateError, end_seat, undo
from radslag.people.looks.actions import keep_emblem
from radslag.people.members.actions import begin_cooperation, store_members
from radslag.people.members.models import Cooperation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cooperation() -> Cooperation:
    """A cooperation that all threads see."""
    begun = begin_cooperation(load_example().cooperation, acting_user=None)
    store_members(begun, load_example().cooperation, acting_user=None)
    return begun


def test_those_who_only_add_something_do_not_wait_for_each_other_in_a_ring(cooperation: Cooperation) -> None:
    def keep(number: int) -> None:
        keep_emblem(cooperation, b"%d" % number, "svg", acting_user=None)

    def begin(number: int) -> None:
        begin_body(cooperation, f"Nätverk {number}", "network", acting_user=None)

    def many(do: Callable[[int], None]) -> Callable[[], object]:
        return lambda: [do(number) for number in range(40)]  # type: ignore[func-returns-value]

    assert at_once(many(keep), many(begin)) == []


def test_an_account_begun_by_several_at_once_is_one() -> None:
    begun = at_once(*[lambda: begin_account("kim@example.se", "Kim Ek", acting_user=None)] * 4)
    assert begun == []
    assert User.objects.count() == 1


def test_of_two_who_undo_the_same_at_once_one_is_told_that_it_is_too_late(cooperation: Cooperation) -> None:
    seat = people.seat_of_somebody(cooperation)
    end_seat(seat, date(2026, 1, 1), acting_user=None)
    ended = history_of(cooperation.slug, f"seat:{seat.pk}")[0].number
    refused = at_once(*[lambda: undo(cooperation, [ended], acting_user=None)] * 2)
    assert [type(error) for error in refused] == [TooLateError]
