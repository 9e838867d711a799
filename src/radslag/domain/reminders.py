"""Who is reminded of what, and when: the nearer the day, the more urgent, and always somebody.

Nobody is reminded on a day when offices are closed. A step that was missed, since nothing ran that day, is
taken the next working day, as long as no later step has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from radslag.domain.almanac import is_working_day, next_working_day
from radslag.domain.plan_document import BodyKind, Responsible
from radslag.domain.seats import CHAIRING, FULL

Urgency = Literal["coming", "near", "today", "late"]
Because = Literal["lead", "body", "member", "chair", "management_group", "secretariat"]

DAY = timedelta(days=1)
DAYS_WHEN_COMING = 14
WORKING_DAYS_WHEN_NEAR = 3
WORKING_DAYS_WHEN_LATE = 3
MOST_LATE = 8
"""How many times one is told that something is late: a reminder that never ends is not read."""


@dataclass(frozen=True)
class Due:
    """Something that is to be done by a day; `key` tells it from all else, `place` where the plan has it."""

    key: str
    title: str
    day: date
    responsible: tuple[Responsible, ...] = ()
    place: tuple[int, int] = (0, 0)
    language: str = "sv"


@dataclass(frozen=True)
class Sitting:
    """A seat whose holder can be written to: the holder's account, the body, the member sat for, the role."""

    account: int
    body: str
    kind: BodyKind
    member: str | None
    role: str


@dataclass(frozen=True)
class Step:
    """How urgent it has become; `number` tells the weeks of being late apart."""

    urgency: Urgency
    number: int = 1

    @property
    def key(self) -> str:
        """The step in a word: near-1, late-4."""
        return f"{self.urgency}-{self.number}"


@dataclass(frozen=True)
class Addressees:
    """Who is written to, why it is they, and the members that should have answered but have nobody there."""

    accounts: tuple[int, ...]
    because: Because
    vacant: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reminder:
    """One person to be reminded of one thing."""

    due: Due
    step: Step
    account: int
    because: Because
    vacant: tuple[str, ...] = ()


def step_on(due: date, today: date) -> Step | None:
    """The step that holds on the day; None before the first, and when enough has been said."""
    held = [step for day, step in _steps(due) if day <= today]
    if not held or held[-1].number > MOST_LATE:
        return None
    return held[-1]


def _steps(due: date) -> Iterator[tuple[date, Step]]:
    """The days on which each step begins; all are working days, and those until due not after it."""
    last = _working_day_until(due)
    yield _working_day_until(due - DAYS_WHEN_COMING * DAY), Step("coming")
    yield _working_days_before(last, WORKING_DAYS_WHEN_NEAR), Step("near")
    yield last, Step("today")
    late = _working_days_after(due, WORKING_DAYS_WHEN_LATE)
    for number in range(1, MOST_LATE + 2):
        yield next_working_day(late + (number - 1) * 7 * DAY), Step("late", number)


def _working_day_until(day: date) -> date:
    while not is_working_day(day):
        day -= DAY
    return day


def _working_days_before(day: date, count: int) -> date:
    for _ in range(count):
        day = _working_day_until(day - DAY)
    return day


def _working_days_after(day: date, count: int) -> date:
    for _ in range(count):
        day = next_working_day(day + DAY)
    return day


def addressees(party: Responsible | None, seats: Sequence[Sitting]) -> Addressees:
    """Who is written to about what the party answers for: the first of these that is anybody.

    The members that lead it, in the body; the body's members; its chair; the management group's chair; the
    secretariat. A member that is responsible by itself answers by all its seats. Without any seat nobody is.
    """
    vacant = _vacant(party, seats)
    for because, holders in _ways(party, seats):
        accounts = tuple(dict.fromkeys(seat.account for seat in holders))
        if accounts:
            return Addressees(accounts, because, vacant)
    return Addressees((), "secretariat", vacant)


def _ways(party: Responsible | None, seats: Sequence[Sitting]) -> Iterator[tuple[Because, list[Sitting]]]:
    answering = _those(seats, lambda seat: seat.role in FULL)
    if party and party.body:
        inside = _those(answering, lambda seat: seat.body == party.body)
        yield "lead", _those(inside, lambda seat: seat.member in party.leads)
        chairs = _those(inside, lambda seat: seat.role in CHAIRING)
        yield "body", inside if len(inside) > len(chairs) else []
        yield "chair", chairs
    elif party and party.member:
        yield "member", _those(answering, lambda seat: seat.member == party.member)
    directors = _those(answering, lambda seat: seat.kind == "management_group")
    yield "management_group", _those(directors, lambda seat: seat.role in CHAIRING)
    yield "secretariat", _those(seats, lambda seat: seat.kind == "secretariat")


def _those(seats: Iterable[Sitting], fits: Callable[[Sitting], bool]) -> list[Sitting]:
    return [seat for seat in seats if fits(seat)]


def _vacant(party: Responsible | None, seats: Sequence[Sitting]) -> tuple[str, ...]:
    if party is None:
        return ()
    if party.member:
        return () if any(seat.member == party.member for seat in seats) else (party.member,)
    inside = {seat.member for seat in seats if seat.body == party.body and seat.role in FULL}
    return tuple(lead for lead in party.leads if lead not in inside)


def answerable(due: Due, seats: Sequence[Sitting]) -> Iterator[tuple[int, Addressees]]:
    """Each person who is to answer for it, once, with how they came to be it."""
    told = set[int]()
    for party in due.responsible or (None,):
        found = addressees(party, seats)
        for account in found.accounts:
            if account not in told:
                told.add(account)
                yield account, found


def reminders(dues: Iterable[Due], seats: Sequence[Sitting], today: date) -> Iterator[Reminder]:
    """Everything to remind anybody of today; nothing at all when offices are closed."""
    if not is_working_day(today):
        return
    for due in dues:
        if step := step_on(due.day, today):
            for account, found in answerable(due, seats):
                yield Reminder(due, step, account, found.because, found.vacant)
