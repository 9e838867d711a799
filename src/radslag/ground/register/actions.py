"""Writes the register."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from radslag.domain.chain import BEGINNING, seal
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Chain, Entry
from radslag.ground.register.queries import content_of


@transaction.atomic
def enter(
    verb: str,
    subject: str,
    *,
    acting_user: User | None,
    cooperation_slug: str,
    about: str = "",
    old: Any = None,
    new: Any = None,
    **details: Any,
) -> Entry:
    """Record that somebody did something; call it inside the transaction that does it.

    `about` names the object as "kind:key", so that its history can be told; `old` and `new` are JSON values.
    """
    Chain.objects.get_or_create(cooperation_slug=cooperation_slug, defaults={"head": BEGINNING})
    chain = Chain.objects.select_for_update().get(cooperation_slug=cooperation_slug)
    entry = Entry(
        chain=chain,
        number=chain.length + 1,
        at=timezone.now(),
        acting_user=acting_user,
        verb=verb,
        subject=subject[:300],
        about=about,
        old=old,
        new=new,
        details=details,
        previous=chain.head,
    )
    entry.seal = seal(entry.number, content_of(entry), entry.previous)
    entry.save()
    chain.length, chain.head = entry.number, entry.seal
    chain.save()
    return entry
