"""Writes what is due to be written, and does what people answer by a link or on their page of letters."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import translation

from radslag.domain import mandate
from radslag.domain.almanac import is_working_day, next_working_day
from radslag.domain.letter import Sheet
from radslag.domain.reminders import Reminder, reminders
from radslag.ground.accounts.models import User
from radslag.ground.accounts.queries import named
from radslag.ground.post.actions.posting import (
    Errand,
    Recipient,
    post,
    postpone,
    replace,
    try_again,
    withdraw,
)
from radslag.ground.post.actions.wishing import wish
from radslag.ground.post.models import Letter, Wish
from radslag.ground.post.queries import postponements, written_among
from radslag.ground.register.actions import enter
from radslag.ground.register.queries import is_entered
from radslag.people.admission.actions import INVITATION, invite
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperations
from radslag.press.letters.queries.digest import digest_sheet, week_in
from radslag.press.letters.queries.links import Opened, Purpose
from radslag.press.letters.queries.readers import Readers, open_dues, readers_in
from radslag.press.letters.queries.reminder import reminder_sheet
from radslag.work.plans.queries import plans_of

REMINDER, DIGEST = "reminder", "digest"
LATER = timedelta(weeks=1)


class Again(StrEnum):
    """What came of asking that a letter be sent again."""

    TRIED = "tried"
    INVITED = "invited"
    UNDERWAY = "underway"
    EMPTIED = "emptied"


STOPPED: dict[Purpose, dict[str, Any]] = {
    Purpose.NO_DIGEST: {"digest": Wish.Digest.NEVER},
    Purpose.NO_REMINDERS: {"reminders": False},
}


def daily_round(today: date, *, acting_user: User | None) -> int:
    """Write the day's reminders and the week's digests, once however often it is asked; how many."""
    if not is_working_day(today):
        return 0
    return sum(_round_in(cooperation, today, acting_user=acting_user) for cooperation in cooperations())


@transaction.atomic
def _round_in(cooperation: Cooperation, today: date, *, acting_user: User | None) -> int:
    """Make the day's round; the first of a week, which the register tells by a `week`, writes the digests."""
    readers = readers_in(cooperation, today)
    if not readers.seats:
        return 0
    reminded = sum(_remind(cooperation, readers, today, acting_user=acting_user))
    week = "{}-{:02}".format(*today.isocalendar())
    begins = not is_entered(cooperation.slug, "letters.written", week=week)
    digested = sum(_digest(cooperation, readers, today, week, acting_user=acting_user)) if begins else 0
    if reminded or begins:
        enter(
            "letters.written",
            cooperation.name,
            acting_user=acting_user,
            cooperation_slug=cooperation.slug,
            reminders=reminded,
            digests=digested,
            **({"week": week} if begins else {}),
        )
    return reminded + digested


def _remind(
    cooperation: Cooperation, readers: Readers, today: date, *, acting_user: User | None
) -> Iterator[bool]:
    """Whether each reminder that is due was written."""
    for errand, reminder in _errands(cooperation, readers, today).items():
        language = readers.wishes[reminder.account].language
        with translation.override(language):
            sheet = reminder_sheet(reminder, cooperation, errand.once, language, today)
        yield _post(sheet, errand, readers.accounts[reminder.account], acting_user=acting_user)


def _errands(cooperation: Cooperation, readers: Readers, today: date) -> dict[Errand, Reminder]:
    """The reminders to write, but for those that are not wished for, are put off or have been written."""
    put_off = postponements(cooperation.slug, REMINDER)
    errands: dict[Errand, Reminder] = {}
    for reminder in reminders(open_dues(plans_of(cooperation), today), readers.seats, today):
        until = put_off.get((reminder.account, reminder.due.key))
        if readers.wishes[reminder.account].reminders and not (until and until > today):
            where = f"{cooperation.slug}/{reminder.due.key}/{reminder.step.key}"
            once = f"{REMINDER}/{where}/{reminder.account}" + (f"/{until}" if until else "")
            errands[Errand(REMINDER, once, cooperation.slug, reminder.due.key)] = reminder
    written = written_among({errand.once for errand in errands})
    return {errand: reminder for errand, reminder in errands.items() if errand.once not in written}


