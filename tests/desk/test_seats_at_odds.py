"""Seats that two are at, and what no form of ours sends."""

from __future__ import annotations

import re

import pytest
from django.test import Client

import people
from desk.test_seats import page, told
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body
from radslag.people.members.models import Cooperation, Member


@pytest.fixture
def network(cooperation: Cooperation) -> Body:
    return people.body_of(cooperation, "network")


@pytest.fixture
def member(cooperation: Cooperation) -> Member:
    return people.member_of(cooperation)


@pytest.fixture
def desk(cooperation: Cooperation, secretary: User, client: Client) -> str:
    """The address of the desk, with the secretary signed in."""
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/"


def test_a_seat_that_is_taken_back_while_somebody_changes_it_is_told_in_a_sentence(
    client: Client, cooperation: Cooperation, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = people.seat_of_somebody(cooperation)
    monkeypatch.setattr("radslag.people.bodies.actions.seats.held_alone", lambda _: seat.delete())
    answer = client.post(f"{desk}uppdrag/{seat.pk}/", told(member=seat.member_id))
    assert answer.status_code == 422
    assert "Någon annan har just tagit tillbaka uppdraget." in answer.content.decode()


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000])
def test_numbers_that_no_row_has_are_as_if_not_sent(
    client: Client, network: Body, member: Member, desk: str, number: str
) -> None:
    said = told(member=member.pk, known=number)
    assert client.post(f"{desk}organisation/{network.slug}/utse/", said).status_code == 302
    assert client.get(f"{desk}organisation/{network.slug}/?klart={number}").status_code == 200
    assert client.post("/konto/avsluta/", {"session": number}).status_code == 302
    for beside in ({"year": "2022", "body": number}, {"year": "0000", "body": network.pk}):
        assert client.post(f"{desk}andra/meeting/ny/", {**beside, "words": "3 mars"}).status_code in (
            302,
            404,
        )


def test_a_place_that_no_address_names_is_not_found(client: Client, desk: str) -> None:
    for place in ("kommun:\0", "organ:\0", "kommun:okänd"):
        assert client.post(f"{desk}uppdrag/angra/", {"entries": "1", "at": place}).status_code == 404


@pytest.mark.parametrize("first_day", ["2026-03-01", "2099-03-01"])
def test_two_who_replace_the_same_director_are_told_of_each_other(
    client: Client, desk: str, cooperation: Cooperation, member: Member, first_day: str
) -> None:
    people.chair(cooperation)
    path = f"{desk}kommun/{member.slug}/ny/kommunstyrelseordforande/"
    [known] = re.findall(r'name="known" value="([\d,]+)"', page(client, path))
    client.post(path, told(known=known, from_day=first_day))
    other = told(known=known, from_day=first_day, person="Robin Al")
    answer = client.post(path, other)
    assert answer.status_code == 422
    assert "Kim Ek har just utsetts av" in answer.content.decode()
    [known] = re.findall(r'name="known" value="([\d,]+)"', answer.content.decode())
    assert client.post(path, other | {"known": known}).status_code == 302
