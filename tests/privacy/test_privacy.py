"""What is kept of people is told to them, and removed when it is no longer needed."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

import mailing
import people
from radslag.cli.posting import deliver
from radslag.domain.mandate import NotMandatedError
from radslag.domain.retention import RULES, rule_for
from radslag.ground.accounts.models import User
from radslag.ground.post.actions.posting import try_again
from radslag.ground.post.models import Letter
from radslag.ground.register.models import Entry
from radslag.people.admission.actions import invite
from radslag.people.bodies.actions.seats import end_seat
from radslag.people.bodies.models import Seat
from radslag.people.members.models import Cooperation
from radslag.people.privacy.actions import remove_old
from radslag.people.privacy.queries import extract_of


def test_every_rule_reaches_back_its_days() -> None:
    today = date(2021, 3, 31)
    assert {rule.before(today) for rule in RULES} == {today - timedelta(days=rule.days) for rule in RULES}
    assert rule_for("letters").days == 90


@pytest.fixture
def director(cooperation: Cooperation) -> User:
    person = people.director(cooperation)
    Seat.objects.filter(account=person).update(phone="070-1")
    User.objects.filter(pk=person.pk).update(phone="070-2")
    person.refresh_from_db()
    return person


def test_a_phone_number_leaves_some_time_after_the_seat_and_the_name_stays(
    cooperation: Cooperation, director: User
) -> None:
    seat, today = Seat.objects.get(account=director), timezone.localdate()
    end_seat(seat, today, acting_user=None)
    remove_old(today + timedelta(days=30), acting_user=None)
    seat.refresh_from_db()
    assert seat.phone == "070-1"
    remove_old(today + timedelta(days=31), acting_user=None)
    seat.refresh_from_db()
    director.refresh_from_db()
    assert (seat.phone, director.phone, seat.person) == ("", "", "Dana Direktör")
    entry = Entry.objects.get(verb="personal.removed")
    assert entry.new == {"seat_phones": 1}


def test_nothing_of_somebody_who_sits_is_removed(cooperation: Cooperation, director: User) -> None:
    remove_old(timezone.localdate() + timedelta(days=1000), acting_user=None)
    director.refresh_from_db()
    assert director.phone == "070-2"
    assert not Entry.objects.filter(verb="personal.removed").exists()


def test_a_letter_that_lets_somebody_in_loses_its_words_when_it_is_sent(
    cooperation: Cooperation, director: User
) -> None:
    invite(director.email, "", cooperation, acting_user=None)
    remove_old(timezone.localdate(), acting_user=None)
    assert mailing.newest().text
    Letter.objects.update(state=Letter.State.SENT)
    remove_old(timezone.localdate(), acting_user=None)
    assert (mailing.newest().text, mailing.newest().html) == ("", "")
    assert remove_old(timezone.localdate(), acting_user=None) == 0
    Letter.objects.update(state=Letter.State.GIVEN_UP)
    assert not try_again(mailing.newest(), acting_user=None)


def test_only_those_who_may_remove(cooperation: Cooperation, director: User) -> None:
    with pytest.raises(NotMandatedError, match="sköta personuppgifter"):
        remove_old(timezone.localdate(), acting_user=director)


def test_an_extract_has_everything_of_a_person_but_secrets(
    cooperation: Cooperation, neighbour: Cooperation, director: User
) -> None:
    invite(director.email, "", cooperation, acting_user=None)
    told = json.dumps(extract_of(director), ensure_ascii=False)
    for words in ("Dana Direktör", director.email, "070-1", "070-2", "Ledningsgruppen", "invitation"):
        assert words in told
    assert mailing.path_in(mailing.newest()).split("/")[-2] not in told
    elsewhere = extract_of(director, neighbour)
    assert (elsewhere["seats"], elsewhere["letters"]) == ([], [])


def test_each_person_gets_their_own_and_the_secretariat_its_cooperations(
    client: Client, cooperation: Cooperation, neighbour: Cooperation, secretary: User, director: User
) -> None:
    own = Client()
    own.force_login(director)
    assert own.get("/konto/mina-uppgifter.json").json()["account"]["email"] == director.email
    client.force_login(secretary)
    path = f"/{cooperation.slug}/arbete/personuppgifter/"
    assert director.name in client.get(path).content.decode()
    assert client.get(f"{path}{director.pk}.json").json()["seats"][0]["body"] == "Ledningsgruppen"
    stranger = people.chair(neighbour)
    assert client.get(f"{path}{stranger.pk}.json").status_code == 404


def test_the_daily_round_removes(cooperation: Cooperation, director: User) -> None:
    invite(director.email, "", cooperation, acting_user=None)
    Letter.objects.update(state=Letter.State.SENT)
    deliver(Namespace(watch=False))
    assert not Letter.objects.filter(kind="invitation").exclude(text="").exists()
