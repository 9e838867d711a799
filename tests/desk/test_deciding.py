"""A working plan is decided as it stands, once, and frozen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

import people
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import NotAcceptableError, accept, store, take_in
from radslag.press.editions.queries import compose, in_force
from radslag.press.exchange.plan_json import write_plan_json
from radslag.work.plans.models import Plan


@pytest.fixture
def plan(cooperation: Cooperation) -> Plan:
    told = replace(load_example(), year=2022, decided=None, title="Verksamhetsplan 2022")
    return store(told, cooperation, acting_user=None)


@pytest.fixture
def path(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/2022/"


def test_it_is_in_force_and_read_by_everyone(client: Client, path: str, plan: Plan) -> None:
    public = f"/{plan.cooperation.slug}/2022/"
    assert Client().get(public).status_code == 404
    assert "Planen är beslutad" in client.get(path).content.decode()
    answer = client.post(f"{path}besluta/", {"decided": "2022-01-20"}, follow=True)
    assert "Beslutad 20 januari 2022" in answer.content.decode()
    assert Client().get(public).status_code == 200
    plan.refresh_from_db()
    assert in_force(plan) == compose(plan)
    assert plan.decided_by
    assert plan.decided_by.taken_by == people.body_of(plan.cooperation, "committee").name


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("", "Ange vilken dag den beslutades."),
        ("2022-02-30", "Det finns ingen sådan dag."),
        ("2999-01-01", "Beslutet kan inte ligga framåt i tiden."),
    ],
)
def test_a_day_that_cannot_be_is_refused(client: Client, path: str, plan: Plan, day: str, told: str) -> None:
    answer = client.post(f"{path}besluta/", {"decided": day}, follow=True)
    assert told in answer.content.decode()
    plan.refresh_from_db()
    assert plan.decided_by is None


def test_it_is_decided_once(client: Client, path: str, plan: Plan) -> None:
    client.post(f"{path}besluta/", {"decided": "2022-01-20"})
    answer = client.post(f"{path}besluta/", {"decided": "2022-01-21"}, follow=True)
    assert "Planen är redan beslutad 20 januari 2022." in answer.content.decode()
    assert plan.editions.count() == 1


def test_a_file_takes_the_place_of_somebodys_work_only_when_that_is_said(
    cooperation: Cooperation, plan: Plan
) -> None:
    told = replace(load_example(), year=2022, decided=None, title="En annan plan")
    draft = take_in(write_plan_json(told), "plan.json", cooperation, acting_user=None)
    with pytest.raises(NotAcceptableError, match="som någon arbetar med"):
        accept(draft, acting_user=None)
    assert compose(plan).title == "Verksamhetsplan 2022"
    assert accept(draft, acting_user=None, supersede=True).title == "En annan plan"
