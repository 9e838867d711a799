"""What is sent when something is edited in the page."""

from __future__ import annotations

from django import forms


class MoveForm(forms.Form):
    """One step up or down, or to a place counted from 1."""

    move = forms.ChoiceField(choices=[("up", "up"), ("down", "down")], required=False)
    to = forms.IntegerField(min_value=1, max_value=9_999, required=False)

    def place_after(self, place: int) -> int:
        """Where it is to be that is there now; where it is, when nothing that can be done was asked for."""
        self.is_valid()
        step = {"up": -1, "down": 1}.get(self.cleaned_data.get("move", ""), 0)
        return self.cleaned_data.get("to") or place + step
