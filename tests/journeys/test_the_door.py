"""Coming in by a browser: through a municipality, by a passkey, by a link on another machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from django.utils import timezone
from playwright.sync_api import expect

import mailing
import people
from browsing import PHONE, Visitor
from door.oidc_provider import oidc_provider
from door.saml_idp import listening
from radslag.ground.accounts.models import Key, User
from radslag.people.admission.actions import set_up_sign_in
from radslag.people.admission.models import IdentityProvider
from radslag.people.members.models import Cooperation, Member

Visit = Callable[..., Visitor]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
TELEPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1"
)


@pytest.fixture
def director(cooperation: Cooperation) -> User:
    return people.director(cooperation)


@pytest.fixture
def member(cooperation: Cooperation) -> Member:
    return people.member_of(cooperation)


def set_up(member: Member, **told: Any) -> IdentityProvider:
    domains = [f"{member.cooperation.slug}.example"]
    return set_up_sign_in(member, {"domains": domains, **told}, acting_user=None)


def goes_through(visitor: Visitor, member: Member) -> None:
    """On the way to the desk, somebody chooses their municipality where one signs in."""
    visitor.goto(f"/konto/logga-in/?next=/{member.cooperation.slug}/arbete/")
    visitor.page.get_by_role("link", name=member.name, exact=True).click()


def ends_at_the_desk(visitor: Visitor, cooperation: Cooperation) -> None:
    expect(visitor.page).to_have_url(f"{visitor.address}/{cooperation.slug}/arbete/")
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()


def asks_for_a_link(visitor: Visitor, email: str) -> str:
    """The path of the link that is sent."""
    visitor.goto("/konto/logga-in/")
    visitor.page.get_by_label("E-postadress").fill(email)
    visitor.page.get_by_role("button", name="Skicka en länk").click()
    expect(visitor.page.get_by_role("heading", name="Titta i din e-post")).to_be_visible()
    return mailing.path_in(mailing.newest())


def opens(visitor: Visitor, link: str, email: str) -> None:
    visitor.goto(link)
    visitor.page.get_by_role("button", name=f"Logga in som {email}").click()


def without(visitor: Visitor, status: str) -> None:
    """The browser's console tells of every refusal; that one was meant."""
    visitor.faults[:] = [fault for fault in visitor.faults if status not in fault]


def test_somebody_comes_in_through_their_municipality_over_openid_connect(
    visit: Visit, cooperation: Cooperation, member: Member, director: User
) -> None:
    visitor = visit(viewport=PHONE)
    with oidc_provider({"sub": "dana", "email": director.email, "name": director.name}) as issuer:
        set_up(member, kind="oidc", issuer=issuer, client_id="radslag", client_secret="hemligt")
        goes_through(visitor, member)
        ends_at_the_desk(visitor, cooperation)


def test_somebody_comes_in_through_their_municipality_over_saml(
    visit: Visit, cooperation: Cooperation, member: Member, director: User, tmp_path: Path
) -> None:
    visitor, told = visit(viewport=PHONE), set_up(member, kind="saml")
    ours = requests.get(f"{visitor.address}/konto/saml/{told.address}/metadata/", timeout=5).text
    with listening(tmp_path, ours, {"mail": director.email, "displayName": director.name}) as provider:
        set_up(member, kind="saml", metadata=provider.metadata)
        goes_through(visitor, member)
        ends_at_the_desk(visitor, cooperation)


def test_a_municipality_that_vouches_for_another_is_refused_where_one_signs_in(
    visit: Visit, member: Member, tmp_path: Path
) -> None:
    visitor, told = visit(viewport=PHONE), set_up(member, kind="saml")
    ours = requests.get(f"{visitor.address}/konto/saml/{told.address}/metadata/", timeout=5).text
    with listening(tmp_path, ours, {"mail": "chef@grannkommun.example"}) as provider:
        set_up(member, kind="saml", metadata=provider.metadata)
        goes_through(visitor, member)
        said = f"{member.name} kan inte gå i god för chef@grannkommun.example. Logga in med en länk."
        expect(visitor.page.get_by_text(said)).to_be_visible()
        expect(visitor.page.get_by_role("button", name="Skicka en länk")).to_be_visible()
    assert visitor.violations() == []


