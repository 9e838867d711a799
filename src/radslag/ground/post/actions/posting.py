"""Puts letters in the outbox, in the transaction of what they tell of."""

import uuid
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from radslag.domain.letter import Sheet, one_line, plain_text
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import WORDLESS

UNSENT = (Letter.State.WAITING, Letter.State.GIVEN_UP)


@dataclass(frozen=True)
class Recipient:
    """Who a letter goes to; somebody who is only invited has no account yet."""

    address: str
    name: str = ""
    account: User | None = None


@dataclass(frozen=True)
class Errand:
    """What a letter is for: its kind, the key under which it is written only once, and what it is about.

    One that `lets_in` has a secret in its words, which are removed as soon as it is sent or given up.
    """

    kind: str
    once: str
    cooperation_slug: str = ""
    about: str = ""
    lets_in: bool = False


@transaction.atomic
def post(sheet: Sheet, errand: Errand, to: Recipient, *, acting_user: User | None) -> Letter | None:
    """Put a letter in the outbox, to go out once the transaction holds; None if that has been written before.

    An address that no letter can be sent to gives a letter given up, seen by those who can help.
    """
    now, host = timezone.now(), parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    letter, is_new = Letter.objects.get_or_create(
        once=errand.once,
        defaults={
            "account": to.account,
            "cooperation_slug": errand.cooperation_slug,
            "kind": errand.kind,
            "about": errand.about,
            "lets_in": errand.lets_in,
            "language": sheet.language,
            "name": one_line(to.name),
            "address": to.address,
            "sender": one_line(sheet.sender),
            "subject": one_line(sheet.subject),
            "text": plain_text(sheet),
            "html": _html(sheet),
            "headers": _headers(sheet),
            "message_id": f"<{uuid.uuid4().hex}@{host}>",
            "written_by": acting_user,
            "made_at": now,
            "next_try_at": now,
        }
        | ({} if _is_address(to.address) else _malformed(to.address, lets_in=errand.lets_in)),
    )
    return letter if is_new else None


@transaction.atomic
def withdraw(
    kind: str,
    account: User,
    cooperation_slug: str | None = None,
    *,
    acting_user: User | None,  # noqa: ARG001 – told by the caller
) -> int:
    """Take back the letters of the kind that wait for the person or were given up; answers with how many."""
    unsent = Letter.objects.filter(kind=kind, account=account, state__in=UNSENT)
    if cooperation_slug is not None:
        unsent = unsent.filter(cooperation_slug=cooperation_slug)
    unsent.filter(lets_in=True).update(**WORDLESS)
    return unsent.update(state=Letter.State.WITHDRAWN)


@transaction.atomic
def replace(letter: Letter, *, acting_user: User | None) -> bool:  # noqa: ARG001 – told by the caller
    """Take back a letter that was given up, for another to be written instead; False if somebody has."""
    given_up = Letter.objects.filter(pk=letter.pk, state=Letter.State.GIVEN_UP)
    return given_up.update(state=Letter.State.WITHDRAWN) == 1


@transaction.atomic
def postpone(letter: Letter, until: date, *, acting_user: User | None) -> bool:  # noqa: ARG001 – told by the caller
    """Let what the letter is about rest until that day; False if it has been put off already."""
    untouched = Letter.objects.filter(pk=letter.pk, postponed_until=None)
    return untouched.update(postponed_until=until) == 1


@transaction.atomic
def try_again(letter: Letter, *, acting_user: User | None) -> bool:  # noqa: ARG001 – told by the caller
    """Let a letter that was given up be tried from the beginning, at the address its reader now has.

    False if it is not given up, or if its words have been removed since.
    """
    given_up = Letter.objects.filter(pk=letter.pk, state=Letter.State.GIVEN_UP).exclude(text="")
    address = letter.account.email if letter.account else letter.address
    now = timezone.now()
    return given_up.update(state=Letter.State.WAITING, address=address, tries=0, next_try_at=now) == 1


def _html(sheet: Sheet) -> str:
    with translation.override(sheet.language):
        return render_to_string("post/letter.html", {"sheet": sheet})


def _headers(sheet: Sheet) -> dict[str, str]:
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": sheet.language}
    if sheet.unsubscribe:
        headers["List-Unsubscribe"] = f"<{sheet.unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _is_address(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _malformed(address: str, *, lets_in: bool) -> dict[str, Any]:
    return {
        **(WORDLESS if lets_in else {}),
        "state": Letter.State.GIVEN_UP,
        "fault": Letter.Fault.MALFORMED,
        "fault_words": one_line(address),
    }
