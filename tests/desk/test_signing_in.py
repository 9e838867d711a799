"""How a member signs in is told by the secretariat, and tried: every mistake has a sentence of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.test import Client

from door.oidc_provider import oidc_provider
from door.saml_idp import metadata, some_certificate
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.admission.actions import set_up_sign_in, take_down_sign_in
from radslag.people.admission.models import IdentityProvider
from radslag.people.members.models import Cooperation, Member

SECRET = "mycket hemligt"
OIDC = {
    "kind": "oidc",
    "domains": "kommun.example",
    "issuer": "https://login.kommun.example",
    "client_id": "radslag",
}
SAML = {"kind": "saml", "domains": "kommun.example"}
NO_METADATA = "Det här är inte metadata från en SAML-utgivare. Klistra in hela filen, från första <."


@pytest.fixture
def member(cooperation: Cooperation) -> Member:
    return cooperation.members.all()[0]


@pytest.fixture
def path(client: Client, member: Member, secretary: User) -> str:
    """The page where the signed-in secretary tells of the member's sign-in."""
    client.force_login(secretary)
    return f"/{member.cooperation.slug}/arbete/medlemmar/{member.slug}/inloggning/"


@contextmanager
def answering(status: int, body: str) -> Iterator[str]:
    """Something that answers so to whatever it is asked; where it listens may stand in the body as HERE."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body.replace("HERE", address).encode())

        def log_message(self, *_told: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever).start()
        try:
            yield address
        finally:
            server.shutdown()


def told_when_tried(client: Client, path: str, member: Member, **told: Any) -> str:
    """What the page says when the member's sign-in is tried."""
    set_up_sign_in(member, {"domains": ["kommun.example"], **told}, acting_user=None)
    return client.get(path, {"try": ""}).content.decode()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (OIDC | {"issuer": ""}, "OpenID Connect behöver det. Fråga kommunens it."),
        (OIDC | {"client_id": ""}, "OpenID Connect behöver det. Fråga kommunens it."),
        (OIDC | {"issuer": "http://login.kommun.example"}, "Skriv en adress som börjar med https://."),
        (OIDC | {"issuer": "ftp://login.kommun.example"}, "Skriv en adress som börjar med https://."),
        (OIDC | {"domains": ""}, "Detta fält måste fyllas i."),
        (OIDC | {"domains": "kim@kommun.example"}, "Skriv domäner som kommun.se, med mellanslag emellan."),
        (OIDC | {"domains": ", ;"}, "Skriv domäner som kommun.se, med mellanslag emellan."),
        (OIDC | {"kind": "kerberos"}, "Välj ett giltigt alternativ."),
        (SAML | {"metadata": "inte alls xml"}, NO_METADATA),
        (SAML | {"metadata": "<html>Logga in</html>"}, NO_METADATA),
        (SAML | {"metadata": metadata()}, NO_METADATA),
        (SAML | {"metadata": metadata("abc")}, NO_METADATA),
        (SAML | {"metadata": metadata(some_certificate(), "abc")}, NO_METADATA),
        (
            SAML | {"metadata": metadata(some_certificate()).replace("HTTP-Redirect", "HTTP-POST")},
            NO_METADATA,
        ),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_reason_and_kept_in_the_form(
    client: Client, path: str, told: dict[str, str], said: str
) -> None:
    answer = client.post(path, told | {"client_secret": SECRET})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said.replace("<", "&lt;") in page
    assert SECRET not in page
    assert told["domains"].replace("'", "&#x27;") in page
    assert not IdentityProvider.objects.exists()


def test_a_secret_is_kept_until_another_is_told_and_never_shown_nor_registered(
    client: Client, path: str, member: Member
) -> None:
    for secret, kept in ((SECRET, SECRET), ("", SECRET), ("ett annat", "ett annat")):
        shown = client.post(path, OIDC | {"client_secret": secret}, follow=True).content.decode()
        assert "Sparat. Prova innan du meddelar kommunen." in shown
        assert IdentityProvider.objects.get().client_secret == kept
        assert kept not in shown
        assert kept not in client.get(path, {"try": ""}).content.decode()
    entries = Entry.objects.filter(verb="sign_in.set_up", subject=member.name)
    assert len(entries) == 3
    registered = str([entry.details for entry in entries])
    assert SECRET not in registered
    assert "ett annat" not in registered


