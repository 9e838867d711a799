"""What has been done, told in plain words from the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from radslag.domain.mandate import Act, HeldSeat, may
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, effect_of
from radslag.ground.register.models import Entry
from radslag.ground.shell.formats import format_date
from radslag.windows.desk.queries.editing import KINDS

SENTENCES: Mapping[str, Any] = {
    "added": _("%(subject)s was added"),
    "changed": _("%(subject)s: %(field)s was changed"),
    "moved": _("%(subject)s was moved from place %(old)s to place %(new)s"),
    "removed": _("%(subject)s was removed"),
    "transferred": _("%(subject)s was moved from %(old)s to %(new)s"),
    "bodies.stored": _("The bodies were stored from a plan"),
    "body.begun": _("%(subject)s was begun"),
    "budget.stored": _("The budget in %(subject)s was stored"),
    "calendar.stored": _("The calendar of %(subject)s was stored"),
    "conferences.stored": _("The conferences in %(subject)s were stored"),
    "cooperation.begun": _("The cooperation %(subject)s was begun"),
    "decisions.stored": _("The decisions were stored from a plan"),
    "documents.stored": _("The governing documents were stored from a plan"),
    "draft.accepted": _("The draft %(subject)s was stored as a plan"),
    "draft.corrected": _("A value in the draft %(subject)s was corrected"),
    "draft.discarded": _("The draft %(subject)s was put away"),
    "draft.taken_in": _("The file %(subject)s was taken in"),
    "emblem.kept": _("An emblem was kept: %(subject)s"),
    "invitation.withdrawn": _("The invitation of %(subject)s was withdrawn"),
    "letter.put_away": _("The letter %(subject)s, which did not arrive, was put away"),
    "letter.tried_again": _("The letter %(subject)s was sent again"),
    "letters.chosen": _("%(subject)s chose which letters to get"),
    "letters.written": _("Reminders and weekly letters were written"),
    "look.changed": _("The look of %(subject)s was changed"),
    "members.stored": _("The members were stored from a plan"),
    "person.invited": _("%(subject)s was invited"),
    "personal.removed": _("Personal data that are no longer needed were removed"),
    "plan.decided": _("%(subject)s was decided"),
    "plan.frozen": _("%(subject)s was frozen as it was decided"),
    "plan.stored": _("%(subject)s was stored"),
    "programme.stored": _("%(subject)s was stored"),
    "reminder.postponed": _("The reminder %(subject)s was put off"),
    "seat.changed": _("The seat of %(subject)s was put right: %(seat)s"),
    "seat.ended": _("%(subject)s leaves the seat as %(seat)s"),
    "seat.given": _("%(subject)s was appointed %(seat)s"),
    "seat.withdrawn": _("The appointment of %(subject)s as %(seat)s was taken back"),
    "sign_in.not_vouched_for": _("%(subject)s answered for somebody it cannot vouch for; nobody came in"),
    "sign_in.refused": _("An answer from the sign-in of %(subject)s did not hold; nobody came in"),
    "sign_in.set_up": _("Signing in through %(subject)s was set up"),
    "sign_in.taken_down": _("Signing in through %(subject)s was taken down"),
}
"""A sentence for every verb of the register, without its full stop."""


@dataclass(frozen=True)
class Told:
    """An entry of the register as it is read: when, by whom, what; `old` and `new` if they say more."""

    number: int
    at: datetime
    by: str
    sentence: str
    about: str
    old: tuple[tuple[str, str], ...] = ()
    new: tuple[tuple[str, str], ...] = ()

    @property
    def day(self) -> date:
        """The day in Sweden."""
        return timezone.localtime(self.at).date()


def told(entry: Entry) -> Told:
    """The entry in plain words; who acted must be at hand."""
    return Told(
        number=entry.number,
        at=entry.at,
        by=str(entry.acting_user) if entry.acting_user else "",
        sentence=sentence_of(entry),
        about=entry.about,
        old=_words(entry, entry.old),
        new=_words(entry, entry.new),
    )


def changes_told(changes: Iterable[Entry], user: User, seats: Collection[HeldSeat]) -> list[dict[str, Any]]:
    """The changes, and whether whoever holds the seats may take each back."""
    all_may = may(Act.EDIT_PLAN, seats)
    return [
        {
            "told": told(entry),
            "verb": entry.verb,
            "is_undone": entry.is_undone,  # type: ignore[attr-defined]
            "may": not entry.is_undone and (all_may or entry.acting_user == user),  # type: ignore[attr-defined]
        }
        for entry in changes
    ]


def sentence_of(entry: Entry) -> str:
    """What was done, in the page's language; the verb itself for one without words."""
    if entry.verb == "undone":
        return str(_("Taken back: %(sentence)s")) % {"sentence": _sentence(entry, effect_of(entry))}
    return _sentence(entry, entry.verb)


def _sentence(entry: Entry, verb: str) -> str:
    sentence = SENTENCES.get(verb)
    if sentence is None:
        return f"{verb} {entry.subject}"
    subject = entry.subject.removesuffix(".")  # a sentence of its own becomes a part of this one
    names = {"subject": subject, "seat": _seat(entry), "old": entry.old, "new": entry.new}
    return str(sentence) % {**entry.details, **names, "field": _label(entry, entry.details.get("field", ""))}


def _seat(entry: Entry) -> str:
    """“ledamot för Salem i klimatnätverket från 3 mars 2021”."""
    held = entry.new or entry.old
    if not isinstance(held, dict) or "role" not in held:
        return ""
    parts = [str(ROLES.get(held["role"], held["role"]))]
    parts += [_("for %(member)s") % held] if held.get("member") else []
    parts += [_("in %(body)s") % held] if held.get("body") else []
    parts += [_("from %(day)s") % {"day": _day(held["from"])}] if held.get("from") else []
    parts += [_("until %(day)s") % {"day": _day(held["to"])}] if held.get("to") else []
    return " ".join(map(str, parts))


ROLES: Mapping[str, Any] = {
    "chair": _("chair"),
    "vice_chair": _("vice chair"),
    "ordinary": _("member"),
    "substitute": _("substitute"),
    "co_opted": _("co-opted"),
    "registrar": _("registrar"),
    "councillor": _("councillor"),
    "auditor": _("auditor"),
}


def _day(iso: str) -> str:
    return format_date(date.fromisoformat(iso))


def _words(entry: Entry, value: Any) -> tuple[tuple[str, str], ...]:
    """What was or became, name by name; a single value has no name."""
    if value in (None, ""):
        return ()
    if isinstance(value, dict):
        named = ((key, str(held)) for key, held in value.items() if held not in (None, ""))
        return tuple((_label(entry, key), _plain(entry, key, held)) for key, held in named)
    return (("", _plain(entry, entry.details.get("field", ""), str(value))),)


def _field(entry: Entry, name: str) -> Field | None:
    kind = KINDS.get(entry.about.partition(":")[0])
    return kind.field(name) if kind else None


def _label(entry: Entry, name: str) -> str:
    """What the page calls the field of the thing that the entry is about."""
    field = _field(entry, name)
    return str(field.label) if field else name


def _plain(entry: Entry, name: str, words: str) -> str:
    """The words as people read them, running text without its JSON."""
    field = _field(entry, name)
    return field.plain(words) if field else words
