"""A body to begin."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.domain.limits import LONGEST_NAME

KINDS = (
    ("network", _("Network")),
    ("committee", _("Committee")),
    ("management_group", _("Management group")),
    ("other", _("Other")),
)


class BodyForm(forms.Form):
    """What a new body is called, and what it is."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
