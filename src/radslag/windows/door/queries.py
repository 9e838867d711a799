"""What the door shows, and what it needs to know of who comes."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from radslag.ground.accounts.models import User
from radslag.ground.accounts.queries import account_of
from radslag.ground.shell.language import language_of, spoken
from radslag.ground.shell.numbers import number_in
from radslag.people.admission.models import IdentityProvider
from radslag.people.admission.queries import (
    EMAIL_ATTRIBUTES,
    Issuer,
    Vouched,
    identity_provider_at,
    identity_providers,
    is_enough_for,
    issuer_in,
    vouched_by,
    vouches_for,
)
from radslag.people.bodies.queries import seats_of_account, sits_in
from radslag.people.members.queries import cooperation_at

KINDS = {IdentityProvider.Kind.OIDC: "openid_connect", IdentityProvider.Kind.SAML: "saml"}
SUBJECT_ID = "urn:oasis:names:tc:SAML:attribute:subject-id"
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
MOST_PROVIDERS = 20
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


class NotVouchedError(ValueError):
    """The member's answer lets nobody in; the message says why and what to do."""


class NotItsOwnError(NotVouchedError):
    """The member's answer tells of somebody outside its domains, or of whom it is not sure."""


@dataclass(frozen=True)
class Session:
    """Where somebody is signed in."""

    number: int
    device: str
    ip: str
    since: Any
    is_current: bool


@dataclass(frozen=True)
class Desk:
    """Where somebody works in a cooperation."""

    cooperation: str
    url: str


@dataclass(frozen=True)
class Way:
    """A member's own sign-in, as a way in."""

    member: str
    url: str


def place_of(user: User | AnonymousUser) -> str:
    """Where somebody comes to who was on the way nowhere: their one desk, or the front."""
    seats = seats_of_account(user, timezone.localdate()) if isinstance(user, User) else []
    slugs = {seat.cooperation.slug for seat in seats}
    if len(slugs) == 1:
        return desk_of(*slugs)
    return reverse("start")


def desk_of(slug: str) -> str:
    """Where one works in the cooperation at that address."""
    return reverse("site:desk:desk", args=[slug], current_app=f"{spoken()}:desk")


def own_page() -> str:
    """Where one sees and changes how one signs in."""
    return reverse("mfa_index")


def said_after(template: str | None) -> str | None:
    """What is said when something has been done, if the page that follows does not say it."""
    said = {
        "account/messages/password_set.txt": _("The password is set."),
        "account/messages/password_changed.txt": _("The password is changed."),
        "mfa/messages/totp_deactivated.txt": _("The app is no longer needed."),
        "mfa/messages/webauthn_added.txt": _("The passkey is added."),
        "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
        "mfa/messages/recovery_codes_generated.txt": _("The old recovery codes no longer work."),
    }
    return said.get(template or "")


def safe_next(request: HttpRequest) -> str:
    """Where the visitor was on the way to, if it is a page of ours."""
    told = request.POST.get("next") or request.GET.get("next") or ""
    return told if url_has_allowed_host_and_scheme(told, allowed_hosts=None) else ""


def language_of_way(state: dict[str, Any]) -> translation.override:
    """Speak the language of the page that somebody was on the way to, whatever the member answers to."""
    return translation.override(language_of(state.get("next") or ""))


def back_to_sign_in(onwards: str) -> HttpResponse:
    """To the page where one signs in, in the language of the page that was on its way."""
    with translation.override(language_of(onwards)):
        query = f"?{urlencode({'next': onwards})}" if onwards else ""
        return HttpResponseRedirect(reverse("account_login") + query)


def sign_in_page(onwards: str) -> dict[str, Any]:
    """The ways in, those of the members only of the cooperation that one was on the way to."""
    slug = [*onwards.split("/"), ""][1]
    cooperation = cooperation_at(slug) if slug else None
    found = [each for each in identity_providers(cooperation.slug if cooperation else None) if each.is_ready]
    ways = [] if len(found) > MOST_PROVIDERS else [_way(each, onwards) for each in found]
    return {"cooperation": cooperation, "ways": ways, "next": onwards}


