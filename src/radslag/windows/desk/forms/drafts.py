"""A plan file and what is done with its draft."""

from __future__ import annotations

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _

LARGEST_FILE = 20 * 2**20


class PlanFileForm(forms.Form):
    """A plan file to take in for review."""

    file = forms.FileField(
        label=_("Plan file"),
        help_text=_(
            "Text copied from the PDF (.txt), or a plan exported from Rådslag (.json). At most 20 MB."
        ),
        allow_empty_file=True,
    )

    def clean_file(self) -> File[bytes] | None:
        """Refuse what is too large to be a plan before it is read."""
        file: File[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 20 MB. Choose the plan itself, as text."))
        return file


class CorrectionForm(forms.Form):
    """What a value of a draft should be instead of what was read."""

    pointer = forms.CharField(max_length=200, widget=forms.HiddenInput)
    words = forms.CharField(max_length=20_000, required=False, strip=True)


class AcceptForm(forms.Form):
    """Whether an earlier reading of the same decided plan is to give way."""

    supersede = forms.BooleanField(label=_("Replace the earlier reading of this plan"), required=False)
