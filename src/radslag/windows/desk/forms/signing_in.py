"""How a member's own sign-in is told of."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.people.admission.queries import KINDS, issuer_in


class SigningInForm(forms.Form):
    """What the municipality's IT has given us."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    domains = forms.CharField(
        label=_("Domains"),
        help_text=_(
            "What the municipality's e-mail addresses end with, as kommun.se. It vouches for no others."
        ),
    )
    issuer = forms.URLField(
        label=_("Issuer"),
        required=False,
        assume_scheme="https",
        help_text=_("For OpenID Connect: its address."),
    )
    client_id = forms.CharField(label=_("Client ID"), required=False, max_length=200)
    client_secret = forms.CharField(
        label=_("Client secret"),
        required=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Left empty, the one there is is kept."),
    )
    metadata = forms.CharField(
        label=_("Metadata"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_("For SAML: all of the municipality's metadata file, pasted. It may come later."),
    )
    email_attribute = forms.CharField(
        label=_("Attribute with the e-mail address"), required=False, max_length=200
    )
    name_attribute = forms.CharField(label=_("Attribute with the name"), required=False, max_length=200)

    def clean_domains(self) -> list[str]:
        """The domains in small letters, however they were parted."""
        told = [
            word.lstrip("@").lower() for word in re.split(r"[\s,;]+", self.cleaned_data["domains"]) if word
        ]
        if not told or not all(re.fullmatch(r"[^@\s./]+(\.[^@\s./]+)+", domain) for domain in told):
            raise forms.ValidationError(_("Write domains as kommun.se, with spaces between."))
        return told

    def clean_issuer(self) -> str:
        """What tells who somebody is, is told over a line that nobody listens to."""
        told: str = self.cleaned_data["issuer"]
        if told and not told.startswith("https://"):
            raise forms.ValidationError(_("Write an address that begins with https://."))
        return told

    def clean_metadata(self) -> str:
        """What is pasted is metadata, or nothing."""
        told: str = self.cleaned_data["metadata"].strip()
        if told and issuer_in(told) is None:
            raise forms.ValidationError(
                _("This is no metadata of a SAML provider. Paste all of the file, from the first <.")
            )
        return told

    def clean(self) -> dict[str, Any]:
        """OpenID Connect needs to know whom to ask."""
        told = self.cleaned_data
        for name in ("issuer", "client_id") if told.get("kind") == "oidc" else ():
            if not told.get(name) and name not in self.errors:
                self.add_error(name, _("OpenID Connect needs it. Ask the municipality's IT."))
        return told
