"""Named questions about the register."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from radslag.domain.chain import Break, Link, first_break
from radslag.ground.register.models import Chain, Entry, Visit

OF_THE_INSTALLATION = ""
"""What stands for a cooperation's address in the register of what belongs to none."""


def content_of(entry: Entry) -> dict[str, Any]:
    """Everything that an entry says, as its seal covers it."""
    return {
        "at": entry.at.isoformat(),
        "acting_user": entry.acting_user_id,
        "verb": entry.verb,
        "subject": entry.subject,
        "about": entry.about,
        "old": entry.old,
        "new": entry.new,
        "details": entry.details,
    }


def history_of(cooperation_slug: str, about: str) -> list[Entry]:
    """What has been done to an object, the newest first, with who did it at hand."""
    return list(entries_of(cooperation_slug).filter(about=about))


def entries_of(cooperation_slug: str) -> QuerySet[Entry]:
    """A cooperation's register, the newest first, with who acted at hand."""
    entries = Entry.objects.filter(chain__cooperation_slug=cooperation_slug)
    return entries.select_related("acting_user").order_by("-number")


def search_entries(
    entries: QuerySet[Entry],
    *,
    text: str = "",
    by: str = "",
    since: date | None = None,
    until: date | None = None,
    about: str = "",
) -> QuerySet[Entry]:
    """Those of the entries that fit everything asked for; the days are Swedish and both included."""
    if text:
        entries = entries.filter(Q(subject__icontains=text) | Q(verb__icontains=text))
    if by:
        entries = entries.filter(Q(acting_user__email__icontains=by) | Q(acting_user__name__icontains=by))
    if since:
        entries = entries.filter(at__date__gte=since)
    if until:
        entries = entries.filter(at__date__lte=until)
    return entries.filter(about=about) if about else entries


def entry_of(cooperation_slug: str, number: int) -> Entry | None:
    """The entry with that number in the cooperation's register."""
    return entries_of(cooperation_slug).filter(number=number).first()


def chains() -> list[Chain]:
    """Every cooperation's register."""
    return list(Chain.objects.order_by("cooperation_slug"))


def chain_of(cooperation_slug: str) -> Chain:
    """A cooperation's register; raises `Chain.DoesNotExist` before anything has been done in it."""
    return Chain.objects.get(cooperation_slug=cooperation_slug)


def head_of(cooperation_slug: str) -> str:
    """The seal of the last thing done in the cooperation, which anything that is done changes."""
    heads = Chain.objects.filter(cooperation_slug=cooperation_slug).values_list("head", flat=True)
    return heads.first() or ""


def latest(cooperation_slug: str, verb: str) -> Entry | None:
    """The last time that was done in the cooperation, with who did it at hand."""
    entries = Entry.objects.filter(chain__cooperation_slug=cooperation_slug, verb=verb)
    return entries.select_related("acting_user").order_by("-number").first()


def entered_between(
    cooperation_slug: str, since: datetime, until: datetime, verbs: Collection[str]
) -> list[Entry]:
    """What was done in the cooperation from then and before then, of those verbs, the newest first."""
    ours = Entry.objects.filter(chain__cooperation_slug=cooperation_slug, verb__in=verbs)
    return list(ours.filter(at__gte=since, at__lt=until).order_by("-number"))


def is_entered(cooperation_slug: str, verb: str, **details: Any) -> bool:
    """Whether that has been done in the cooperation, with those details."""
    asked = {f"details__{name}": value for name, value in details.items()}
    return Entry.objects.filter(chain__cooperation_slug=cooperation_slug, verb=verb, **asked).exists()


def last_entered(cooperation_slug: str, verb: str) -> dict[str, datetime]:
    """When that was last done in the cooperation, by what it was done to."""
    entries = Entry.objects.filter(chain__cooperation_slug=cooperation_slug, verb=verb)
    return dict(entries.order_by("number").values_list("about", "at"))


def looked_in(cooperation_slug: str) -> dict[int, datetime]:
    """When each was last seen in the cooperation, by the key of the account."""
    return dict(Visit.objects.filter(cooperation_slug=cooperation_slug).values_list("account_id", "at"))


def broken_at(chain: Chain) -> Break | None:
    """The first entry of the register that does not hold, None when all do."""
    return first_break(_links(chain), chain.length, chain.head)


def _links(chain: Chain) -> Iterator[Link]:
    for entry in chain.entries.order_by("number").iterator():
        yield Link(entry.number, content_of(entry), entry.previous, entry.seal)
