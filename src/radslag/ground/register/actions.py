"""Writes the register."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from radslag.domain.chain import BEGINNING, seal
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Chain, Entry, Visit
from radslag.ground.register.queries import content_of

AWAY = timedelta(minutes=30)
"""Whoever has been away for so long has seen what was new before."""


@transaction.atomic
def look_in(cooperation_slug: str, *, acting_user: User) -> int:
    """Note that the person sees what is new; answers with the newest entry seen the visit before."""
    now, chain = timezone.now(), Chain.objects.filter(cooperation_slug=cooperation_slug).first()
    newest = chain.length if chain else 0
    visit, _is_first = Visit.objects.get_or_create(
        account=acting_user,
        cooperation_slug=cooperation_slug,
        defaults={"seen": newest, "newest": newest, "at": now},
    )
    if now - visit.at > AWAY:
        visit.seen = visit.newest
    visit.newest, visit.at = newest, now
    visit.save(update_fields=["seen", "newest", "at"])
    return visit.seen


@transaction.atomic(savepoint=False)
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
    chain, _is_new = Chain.objects.select_for_update().get_or_create(
        cooperation_slug=cooperation_slug, defaults={"head": BEGINNING}
    )
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
