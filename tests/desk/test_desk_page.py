"""What the desk says to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

import people
from radslag.domain.plan_document import Activity, Responsible, Time
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.bodies.actions.seats import Appointment, end_seat, give_seat
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store

SPRING = "2021-04-12T10:00:00+00:00"


@pytest.fixture
def dated(cooperation: Cooperation, time_machine: TimeMachineFixture) -> Cooperation:
    """The cooperation in the spring of its plan, with something due that the first network answers for."""
    time_machine.move_to(SPRING)
    network = people.body_of(cooperation, "network")
    late = Activity(
        title="Kartlägg elnätet",
        responsible=(Responsible(body=network.name),),
        time=Time(text="till 31 mars", to=date(2021, 3, 31)),
    )
    document = load_example()
    plan = replace(document, activities=(*document.activities, late))
    store(plan, cooperation, acting_user=None, supersede=True)
    return cooperation


def desk(cooperation: Cooperation, person: User) -> str:
    client = Client()
    client.force_login(person)
    answer = client.get(f"/{cooperation.slug}/arbete/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_late_awaits_those_who_answer_for_it_and_the_secretariat(
    dated: Cooperation, secretary: User
) -> None:
    shown = {
        role: "Kartlägg elnätet" in desk(dated, people.CAST[role](dated))
        for role in ("network_member", "director", "councillor")
    }
    assert shown == {"network_member": True, "director": False, "councillor": False}
    assert "Skulle vara klart 31 mars 2021" in desk(dated, secretary)


def test_a_vacancy_awaits_those_who_may_fill_it(dated: Cooperation, secretary: User) -> None:
    network, members = people.body_of(dated, "network"), list(dated.members.all())
    for member in members[:2]:
        told = Appointment(person=f"Kim {member.name}", role="ordinary", body=network, member=member)
        seat = give_seat(dated, told, acting_user=None)
        if member == members[0]:
            end_seat(seat, date(2021, 4, 1), acting_user=None)
    words = f"Utse någon för {members[0].name} i "
    assert words in desk(dated, people.director(dated))
    assert f"Utse någon för {members[2].name} i " in desk(dated, secretary)
    assert words not in desk(dated, people.network_member(dated))


def test_a_body_that_nobody_is_appointed_to_yet_awaits_those_who_appoint(
    dated: Cooperation, secretary: User
) -> None:
    shown = [desk(dated, person) for person in (secretary, people.director(dated), people.councillor(dated))]
    assert ["Ingen utsedd ännu" in page for page in shown] == [True, True, False]


def test_my_bodies_say_when_they_meet(dated: Cooperation) -> None:
    assert "möts 15 april 2021" in desk(dated, people.chair(dated))


def test_a_draft_is_told_of_only_to_those_who_may_see_it(dated: Cooperation, secretary: User) -> None:
    draft = replace(load_example(), year=2022, decided=None, title="Nästa års plan")
    store(draft, dated, acting_user=None)
    assert "Nästa års plan" in desk(dated, people.network_member(dated))
    assert "Nästa års plan" not in desk(dated, people.councillor(dated))


def test_what_others_did_is_new_until_one_has_been_away(
    dated: Cooperation, secretary: User, time_machine: TimeMachineFixture
) -> None:
    client, path = Client(), f"/{dated.slug}/arbete/nytt/"
    client.force_login(secretary)

    def news() -> str:
        return client.get(path).content.decode().split("<details")[0]

    assert "Ingen annan har gjort något" in news()
    people.director(dated)
    assert "Dana Direktör utsågs" in news()
    assert "Dana Direktör utsågs" in news()
    time_machine.shift(timedelta(hours=1))
    assert "Ingen annan har gjort något" in news()
