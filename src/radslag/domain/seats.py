"""Seats (uppdrag): who sits where, for which member, as what, from when to when.

A seat is held from `from_day` to `to_day`, both days included; None is open: since before anyone wrote it
down, or until further notice. A day given as None in a comparison never excludes anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from radslag.domain.plan_document import BodyKind
from radslag.domain.swedish import format_date

Role = Literal[
    "chair", "vice_chair", "ordinary", "substitute", "co_opted", "registrar", "councillor", "auditor"
]
ExOfficio = Literal["", "board_chair", "municipal_director"]

CHAIRING: frozenset[Role] = frozenset({"chair", "vice_chair"})
FULL: frozenset[Role] = CHAIRING | {"ordinary"}
"""Roles that fill a member's place in a body, as a substitute (ersättare) or co-opted (adjungerad) do not."""
OFFICES: frozenset[Role] = frozenset({"registrar", "councillor", "auditor"})
"""Roles held in no body: a member's registrar, its councillors who read, the cooperation's auditors."""

SPEAKS_FOR_ALL: frozenset[BodyKind] = frozenset({"committee", "management_group", "network"})
"""Kinds of bodies where every member has a place, so that an empty one is a vacancy."""

ROLE_WORDS: dict[Role, str] = {
    "chair": "ordförande",
    "vice_chair": "vice ordförande",
    "ordinary": "ledamot",
    "substitute": "ersättare",
    "co_opted": "adjungerad",
    "registrar": "registrator",
    "councillor": "förtroendevald",
    "auditor": "revisor",
}


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A person's place: `body` is None for an office, `member` for who sits for nobody in particular."""

    person: str
    role: Role
    body: str | None = None
    member: str | None = None
    from_day: date | None = None
    to_day: date | None = None


class Held(Protocol):
    """Whatever is held from a day to a day."""

    @property
    def from_day(self) -> date | None:
        """The first day, None if it is not known."""

    @property
    def to_day(self) -> date | None:
        """The last day, None until further notice."""


def holds(seat: Held, day: date) -> bool:
    """Whether the seat is held on that day."""
    return (seat.from_day is None or seat.from_day <= day) and (seat.to_day is None or day <= seat.to_day)


def overlap(one: Held, other: Held) -> bool:
    """Whether there is a day on which both are held."""
    starts = [seat.from_day for seat in (one, other) if seat.from_day]
    ends = [seat.to_day for seat in (one, other) if seat.to_day]
    return not starts or not ends or max(starts) <= min(ends)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Why a seat cannot be held as it is told: which rule, the other seat it meets, a Swedish sentence."""

    rule: Literal["ends_first", "two_chairs", "held_already", "gone"]
    sentence: str
    other: Seat | None = None


GONE = Fault(rule="gone", sentence="Uppdraget har just tagits tillbaka av någon annan. Ladda om sidan.")
"""A seat that somebody took back while somebody else was at it."""


def fault(seat: Seat, others: Iterable[Seat]) -> Fault | None:
    """Why the seat cannot be held as it is told, with the remedy; None if it can.

    `others` are the other seats of the same body (or the other offices), past and present.
    """
    if seat.from_day and seat.to_day and seat.to_day < seat.from_day:
        sentence = (
            f"Uppdraget slutar {format_date(seat.to_day)}, innan det börjar {format_date(seat.from_day)}. "
            "Ändra en av dagarna."
        )
        return Fault(rule="ends_first", sentence=sentence)
    meeting = [other for other in others if other.body == seat.body and overlap(seat, other)]
    return _two_chairs(seat, meeting) or _held_already(seat, meeting)


def _two_chairs(seat: Seat, meeting: Sequence[Seat]) -> Fault | None:
    for other in meeting:
        if seat.role in CHAIRING and other.role == seat.role:
            sentence = (
                f"{other.person} är {ROLE_WORDS[seat.role]}{_until(other.to_day)}. "
                "Avsluta det uppdraget först, eller börja dagen efter."
            )
            return Fault(rule="two_chairs", sentence=sentence, other=other)
    return None


def _held_already(seat: Seat, meeting: Sequence[Seat]) -> Fault | None:
    for other in meeting:
        if (other.person, other.role, other.member) == (seat.person, seat.role, seat.member):
            sentence = f"{seat.person} har redan det uppdraget{_until(other.to_day)}. Ändra det i stället."
            return Fault(rule="held_already", sentence=sentence, other=other)
    return None


def _until(day: date | None) -> str:
    return f" till och med {format_date(day)}" if day else " tills vidare"


def is_appointed(seats: Iterable[Seat], day: date) -> bool:
    """Whether anybody at all sits in full on that day, of the seats of one body."""
    return any(seat.role in FULL and holds(seat, day) for seat in seats)


def vacancies(members: Sequence[str], seats: Collection[Seat], day: date) -> tuple[str, ...]:
    """The members without anybody in full on that day, in their order, of the seats of one body.

    A body that is not yet appointed has no vacancies.
    """
    if not is_appointed(seats, day):
        return ()
    seated = {seat.member for seat in seats if seat.role in FULL and holds(seat, day)}
    return tuple(member for member in members if member not in seated)


def within(body: str) -> str:
    """The body's name inside a sentence: klimatnätverket, but SUP."""
    return body if body[1:2].isupper() else body[:1].lower() + body[1:]
