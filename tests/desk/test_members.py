"""The member municipalities are added, counted, put in order and taken away."""

from __future__ import annotations

import pytest
from django.test import Client

import people
from radslag.ground.accounts.models import User
from radslag.ground.register.queries import latest
from radslag.people.members.models import Cooperation, Member

FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def desk(cooperation: Cooperation, client: Client, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/"


@pytest.fixture
def nacka(cooperation: Cooperation, client: Client, desk: str) -> Member:
    client.post(f"{desk}andra/member/ny/", {"words": "Nacka", "back": f"{desk}medlemmar/"})
    return cooperation.members.get(name="Nacka")


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_ninth_municipality_is_added_with_its_code_and_has_vacancies(
    client: Client, cooperation: Cooperation, desk: str, nacka: Member
) -> None:
    assert (nacka.code, nacka.slug, nacka.position) == ("0182", "nacka", 8)
    network = people.body_of(cooperation, "network")
    people.seated(cooperation, "Mo Al", "ordinary", network, people.member_of(cooperation))
    assert "Nacka" in text(client, f"{desk}organisation/{network.slug}/")
    assert ">Nacka</option>" not in text(client, f"{desk}medlemmar/")
    again = client.post(f"{desk}andra/member/ny/", {"words": "Nacka"}, follow=True)
    assert "går inte att välja" in again.content.decode()


def test_a_decided_budget_is_shared_as_it_was_decided(
    client: Client, cooperation: Cooperation, desk: str, nacka: Member
) -> None:
    botkyrka = people.member_of(cooperation)
    told = "31 december 2019: 1\n31 december 2020: 2"
    path = f"{desk}andra/member/{botkyrka.pk}/inhabitants/"
    base = "\n".join(f"{each.date}" for each in botkyrka.populations.all())
    assert client.post(path, {"base": base, "words": told}, headers=FETCH).status_code == 409
    shown = text(client, f"/{cooperation.slug}/2021/budget/")
    assert "Nacka" not in shown
    assert "Botkyrka" in shown


def test_inhabitants_are_written_a_day_on_each_line(client: Client, desk: str, nacka: Member) -> None:
    path = f"{desk}andra/member/{nacka.pk}/inhabitants/"
    told = {"base": "", "words": "31 december 2025: 112 000\n2024-12-31: 111 000"}
    answer = client.post(path, told, headers=FETCH)
    assert answer.json()["words"] == "31 december 2024: 111\xa0000\n31 december 2025: 112\xa0000"
    assert [each.count for each in nacka.populations.all()] == [111_000, 112_000]
    wrong = client.post(path, {"base": answer.json()["words"], "words": "många"}, headers=FETCH)
    assert "Skriv som 31 december 2025: 98 765" in wrong.json()["fault"]


def test_who_came_along_by_mistake_is_removed_and_comes_back(
    client: Client, cooperation: Cooperation, desk: str, nacka: Member
) -> None:
    client.post(f"{desk}andra/member/{nacka.pk}/ta-bort/")
    assert not cooperation.members.filter(name="Nacka").exists()
    removal = latest(cooperation.slug, "removed")
    assert removal
    client.post(f"{desk}andra/angra/{removal.number}/")
    assert cooperation.members.get(name="Nacka").code == "0182"


def test_who_is_named_by_a_decided_plan_or_has_seats_stays(
    client: Client, cooperation: Cooperation, desk: str, nacka: Member
) -> None:
    botkyrka = people.member_of(cooperation)
    kept = client.post(f"{desk}andra/member/{botkyrka.pk}/ta-bort/", follow=True)
    assert "är beslutad och har Botkyrka med" in kept.content.decode()
    people.seated(cooperation, "Mo Al", "ordinary", people.body_of(cooperation, "network"), nacka)
    kept = client.post(f"{desk}andra/member/{nacka.pk}/ta-bort/", follow=True)
    assert "1 uppdrag" in kept.content.decode()
    assert cooperation.members.count() == 9


def test_the_ones_who_may_not_change_only_read(client: Client, cooperation: Cooperation) -> None:
    client.force_login(people.director(cooperation))
    shown = text(client, f"/{cooperation.slug}/arbete/medlemmar/")
    assert "Botkyrka" in shown
    assert "/ta-bort/" not in shown
    assert client.post(f"/{cooperation.slug}/arbete/andra/member/ny/", {"words": "Nacka"}).status_code == 404
