"""Who is awaited, and what can be done about it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

import mailing
import people
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.register.models import Entry
from radslag.people.admission.actions import invite, withdraw_invitation
from radslag.people.bodies.actions.seats import seat_in_secretariat
from radslag.people.members.models import Cooperation, Member
from radslag.people.privacy.queries import extract_of
from radslag.press.letters.actions import choose


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


def appointed(client: Client, cooperation: Cooperation, member: Member, email: str) -> dict[str, Any]:
    """What is seen of appointing Kim Ek with that address, without what is theirs alone."""
    network, at = people.body_of(cooperation, "network"), f"/{cooperation.slug}/arbete/"
    told = {"person": "Kim Ek", "email": email, "role": "ordinary", "member": member.pk}
    path = f"{at}organisation/{network.slug}/utse/"
    answer = client.post(path, told | {"from_day": "2021-03-03"}, follow=True).content.decode()
    [said] = re.findall(r'<div role="status">(.*?)</div>', answer, re.DOTALL)
    rows = re.findall(r"<tr>.*?</tr>", client.get(f"{at}inbjudningar/").content.decode(), re.DOTALL)
    seen = {
        "said": said,
        "awaited": [row for row in rows if email in row],
        "letter": (mailing.newest().address, mailing.newest().name, mailing.newest().subject),
        "entered": Entry.objects.filter(verb="person.invited").values_list("subject", flat=True).last(),
        "extract": extract_of(User.objects.get(email=email), cooperation)["account"],
    }
    own = rf"{email}|{member.name}|value=.\w{{64}}.|/{User.objects.get(email=email).pk}/"
    return {name: re.sub(own, "…", str(what)) for name, what in seen.items()}


def test_who_appoints_does_not_learn_whether_the_address_has_an_account_elsewhere(
    client: Client, cooperation: Cooperation, neighbour: Cooperation, secretary: User
) -> None:
    elsewhere = people.chair(neighbour)
    User.objects.filter(pk=elsewhere.pk).update(phone="070-1")
    Client().force_login(elsewhere)
    client.force_login(secretary)
    first, second = cooperation.members.all()[:2]
    new = appointed(client, cooperation, first, "ny@kommun.example")
    assert "En inbjudan är på väg till Kim Ek." in new["said"]
    assert "Går att tacka ja till" in new["awaited"]
    assert appointed(client, cooperation, second, elsewhere.email) == new


def test_somebody_with_an_account_elsewhere_is_awaited_until_they_come_in(
    client: Client, cooperation: Cooperation, neighbour: Cooperation, path: str
) -> None:
    elsewhere = people.chair(neighbour)
    Client().force_login(elsewhere)
    appointed(client, cooperation, people.member_of(cooperation), elsewhere.email)
    assert elsewhere.email in client.get(path).content.decode()
    Client().post(mailing.path_in(mailing.newest()), {"name": "Charlie"})
    assert elsewhere.email not in client.get(path).content.decode()


def test_who_sits_in_the_cooperation_already_is_not_invited_anew(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    chair = people.chair(cooperation)
    client.force_login(secretary)
    network, member = people.body_of(cooperation, "network"), people.member_of(cooperation)
    told = {"person": "Charlie", "email": chair.email, "role": "ordinary", "member": member.pk}
    path = f"/{cooperation.slug}/arbete/organisation/{network.slug}/utse/"
    answer = client.post(path, told | {"from_day": "2021-03-03"}, follow=True).content.decode()
    assert "E-postadressen hör till någon som också är" in answer
    assert not Letter.objects.exists()


def test_the_register_keeps_no_address_of_somebody_without_a_name(
    client: Client, cooperation: Cooperation, neighbour: Cooperation
) -> None:
    nameless = invite("ny@kommun.example", "", cooperation, acting_user=None)
    withdraw_invitation(nameless, cooperation, acting_user=None)
    choose(cooperation, acting_user=nameless, digest="never")
    seat_in_secretariat(neighbour, nameless.email, "", acting_user=None)
    subjects = Entry.objects.exclude(subject="").values_list("subject", "old", "new", "details")
    assert nameless.email not in str(list(subjects))
    named = Entry.objects.filter(subject=f"konto {nameless.pk}").values_list("verb", flat=True)
    assert {*named} == {"person.invited", "invitation.withdrawn", "letters.chosen", "seat.given"}
