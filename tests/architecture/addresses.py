"""Who gets what at every address: the table that the tests hold the pages to.

Whoever may not see a page must not even learn that there is one: they get 404. A method that the table does
not name for an address is answered with 405, to everybody alike.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

EVERYBODY = (
    "stranger",
    "seatless",
    "neighbour",
    "councillor",
    "registrar",
    "auditor",
    "network_member",
    "director",
    "chair",
    "administrator",
    "secretary",
)
SECRETARIAT = ("administrator", "secretary")
READING_REGISTER = ("auditor", *SECRETARIAT)
SITTING = ("network_member", "director", "chair", *SECRETARIAT)
SEEING_DRAFTS = ("registrar", "auditor", *SITTING)
WORKING = ("councillor", "registrar", "auditor", *SITTING)


@dataclass(frozen=True)
class Way:
    """What those who may get when they ask in one way, and what is sent along with it."""

    roles: Collection[str]
    status: int = 200
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """How an address answers to those who look and to those who send."""

    get: Way | None = None
    post: Way | None = None


def shown_to(roles: Collection[str]) -> Answers:
    """A page that is only looked at."""
    return Answers(get=Way(roles))


def sent_by(roles: Collection[str], **data: Any) -> Answers:
    """An address that is only sent to, and then leads on."""
    return Answers(post=Way(roles, 302, data))


PUBLIC = shown_to(EVERYBODY)

ADDRESSES: dict[str, Answers] = {
    "front": PUBLIC,
    "bodies": PUBLIC,
    "body": PUBLIC,
    "body-feed": PUBLIC,
    "feed": PUBLIC,
    "members": PUBLIC,
    "member": PUBLIC,
    "decisions": PUBLIC,
    "documents": PUBLIC,
    "accessibility": PUBLIC,
    "plan": PUBLIC,
    "goals": PUBLIC,
    "action-plan": PUBLIC,
    "activity": PUBLIC,
    "calendar": PUBLIC,
    "budget": PUBLIC,
    "findings": PUBLIC,
    "download": PUBLIC,
    "comparison": PUBLIC,
    "comparison-file": PUBLIC,
    "desk:sign-in": Answers(get=Way(EVERYBODY), post=Way(EVERYBODY)),
    "desk:sign-out": sent_by(EVERYBODY),
    "desk:desk": shown_to(WORKING),
    "desk:imports": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:next-year": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 302)),
    "desk:draft": shown_to(SECRETARIAT),
    "desk:correct": sent_by(SECRETARIAT, pointer="/title", words="Plan"),
    "desk:accept": sent_by(SECRETARIAT),
    "desk:discard": sent_by(SECRETARIAT),
    "desk:working-plan": shown_to(SEEING_DRAFTS),
    "desk:edit-goals": shown_to(SEEING_DRAFTS),
    "desk:edit-action-plan": shown_to(SEEING_DRAFTS),
    "desk:edit-calendar": shown_to(SEEING_DRAFTS),
    "desk:edit-budget": shown_to(SEEING_DRAFTS),
    "desk:edit-text": shown_to(SEEING_DRAFTS),
    "desk:changes": shown_to(SEEING_DRAFTS),
    "desk:edit-body": shown_to(SEEING_DRAFTS),
    "desk:edit-field": Answers(post=Way(SECRETARIAT, 422, {"words": "Det är beslutat"})),
    "desk:add": sent_by(SECRETARIAT, year="2021", words="Det är beslutat"),
    "desk:move": sent_by(SECRETARIAT, move="up"),
    "desk:remove": sent_by(SECRETARIAT),
    "desk:undo": sent_by(SECRETARIAT),
    "desk:register": shown_to(READING_REGISTER),
    "desk:entry": shown_to(READING_REGISTER),
}

FILES = ("body-feed", "feed", "download", "comparison-file")
PAGES = [name for name, answers in ADDRESSES.items() if answers.get and name not in FILES]
"""The addresses that show a page."""
