"""Those who sit in a body, each once, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils import timezone

from radslag.domain.seats import holds
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import seats_in
from radslag.press.exchange.contact_list import Contact
from radslag.windows.desk.queries.access import Worker
from radslag.windows.desk.queries.seat_words import seat_words

LONGEST_LINK = 1_800
ORDER: dict[str, int] = {
    role: number for number, role in enumerate(("chair", "vice_chair", "ordinary", "substitute", "co_opted"))
}


def identity(seat: Seat) -> object:
    """What is the same for all the seats of one person."""
    return seat.account_id or seat.person


def in_order(seat: Seat) -> tuple[int, int]:
    """What to sort seats by: chairs, ordinary members, then those beside them."""
    return ORDER.get(seat.role, len(ORDER)), seat.pk


def contacts_of(seats: Iterable[Seat]) -> list[Contact]:
    """Those who hold the seats, each once, with how they are reached."""
    gathered: dict[object, list[Seat]] = {}
    for seat in seats:
        gathered.setdefault(identity(seat), []).append(seat)
    return [_contact(held) for held in gathered.values()]


def _contact(held: Sequence[Seat]) -> Contact:
    first = held[0]
    return Contact(
        name=first.person,
        title=", ".join(seat_words(seat) for seat in held),
        organisation=first.member.name if first.member else "",
        email=first.account.email if first.account else "",
        phone=next((seat.phone for seat in held if seat.phone), ""),
    )


def letters_to(addresses: Sequence[str]) -> list[str]:
    """The addresses in as many lists as mail programs need for their links' length."""
    lists: list[str] = []
    for each in addresses:
        if lists and len(lists[-1]) + len(each) < LONGEST_LINK:
            lists[-1] += f",{each}"
        else:
            lists.append(each)
    return lists


def body_contacts(worker: Worker, body: Body) -> list[Contact]:
    """Those who sit in the body today, with how they are reached."""
    today = timezone.localdate()
    seats = [seat for seat in seats_in(worker.cooperation) if seat.body_id == body.pk and holds(seat, today)]
    return contacts_of(sorted(seats, key=in_order))
