"""A body is begun, and tells what has been done in it."""

from __future__ import annotations

import pytest
from django.test import Client

import people
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation


@pytest.fixture
def organisation(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/organisation/"


def test_a_body_is_begun_and_leads_to_who_sits_in_it(
    client: Client, cooperation: Cooperation, organisation: str
) -> None:
    told = {"name": "  Nätverket för   fritidschefer ", "kind": "network"}
    shown = client.post(f"{organisation}nytt-organ/", told, follow=True).content.decode()
    assert "Nätverket för fritidschefer är upplagt." in shown
    assert cooperation.bodies.get(name="Nätverket för fritidschefer").kind == "network"


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "ledningsgruppen"])
def test_a_name_that_cannot_be_is_refused_and_kept_in_the_form(
    client: Client, cooperation: Cooperation, organisation: str, name: str
) -> None:
    count = cooperation.bodies.count()
    answer = client.post(f"{organisation}nytt-organ/", {"name": name, "kind": "network"})
    assert answer.status_code == 422
    assert f'value="{name}"' in answer.content.decode() or not name.strip()
    assert cooperation.bodies.count() == count


def test_a_body_tells_what_has_been_done_in_it(
    client: Client, cooperation: Cooperation, organisation: str
) -> None:
    people.director(cooperation)
    slug = people.body_of(cooperation, "management_group").slug
    assert "Dana Direktör utsågs till ledamot för" in client.get(f"{organisation}{slug}/").content.decode()
    other = people.body_of(cooperation, "network").slug
    assert "Dana Direktör" not in client.get(f"{organisation}{other}/").content.decode()
