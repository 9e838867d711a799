"""What has been done to seats and bodies, and what of it the worker may take back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radslag.ground.register.models import Entry
from radslag.people.bodies.models import Body
from radslag.people.members.models import Member
from radslag.windows.desk.queries.access import Worker
from radslag.windows.desk.queries.history import Told, told


@dataclass(frozen=True)
class Done:
    """Something that was done; whether it can be taken back, as only the last that was done to a seat can."""

    told: Told
    may_undo: bool


def done_to(
    worker: Worker, entries: Iterable[Entry], bodies: Iterable[Body], members: Iterable[Member]
) -> list[Done]:
    """What the entries tell, in the order they come; `bodies` and `members` are those they may name."""
    known = {body.name: body for body in bodies}, {member.name: member for member in members}
    seen, done = set[str](), []
    for entry in entries:
        is_last = entry.about.startswith("seat:") and entry.about not in seen
        seen.add(entry.about)
        done.append(Done(told(entry), is_last and _may_change(worker, entry, *known)))
    return done


def _may_change(worker: Worker, entry: Entry, bodies: dict[str, Body], members: dict[str, Member]) -> bool:
    """Whether the worker may appoint where the seat was and where it became."""
    return all(
        _is_known(held["body"], bodies)
        and _is_known(held["member"], members)
        and worker.appoints(bodies.get(held["body"]), members.get(held["member"]), held["role"])
        for held in (entry.old, entry.new)
        if held
    )


def _is_known(name: str | None, things: dict[str, Body] | dict[str, Member]) -> bool:
    return name is None or name in things
