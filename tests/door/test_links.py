"""Signing in by a link in a letter, and accepting an invitation by one."""

from __future__ import annotations

import pytest
from django.test import Client

import mailing
import people
from radslag.domain.mandate import NotMandatedError
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.people.admission.actions import invite, withdraw_invitation
from radslag.people.admission.queries import open_invitations
from radslag.people.members.models import Cooperation

pytestmark = pytest.mark.django_db

DOOR = "/konto/logga-in/"


@pytest.fixture
def link(client: Client, secretary: User) -> str:
    """The path of a link that the secretary asked for."""
    client.post(DOOR, {"email": f" {secretary.email.upper()} "})
    return mailing.path_in(mailing.newest())


def test_the_answer_is_the_same_whether_or_not_anybody_has_the_address(
    client: Client, secretary: User
) -> None:
    answers = {}
    for email in (secretary.email, "ingen@annanstans.example"):
        answer = client.post(DOOR, {"email": email}, follow=True)
        answers[email] = (answer.redirect_chain, answer.content.decode().replace(email, ""))
    assert len(set(map(str, answers.values()))) == 1
    assert [letter.address for letter in Letter.objects.all()] == [secretary.email]


def test_a_link_signs_in_once_and_on_another_device(
    link: str, secretary: User, cooperation: Cooperation
) -> None:
    other = Client()
    assert f"Logga in som {secretary.email}" in other.get(link).content.decode()
    answer = other.post(link)
    assert answer.headers["Location"] == f"/{cooperation.slug}/arbete/"
    assert other.get(answer.headers["Location"]).status_code == 200
    again = Client().post(link)
    assert again.status_code == 410
    assert "Länken är redan använd. Be om en ny." in again.content.decode()


def test_what_only_looks_at_a_link_does_not_use_it_up(link: str) -> None:
    for method in ("get", "head", "get"):
        assert getattr(Client(), method)(link).status_code == 200
    assert Client().post(link).status_code == 302


def test_a_link_leads_where_one_was_going_but_never_to_another_site(
    client: Client, secretary: User, cooperation: Cooperation
) -> None:
    for onwards, leads_to in (
        (f"/{cooperation.slug}/2021/", f"/{cooperation.slug}/2021/"),
        ("https://evil.example/", f"/{cooperation.slug}/arbete/"),
        ("//evil.example/", f"/{cooperation.slug}/arbete/"),
    ):
        client.post(DOOR, {"email": secretary.email, "next": onwards})
        assert Client().post(mailing.path_in(mailing.newest())).headers["Location"] == leads_to


def test_an_english_page_sends_an_english_letter(client: Client, secretary: User) -> None:
    client.post("/konto/en/logga-in/", {"email": secretary.email})
    assert mailing.newest().subject == "Your link to Rådslag"
    assert mailing.path_in(mailing.newest()).startswith("/konto/en/lank/")


def test_asking_too_often_is_told_in_plain_words(client: Client, secretary: User) -> None:
    answers = [client.post(DOOR, {"email": secretary.email}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "Vänta 5 minuter" in answers[-1].content.decode()


def test_what_is_no_address_is_kept_in_the_form(client: Client) -> None:
    answer = client.post(DOOR, {"email": "kim@"})
    assert answer.status_code == 422
    assert 'value="kim@"' in answer.content.decode()


@pytest.fixture
def invited(cooperation: Cooperation, secretary: User) -> User:
    return invite("ny@kommun.example", "", cooperation, acting_user=secretary)


def test_an_invitation_is_accepted_by_saying_ones_name(
    invited: User, cooperation: Cooperation, secretary: User
) -> None:
    assert "Kim Ek bjuder in dig" in str(mailing.newest().text)
    path, client = mailing.path_in(mailing.newest()), Client()
    assert cooperation.name in client.get(path).content.decode()
    assert client.post(path, {"name": " "}).status_code == 422
    assert client.post(path, {"name": "Zoë  O’Brien-Åström 李"}).status_code == 302
    invited.refresh_from_db()
    assert invited.name == "Zoë O’Brien-Åström 李"
    assert client.get("/konto/").status_code == 200
    assert open_invitations(cooperation) == []


def test_an_invitation_sent_anew_replaces_the_first_and_one_withdrawn_opens_nothing(
    invited: User,
    cooperation: Cooperation,
    secretary: User,
) -> None:
    first = mailing.path_in(mailing.newest())
    invite(invited.email, "", cooperation, acting_user=secretary)
    second = mailing.path_in(mailing.newest())
    assert Letter.objects.earliest("pk").state == Letter.State.WITHDRAWN
    assert Client().get(first).status_code == 410
    assert Client().get(second).status_code == 200
    assert [key.account for key in open_invitations(cooperation)] == [invited]
    withdraw_invitation(invited, cooperation, acting_user=secretary)
    assert Client().get(second).status_code == 410


def test_only_those_who_may_invite(cooperation: Cooperation) -> None:
    with pytest.raises(NotMandatedError):
        invite("ny@kommun.example", "", cooperation, acting_user=people.councillor(cooperation))


def test_an_account_without_a_seat_comes_to_the_public_side(client: Client, cooperation: Cooperation) -> None:
    client.post(DOOR, {"email": people.seatless(cooperation).email})
    assert client.post(mailing.path_in(mailing.newest())).headers["Location"] == "/"
    foot = client.get(f"/{cooperation.slug}/").content.decode()
    assert "Min inloggning" in foot
    assert "Mitt skrivbord" not in foot
