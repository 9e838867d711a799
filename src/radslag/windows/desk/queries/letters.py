"""Somebody's letters, those that did not arrive, and what a link in one of them leads to."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.domain import mandate
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter, Wish
from radslag.ground.post.queries import letter_numbered, letters_in_trouble, wish_of
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.press.letters.actions import Again
from radslag.press.letters.queries.links import ROOMS, LinkError, Opened, Purpose
from radslag.windows.desk.queries.access import plain_page


@dataclass(frozen=True)
class Answer:
    """What a link does, whether that is done, and until which day a reminder rests."""

    purpose: str
    done: bool
    until: date | None


def today() -> date:
    """Today, in Sweden."""
    return timezone.localdate()


def signed_in(request: HttpRequest) -> User | None:
    """Who asks, if that is known."""
    return request.user if isinstance(request.user, User) else None


def wishes_of(user: User) -> dict[str, Any]:
    """What the person wishes, as the form has it."""
    wish = wish_of(user)
    return {"digest": wish.digest, "reminders": wish.reminders, "language": wish.language}


def letters_page(cooperation: Cooperation, user: User) -> dict[str, Any]:
    """The person's letters; for the secretariat also those that did not arrive."""
    keeps = mandate.may(mandate.Act.KEEP_LETTERS, held_seats(user, cooperation))
    return plain_page(cooperation) | {
        "reader": user,
        "keeps_letters": keeps,
        "troubled": letters_in_trouble(cooperation.slug) if keeps else [],
    }


def letter_or_404(cooperation: Cooperation, number: int) -> Letter:
    """The cooperation's letter with that number."""
    if found := letter_numbered(number, cooperation.slug):
        return found
    raise Http404


def told_again(came: Again, letter: Letter) -> str:
    """What came of asking that the letter be sent again, in a sentence."""
    match came:
        case Again.TRIED:
            return _("The letter is on its way again.")
        case Again.INVITED:
            told = {"who": letter.account, "address": letter.account.email if letter.account else ""}
            return _("A new invitation, with a new link, is on its way to %(who)s at %(address)s.") % told
        case Again.UNDERWAY:
            return _("The letter is already on its way, or put away by somebody else.")
        case Again.EMPTIED:
            return _("The letter is too old to be sent again: its words have been removed.")


def room_or_404(room: str) -> str:
    """The page behind the door that letters lead to under that name."""
    if page := ROOMS.get(room):
        return page
    raise Http404


def link_page(cooperation: Cooperation, opened: Opened) -> dict[str, Any]:
    """What the link does, as things now stand."""
    letter = letter_numbered(opened.letter.pk, cooperation.slug)
    if letter is None or letter.account is None:
        raise Http404
    wish = wish_of(letter.account)
    done = {
        Purpose.NO_DIGEST: wish.digest == Wish.Digest.NEVER,
        Purpose.NO_REMINDERS: not wish.reminders,
        Purpose.LATER: letter.postponed_until is not None,
    }
    answer = Answer(opened.purpose, done[opened.purpose], letter.postponed_until)
    return plain_page(cooperation) | {"letter": letter, "answer": answer}


def unusable_page(cooperation: Cooperation, error: LinkError) -> dict[str, Any]:
    """A link that leads nowhere."""
    return plain_page(cooperation) | {"why": error.why}
