"""Coming in through a member's own sign-in, played against a real OpenID Connect and a real SAML provider."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import time_machine
from django.test import Client
from django.utils import timezone
from lxml import etree

import mailing
import people
from door.oidc_provider import oidc_provider
from door.saml_idp import SIGNATURE, IdentityProvider, metadata
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.admission.actions import set_up_sign_in
from radslag.people.admission.models import IdentityProvider as Told
from radslag.people.admission.queries import is_enough_for
from radslag.people.bodies.actions.seats import Appointment, give_seat
from radslag.people.members.models import Cooperation, Member

KIM = {"sub": "kim", "email": "kim@kommun.example", "name": "Kim Ek"}


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.fixture
def client(db: None) -> Client:
    """Tells what host it asks, as every browser does."""
    return Client(HTTP_HOST="testserver")


@pytest.fixture
def member(cooperation: Cooperation) -> Member:
    return cooperation.members.all()[0]


def set_up(member: Member, **told: Any) -> Told:
    return set_up_sign_in(member, {"domains": ["kommun.example"], **told}, acting_user=None)


def signed_in_as(client: Client) -> str | None:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).email if key else None


def through_oidc(client: Client, member: Member, vouched: dict[str, Any]) -> str:
    """Where one ends up; the page is English, and so is all that follows."""
    with oidc_provider(vouched) as issuer:
        told = set_up(member, kind="oidc", issuer=issuer, client_id="radslag", client_secret="hemligt")
        onwards = f"/{member.cooperation.slug}/en/"
        away = client.get(f"/konto/oidc/{told.address}/", {"next": onwards})
        back = requests.get(away.headers["Location"], allow_redirects=False, timeout=5)
        return client.get(path_of(back.headers["Location"])).headers["Location"]


def test_whom_a_member_vouches_for_over_openid_connect_comes_in(client: Client, member: Member) -> None:
    assert through_oidc(client, member, KIM) == f"/{member.cooperation.slug}/en/"
    account = User.objects.get(email=KIM["email"])
    assert (account.name, account.has_usable_password(), account.seats.count()) == ("Kim Ek", False, 0)
    assert signed_in_as(client) == account.email


def test_an_account_there_was_is_found_by_its_address(client: Client, member: Member) -> None:
    User.objects.create_user("kim@kommun.example", name="Kim som förut")
    through_oidc(client, member, KIM | {"email": "Kim@Kommun.Example"})
    assert signed_in_as(client) == "kim@kommun.example"
    assert User.objects.get(email="kim@kommun.example").name == "Kim som förut"


@pytest.mark.parametrize(
    ("vouched", "said"),
    [
        (KIM | {"email": "chef@grannkommun.example"}, "cannot vouch for chef@grannkommun.example"),
        (KIM | {"email_verified": False}, "cannot vouch for kim@kommun.example"),
        ({"sub": "kim"}, "did not tell your e-mail address"),
    ],
)
def test_a_member_lets_in_only_its_own(
    client: Client, member: Member, vouched: dict[str, Any], said: str
) -> None:
    User.objects.create_user("chef@grannkommun.example")
    where = through_oidc(client, member, vouched)
    assert where.startswith("/konto/en/logga-in/")
    assert said in client.get(where).content.decode()
    assert signed_in_as(client) is None
    assert [verb for verb, _ in refused()] == ["sign_in.not_vouched_for"] * ("email" in vouched)


def test_a_sign_in_of_one_cooperation_is_none_to_another(
    client: Client, member: Member, neighbour: Cooperation
) -> None:
    kim = User.objects.create_user(KIM["email"], name="Kim Ek")
    through_oidc(client, member, KIM)
    assert signed_in_as(client) == kim.email
    body = people.body_of(neighbour, "network")
    give_seat(
        neighbour, Appointment(person="Kim Ek", role="ordinary", body=body, account=kim), acting_user=None
    )
    assert client.get(f"/{neighbour.slug}/arbete/").status_code == 404
    assert client.get("/konto/").headers["Location"].startswith("/konto/logga-in/")
    where = through_oidc(client, member, KIM)
    assert "cannot vouch for kim@kommun.example" in client.get(where).content.decode()
    assert signed_in_as(client) is None

    theirs = set_up(neighbour.members.all()[0], kind="oidc", issuer="https://annan.example", client_id="x")
    assert not is_enough_for(Told.objects.get(member=member), kim)
    theirs.issuer = Told.objects.get(member=member).issuer
    theirs.save()
    assert is_enough_for(Told.objects.get(member=member), kim)

    ours = set_up(member, email_attribute="what_one_writes_oneself")
    assert not is_enough_for(ours, kim)


@pytest.mark.parametrize("factor", ["app", "passkey"])
def test_who_came_on_a_members_word_adds_nothing_that_opens_other_cooperations(
    client: Client, member: Member, factor: str
) -> None:
    through_oidc(client, member, KIM)
    answer = client.get(f"/konto/{factor}/", follow=True)
    assert "Logga först in med en länk." in answer.content.decode()
    client.post("/konto/logga-in/", {"email": KIM["email"]})
    client.post(mailing.path_in(mailing.newest()))
    assert client.get(f"/konto/{factor}/").status_code == 200


def test_no_member_lets_an_operator_in(client: Client, member: Member) -> None:
    User.objects.create_user(KIM["email"], is_superuser=True)
    through_oidc(client, member, KIM)
    assert signed_in_as(client) is None


def test_a_provider_out_of_reach_is_told_of_kindly(client: Client, member: Member) -> None:
    told = set_up(member, kind="oidc", issuer="http://localhost:9/", client_id="radslag", client_secret="x")
    answer = client.get(f"/konto/oidc/{told.address}/", follow=True)
    assert f"{member.name} kunde inte tala om vem du är." in answer.content.decode()


@pytest.mark.parametrize(
    "query", [{}, {"code": "x"}, {"code": "x", "state": "y"}, {"error": "access_denied"}]
)
def test_an_answer_that_nobody_asked_for_lets_nobody_in(
    client: Client, member: Member, query: dict[str, str]
) -> None:
    told = set_up(member, kind="oidc", issuer="http://localhost:9/", client_id="radslag", client_secret="x")
    answer = client.get(f"/konto/oidc/{told.address}/svar/", query, follow=True)
    assert answer.status_code == 200
    assert signed_in_as(client) is None


@pytest.fixture
def saml(client: Client, member: Member, tmp_path: Path) -> tuple[Told, IdentityProvider]:
    """How the member signs in over SAML, and its provider."""
    told = set_up(member, kind="saml")
    ours = client.get(f"/konto/saml/{told.address}/metadata/").content.decode()
    provider = IdentityProvider(tmp_path, ours)
    return set_up(member, kind="saml", metadata=provider.metadata), provider


ATTRIBUTES = {"mail": "kim@kommun.example", "displayName": "Kim Ek"}


def asked(client: Client, told: Told) -> str:
    return client.get(f"/konto/saml/{told.address}/", {"next": "/sodertorn/"}).headers["Location"]


def post(client: Client, told: Told, answer: str) -> str:
    """Where the answer leads whoever posts it."""
    posted = client.post(f"/konto/saml/{told.address}/svar/", {"SAMLResponse": answer, "RelayState": ""})
    return client.get(posted.headers["Location"]).headers["Location"]


def test_whom_a_member_vouches_for_over_saml_comes_in(
    client: Client, saml: tuple[Told, IdentityProvider]
) -> None:
    told, provider = saml
    assert post(client, told, provider.answer(asked(client, told), ATTRIBUTES)) == "/sodertorn/"
    assert signed_in_as(client) == "kim@kommun.example"
    assert User.objects.get().name == "Kim Ek"


def test_a_certificate_is_changed_for_another_without_anybody_being_left_outside(
    client: Client, saml: tuple[Told, IdentityProvider], tmp_path: Path
) -> None:
    told, old = saml
    ours = client.get(f"/konto/saml/{told.address}/metadata/").content.decode()
    new, false = (IdentityProvider(tmp_path / name, ours) for name in ("new", "false"))
    set_up(told.member, kind="saml", metadata=metadata(old.certificate, new.certificate))
    for provider, comes_in in ((old, True), (new, True), (false, False)):
        client.post("/konto/logga-ut/")
        post(client, told, provider.answer(asked(client, told), ATTRIBUTES))
        assert (signed_in_as(client) is not None) == comes_in


def test_a_response_used_again_lets_nobody_in(client: Client, saml: tuple[Told, IdentityProvider]) -> None:
    told, provider = saml
    answer = provider.answer(asked(client, told), ATTRIBUTES)
    post(client, told, answer)
    for again in (client, Client(HTTP_HOST="testserver")):
        again.post("/konto/logga-ut/")
        where = post(again, told, answer)
        assert "kunde inte tala om vem du är" in again.get(where).content.decode()
        assert signed_in_as(again) is None


def changed(answer: str, change: Callable[[str], str]) -> str:
    return base64.b64encode(change(base64.b64decode(answer).decode()).encode()).decode()


def resigned(xml: str) -> str:
    root = etree.fromstring(xml.encode())
    [value] = root.iter(SIGNATURE.replace("Signature", "SignatureValue"))
    value.text = base64.b64encode(b"en annan underskrift").decode()
    return str(etree.tostring(root).decode())


def unsigned(xml: str) -> str:
    root = etree.fromstring(xml.encode())
    [signature] = root.iter(SIGNATURE)
    signature.getparent().remove(signature)
    return str(etree.tostring(root).decode())


@pytest.mark.parametrize(
    "what", ["audience", "key", "assertion", "signature", "unsigned", "another", "rubbish", "old"]
)
def test_a_response_that_is_not_the_members_to_us_now_lets_nobody_in(
    client: Client, saml: tuple[Told, IdentityProvider], tmp_path: Path, what: str
) -> None:
    told, provider = saml
    request = asked(client, told)
    honest = provider.answer(request, ATTRIBUTES)
    ours = client.get(f"/konto/saml/{told.address}/metadata/").content.decode()
    answers: dict[str, Callable[[], str]] = {
        "audience": lambda: provider.answer(request, ATTRIBUTES, audience="https://annan.example/"),
        "key": lambda: IdentityProvider(tmp_path / "other", ours).answer(request, ATTRIBUTES),
        "assertion": lambda: changed(honest, lambda xml: xml.replace("kim@kommun", "chef@kommun")),
        "signature": lambda: changed(honest, resigned),
        "unsigned": lambda: changed(honest, unsigned),
        "another": lambda: provider.answer(asked(Client(HTTP_HOST="testserver"), told), ATTRIBUTES),
        "rubbish": lambda: "inte alls svar",
        "old": lambda: honest,
    }
    answer = answers[what]()
    with time_machine.travel(timezone.now() + timedelta(hours=what == "old"), tick=True):
        where = post(client, told, answer)
        assert f"{told.member.name} kunde inte tala om vem du är." in client.get(where).content.decode()
    assert signed_in_as(client) is None
    assert refused() == [("sign_in.refused", told.member.name)]


def refused() -> list[tuple[str, str]]:
    """What the registers tell of answers that let nobody in."""
    entries = Entry.objects.filter(verb__in=("sign_in.refused", "sign_in.not_vouched_for"))
    return [(entry.verb, entry.subject) for entry in entries]


def test_a_member_vouches_over_saml_only_for_its_own(
    client: Client, saml: tuple[Told, IdentityProvider]
) -> None:
    told, provider = saml
    answer = provider.answer(asked(client, told), ATTRIBUTES | {"mail": "chef@grannkommun.example"})
    assert "kan inte gå i god för" in client.get(post(client, told, answer)).content.decode()
    assert refused() == [("sign_in.not_vouched_for", told.member.name)]
    assert "chef@grannkommun.example" not in str(Entry.objects.values())


def test_a_stranger_cannot_fill_the_register_with_false_answers(
    client: Client, saml: tuple[Told, IdentityProvider]
) -> None:
    told, _provider = saml
    for _ in range(3):
        post(client, told, "inte alls svar")
    assert len(refused()) == 1
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1), tick=True):
        post(client, told, "inte alls svar")
    assert len(refused()) == 2


def test_who_turns_back_or_comes_without_an_answer_is_not_registered(
    client: Client, saml: tuple[Told, IdentityProvider]
) -> None:
    told, _provider = saml
    client.get(f"/konto/saml/{told.address}/klar/")
    assert refused() == []
