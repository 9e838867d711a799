"""Named questions about the register."""

from collections.abc import Iterator
from typing import Any

from radslag.domain.chain import Break, Link, first_break
from radslag.ground.register.models import Chain, Entry


def content_of(entry: Entry) -> dict[str, Any]:
    """Everything that an entry says, as its seal covers it."""
    return {
        "at": entry.at.isoformat(),
        "acting_user": entry.acting_user_id,
        "verb": entry.verb,
        "subject": entry.subject,
        "details": entry.details,
    }


def chains() -> list[Chain]:
    """Every cooperation's register."""
    return list(Chain.objects.order_by("cooperation_slug"))


def latest(cooperation_slug: str, verb: str) -> Entry | None:
    """The last time that was done in the cooperation, with who did it at hand."""
    entries = Entry.objects.filter(chain__cooperation_slug=cooperation_slug, verb=verb)
    return entries.select_related("acting_user").order_by("-number").first()


def broken_at(chain: Chain) -> Break | None:
    """The first entry of the register that does not hold, None when all do."""
    return first_break(_links(chain), chain.length, chain.head)


def _links(chain: Chain) -> Iterator[Link]:
    for entry in chain.entries.order_by("number").iterator():
        yield Link(entry.number, content_of(entry), entry.previous, entry.seal)
