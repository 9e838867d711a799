"""What can be edited, and each thing as a page shows it: every field with its words, or closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from radslag.decisions.meetings.actions import MEETING
from radslag.domain.mandate import Act, HeldSeat, may
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, Kind, Row
from radslag.people.bodies.actions.editing import BODY
from radslag.people.bodies.actions.membership import MEMBER
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.work.budget.actions import FEE, LINE
from radslag.work.conferences.actions import CONFERENCE
from radslag.work.plans.actions.editing import ACTIVITY, PLAN, SECTION
from radslag.work.programme.actions import FOCUS_AREA, PROGRAMME, SUBGOAL

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PLAN,
        ACTIVITY,
        SECTION,
        MEETING,
        CONFERENCE,
        FEE,
        LINE,
        PROGRAMME,
        FOCUS_AREA,
        SUBGOAL,
        BODY,
        MEMBER,
    )
}
"""Everything that is edited; to add a kind, declare it in the actions of its context and name it here."""


@dataclass(frozen=True, kw_only=True)
class Value:
    """A field of a thing as the page shows it; whoever looks may change it if it is `open`."""

    name: str
    label: Any
    control: str
    words: str
    help: Any = ""
    options: tuple[tuple[str, Any], ...] = ()
    groups: tuple[tuple[str, Any], ...] = ()
    is_open: bool = True
    is_first: bool = False

    @property
    def shown(self) -> Any:
        """The words as the page's language has them."""
        return dict(self.options).get(self.words, self.words)

    @property
    def is_wide(self) -> bool:
        """Whether it takes a line of its own."""
        return self.is_first or self.control == "prose"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A row of any kind as the page shows it; `is_open` lets whoever looks move and remove it.

    `inner` are the things that stand in it.
    """

    kind: str
    key: int
    name: str
    values: tuple[Value, ...]
    is_open: bool = False
    inner: Part | None = None

    @property
    def anchor(self) -> str:
        """Its place in the page."""
        return f"{self.kind}-{self.key}"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the page: things of a kind, how their fields are written, where a new one is put.

    Each of the things may be transferred from `home` to another of the `homes`, by key and name.
    """

    anchor: str
    heading: Any = ""
    things: tuple[Thing, ...] = ()
    first: Value | None = None
    helps: tuple[tuple[Any, Any], ...] = ()
    kind: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    is_ordered: bool = False
    home: int | None = None
    homes: tuple[tuple[int, str], ...] = ()
    title: Any = ""
    empty: Any = ""

    @property
    def is_movable(self) -> bool:
        """Whether whoever looks may put the things in another order."""
        return self.is_ordered and self.first is not None


class Looking:
    """Somebody who looks at what can be edited in a cooperation, and may change some of it.

    To whoever may not see drafts there is no such page.
    """

    def __init__(self, cooperation: Cooperation, user: User) -> None:
        self.cooperation, self.user = cooperation, user
        self.seats: Collection[HeldSeat] = held_seats(user, cooperation)
        if not may(Act.SEE_DRAFTS, self.seats):
            raise Http404

    def part(
        self,
        kind: Kind,
        rows: Iterable[Row],
        *,
        heading: Any = "",
        closed: str = "",
        new: Row | None = None,
        beside: Mapping[str, str] | None = None,
        anchor: str = "",
        empty: Any = "",
    ) -> Part:
        """The rows as things; a `new` one, not stored, shows what is asked for when one is added."""
        adding = new is not None and not closed and kind.asks(new, "", self.seats) is None
        first = self._value(kind, _field(kind), new, is_open=True, words="") if adding else None
        return Part(
            anchor=anchor or kind.name,
            heading=heading,
            things=tuple(self.thing(kind, row, closed) for row in rows),
            first=first,
            helps=tuple((one.label, one.help) for one in kind.fields if one.help) if first else (),
            kind=kind.name,
            title=kind.title,
            empty=empty,
            beside=beside or {},
            is_ordered=bool(kind.beside),
        )

    def thing(self, kind: Kind, row: Row, closed: str = "") -> Thing:
        """The row with every field."""
        return Thing(
            kind=kind.name,
            key=row.pk,
            name=str(row),
            values=tuple(
                self._value(kind, one, row, is_open=not closed and self.may(kind, row, one.name))
                for one in kind.fields
            ),
            is_open=not closed and not kind.is_lasting and self.may(kind, row, ""),
        )

    def may(self, kind: Kind, row: Row, name: str) -> bool:
        """Whether whoever looks has the mandate to change that."""
        return kind.asks(row, name, self.seats) is None

    def _value(self, kind: Kind, told: Field, row: Row, *, is_open: bool, words: str | None = None) -> Value:
        options = tuple(told.options(row)) if told.options else ()
        return Value(
            name=told.name,
            label=told.label,
            control=told.form(row).control,
            words=told.words(row) if words is None else words,
            help=told.help,
            options=options,
            groups=tuple(told.groups(row)) if told.groups and is_open else (),
            is_open=is_open and len(options) != 1,
            is_first=told.name == kind.first,
        )


def _field(kind: Kind) -> Field:
    found = kind.field(kind.first)
    if found is None:
        raise LookupError(kind.first)
    return found


def kind_or_404(name: str) -> Kind:
    """The kind that addresses call so."""
    if name in KINDS:
        return KINDS[name]
    raise Http404


def unsaved_page(
    cooperation: Cooperation, user: User, kind: Kind, key: int, field_name: str
) -> dict[str, Any]:
    """The field whose words could not be saved, to be shown with them; no thing when that is removed."""
    row = kind.rows(cooperation).filter(pk=key).first()
    if row is None:
        return {"cooperation": cooperation, "plan": None, "thing": None}
    thing = Looking(cooperation, user).thing(kind, row)
    value = next(one for one in thing.values if one.name == field_name)
    return {"cooperation": cooperation, "plan": None, "thing": thing, "value": value}