def test_a_passkey_is_added_and_signs_in_again(
    visit: Visit, cooperation: Cooperation, director: User
) -> None:
    visitor = visit()
    page = visitor.page
    machine = page.context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    opens(visitor, asks_for_a_link(visitor, director.email), director.email)
    ends_at_the_desk(visitor, cooperation)

    visitor.goto("/konto/")
    page.get_by_role("link", name="Lägg till en passkey").click()
    page.get_by_label("Vad du kallar den").fill("Jobbdatorn")
    page.get_by_role("button", name="Lägg till en passkey").click()
    page.get_by_role("link", name="Jag har sparat dem").click()
    expect(page.get_by_role("cell", name="Jobbdatorn, sedan")).to_be_visible()

    page.get_by_role("main").get_by_role("button", name="Logga ut", exact=True).click()
    visitor.goto(f"/konto/logga-in/?next=/{cooperation.slug}/arbete/")
    page.get_by_role("button", name="Med en passkey").click()
    ends_at_the_desk(visitor, cooperation)


def test_a_passkey_that_is_not_used_is_told_of_where_one_stands(visit: Visit, director: User) -> None:
    visitor = visit()
    machine = visitor.page.context.new_cdp_session(visitor.page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    visitor.goto("/konto/logga-in/")
    visitor.page.get_by_role("button", name="Med en passkey").click()
    expect(visitor.page.get_by_role("status")).to_have_text(
        "Din passkey användes inte. Försök igen, eller logga in på ett annat sätt."
    )


def test_a_link_asked_for_on_one_machine_signs_in_on_another_and_not_again(
    visit: Visit, cooperation: Cooperation, director: User
) -> None:
    at_work, on_the_move = visit(), visit(viewport=PHONE, user_agent=TELEPHONE)
    link = asks_for_a_link(at_work, director.email)
    opens(on_the_move, link, director.email)
    ends_at_the_desk(on_the_move, cooperation)

    assert at_work.goto(link).status == 410
    without(at_work, "410")
    expect(at_work.page.get_by_text("Länken är redan använd. Be om en ny.")).to_be_visible()
    assert at_work.violations() == []
    at_work.page.get_by_role("link", name="Be om en ny länk").click()
    at_work.page.get_by_label("E-postadress").fill(director.email)
    at_work.page.get_by_role("button", name="Skicka en länk").click()
    opens(at_work, mailing.path_in(mailing.newest()), director.email)
    ends_at_the_desk(at_work, cooperation)


def test_a_link_that_lies_too_long_says_so_and_offers_a_new_one(visit: Visit, director: User) -> None:
    visitor = visit(viewport=PHONE)
    link = asks_for_a_link(visitor, director.email)
    visitor.goto(link)
    Key.objects.update(expires_at=timezone.now())
    visitor.page.get_by_role("button", name=f"Logga in som {director.email}").click()
    expect(visitor.page.get_by_text("Länken är för gammal. Be om en ny.")).to_be_visible()
    without(visitor, "410")
    visitor.page.get_by_role("link", name="Be om en ny länk").click()
    expect(visitor.page.get_by_label("E-postadress")).to_be_visible()


def test_somebody_signs_out_a_lost_telephone_from_another_machine(
    visit: Visit, cooperation: Cooperation, director: User
) -> None:
    at_work, telephone = visit(), visit(viewport=PHONE, user_agent=TELEPHONE)
    for visitor in (at_work, telephone):
        opens(visitor, asks_for_a_link(visitor, director.email), director.email)
        ends_at_the_desk(visitor, cooperation)

    at_work.goto("/konto/")
    expect(at_work.page.get_by_role("rowheader", name="Safari på iPhone")).to_be_visible()
    at_work.page.get_by_role("button", name="Logga ut Safari på iPhone").click()
    expect(at_work.page.get_by_role("status")).to_contain_text("Utloggad där.")
    expect(at_work.page.get_by_role("rowheader", name="Safari på iPhone")).to_have_count(0)

    telephone.goto("/konto/")
    expect(telephone.page.get_by_role("button", name="Skicka en länk")).to_be_visible()
    at_work.goto(f"/{cooperation.slug}/arbete/")
    ends_at_the_desk(at_work, cooperation)
