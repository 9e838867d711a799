"""Who one is."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Who one is, and the proof of it; what is wrong is the same for those unknown and those mistaken."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("The address and the password do not belong together. Check both and try again."),
    }
