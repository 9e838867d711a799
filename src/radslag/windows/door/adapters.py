"""What the sign-in package (django-allauth) asks of us: who, from where, to where, and in which words."""

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError, AuthProcess, Provider
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.people.admission import actions
from radslag.windows.door import queries

if TYPE_CHECKING:
    from radslag.ground.accounts.models import User

log = logging.getLogger("radslag.door")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How one comes in by password, and where one comes to."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "The address and the password do not belong together. Check both, or sign in by a link."
        ),
        "too_many_login_attempts": gettext_lazy("Too many attempts. Wait 5 minutes."),
        "enter_current_password": gettext_lazy("That is not your password now. Type it again."),
        "incorrect_password": gettext_lazy("That is not your password. Type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody begins an account by themselves."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To where one works, or else to the front page."""
        return queries.place_of(request.user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return queries.own_page()

    def get_reauthentication_methods(self, user: "User") -> list[dict[str, Any]]:
        """What somebody can show once more that it is they, in our words."""
        said = {
            "reauthenticate": _("With the password"),
            "mfa_reauthenticate": _("With a code"),
            "mfa_reauthenticate:webauthn": _("With a passkey"),
        }
        ways = super().get_reauthentication_methods(user)
        told = [way | {"description": said[way["id"]]} for way in ways]
        return sorted(told, key=lambda way: way["id"] == "mfa_reauthenticate")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say only what is not seen from the page itself."""
        said = message or queries.said_after(message_template)
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Let nobody guess for long."""
        try:
            super().pre_authenticate(request, **credentials)
        except Exception:
            log.warning("Locked out: %s from %s", credentials.get("email"), self.get_client_ip(request))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave a trace of a mistaken password."""
        log.warning("Wrong password: %s from %s", credentials.get("email"), self.get_client_ip(request))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """A second factor, without which there is no password either."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("That is not the code. Take the one that is shown now."),
        "rate_limited": gettext_lazy("Too many attempts. Wait 5 minutes."),
        "cannot_delete_authenticator": gettext_lazy(
            "A password needs a second factor. Remove the password first, then this."
        ),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one while there is a password."""
        return queries.can_do_without(authenticator)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are for the site, whatever it is called."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Rådslag"}

    def generate_authenticator_name(self, user: "User", type: Authenticator.Type) -> str:  # noqa: A002
        """What a passkey is called when its owner does not say."""
        return _("Passkey")


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The members' own sign-in, as they are set up in the product."""

    def list_apps(
        self,
        request: HttpRequest,
        provider: str | None = None,
        client_id: str | None = None,
    ) -> list[SocialApp]:
        """What the sign-in package needs to know of the members' providers."""
        return queries.apps(provider, client_id)

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> None:
        """Nothing: the account is found or begun in `pre_social_login`."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account of whom the member vouches for, or turn away."""
        sociallogin.state["process"] = AuthProcess.LOGIN
        try:
            with queries.language_of_way(sociallogin.state):
                vouched = queries.vouched(sociallogin)
        except queries.NotVouchedError as error:
            log.warning("Turned away: %s", error)
            if isinstance(error, queries.NotItsOwnError):
                actions.note_answer_for_others(sociallogin.account.provider, acting_user=None)
            raise ImmediateHttpResponse(turned_away(request, str(error), sociallogin.state)) from error
        if not sociallogin.is_existing:
            sociallogin.connect(request, actions.let_in(vouched, acting_user=None))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say it in one sentence on the page where one signs in."""
        told = extra_context or {}
        log.warning("No sign-in through %s: %s %s %s", provider.sub_id, error, exception, told)
        if queries.is_answer_refused(request, exception, told):
            actions.note_false_answer(provider.sub_id, acting_user=None)
        state = told.get("state") or {}
        with queries.language_of_way(state):
            said = (
                _("You turned back at %(member)s. Nothing has happened.")
                if error == AuthError.CANCELLED
                else _("%(member)s could not tell us who you are. Try again, or sign in by a link.")
            )
            said %= {"member": queries.member_named(provider.sub_id)}
        raise ImmediateHttpResponse(turned_away(request, said, state))


def turned_away(request: HttpRequest, said: str, state: dict[str, Any]) -> HttpResponse:
    """Back to where one signs in, in the language of the page that was on its way."""
    messages.error(request, said)
    return queries.back_to_sign_in(state.get("next") or "")
