"""Named questions about who is let in."""

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ssl import PROTOCOL_TLS_CLIENT, SSLContext, SSLError
from typing import Any

import requests
from django.utils import timezone
from django.utils.translation import gettext as _
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser

from radslag.ground.accounts.models import Key, User
from radslag.ground.register.queries import last_entered, looked_in
from radslag.ground.shell.slugs import is_slug
from radslag.people.admission.models import IdentityProvider
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import lasting
from radslag.people.members.models import Cooperation, Member

KINDS = IdentityProvider.Kind.choices
EMAIL_ATTRIBUTES = (
    "email",
    "mail",
    "urn:oid:0.9.2342.19200300.100.1.3",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
)
NAME_ATTRIBUTES = (
    "name",
    "displayName",
    "urn:oid:2.16.840.1.113730.3.1.241",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
)


@dataclass(frozen=True)
class Issuer:
    """What a municipality's metadata (SAML) says of it: its name, where one signs in, what it signs with.

    While it changes its certificate there are two, and it may sign with either.
    """

    entity_id: str
    sign_in: str
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class Vouched:
    """Whom a municipality says that somebody is."""

    email: str
    name: str


def identity_provider_of(member: Member) -> IdentityProvider | None:
    """How the member signs in, if it has been told."""
    return IdentityProvider.objects.filter(member=member).select_related("member__cooperation").first()


def identity_provider_at(address: str) -> IdentityProvider | None:
    """The one with that address."""
    cooperation, _dot, member = address.partition(".")
    if not (is_slug(cooperation) and is_slug(member)):
        return None
    return (
        IdentityProvider.objects.filter(member__cooperation__slug=cooperation, member__slug=member)
        .select_related("member__cooperation")
        .first()
    )


def identity_providers(cooperation: str | None = None) -> list[IdentityProvider]:
    """All of the cooperation at that address, or of the installation, by the member's name."""
    found = IdentityProvider.objects.select_related("member__cooperation").order_by("member__name")
    return list(found.filter(member__cooperation__slug=cooperation) if cooperation else found)


def issuer_in(metadata: str) -> Issuer | None:
    """What the metadata says; None if it is no metadata of a SAML identity provider."""
    try:
        told = OneLogin_Saml2_IdPMetadataParser.parse(metadata.strip().encode()).get("idp", {})
    except Exception:  # noqa: BLE001 – the parser lets through whatever is wrong with XML
        return None
    signing = [told["x509cert"]] if "x509cert" in told else told.get("x509certMulti", {}).get("signing", [])
    found = Issuer(
        entity_id=told.get("entityId", ""),
        sign_in=told.get("singleSignOnService", {}).get("url", ""),
        certificates=tuple(signing),
    )
    is_whole = found.entity_id and found.sign_in and signing and all(map(_is_certificate, signing))
    return found if is_whole else None


def _is_certificate(told: str) -> bool:
    try:
        SSLContext(PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=b64decode(told))
    except (SSLError, ValueError):
        return False
    return True


def vouched_by(provider: IdentityProvider, attributes: Mapping[str, Any]) -> Vouched:
    """Whom the attributes that the municipality sent tell of."""
    return Vouched(
        email=_first(attributes, provider.email_attribute, EMAIL_ATTRIBUTES).strip().lower(),
        name=_first(attributes, provider.name_attribute, NAME_ATTRIBUTES),
    )


def vouches_for(provider: IdentityProvider, email: str) -> bool:
    """Whether the address is in one of the domains that the municipality answers for."""
    return email.rpartition("@")[2] in provider.domains


def is_enough_for(provider: IdentityProvider, account: User) -> bool:
    """Whether the member's word alone lets the account in.

    Whoever sets up a sign-in answers for one cooperation. So it lets in no operator, and nobody with a seat
    in another cooperation that has not the same sign-in itself.
    """
    if account.is_superuser or not vouches_for(provider, account.email):
        return False
    seats = Seat.objects.filter(lasting(timezone.localdate()), account=account)
    elsewhere = set(seats.values_list("cooperation", flat=True)) - {provider.member.cooperation_id}
    return elsewhere <= {
        each.member.cooperation_id
        for each in (identity_providers() if elsewhere else ())
        if vouches_for(each, account.email) and _whose(each) == _whose(provider)
    }


def _whose(provider: IdentityProvider) -> tuple[str, str, Issuer | None, str]:
    issuer = provider.issuer.rstrip("/")
    return provider.kind, issuer, issuer_in(provider.metadata), provider.email_attribute


def open_invitations(cooperation: Cooperation) -> list[Key]:
    """Invitations to the cooperation that can still be accepted, with their accounts at hand."""
    waiting = Key.objects.filter(purpose=Key.Purpose.INVITATION, used_at=None, expires_at__gt=timezone.now())
    return list(waiting.filter(payload__cooperation=cooperation.slug).select_related("account"))


def about(account: User) -> str:
    """What names the account in the register."""
    return f"account:{account.pk}"


def awaited(cooperation: Cooperation, accounts: Iterable[User]) -> set[int]:
    """The keys of those accounts that have not come in since they were last invited to the cooperation.

    Who was never invited is awaited until they sign in, wherever they do it.
    """
    invited, seen = last_entered(cooperation.slug, "person.invited"), looked_in(cooperation.slug)

    def is_awaited(account: User) -> bool:
        came_in = [at for at in (account.last_login, seen.get(account.pk)) if at]
        asked = invited.get(about(account))
        return not came_in or bool(asked and max(came_in) < asked)

    return {account.pk for account in accounts if is_awaited(account)}


def _first(attributes: Mapping[str, Any], told: str, usual: tuple[str, ...]) -> str:
    for name in (told,) if told else usual:
        value = attributes.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str) and value:
            return value
    return ""


def fault_of(provider: IdentityProvider) -> str | None:
    """What keeps the member's people from signing in through it, in one sentence; None if nothing does."""
    if not provider.domains:
        return _("No domain is told. Write those that the municipality's addresses end with.")
    if provider.kind == IdentityProvider.Kind.SAML:
        return None if issuer_in(provider.metadata) else _no_metadata()
    return _fault_of_issuer(provider.issuer.rstrip("/"))


def _no_metadata() -> str:
    return _("The metadata is not that of a SAML identity provider. Paste all of the file, from the first <.")


def _fault_of_issuer(issuer: str) -> str | None:
    where = {"issuer": issuer}
    try:
        answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=5)
        answer.raise_for_status()
        told = answer.json()
    except requests.HTTPError:
        return _("%(issuer)s answers, but tells nothing of a sign-in. Check the issuer's address.") % where
    except ValueError:
        return _("%(issuer)s does not answer as an OpenID Connect provider. Check the address.") % where
    except requests.RequestException:
        return (
            _("%(issuer)s does not answer. Check the address, and that it can be reached from here.") % where
        )
    if not isinstance(told, dict) or not told.get("authorization_endpoint"):
        return _("%(issuer)s does not answer as an OpenID Connect provider. Check the address.") % where
    if str(told.get("issuer", "")).rstrip("/") != issuer:
        return _("The provider calls itself %(name)s. Write that as its address.") % {
            "name": told.get("issuer")
        }
    return None
