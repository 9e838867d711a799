"""Every page of the desk asks the database few questions, however many take part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

import people
from architecture.addresses import ADDRESSES
from architecture.test_addresses import path_of
from architecture.test_queries import questions
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store

MOST = 12
PEOPLE, SEATS = 60, 300
THIS_YEAR = "2021-04-12T10:00:00+00:00"
DESK = [
    (name, role)
    for name, answers in ADDRESSES.items()
    if name.startswith("desk:") and answers.get and answers.get.status == 200
    for role in ("secretary", "director")
    if role in answers.get.roles
]


@pytest.fixture
def full(
    cooperation_with_look: Cooperation, fillings: dict[str, Any], time_machine: TimeMachineFixture
) -> Mapping[str, Any]:
    """What stands in an address, in a cooperation where sixty people hold three hundred seats this year."""
    cooperation = cooperation_with_look
    time_machine.move_to(THIS_YEAR)
    names = [f"Kim Ek {number}" for number in range(PEOPLE)]
    accounts = User.objects.bulk_create(
        User(email=f"kim{number}@{cooperation.slug}.example", name=name) for number, name in enumerate(names)
    )
    bodies = list(Body.objects.filter(cooperation=cooperation))
    members = list(cooperation.members.all())
    Seat.objects.bulk_create(
        Seat(
            cooperation=cooperation,
            person=names[number % PEOPLE],
            account=accounts[number % PEOPLE],
            role="ordinary",
            body=bodies[number % len(bodies)],
            member=members[number % len(members)],
        )
        for number in range(SEATS)
    )
    return fillings


@pytest.mark.parametrize(("name", "role"), DESK)
def test_a_page_of_the_desk_asks_few_questions(
    client: Client, cooperation: Cooperation, secretary: User, full: Mapping[str, Any], name: str, role: str
) -> None:
    client.force_login(secretary if role == "secretary" else people.director(cooperation))
    assert questions(client, path_of(name, "sv", full)) <= MOST


@pytest.mark.parametrize("name", ["desk:working-plan", "plan", "findings"])
def test_a_whole_plan_being_worked_on_asks_as_few_once_somebody_has_looked_at_it(
    client: Client, cooperation: Cooperation, secretary: User, full: Mapping[str, Any], name: str
) -> None:
    store(replace(load_example(), year=2022, decided=None), cooperation, acting_user=None)
    client.force_login(secretary)
    path = path_of(name, "sv", {**full, "year": 2022})
    client.get(path)
    assert questions(client, path) <= MOST


@pytest.mark.parametrize("role", ["secretary", "director"])
def test_an_action_plan_being_worked_on_asks_as_few(
    client: Client, cooperation: Cooperation, secretary: User, full: Mapping[str, Any], role: str
) -> None:
    store(replace(load_example(), year=2022, decided=None), cooperation, acting_user=None)
    client.force_login(secretary if role == "secretary" else people.director(cooperation))
    path = path_of("desk:edit-action-plan", "sv", {**full, "year": 2022})
    assert questions(client, path) <= MOST
