"""Seats are given, put right, taken over and ended, each time with an entry in the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from time_machine import TimeMachineFixture

import people
from radslag.domain.mandate import NotMandatedError
from radslag.ground.accounts.actions import close_account
from radslag.ground.editing.actions import change
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import history_of
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.bodies.actions.editing import BODY
from radslag.people.bodies.actions.seats import (
    Appointment,
    SeatError,
    TooLateError,
    change_seat,
    end_seat,
    give_seat,
    replace_holder,
    seat_in_secretariat,
    undo,
    withdraw_seat,
)
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import (
    entries_of_body,
    held_seats,
    seats_in,
    told_body,
    vacancies_in,
    with_chairs,
)
from radslag.people.members.models import Cooperation, Member
from radslag.people.members.queries import members_of

SPRING = date(2021, 3, 1)


@pytest.fixture
def network(cooperation: Cooperation) -> Body:
    return people.body_of(cooperation, "network")


@pytest.fixture
def member(cooperation: Cooperation) -> Member:
    return people.member_of(cooperation)


def kim(network: Body, member: Member) -> Appointment:
    return Appointment(person="Kim Ek", role="ordinary", body=network, member=member, from_day=SPRING)


def test_a_director_appoints_and_replaces_for_their_own_member(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    director = people.director(cooperation)
    seat = give_seat(cooperation, kim(network, member), acting_user=director)
    mo = Appointment(person="Mo Al", role="ordinary", body=network, member=member, from_day=date(2021, 6, 1))
    replace_holder(seat, mo, acting_user=director)
    told = [(each.person, each.from_day, each.to_day) for each in network.seats.order_by("from_day")]
    assert told == [("Kim Ek", SPRING, date(2021, 5, 31)), ("Mo Al", date(2021, 6, 1), None)]
    assert [entry.verb for entry in history_of(cooperation.slug, f"seat:{seat.pk}")] == [
        "seat.ended",
        "seat.given",
    ]


@pytest.mark.parametrize("role", ["chair", "network_member", "registrar", "councillor", "auditor"])
def test_nobody_else_appoints(cooperation: Cooperation, network: Body, member: Member, role: str) -> None:
    person = people.CAST[role](cooperation)
    entries = Entry.objects.count()
    with pytest.raises(NotMandatedError, match="Kansliet kan göra det"):
        give_seat(cooperation, kim(network, member), acting_user=person)
    assert Entry.objects.count() == entries


def test_a_director_appoints_for_no_other_member_and_moves_nobody_there(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    director, other = people.director(cooperation), cooperation.members.all()[1]
    with pytest.raises(NotMandatedError):
        give_seat(cooperation, kim(network, other), acting_user=director)
    own = give_seat(cooperation, kim(network, member), acting_user=director)
    with pytest.raises(NotMandatedError):
        change_seat(own, kim(network, other), acting_user=director)


def test_a_seat_gives_its_rights_from_its_first_day_to_its_last(
    cooperation: Cooperation, network: Body, member: Member, time_machine: TimeMachineFixture
) -> None:
    person = people.seated(
        cooperation, "Kim Ek", "ordinary", network, member, from_day=SPRING, to_day=date(2021, 3, 2)
    )
    held = {}
    for day in (date(2021, 2, 28), SPRING, date(2021, 3, 2), date(2021, 3, 3)):
        time_machine.move_to(f"{day}T11:00:00+00:00")
        held[day] = len(held_seats(person, cooperation))
    assert list(held.values()) == [0, 1, 1, 0]


def test_two_chairs_at_once_are_refused_and_nothing_is_kept(cooperation: Cooperation) -> None:
    committee = people.body_of(cooperation, "committee")
    chair = Appointment(person="Kim Ek", role="chair", body=committee, from_day=SPRING)
    with pytest.raises(SeatError, match="Avsluta det uppdraget först"):
        give_seat(cooperation, chair, acting_user=None)
    assert not Seat.objects.filter(person="Kim Ek").exists()


def test_a_chair_who_takes_over_is_told_by_the_next_years_plan(cooperation: Cooperation) -> None:
    committee = people.body_of(cooperation, "committee")
    first = committee.seats.get(role="chair")
    end_seat(first, date(2022, 1, 19), acting_user=None)
    told = Appointment(person="Kim Ek", role="chair", body=committee, from_day=date(2022, 1, 20))
    give_seat(cooperation, told, acting_user=None)
    [body] = with_chairs(Body.objects.filter(pk=committee.pk))
    chairs = {
        year: [chair.person for chair in told_body(body, year).chairs if chair.role == "chair"]
        for year in (2021, 2022, 2023)
    }
    assert chairs == {2021: [first.person], 2022: ["Kim Ek"], 2023: ["Kim Ek"]}


def test_a_seat_given_by_mistake_is_withdrawn_and_only_the_register_remembers(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    seat = give_seat(cooperation, kim(network, member), acting_user=None)
    key = seat.pk
    end_seat(seat, date(2021, 2, 1), acting_user=None)
    assert not Seat.objects.filter(pk=key).exists()
    newest = history_of(cooperation.slug, f"seat:{key}")[0]
    assert newest.verb == "seat.withdrawn"
    assert newest.old is not None
    assert newest.old["person"] == "Kim Ek"
    again = give_seat(cooperation, kim(network, member), acting_user=None)
    withdraw_seat(again, acting_user=None)
    assert not network.seats.exists()


def test_vacancies_are_counted_for_bodies_where_all_have_a_place(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    members = members_of(cooperation)
    bodies = list(cooperation.bodies.all())
    give_seat(cooperation, kim(network, member), acting_user=None)
    missing = vacancies_in(bodies, members, seats_in(cooperation), SPRING)
    assert missing[network.pk] == tuple(each.name for each in members if each != member)


def test_a_seat_taken_back_meanwhile_is_told_of_in_a_sentence(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    seat = give_seat(cooperation, kim(network, member), acting_user=None)
    opened = Seat.objects.get(pk=seat.pk)
    withdraw_seat(seat, acting_user=None)
    with pytest.raises(SeatError, match="tagits tillbaka av någon annan"):
        end_seat(opened, date(2021, 6, 1), acting_user=None)


def test_what_was_done_to_a_seat_is_told_and_undone_also_when_its_body_has_got_another_name(
    cooperation: Cooperation, member: Member
) -> None:
    begun = begin_body(cooperation, "Klimat", "network", acting_user=None)
    seat = give_seat(cooperation, kim(begun, member), acting_user=None)
    withdrawn = give_seat(cooperation, replace(kim(begun, member), person="Mo Al"), acting_user=None)
    withdraw_seat(withdrawn, acting_user=None)
    end_seat(seat, date(2026, 1, 1), acting_user=None)
    taken_back, ended = (
        history_of(cooperation.slug, f"seat:{key}")[0].number for key in (withdrawn.pk, seat.pk)
    )
    change(cooperation, BODY, begun.pk, "name", base="Klimat", words="Klimatet", acting_user=None)
    begun.refresh_from_db()
    assert ended in [entry.number for entry in entries_of_body(cooperation.slug, begun, [seat])]
    undo(cooperation, [ended], acting_user=None)
    seat.refresh_from_db()
    assert (seat.body, seat.to_day) == (begun, None)
    with pytest.raises(TooLateError):
        undo(cooperation, [taken_back], acting_user=None)


def test_a_secretariat_is_begun_whatever_the_other_bodies_are_called(cooperation: Cooperation) -> None:
    cooperation.bodies.filter(kind="secretariat").update(kind="other", name="Kansliet", slug="kansliet")
    seat = seat_in_secretariat(cooperation, "kim@example.se", "Kim Ek", acting_user=None)
    assert seat.body
    assert (seat.body.name, seat.body.kind) == ("Kansliet 2", "secretariat")
    assert [entry.verb for entry in history_of(cooperation.slug, f"body:{seat.body_id}")] == ["body.begun"]


def test_a_seat_is_not_given_back_to_an_account_that_is_closed(
    cooperation: Cooperation, network: Body, member: Member
) -> None:
    account = people.account("kim@example.se", "Kim Ek")
    seat = give_seat(cooperation, replace(kim(network, member), account=account), acting_user=None)
    end_seat(seat, date(2021, 6, 1), acting_user=None)
    ended = history_of(cooperation.slug, f"seat:{seat.pk}")[0].number
    close_account(account, acting_user=None)
    undo(cooperation, [ended], acting_user=None)
    seat.refresh_from_db()
    assert (seat.person, seat.to_day, seat.account) == ("Kim Ek", None, None)
