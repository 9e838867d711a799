"""Links that do one thing for one person: signed, and good for a while."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from django.conf import settings
from django.core import signing
from django.urls import reverse

from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import letter_about
from radslag.people.members.models import Cooperation


class Purpose(StrEnum):
    """What a link does; the signature of one is worth nothing for another."""

    NO_DIGEST = "no-digest"
    NO_REMINDERS = "no-reminders"
    LATER = "later"


GOOD_FOR = {
    Purpose.NO_DIGEST: timedelta(days=365),
    Purpose.NO_REMINDERS: timedelta(days=365),
    Purpose.LATER: timedelta(days=14),
}
ROOMS = {"skrivbord": "desk:desk", "brev": "desk:letters"}
"""The pages behind the door that letters lead to."""


class LinkError(ValueError):
    """The link cannot be used: too old, not one that was ever given, or given to somebody else."""

    def __init__(self, why: Literal["old", "unknown", "of_another"]) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Opened:
    """What a link does, and the letter it stood in."""

    purpose: Purpose
    letter: Letter


def site_address(language: str, page: str, *args: object) -> str:
    """The whole address of a page in that language, as a letter needs it."""
    return settings.ADDRESS + reverse(f"site:{page}", args=args, current_app=language)


def link(purpose: Purpose, once: str, cooperation: Cooperation, language: str) -> str:
    """The address that does it, for whoever has the letter written under that key."""
    token = signing.dumps(once, salt=_salt(purpose))
    return site_address(language, "letter", cooperation.slug, token)


def way_in(room: str, cooperation: Cooperation, language: str) -> str:
    """The address that leads to a page behind the door, whether one has signed in or not."""
    return site_address(language, "way-in", cooperation.slug, room)


def opened(token: str, cooperation: Cooperation, by: User | None = None) -> Opened:
    """What the token of a link in one of the cooperation's letters says; `LinkError` if it says nothing.

    Whoever has the letter may use it without signing in, but not somebody known to be another (`by`).
    """
    for purpose in Purpose:
        try:
            once = signing.loads(token, salt=_salt(purpose), max_age=GOOD_FOR[purpose])
        except signing.SignatureExpired as error:
            raise LinkError("old") from error
        except signing.BadSignature:
            continue
        if (letter := letter_about(once, cooperation.slug)) and letter.account:
            if by and by != letter.account:
                raise LinkError("of_another")
            return Opened(purpose, letter)
    raise LinkError("unknown")


def _salt(purpose: Purpose) -> str:
    return f"radslag.letters.{purpose}"
