"""What the desk says to whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

import mailing
import people
from radslag.domain.plan_document import Activity, Responsible, Time
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
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
    assert f">Utse för {members[2].name}<" in desk(dated, secretary)
    assert words not in desk(dated, people.network_member(dated))


def test_vacancies_await_the_secretariat_body_by_body_and_since_when(
    dated: Cooperation, secretary: User
) -> None:
    network, members = people.body_of(dated, "network"), list(dated.members.all())
    for member in members[:-1]:
        told = Appointment(person=f"Kim {member.name}", role="ordinary", body=network, member=member)
        seat = give_seat(dated, told, acting_user=None)
        if member == members[0]:
            end_seat(seat, date(2021, 4, 1), acting_user=None)
    shown, within = desk(dated, secretary), network.name.replace("Nätverket", "nätverket")
    assert f"{members[0].name} och {members[-1].name} saknar ledamot i {within}" in shown
    assert "ingen sedan 1 april 2021" in shown
    for member in (members[0], members[-1]):
        assert f'/organisation/{network.slug}/utse/?kommun={member.slug}">Utse för {member.name}' in shown
    assert "Utse någon för" not in shown
    assert f"Ingen har suttit för {members[0].name} sedan 1 april 2021." in desk(
        dated, people.director(dated)
    )


def test_what_is_late_stands_first_then_letters_that_did_not_arrive(
    dated: Cooperation, secretary: User
) -> None:
    letter = mailing.digest(dated, secretary)
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.GIVEN_UP, fault=Letter.Fault.REFUSED)
    shown = desk(dated, secretary)
    words = ("Skulle vara klart 31 mars 2021", "1 brev kom inte fram", "Det senaste skrevs 12 april 2021")
    places = [shown.index(each) for each in (*words, "Ingen utsedd ännu")]
    assert places == sorted(places)


def test_what_does_not_add_up_in_the_plan_in_force_awaits_the_secretariat_alone(
    dated: Cooperation, secretary: User
) -> None:
    shown = desk(dated, secretary)
    assert f'href="/{dated.slug}/2021/att-reda-ut/">Red ut det som inte går ihop i ' in shown
    assert re.search(r"\d+ varningar\s+· Beslutad 14 januari 2021", shown)
    assert "inte går ihop" not in desk(dated, people.director(dated))


def test_while_a_plan_is_worked_on_what_does_not_add_up_in_it_is_told_instead(
    dated: Cooperation, secretary: User
) -> None:
    store(replace(load_example(), year=2022, decided=None), dated, acting_user=None)
    shown, client = desk(dated, secretary), Client()
    assert "Red ut det som inte går ihop" not in shown
    assert f'href="/{dated.slug}/2022/att-reda-ut/"' in shown
    [(address, wanted)] = re.findall(r'hx-get="([^"]*)" hx-select="#([a-z]+) > \*"', shown)
    client.force_login(secretary)
    working = client.get(address).content.decode()
    assert re.search(rf'id="{wanted}"[^>]*><span>\d+ varningar\s*</span>', working)


@pytest.mark.parametrize("role", ["registrar", "councillor", "auditor"])
def test_whoever_sits_in_no_body_sees_what_is_decided_and_when_the_committee_meets(
    dated: Cooperation, role: str
) -> None:
    people.chair(dated)
    shown, member = desk(dated, people.CAST[role](dated)), people.member_of(dated)
    assert "Torsdag 15 april 2021" in shown
    assert "Verksamhetsplan och budget 2021 fastställs." in shown
    for way in ("2021/handlingsplan/", "2021/kalender/", "2021/budget/", "beslut/", "arbete/organisation/"):
        assert f'href="/{dated.slug}/{way}"' in shown
    assert (f"/kommun/{member.slug}/" in shown) == (role != "auditor")
    assert ("Charlie Ordförande</bdi> i samarbetskommittén" in shown) == (role != "auditor")
    assert (f'href="/{dated.slug}/arbete/register/"' in shown) == (role == "auditor")
    assert "Väntar på dig" not in shown


def test_whom_a_municipality_lacks_is_told_to_those_who_sit_for_it(dated: Cooperation) -> None:
    network, members = people.body_of(dated, "network"), list(dated.members.all())
    told = Appointment(person="Kim Ek", role="ordinary", body=network, member=members[1])
    give_seat(dated, told, acting_user=None)
    words = f"och {network.name.replace('Nätverket', 'nätverket')}</p>"
    assert words in desk(dated, people.councillor(dated))
    assert words not in desk(dated, people.director(dated))  # who appoints is asked to do so instead


def test_the_secretariat_sees_the_next_meetings_of_all(dated: Cooperation, secretary: User) -> None:
    assert re.findall(r'datetime="(2021-[^"]*)">[A-Z]', desk(dated, secretary))[:3] == [
        "2021-04-15",
        "2021-05-07",
        "2021-06-03",
    ]


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
    assert desk(dated, people.network_member(dated)).count("Nästa års plan") == 2
    assert desk(dated, people.auditor(dated)).count("Nästa års plan") == 1
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
