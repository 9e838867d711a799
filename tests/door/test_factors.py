"""A second factor, the password that needs one, and the sessions that are ended."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.utils import timezone

import mailing
from radslag.ground.accounts.models import User

PASSWORD = "fyra ord efter varandra"


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


@pytest.fixture
def app(client: Client, secretary: User) -> str:
    """The key of an app that the signed-in secretary has set up, with a password."""
    client.force_login(secretary)
    shown = client.get("/konto/app/").content.decode()
    [secret] = re.findall(r'class="code__key">(\w+)<', shown)
    answer = client.post("/konto/app/", {"code": code(secret)}, follow=True)
    assert len(re.findall(r"<li>\d{8}</li>", answer.content.decode())) == 10
    client.post("/konto/losenord/", {"password1": PASSWORD, "password2": PASSWORD})
    secretary.refresh_from_db()
    assert secretary.check_password(PASSWORD)
    return str(secret)


def test_a_password_cannot_be_set_before_there_is_a_factor(client: Client, secretary: User) -> None:
    client.force_login(secretary)
    answer = client.post("/konto/losenord/", {"password1": PASSWORD, "password2": PASSWORD}, follow=True)
    assert "Ett lösenord behöver ett andra steg." in answer.content.decode()
    secretary.refresh_from_db()
    assert not secretary.has_usable_password()


def test_a_password_alone_does_not_let_in(app: str, secretary: User) -> None:
    visitor = Client()
    first = visitor.post("/konto/logga-in/losenord/", {"login": secretary.email, "password": PASSWORD})
    assert first.headers["Location"] == "/konto/logga-in/kod/"
    assert "_auth_user_id" not in visitor.session
    assert "Koden stämmer inte" in visitor.post("/konto/logga-in/kod/", {"code": "000000"}).content.decode()
    with time_machine.travel(timezone.now() + timedelta(seconds=40), tick=True):
        visitor.post("/konto/logga-in/kod/", {"code": code(app)})
        assert "_auth_user_id" in visitor.session


def test_a_link_asks_for_the_factor_too(app: str, secretary: User) -> None:
    visitor = Client()
    visitor.post("/konto/logga-in/", {"email": secretary.email})
    assert visitor.post(mailing.path_in(mailing.newest())).headers["Location"] == "/konto/logga-in/kod/"


def test_the_last_factor_is_kept_while_there_is_a_password(client: Client, app: str) -> None:
    client.get("/konto/app/ta-bort/")
    with time_machine.travel(timezone.now() + timedelta(seconds=40), tick=True):
        client.post("/konto/bekrafta/kod/?next=/konto/app/ta-bort/", {"code": code(app)})
        assert "Ta först bort lösenordet" in client.get("/konto/app/ta-bort/").content.decode()


def test_guessing_is_stopped_in_plain_words_for_known_and_unknown_alike(
    client: Client, app: str, secretary: User
) -> None:
    for email in (secretary.email, "ingen@annanstans.example"):
        visitor = Client()
        said = [
            visitor.post("/konto/logga-in/losenord/", {"login": email, "password": "fel"}).content.decode()
            for _ in range(6)
        ]
        assert all("hör inte ihop" in page and f'value="{email}"' in page for page in said[:5])
        assert "För många försök. Vänta 5 minuter." in said[5]


def test_a_session_elsewhere_is_ended(secretary: User) -> None:
    here, there = Client(), Client()
    for visitor in (here, there):
        visitor.post("/konto/logga-in/", {"email": secretary.email})
        visitor.post(mailing.path_in(mailing.newest()))
    [number] = re.findall(r'name="session" value="(\d+)"', here.get("/konto/").content.decode())
    stranger = Client()
    stranger.force_login(User.objects.create_user("annan@kommun.example"))
    stranger.post("/konto/avsluta/", {"session": number})
    assert there.get("/konto/").status_code == 200
    here.post("/konto/avsluta/", {"session": number})
    assert there.get("/konto/").status_code == 302
    assert here.get("/konto/").status_code == 200
