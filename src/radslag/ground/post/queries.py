"""Named questions about letters and wishes."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter, Wish

MOST_SHOWN = 200
WORDLESS: Mapping[str, Any] = {"text": "", "html": "", "headers": {}}
"""A letter's words when they have been removed."""
OPEN = (Letter.State.WAITING, Letter.State.SENDING)


def due_letters(now: datetime) -> list[Letter]:
    """The letters to try, and those whose trying was broken off, the longest due first."""
    return list(Letter.objects.filter(state__in=OPEN, next_try_at__lte=now).order_by("next_try_at", "pk"))


def written_among(onces: Collection[str]) -> set[str]:
    """Those of the things that have been written about already."""
    return set(Letter.objects.filter(once__in=onces).values_list("once", flat=True))


def letter_about(once: str, cooperation_slug: str) -> Letter | None:
    """The cooperation's letter written under that key, with its reader at hand."""
    found = Letter.objects.filter(once=once, cooperation_slug=cooperation_slug)
    return found.select_related("account").first()


def letter_numbered(number: int, cooperation_slug: str) -> Letter | None:
    """The cooperation's letter with that number."""
    found = Letter.objects.filter(pk=number, cooperation_slug=cooperation_slug)
    return found.select_related("account").first()


def letters_in_trouble(cooperation_slug: str) -> list[Letter]:
    """The letters given up, and those that wait after trying in vain, the newest first."""
    ours = Letter.objects.filter(cooperation_slug=cooperation_slug)
    troubled = ours.filter(state=Letter.State.GIVEN_UP) | ours.filter(state__in=OPEN).exclude(fault="")
    return list(troubled.order_by("-made_at", "-pk")[:MOST_SHOWN])


def postponements(cooperation_slug: str, kind: str) -> Mapping[tuple[int, str], date]:
    """Until which day each person has put off each thing."""
    rows = (
        Letter.objects.filter(cooperation_slug=cooperation_slug, kind=kind, postponed_until__isnull=False)
        .values_list("account", "about")
        .annotate(until=Max("postponed_until"))
        .order_by()
    )
    return {(account, about): until for account, about, until in rows if account is not None}


def wish_of(account: User) -> Wish:
    """What the person wishes, or what is taken for granted."""
    return Wish.objects.filter(account=account).first() or Wish(account=account)


def wishes_of(accounts: Collection[User]) -> Mapping[int, Wish]:
    """What each of them wishes, by account."""
    said = {wish.account_id: wish for wish in Wish.objects.filter(account__in=accounts)}
    return {account.pk: said.get(account.pk) or Wish(account=account) for account in accounts}
