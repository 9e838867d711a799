"""Letters that did not arrive: what can be done about each, in one press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import mailing
import people
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.register.models import Entry
from radslag.people.admission.actions import invite
from radslag.people.members.models import Cooperation
from radslag.people.privacy.actions import remove_old

State, Fault = Letter.State, Letter.Fault


@pytest.fixture
def path(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/brev/"


def give_up(letter: Letter) -> Letter:
    Letter.objects.filter(pk=letter.pk).update(state=State.GIVEN_UP, fault=Fault.REFUSED)
    letter.refresh_from_db()
    return letter


def test_an_invitation_that_was_given_up_is_sent_anew_with_a_new_link_in_one_press(
    client: Client, cooperation: Cooperation, path: str
) -> None:
    awaited = people.director(cooperation)
    invite(awaited.email, awaited.name, cooperation, acting_user=None)
    first = mailing.path_in(mailing.newest())
    old = give_up(mailing.newest())
    remove_old(timezone.localdate(), acting_user=None)
    assert "Skicka en ny inbjudan" in client.get(path).content.decode()
    answer = client.post(f"{path}{old.pk}/skicka-igen/", follow=True).content.decode()
    assert f"En ny inbjudan med en ny länk är på väg till Dana Direktör på {awaited.email}." in answer
    assert "Alla brev har kommit fram" in answer
    second = mailing.path_in(mailing.newest())
    assert [Client().get(each).status_code for each in (first, second)] == [410, 200]
    again = client.post(f"{path}{old.pk}/skicka-igen/", follow=True).content.decode()
    assert "Brevet är redan på väg, eller undanlagt av någon annan." in again
    assert Letter.objects.filter(kind="invitation", state=State.WAITING).count() == 1
    assert Entry.objects.filter(verb="person.invited").count() == 2


def test_a_letter_is_tried_again_until_its_words_are_removed(
    client: Client, cooperation: Cooperation, secretary: User, path: str
) -> None:
    letter = give_up(mailing.digest(cooperation, secretary))
    answer = client.post(f"{path}{letter.pk}/skicka-igen/", follow=True).content.decode()
    assert "Brevet är på väg igen." in answer
    give_up(letter)
    remove_old(timezone.localdate() + timedelta(days=100), acting_user=None)
    shown = client.get(path).content.decode()
    assert "För gammalt för att skickas igen." in shown
    assert "skicka-igen" not in shown
    answer = client.post(f"{path}{letter.pk}/skicka-igen/", follow=True).content.decode()
    assert "Brevet är för gammalt för att skickas igen: innehållet är borttaget." in answer


def test_a_letter_that_was_asked_about_is_put_away(
    client: Client, cooperation: Cooperation, secretary: User, path: str
) -> None:
    letter = give_up(mailing.digest(cooperation, secretary))
    desk = f"/{cooperation.slug}/arbete/"
    assert "1 brev kom inte fram" in client.get(desk).content.decode()
    answer = client.post(f"{path}{letter.pk}/lagg-undan/", follow=True).content.decode()
    assert "Brevet är undanlagt. Det skickas inte." in answer
    client.post(f"{path}{letter.pk}/lagg-undan/")
    assert "kom inte fram" not in client.get(desk).content.decode()
    assert Entry.objects.filter(verb="letter.put_away").count() == 1
