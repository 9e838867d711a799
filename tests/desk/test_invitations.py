"""Who is awaited, and what can be done about it."""

from __future__ import annotations

import pytest
from django.test import Client

import mailing
import people
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.people.members.models import Cooperation


@pytest.fixture
def path(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/inbjudningar/"


def test_everybody_with_a_seat_is_awaited_until_they_come_in(
    client: Client, cooperation: Cooperation, path: str
) -> None:
    assert "Alla har kommit in" in client.get(path).content.decode()
    chair = people.chair(cooperation)
    assert chair.email in client.get(path).content.decode()
    Client().force_login(chair)
    assert chair.email not in client.get(path).content.decode()


def test_an_invitation_is_sent_sent_again_and_withdrawn(
    client: Client, cooperation: Cooperation, path: str
) -> None:
    chair = people.chair(cooperation)
    shown = client.post(f"{path}{chair.pk}/skicka/", follow=True).content.decode()
    assert "En inbjudan är på väg till Charlie Ordförande." in shown
    first = mailing.path_in(mailing.newest())
    client.post(f"{path}{chair.pk}/skicka/")
    second = mailing.path_in(mailing.newest())
    assert [Client().get(each).status_code for each in (first, second)] == [410, 200]
    client.post(f"{path}{chair.pk}/dra-tillbaka/")
    assert Client().get(second).status_code == 410


def test_nobody_outside_the_cooperation_is_invited(client: Client, neighbour: Cooperation, path: str) -> None:
    stranger = people.chair(neighbour)
    assert client.post(f"{path}{stranger.pk}/skicka/").status_code == 404
    assert not Letter.objects.exists()