def _digest(
    cooperation: Cooperation, readers: Readers, today: date, number: str, *, acting_user: User | None
) -> Iterator[bool]:
    """Whether each digest was written; to whom there is nothing to tell none is, and none later that week."""
    week = week_in(cooperation, readers, today)
    for account, wishes in sorted(readers.wishes.items()):
        if wishes.digest != Wish.Digest.WEEKLY:
            continue
        once = f"{DIGEST}/{cooperation.slug}/{number}/{account}"
        with translation.override(wishes.language):
            sheet = digest_sheet(week, account, once, wishes.language)
        if sheet:
            errand = Errand(DIGEST, once, cooperation.slug)
            yield _post(sheet, errand, readers.accounts[account], acting_user=acting_user)


def _post(sheet: Sheet, errand: Errand, reader: User, *, acting_user: User | None) -> bool:
    to = Recipient(reader.email, reader.name, reader)
    return post(sheet, errand, to, acting_user=acting_user) is not None


@transaction.atomic
def answer(opened: Opened, cooperation: Cooperation, today: date, *, acting_user: User) -> bool:
    """Do what the link says, for the person whose letter it stood in; False if it was done before."""
    if opened.letter.account != acting_user:
        raise PermissionError("A link acts for nobody but the reader of its letter.")
    if opened.purpose is Purpose.LATER:
        return _postpone(opened.letter, cooperation, today, acting_user=acting_user)
    return choose(cooperation, by_link=True, acting_user=acting_user, **STOPPED[opened.purpose])


def _postpone(letter: Letter, cooperation: Cooperation, today: date, *, acting_user: User) -> bool:
    until = next_working_day(today + LATER)
    if not postpone(letter, until, acting_user=acting_user):
        return False
    enter(
        "reminder.postponed",
        letter.subject,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        until=until.isoformat(),
    )
    return True


@transaction.atomic
def choose(cooperation: Cooperation, *, by_link: bool = False, acting_user: User, **wishes: Any) -> bool:
    """Let somebody get what they wish, and no waiting letter of a kind they do not; False if no news.

    The register tells what was chosen `by_link`, which whoever has the letter can do without signing in.
    """
    if not wish(acting_user=acting_user, **wishes):
        return False
    if wishes.get("reminders") is False:
        withdraw(REMINDER, acting_user, acting_user=acting_user)
    if wishes.get("digest") == Wish.Digest.NEVER:
        withdraw(DIGEST, acting_user, acting_user=acting_user)
    enter(
        "letters.chosen",
        named(acting_user),
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        **{name: str(value) for name, value in wishes.items()},
        by_link=by_link,
    )
    return True


@transaction.atomic
def send_again(letter: Letter, cooperation: Cooperation, *, acting_user: User | None) -> Again:
    """Try a letter that was given up once more; an invitation is written anew, with a link that opens."""
    mandate.require(mandate.Act.KEEP_LETTERS, held_seats(acting_user, cooperation))
    if letter.kind == INVITATION and letter.account:
        if not replace(letter, acting_user=acting_user):
            return Again.UNDERWAY
        with translation.override(letter.language):
            invite(letter.account.email, letter.account.name, cooperation, acting_user=acting_user)
        return Again.INVITED
    if try_again(letter, acting_user=acting_user):
        _enter("letter.tried_again", letter, cooperation, acting_user)
        return Again.TRIED
    return Again.UNDERWAY if letter.text else Again.EMPTIED


@transaction.atomic
def put_away(letter: Letter, cooperation: Cooperation, *, acting_user: User | None) -> bool:
    """Let a letter that was given up trouble nobody any more; False if it does not."""
    mandate.require(mandate.Act.KEEP_LETTERS, held_seats(acting_user, cooperation))
    if not replace(letter, acting_user=acting_user):
        return False
    _enter("letter.put_away", letter, cooperation, acting_user)
    return True


def _enter(verb: str, letter: Letter, cooperation: Cooperation, acting_user: User | None) -> None:
    enter(verb, letter.subject, acting_user=acting_user, cooperation_slug=cooperation.slug)
