"""What can be edited: kinds of things and their fields, as the contexts above declare them.

A context declares each of its kinds once, and the desk names it among those that it edits; verbs, addresses,
the words of the register and the undoing follow from that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from radslag.domain.editing import Form
from radslag.domain.mandate import Act, Concern, HeldSeat, may
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import entries_of

V = TypeVar("V")
Row = Any
"""A row of any kind: which one only its kind knows."""
DONE = frozenset({"changed", "added", "removed", "moved", "transferred"})


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something of a row that is edited: how it is written and read, taken from the row and put back into it.

    `carried_by` names the rows of its own that it stands in, if it is no column. `options` are the words that
    a choice is made among, each with what the page calls it; `groups` those that several are chosen among,
    each group with its name.
    """

    name: str
    label: str | Promise
    form: Callable[[Row], Form[Any]]
    take: Callable[[Row], Any]
    put: Callable[[Row, Any], None]
    help: str | Promise = ""
    carried_by: str = ""
    options: Callable[[Row], Sequence[tuple[str, str | Promise]]] | None = None
    groups: Callable[[Row], Sequence[tuple[str, Sequence[str]]]] | None = None
    in_plain: Callable[[str], str] | None = None

    def words(self, row: Row) -> str:
        """What the row says there."""
        return self.form(row).write(self.take(row))

    def plain(self, words: str) -> str:
        """The words as people read them."""
        return self.in_plain(words) if self.in_plain else words


def column(
    name: str,
    label: str | Promise,
    form: Form[Any] | Callable[[Row], Form[Any]],
    *,
    help: str | Promise = "",  # noqa: A002 – it is the field's
    options: Mapping[str, str | Promise] | None = None,
) -> Field:
    """A field that is a column of the row."""

    def put(row: Row, value: Any) -> None:
        setattr(row, name, value)

    return Field(
        name=name,
        label=label,
        form=form if callable(form) else lambda _row: form,
        take=lambda row: getattr(row, name),
        put=put,
        help=help,
        options=(lambda _row: list(options.items())) if options else None,
    )


def open_to_all_who_may(_row: Row, _field: str) -> str:
    """Nothing has decided it."""
    return ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Something that is edited.

    cooperation  the way to the cooperation it belongs to: "plan__cooperation"
    held         the seats that somebody holds there
    closed       by which decision the row or its field is read-only, as a Swedish sentence; "" while open
    within       whose changes those of the row are listed with: "year:2021"
    at_hand      what is fetched with the row
    beside       what rows in one order have in common, or the ways to it; without, they have no order
    homes        what a row may be transferred to: others of what it stands in, the first in `beside`
    begin        a new row, not yet stored, from what stands beside it by name; None if there is no such place
    first        the field that a new row must say
    hanging      what can hang on a row and keep it from being removed, by its name there: one of it, several
    is_lasting   whether a row is only changed, never removed
    clash        why the row cannot stand beside the others as it is, as a Swedish sentence; "" when it can
    concern      whom the row touches, where those may change the `shared` fields themselves
    """

    name: str
    model: Any
    title: str | Promise
    fields: tuple[Field, ...]
    cooperation: str
    held: Callable[[User | None, Any], Collection[HeldSeat]]
    within: Callable[[Row], str]
    closed: Callable[[Row, str], str] = open_to_all_who_may
    at_hand: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    homes: Callable[[Row], Iterable[Any]] | None = None
    begin: Callable[[Any, Mapping[str, str]], Row | None] | None = None
    first: str = "title"
    hanging: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    is_lasting: bool = False
    clash: Callable[[Row], str] = lambda _row: ""
    concern: Callable[[Row], Concern] | None = None
    shared: frozenset[str] = field(default_factory=frozenset)

    def field(self, name: str) -> Field | None:
        """The field with that name."""
        return next((one for one in self.fields if one.name == name), None)

    def rows(self, cooperation: Any) -> QuerySet[Any]:
        """The cooperation's rows of the kind."""
        rows: QuerySet[Any] = self.model.objects.filter(**{self.cooperation: cooperation})
        return rows.select_related(*self.at_hand)

    def siblings(self, row: Row) -> QuerySet[Any]:
        """The rows that stand in one order with it, itself among them."""
        together = {way: reduce(getattr, way.split("__"), row) for way in self.beside}
        rows: QuerySet[Any] = self.model.objects.filter(**together)
        return rows.order_by("position", "pk")

    def about(self, row: Row) -> str:
        """The row's name in the register."""
        return f"{self.name}:{row.pk}"

    def words(self, row: Row) -> dict[str, str]:
        """All that the row says."""
        return {one.name: one.words(row) for one in self.fields}

    def asks(self, row: Row, field_name: str, seats: Collection[HeldSeat]) -> Act | None:
        """The act that the seats give no mandate for, None if they may change the field (or "": the row)."""
        if may(Act.EDIT_PLAN, seats):
            return None
        if self.concern is None or field_name not in self.shared:
            return Act.EDIT_PLAN
        return None if may(Act.EDIT_ACTIVITY, seats, self.concern(row)) else Act.EDIT_ACTIVITY


def effect_of(entry: Entry) -> str:
    """What the entry did: for one that undid another, what undoing it came to."""
    return str(entry.details.get("effect", "")) if entry.verb == "undone" else entry.verb


def changes_within(cooperation_slug: str, places: Iterable[str], most: int) -> list[Entry]:
    """The newest changes there, each knowing as `is_undone` whether it is undone."""
    entries = entries_of(cooperation_slug).filter(verb__in=[*DONE, "undone"])
    return _knowing(list(entries.filter(details__within__in=list(places))[:most]))


def changes_of(cooperation_slug: str, about: str) -> list[Entry]:
    """Every change of one thing, the newest first, each knowing as `is_undone` whether it is undone."""
    entries = entries_of(cooperation_slug).filter(verb__in=[*DONE, "undone"])
    return _knowing(list(entries.filter(about=about)))


def _knowing(entries: list[Entry]) -> list[Entry]:
    undone = {entry.details.get("undoes") for entry in entries}
    for entry in entries:
        entry.is_undone = entry.number in undone  # type: ignore[attr-defined]
    return entries


def last_change(cooperation_slug: str, about: str, field_name: str) -> Entry | None:
    """The newest change of that field."""
    entries = entries_of(cooperation_slug).filter(about=about, details__field=field_name)
    return entries.first()


def removal_of(cooperation_slug: str, about: str) -> Entry | None:
    """The entry that took the thing away, if that is the last that was done to it."""
    last = entries_of(cooperation_slug).filter(about=about).first()
    return last if last and effect_of(last) == "removed" else None


def is_undone(cooperation_slug: str, number: int) -> bool:
    """Whether a later entry undoes the one with that number."""
    return entries_of(cooperation_slug).filter(verb="undone", details__undoes=number).exists()
