"""Delivers what lies in the outbox: each letter once, however many deliver and whatever breaks.

A letter is claimed by a change of its state that only one can make, and that holds before anything is sent.
If whoever claimed it never says how it went, or the server never answers, the letter may have arrived: it
is not sent again by itself, but shown to somebody who can ask.
"""

import smtplib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr
from itertools import takewhile

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from radslag.domain.letter import one_line
from radslag.ground.accounts.models import User
from radslag.ground.post.backends import UnansweredError
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import WORDLESS, due_letters

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=24),
)
"""How long to wait after each try in vain; after the last of them the letter is given up."""
LONGEST_TRY = timedelta(minutes=15)
"""Longer than any try lasts: a claim older than this was left by somebody who is no more."""


@dataclass
class Tally:
    """What became of the letters that were due."""

    sent: int = 0
    waiting: int = 0
    given_up: int = 0

    def add(self, state: str) -> None:
        """Count a letter that is now in that state."""
        self.sent += state == Letter.State.SENT
        self.waiting += state == Letter.State.WAITING
        self.given_up += state == Letter.State.GIVEN_UP


@dataclass(frozen=True)
class _Outcome:
    fault: Letter.Fault = Letter.Fault.NONE
    words: str = ""


def deliver_due(
    *,
    go_on: Callable[[], bool] = lambda: True,
    acting_user: User | None = None,  # noqa: ARG001 – the postman acts for nobody
) -> Tally:
    """Try every letter that is due, for as long as one may go on.

    When the mail server cannot be reached the rest wait their turn.
    """
    tally = Tally()
    for letter in takewhile(lambda _: go_on(), due_letters(timezone.now())):
        if letter.state == Letter.State.SENDING:
            tally.add(_conclude(letter, _Outcome(Letter.Fault.UNSURE)))
        elif _claim(letter):
            outcome = _send(letter)
            tally.add(_conclude(letter, outcome))
            if outcome.fault == Letter.Fault.UNREACHABLE:
                break
    return tally


def _claim(letter: Letter) -> bool:
    """Whether the letter became ours to send; it holds at once, also if all stops the moment after."""
    letter.claim = uuid.uuid4().hex
    now = timezone.now()
    with transaction.atomic(durable=True):
        unclaimed = Letter.objects.filter(pk=letter.pk, state=Letter.State.WAITING, next_try_at__lte=now)
        claimed = unclaimed.update(
            state=Letter.State.SENDING, claim=letter.claim, next_try_at=now + LONGEST_TRY
        )
    return claimed == 1


def _conclude(letter: Letter, outcome: _Outcome) -> str:
    """Note how it went, unless somebody has claimed the letter since; answers with its state.

    What lets somebody in is kept no longer than it is tried.
    """
    now = timezone.now()
    state, next_try_at = _what_follows(letter.tries, outcome.fault, now)
    with transaction.atomic(durable=True):
        Letter.objects.filter(pk=letter.pk, claim=letter.claim).update(
            state=state,
            tries=letter.tries + 1,
            next_try_at=next_try_at,
            sent_at=now if state == Letter.State.SENT else None,
            fault=outcome.fault,
            fault_words=outcome.words,
            **(WORDLESS if letter.lets_in and state != Letter.State.WAITING else {}),
        )
    return state


def _what_follows(tries: int, fault: Letter.Fault, now: datetime) -> tuple[Letter.State, datetime]:
    if fault == Letter.Fault.NONE:
        return Letter.State.SENT, now
    passing = fault in (Letter.Fault.UNREACHABLE, Letter.Fault.POSTPONED)
    if passing and tries < len(PAUSES):
        return Letter.State.WAITING, now + PAUSES[tries]
    return Letter.State.GIVEN_UP, now


def _send(letter: Letter) -> _Outcome:
    try:
        _message(letter).send()
    except smtplib.SMTPRecipientsRefused as error:
        return _answered(*next(iter(error.recipients.values())))
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        return _answered(error.smtp_code, error.smtp_error)
    except UnansweredError as error:
        return _Outcome(Letter.Fault.UNSURE, one_line(str(error)))
    except OSError as error:
        return _Outcome(Letter.Fault.UNREACHABLE, one_line(str(error)))
    except ValueError as error:
        return _Outcome(Letter.Fault.MALFORMED, one_line(str(error)))
    return _Outcome()


def _answered(code: int, words: bytes | str) -> _Outcome:
    """What the server's answer means: 4xx later, 5xx never, and anything else that it is not known."""
    told = words.decode(errors="replace") if isinstance(words, bytes) else words
    meanings = {4: Letter.Fault.POSTPONED, 5: Letter.Fault.REFUSED}
    return _Outcome(meanings.get(code // 100, Letter.Fault.UNSURE), one_line(f"{code} {told}"))


def _message(letter: Letter) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        _mailbox(letter.sender, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
        [_mailbox(letter.name, letter.address)],
        headers={**letter.headers, "Message-ID": letter.message_id},
    )
    message.attach_alternative(letter.html, "text/html")
    return message


def _mailbox(name: str, address: str) -> str:
    """`"Kim \\"Åkern\\" Ek" <kim@example.se>`, to be encoded by Django where it is not ASCII."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}" <{address}>' if quoted else address
