"""Which letters somebody wishes to get."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class WishForm(forms.Form):
    """What to get, how often, in which language."""

    digest = forms.ChoiceField(
        label=_("A letter about the week"),
        help_text=_(
            "What awaits you, what has changed, what is in the calendar: on the week's first working day."
        ),
        choices=[("weekly", _("Every week")), ("never", _("Never"))],
    )
    language = forms.ChoiceField(label=_("Language of the letters"), choices=settings.LANGUAGES)
    reminders = forms.BooleanField(
        label=_("Remind me of what I am responsible for, before and after its last day"), required=False
    )
