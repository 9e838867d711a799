"""What one fills in to come in, and to change how one does."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.domain.limits import LONGEST_NAME

PASSWORD_HELP = _("At least 12 characters. A few words after each other are easy to remember.")


def _address() -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "username webauthn", "inputmode": "email"})
    return forms.EmailField(label=_("E-mail address"), widget=widget)


def _password(label: Any, kind: str, help_text: Any = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": kind})
    return forms.CharField(label=label, widget=widget, strip=False, help_text=help_text)


def _code(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    return forms.CharField(label=label, widget=widget, help_text=help_text)


class AddressForm(forms.Form):
    """Whom to send a link to."""

    email = _address()


class DetailsForm(forms.Form):
    """What one is called, and where one is reached."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


class NameForm(forms.Form):
    """What whoever accepts an invitation is called."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        help_text=_("As you want it in minutes and lists."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class PasswordForm(LoginForm):  # type: ignore[misc]
    """Who one is, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = _address()
        self.fields["password"] = _password(_("Password"), "current-password")


class SamePasswordForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = _password(_("Password"), "current-password")


class NewPasswordForm(SetPasswordForm):  # type: ignore[misc]
    """A first password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"] = _password(_("New password"), "new-password", PASSWORD_HELP)
        self.fields["password2"] = _password(_("The same password again"), "new-password")


class OtherPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """Another password instead of the one there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = _password(_("Password now"), "current-password")
        self.fields["password1"] = _password(_("New password"), "new-password", PASSWORD_HELP)
        self.fields["password2"] = _password(_("The same password again"), "new-password")


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """The code that the app shows, or a recovery code."""

    code = _code(_("Code"), _("Six digits from the app, or one of your recovery codes."))


class SameCodeForm(ReauthenticateByCodeForm):  # type: ignore[misc]
    """The code once more, before something is changed."""

    code = _code(_("Code"), _("Six digits from the app, or one of your recovery codes."))


class NewAppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    code = _code(_("Code from the app"), _("Six digits; they change twice a minute."))


class NewPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey, and what to call it; it always opens alone, since it asks who one is itself."""

    name = forms.CharField(
        label=_("What you call it"),
        max_length=100,
        required=False,
        help_text=_("The telephone or the computer, so that you know it when you see it."),
    )
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)
