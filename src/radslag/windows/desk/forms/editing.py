"""What is sent when something is edited in the page."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MoveForm(forms.Form):
    """One step up or down, or to a place counted from 1; in another home, if one is named."""

    move = forms.ChoiceField(choices=[("up", "up"), ("down", "down")], required=False)
    to = forms.IntegerField(min_value=1, max_value=9_999, required=False)
    home = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)

    @property
    def new_home(self) -> int | None:
        """The key of what it is to stand in from now on."""
        self.is_valid()
        return self.cleaned_data.get("home")

    def place_after(self, place: int) -> int:
        """Where it is to be that is there now; where it is, when nothing that can be done was asked for."""
        self.is_valid()
        step = {"up": -1, "down": 1}.get(self.cleaned_data.get("move", ""), 0)
        return self.cleaned_data.get("to") or place + step


class DecideForm(forms.Form):
    """The day on which the committee decided the plan."""

    decided = forms.DateField(
        label=_("Decided on"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Say on which day it was decided."),
            "invalid": _("There is no such day. Write it as 2021-03-01."),
        },
    )
