"""What can be asked of the register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class RegisterForm(forms.Form):
    """Which entries to show; whatever does not fit is taken as not asked for."""

    text = forms.CharField(label=_("Search"), required=False, max_length=100)
    by = forms.CharField(label=_("By whom"), required=False, max_length=100)
    since = forms.DateField(
        label=_("From day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(label=_("To day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    about = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    page = forms.IntegerField(required=False, min_value=1, max_value=10**6, widget=forms.HiddenInput)

    def asked(self) -> dict[str, Any]:
        """What was asked for and can be answered."""
        self.is_valid()
        return dict(self.cleaned_data)
