"""What is kept of people is told to them, and removed when it is no longer needed."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

import mailing
import people
from radslag.cli.posting import deliver
from radslag.domain.mandate import NotMandatedError
from radslag.domain.retention import RULES, rule_for
from radslag.ground.accounts.actions import begin_account
from radslag.ground.accounts.models import User
from radslag.ground.post.actions.posting import try_again
from radslag.ground.post.actions.wishing import wish
from radslag.ground.post.models import Letter
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import broken_at
from radslag.people.admission.actions import invite
from radslag.people.bodies.actions.seats import end_seat
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import seats_of_account
from radslag.people.members.models import Cooperation
from radslag.people.privacy.actions import remove_old
from radslag.people.privacy.queries import extract_of
from radslag.windows.door.actions import link_for


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
    entries = Entry.objects.filter(verb="personal.removed")
    removed = {entry.chain.cooperation_slug: entry.new for entry in entries}
    assert removed == {cooperation.slug: {"seat_phones": 1}, "": {"account_phones": 1}}


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


def test_an_extract_tells_of_every_way_in_and_where_one_is_signed_in(
    client: Client, cooperation: Cooperation, director: User
) -> None:
    link = link_for(director, timedelta(minutes=15), acting_user=None)
    client.post(link, headers={"User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    given = {"email": director.email, "name": "Dana"}
    SocialAccount.objects.create(
        user=director, provider=f"{cooperation.slug}.salem", uid="dana-17", extra_data=given
    )
    Authenticator.objects.create(user=director, type="totp", data={"secret": "hemligheten"})
    Authenticator.objects.create(
        user=director, type="webauthn", data={"name": "Jobbdatorn", "credential": "nyckeln"}
    )
    wish(acting_user=director, digest="never")
    told = extract_of(director)
    assert [one["from"] for one in told["sessions"]] == ["127.0.0.1"]
    assert "Firefox" in told["sessions"][0]["browser"]
    [identity] = told["sign_in"]["municipalities"]
    assert (identity["identity"], identity["told"]) == ("dana-17", given)
    assert [one["name"] for one in told["sign_in"]["passkeys"]] == ["Jobbdatorn"]
    assert (told["sign_in"]["app"], told["sign_in"]["password"]) == (True, False)
    assert told["letters_wished"]["digest"] == "never"
    assert told["visits"] == []
    words = json.dumps(told, ensure_ascii=False)
    assert not [word for word in ("hemligheten", "nyckeln", str(client.session.session_key)) if word in words]
    assert {*extract_of(director, cooperation)} == {"account", "seats", "done", "letters"}


@pytest.fixture
def long_gone(cooperation: Cooperation, director: User) -> User:
    """Has neither sat nor signed in for a year and a day, and had every way in."""
    today = timezone.localdate()
    Seat.objects.filter(account=director).update(to_day=today - timedelta(days=366))
    User.objects.filter(pk=director.pk).update(last_login=timezone.now() - timedelta(days=366))
    director.refresh_from_db()
    SocialAccount.objects.create(user=director, provider="x.y", uid="dana-17")
    Authenticator.objects.create(user=director, type="totp", data={"secret": "hemligheten"})
    letter = mailing.digest(cooperation, director)
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.SENT)
    return director


def test_an_account_without_a_seat_for_a_year_is_closed_and_its_holder_can_begin_anew(
    long_gone: User, cooperation: Cooperation
) -> None:
    email = long_gone.email
    remove_old(timezone.localdate(), acting_user=None)
    long_gone.refresh_from_db()
    assert (long_gone.is_active, long_gone.name, long_gone.phone) == (False, "Dana Direktör", "")
    assert email not in str([*User.objects.values(), *Letter.objects.values("address", "name")])
    assert [*SocialAccount.objects.all(), *Authenticator.objects.all()] == []
    entry = Entry.objects.get(verb="personal.removed", new__accounts=1)
    assert (entry.chain.cooperation_slug, entry.acting_user) == ("", None)
    assert remove_old(timezone.localdate(), acting_user=None) == 0
    assert begin_account(email, acting_user=None) != long_gone
    assert seats_of_account(long_gone, timezone.localdate()) == []


@pytest.mark.parametrize(
    "reason", ["sits", "sat lately", "signed in lately", "runs the installation", "was invited lately"]
)
def test_an_account_that_may_be_needed_is_left_open(
    long_gone: User, cooperation: Cooperation, reason: str
) -> None:
    day = timezone.localdate() - timedelta(days=365)
    seat, account = Seat.objects.filter(account=long_gone), User.objects.filter(pk=long_gone.pk)
    if reason == "sits":
        seat.update(to_day=None)
    elif reason == "sat lately":
        seat.update(to_day=day)
    elif reason == "signed in lately":
        account.update(last_login=timezone.now() - timedelta(days=365))
    elif reason == "runs the installation":
        account.update(is_superuser=True)
    else:
        invite(long_gone.email, "", cooperation, acting_user=None)
    remove_old(timezone.localdate(), acting_user=None)
    assert account.get().is_active


def test_somebody_let_in_who_never_had_a_seat_leaves_no_name_either(db: None) -> None:
    passing = begin_account("kim@kommun.example", "Kim Ek", acting_user=None)
    User.objects.update(last_login=timezone.now() - timedelta(days=366))
    remove_old(timezone.localdate(), acting_user=None)
    passing.refresh_from_db()
    assert (passing.is_active, passing.name) == (False, "")


def test_what_is_removed_outside_every_cooperation_is_logged_in_the_installations_own_register(
    client: Client, cooperation: Cooperation, secretary: User, director: User
) -> None:
    client.post(link_for(director, timedelta(minutes=15), acting_user=None))
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    remove_old(timezone.localdate() + timedelta(days=31), acting_user=None)
    [entry] = Entry.objects.filter(chain__cooperation_slug="")
    assert (entry.verb, entry.new) == ("personal.removed", {"keys": 1, "sessions": 1})
    assert broken_at(entry.chain) is None
    client.force_login(secretary)
    page = client.get(f"/{cooperation.slug}/arbete/personuppgifter/").content.decode()
    assert "Länkar som inte längre öppnar något: 1" in page


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