def test_domains_are_told_in_any_manner(client: Client, path: str) -> None:
    client.post(path, OIDC | {"domains": " @Kommun.example;skola.kommun.example, Bolag.Example "})
    assert IdentityProvider.objects.get().domains == [
        "kommun.example",
        "skola.kommun.example",
        "bolag.example",
    ]


def test_a_way_that_is_not_whole_yet_is_offered_to_nobody(client: Client, path: str, member: Member) -> None:
    client.post(path, SAML)
    sign_in = f"/konto/logga-in/?next=/{member.cooperation.slug}/arbete/"
    assert member.name not in Client().get(sign_in).content.decode()
    client.post(path, SAML | {"metadata": metadata(some_certificate())})
    assert member.name in Client().get(sign_in).content.decode()


def test_before_anything_is_told_there_is_nothing_to_try(client: Client, path: str) -> None:
    page = client.get(path, {"try": ""}).content.decode()
    assert 'href="?try"' not in page
    assert "Inget fel syns." not in page


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, "", "svarar, men berättar inte om någon inloggning. Kontrollera utgivarens adress."),
        (
            200,
            "<html></html>",
            "svarar inte som en OpenID Connect-utgivare. Kontrollera adressen.",
        ),
        (200, "[]", "svarar inte som en OpenID Connect-utgivare. Kontrollera adressen."),
        (200, "{}", "svarar inte som en OpenID Connect-utgivare. Kontrollera adressen."),
        (
            200,
            json.dumps({"authorization_endpoint": "HERE/in", "issuer": "https://annan.example"}),
            "Utgivaren kallar sig https://annan.example. Skriv det som dess adress.",
        ),
        (200, json.dumps({"authorization_endpoint": "HERE/in", "issuer": "HERE/"}), "Inget fel syns."),
    ],
)
def test_an_issuer_is_tried_and_what_is_wrong_with_it_told(
    client: Client, path: str, member: Member, status: int, body: str, said: str
) -> None:
    with answering(status, body) as issuer:
        assert said in told_when_tried(client, path, member, kind="oidc", issuer=issuer, client_id="radslag")


def test_an_issuer_that_does_not_answer_is_told_of(client: Client, path: str, member: Member) -> None:
    said = "svarar inte. Kontrollera adressen, och att den kan nås härifrån."
    nowhere = "http://127.0.0.1:9"
    assert said in told_when_tried(client, path, member, kind="oidc", issuer=nowhere, client_id="radslag")


def test_a_real_provider_has_nothing_wrong(client: Client, path: str, member: Member) -> None:
    with oidc_provider({}) as issuer:
        page = told_when_tried(client, path, member, kind="oidc", issuer=issuer, client_id="radslag")
    assert "Inget fel syns." in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"domains": []}, "Ingen domän är angiven. Skriv vad kommunens adresser slutar på."),
        ({"metadata": ""}, "Metadata saknas eller hör inte till en SAML-utgivare."),
        ({"metadata": metadata(some_certificate())}, "Inget fel syns."),
        ({"metadata": metadata(some_certificate(), some_certificate())}, "Inget fel syns."),
    ],
)
def test_metadata_is_tried(
    client: Client, path: str, member: Member, told: dict[str, Any], said: str
) -> None:
    assert said in told_when_tried(client, path, member, kind="saml", **told)


def test_a_sign_in_taken_down_lets_nobody_in_and_is_registered(
    client: Client, path: str, member: Member
) -> None:
    told = set_up_sign_in(member, {"kind": "oidc", "domains": ["kommun.example"]}, acting_user=None)
    take_down_sign_in(member, acting_user=None)
    assert Client().get(f"/konto/oidc/{told.address}/").status_code == 404
    assert Entry.objects.filter(verb="sign_in.taken_down", subject=member.name).exists()
