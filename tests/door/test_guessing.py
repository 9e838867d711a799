"""Whoever guesses is stopped, in whichever process they are answered, and learns nothing of who is here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from radslag.ground.accounts.models import Key, User
from radslag.ground.post.models import Letter

EMAIL, NOBODYS = "kim@kommun.example", "ingen@kommun.example"
WORK = re.compile(r"(SELECT|UPDATE|INSERT INTO|DELETE FROM)\b.*?(\"\w+\")", re.DOTALL)
ELSEWHERE = """
import sys
import django
django.setup()
from django.test import Client
where, sent = sys.argv[1], dict(part.split("=") for part in sys.argv[2:])
for _ in range(5):
    assert Client(HTTP_HOST="localhost").post(where, sent).status_code in (200, 302)
"""


@pytest.fixture
def kim(db: None) -> User:
    return User.objects.create_user(EMAIL, name="Kim Ek", password="fyra ord efter varandra")


@pytest.fixture
def _nothing_counted(transactional_db: None) -> Iterator[None]:
    yield
    cache.clear()


def elsewhere(*words: str) -> None:
    """Five attempts, answered by another process on the same database."""
    name = str(connection.settings_dict["NAME"])
    told = os.environ.get("DATABASE_URL", "")
    url = urlsplit(told)._replace(path=f"/{name}").geturl() if told else f"sqlite:///{name}"
    wishes = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "radslag.config.settings"}
    subprocess.run([sys.executable, "-c", ELSEWHERE, *words], env=os.environ | wishes, check=True)


@pytest.mark.usefixtures("_nothing_counted")
def test_mistaken_passwords_are_counted_across_processes() -> None:
    User.objects.create_user(EMAIL, name="Kim Ek")
    elsewhere("/konto/logga-in/losenord/", f"login={EMAIL}", "password=fel")
    for email, stopped in ((EMAIL, True), (NOBODYS, False)):
        sent = {"login": email, "password": "fel"}
        page = Client(HTTP_HOST="localhost").post("/konto/logga-in/losenord/", sent).content.decode()
        assert ("För många försök. Vänta 5 minuter." in page) == stopped


@pytest.mark.usefixtures("_nothing_counted")
def test_links_asked_for_are_counted_across_processes() -> None:
    elsewhere("/konto/logga-in/", f"email={EMAIL}")
    for email, status in ((EMAIL, 429), (NOBODYS, 302)):
        answer = Client(HTTP_HOST="localhost").post("/konto/logga-in/", {"email": email})
        assert answer.status_code == status


def work_of(path: str, **sent: str) -> list[str]:
    """What the database is asked to do for an answer, without the values."""
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        Client().post(path, sent)
    found = (WORK.search(each["sql"]) for each in asked.captured_queries)
    return [" ".join(work.groups()) for work in found if work]


def test_asking_for_a_link_is_the_same_work_whether_or_not_anybody_has_the_address(kim: User) -> None:
    closed = User.objects.create_user("stangd@kommun.example", is_active=False)
    known, nobodys, closeds = (
        work_of("/konto/logga-in/", email=email) for email in (EMAIL, NOBODYS, closed.email)
    )
    assert 'INSERT INTO "accounts_key"' in known
    assert known == nobodys == closeds
    assert [letter.address for letter in Letter.objects.all()] == [EMAIL]
    assert [key.account for key in Key.objects.all()] == [kim]
    assert set(User.objects.all()) == {kim, closed}


def test_a_wrong_password_is_the_same_work_whether_or_not_there_is_one(
    kim: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(hasher, password, salt)

    User.objects.create_user("utan@kommun.example")
    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    done = {}
    for email in (EMAIL, "utan@kommun.example", NOBODYS):
        hashed.clear()
        done[email] = (work_of("/konto/logga-in/losenord/", login=email, password="fel"), len(hashed))
    assert done[EMAIL] == done["utan@kommun.example"] == done[NOBODYS]
    assert done[EMAIL][1] == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/konto/oidc/a%00.b/", 404),
        ("/konto/saml/a%00.b/", 404),
        ("/konto/saml/a%00.b/metadata/", 404),
        ("/konto/logga-in/?next=/a%00b/", 200),
    ],
)
@pytest.mark.django_db
def test_an_address_with_a_letter_that_no_text_has_leads_nowhere(
    client: Client, path: str, status: int
) -> None:
    assert client.get(path).status_code == status
