"""A key opens one thing, once, for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone, translation

from radslag.ground.accounts.actions import issue_key, use_key, withdraw_keys
from radslag.ground.accounts.models import Key, User
from radslag.ground.accounts.queries import INVITATION, SIGN_IN, KeyRefusedError, key_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim() -> User:
    return User.objects.create_user("Kim@Kommun.example ", name="Kim Ek")


def issue(account: User, **payload: object) -> str:
    return issue_key(SIGN_IN, account, timedelta(minutes=15), payload, acting_user=None)


def refusal(purpose: str, secret: str) -> str:
    with translation.override("sv"), pytest.raises(KeyRefusedError) as refused:
        use_key(purpose, secret, acting_user=None)
    return str(refused.value)


def test_a_key_gives_what_it_was_made_with_and_keeps_no_secret(kim: User) -> None:
    secret = issue(kim, next="/")
    assert secret not in str(Key.objects.values())
    used = use_key(SIGN_IN, secret, acting_user=None)
    assert (used.account, used.payload) == (kim, {"next": "/"})


def test_a_used_key_opens_nothing(kim: User) -> None:
    secret = issue(kim)
    use_key(SIGN_IN, secret, acting_user=None)
    assert refusal(SIGN_IN, secret) == "Länken är redan använd. Be om en ny."


def test_a_key_two_use_at_once_opens_for_one(kim: User, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = issue(kim)
    stale = key_for(SIGN_IN, secret)
    use_key(SIGN_IN, secret, acting_user=None)
    answers = iter([stale])
    monkeypatch.setattr(
        "radslag.ground.accounts.actions.key_for", lambda *asked: next(answers, None) or key_for(*asked)
    )
    assert refusal(SIGN_IN, secret) == "Länken är redan använd. Be om en ny."


def test_an_old_key_opens_nothing(kim: User) -> None:
    secret = issue(kim)
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        assert refusal(SIGN_IN, secret) == "Länken är för gammal. Be om en ny."


@pytest.mark.parametrize("change", ["", "x", "\0", "å", "x" * 5000])
def test_a_forged_key_opens_nothing(kim: User, change: str) -> None:
    assert refusal(SIGN_IN, issue(kim)[:-1] + change).startswith("Länken fungerar inte.")


def test_a_key_for_one_thing_opens_no_other(kim: User) -> None:
    secret = issue(kim)
    assert refusal(INVITATION, secret).startswith("Länken fungerar inte.")
    assert use_key(SIGN_IN, secret, acting_user=None)


def test_a_withdrawn_key_opens_nothing_and_others_do(kim: User) -> None:
    first, second = issue(kim, cooperation="a"), issue(kim, cooperation="b")
    assert withdraw_keys(SIGN_IN, kim, {"cooperation": "a"}, acting_user=None) == 1
    assert refusal(SIGN_IN, first) == "Länken är för gammal. Be om en ny."
    assert use_key(SIGN_IN, second, acting_user=None)


def test_a_closed_account_is_opened_by_no_key(kim: User) -> None:
    secret = issue(kim)
    kim.is_active = False
    kim.save()
    assert refusal(SIGN_IN, secret).startswith("Länken fungerar inte.")
