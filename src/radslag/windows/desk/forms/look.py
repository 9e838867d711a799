"""How the cooperation shows itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from radslag.domain import colours
from radslag.domain.limits import LONGEST_NAME
from radslag.domain.look import Look
from radslag.press.exchange.emblem import LARGEST_EMBLEM, Fault, NotAnEmblemError, form_of

FAULTS = {
    Fault.TOO_LARGE: _("The picture is larger than 200 kB. Save it smaller, or as SVG."),
    Fault.NO_PICTURE: _("The file is no picture of the kind PNG, JPEG, WebP or SVG. Choose another."),
    Fault.DOES_MORE: _(
        "The SVG has scripts, links or other things that are no picture. Save it as plain SVG, or as PNG."
    ),
}


class LookForm(forms.Form):
    """Name, area, colour and emblem."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    area = forms.CharField(
        label=_("Area"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("What you call all the members together, such as Södertörn."),
    )
    accent = forms.RegexField(
        r"(?i)^#[0-9a-f]{6}$",
        label=_("Colour"),
        widget=forms.TextInput(attrs={"type": "color"}),
        error_messages={"invalid": _("Choose a colour, or write it as #0b5a6b.")},
    )
    emblem = forms.FileField(
        label=_("New emblem"),
        required=False,
        help_text=_("SVG, PNG, JPEG or WebP, at most 200 kB. A square one shows best."),
        widget=forms.FileInput(attrs={"accept": ".svg,.png,.jpg,.jpeg,.webp"}),
    )
    without_emblem = forms.BooleanField(label=_("Take the emblem away"), required=False)

    def clean_emblem(self) -> tuple[bytes, str] | None:
        """The picture, and of which kind it is by what it holds."""
        file: File[bytes] | None = self.cleaned_data["emblem"]
        if not file:
            return None
        data = file.read(LARGEST_EMBLEM + 1)
        try:
            return data, form_of(data)
        except NotAnEmblemError as error:
            raise forms.ValidationError(FAULTS[error.fault]) from error

    def look(self, kept: str) -> Look:
        """What was chosen, with the emblem that is kept under that name."""
        told: dict[str, Any] = self.cleaned_data
        return Look(
            name=told["name"],
            area=told["area"],
            accent=chosen_accent(told["accent"]),
            emblem="" if told["without_emblem"] else kept,
        )


def chosen_accent(told: object) -> str:
    """The colour in small letters, nothing for what is the installation's own or no colour."""
    accent = str(told).casefold()
    return accent if colours.is_colour(accent) and accent != colours.ACCENT else ""