def own(request: HttpRequest, user: User) -> dict[str, Any]:
    """How somebody signs in, and where they are signed in."""
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    codes = next((each for each in factors if each.type == Authenticator.Type.RECOVERY_CODES), None)
    return {
        "account": user,
        "desks": [Desk(each.name, desk_of(each.slug)) for each in sits_in(user)],
        "app": next((each for each in factors if each.type == Authenticator.Type.TOTP), None),
        "passkeys": [each for each in factors if each.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else None,
        "has_factor": any(each.type in FACTORS for each in factors),
        "members": [member_named(each.provider) for each in SocialAccount.objects.filter(user=user)],
        "sessions": [_session(each, request) for each in UserSession.objects.purge_and_list(user)],
    }


def session_of(user: User, number: str) -> list[UserSession]:
    """The person's session with that number, if there is one."""
    return list(UserSession.objects.filter(user=user, pk=number_in(number) or 0))


def has_factor(user: User) -> bool:
    """Whether the person has something beside a password to sign in with."""
    return bool(is_mfa_enabled(user, FACTORS))


def is_only_vouched_for(request: HttpRequest) -> bool:
    """Whether nothing but a member's word tells who is signed in: it counts for one cooperation."""
    records = get_authentication_records(request, request.user)
    return {record["method"] for record in records} == {"socialaccount"}


def can_do_without(authenticator: Authenticator) -> bool:
    """Whether the person can sign in as safely without that factor as with it."""
    others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
    is_factor = authenticator.type in FACTORS
    has_password = authenticator.user.has_usable_password()
    return not (is_factor and has_password) or others.exclude(pk=authenticator.pk).exists()


def apps(provider: str | None, client_id: str | None) -> list[SocialApp]:
    """The members' providers that fit, as the sign-in package wants them told."""
    address = client_id or (provider if provider and "." in provider else None)
    one = identity_provider_at(address) if address else None
    found = [_app(each) for each in ([one] if one else [] if address else identity_providers())]
    return [app for app in found if provider in (None, app.provider, app.provider_id)]


def member_named(address: str) -> str:
    """Whose sign-in it is, in the words of the page."""
    found = identity_provider_at(address)
    return found.member.name if found else _("The municipality")


def vouched(login: SocialLogin) -> Vouched:
    """Who the member says has come; `NotVouchedError` if it says nothing that can be trusted."""
    provider = identity_provider_at(login.account.provider)
    if provider is None:
        raise NotVouchedError(_("The municipality does not sign in here any more. Sign in by a link."))
    attributes = _attributes(login)
    found = vouched_by(provider, attributes)
    member = {"member": provider.member.name}
    if "@" not in found.email:
        raise NotVouchedError(_("%(member)s did not tell your e-mail address. Sign in by a link.") % member)
    account = login.user if login.is_existing else account_of(found.email)
    if (
        attributes.get("email_verified") in (False, "false", ["false"])
        or not vouches_for(provider, found.email)
        or (account and not is_enough_for(provider, account))
    ):
        said = _("%(member)s cannot vouch for %(email)s. Sign in by a link.")
        raise NotItsOwnError(said % (member | {"email": found.email}))
    return found


def is_answer_refused(request: HttpRequest, exception: Exception | None, told: dict[str, Any]) -> bool:
    """Whether somebody came with an answer (SAML) that does not hold, not only without one."""
    place = request.resolver_match.url_name if request.resolver_match else None
    return place == "saml_finish_acs" and bool(exception or told)


def _attributes(login: SocialLogin) -> dict[str, Any]:
    told = login.account.extra_data
    return {**told.get("id_token", {}), **told["userinfo"]} if "userinfo" in told else dict(told)


def _way(provider: IdentityProvider, onwards: str) -> Way:
    query = f"?{urlencode({'next': onwards})}" if onwards else ""
    name = "openid_connect_login" if provider.kind == IdentityProvider.Kind.OIDC else "saml_login"
    return Way(provider.member.name, reverse(name, args=[provider.address]) + query)


def _session(session: UserSession, request: HttpRequest) -> Session:
    return Session(
        number=session.pk,
        device=device(session.user_agent),
        ip=session.ip,
        since=session.created_at,
        is_current=session.session_key == request.session.session_key,
    )


def device(user_agent: str) -> str:
    """What a browser calls itself, in two words."""
    browser = next((name for mark, name in BROWSERS if re.search(rf"{mark}\w*/", user_agent)), "")
    machine = next((name for mark, name in MACHINES if mark in user_agent), "")
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("Another browser")


def _app(provider: IdentityProvider) -> SocialApp:
    return SocialApp(
        provider=KINDS[IdentityProvider.Kind(provider.kind)],
        provider_id=provider.address,
        name=provider.member.name,
        client_id=provider.client_id if provider.kind == IdentityProvider.Kind.OIDC else provider.address,
        secret=provider.client_secret,
        settings=_oidc(provider) if provider.kind == IdentityProvider.Kind.OIDC else _saml(provider),
    )


def _oidc(provider: IdentityProvider) -> dict[str, Any]:
    return {"server_url": provider.issuer.rstrip("/"), "oauth_pkce_enabled": True}


def _saml(provider: IdentityProvider) -> dict[str, Any]:
    issuer = issuer_in(provider.metadata) or Issuer("", "", ("",))
    emails = [provider.email_attribute] if provider.email_attribute else list(EMAIL_ATTRIBUTES)
    return {
        "idp": {
            "entity_id": issuer.entity_id,
            "sso_url": issuer.sign_in,
            "x509cert": issuer.certificates[0],
            "certificates": list(issuer.certificates),
        },
        "attribute_mapping": {"uid": [SUBJECT_ID, *emails], "email": emails},
        "advanced": {
            "want_assertion_signed": True,
            "reject_idp_initiated_sso": True,
            "allow_single_label_domains": True,
        },
    }
