"""Writes the register."""

from typing import Any

from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry


def enter(
    verb: str, subject: str, *, acting_user: User | None, cooperation_slug: str, **details: Any
) -> None:
    """Record that somebody did something; call it inside the transaction that does it."""
    Entry.objects.create(
        acting_user=acting_user,
        cooperation_slug=cooperation_slug,
        verb=verb,
        subject=subject[:300],
        details=details,
    )
