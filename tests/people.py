"""The cast of the tests, by role; nobody is anybody outside their cooperation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from radslag.domain.seats import Role
from radslag.ground.accounts.models import User
from radslag.people.bodies.actions.seats import Appointment, give_seat, seat_in_secretariat
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation, Member


def account(email: str, name: str) -> User:
    """Somebody who can sign in."""
    return User.objects.create_user(email, name=name)


def seated(
    cooperation: Cooperation,
    name: str,
    role: Role,
    body: Body | None = None,
    member: Member | None = None,
    **details: Any,
) -> User:
    """Somebody with a seat in the cooperation; the address is made from the name."""
    person = account(f"{name.split(maxsplit=1)[0].lower()}@{cooperation.slug}.example", name)
    told = Appointment(person=name, role=role, body=body, member=member, account=person, **details)
    give_seat(cooperation, told, acting_user=None)
    return person


def body_of(cooperation: Cooperation, kind: str) -> Body:
    """The cooperation's first body of that kind, begun if it has none."""
    return cooperation.bodies.filter(kind=kind).first() or Body.objects.create(
        cooperation=cooperation, name=f"Organ {kind}", slug=kind.replace("_", "-"), kind=kind
    )


def member_of(cooperation: Cooperation) -> Member:
    """The member that the cast sits for."""
    return cooperation.members.all()[0]


def secretary(cooperation: Cooperation) -> User:
    """Works in the cooperation's secretariat (kansli): takes plans in, sees drafts."""
    seat = seat_in_secretariat(cooperation, f"kansli@{cooperation.slug}.example", "Kim Ek", acting_user=None)
    assert seat.account is not None
    return seat.account


def administrator(cooperation: Cooperation) -> User:
    """Sits beside the secretary."""
    return seated(cooperation, "Alex Administratör", "co_opted", body_of(cooperation, "secretariat"))


def chair(cooperation: Cooperation) -> User:
    """Sits in the committee for a member, as chair of its executive board."""
    body = body_of(cooperation, "committee")
    return seated(
        cooperation, "Charlie Ordförande", "ordinary", body, member_of(cooperation), ex_officio="board_chair"
    )


def director(cooperation: Cooperation) -> User:
    """Sits in the management group (ledningsgrupp) for a member, as its municipal director."""
    body = body_of(cooperation, "management_group")
    member = member_of(cooperation)
    return seated(cooperation, "Dana Direktör", "ordinary", body, member, ex_officio="municipal_director")


def network_member(cooperation: Cooperation) -> User:
    """Sits in a network for a member."""
    return seated(
        cooperation, "Nikki Nätverk", "ordinary", body_of(cooperation, "network"), member_of(cooperation)
    )


def registrar(cooperation: Cooperation) -> User:
    """Keeps a member's diary."""
    return seated(cooperation, "Robin Registrator", "registrar", member=member_of(cooperation))


def councillor(cooperation: Cooperation) -> User:
    """Is elected in a member, and reads."""
    return seated(cooperation, "Love Ledamot", "councillor", member=member_of(cooperation))


def auditor(cooperation: Cooperation) -> User:
    """Audits the cooperation, and reads everything."""
    return seated(cooperation, "Robyn Revisor", "auditor")


def seat_of_somebody(cooperation: Cooperation) -> Seat:
    """A seat in a network for the member that the cast sits for, held by nobody of the cast."""
    told = Appointment(
        person="Sam Sitter",
        role="ordinary",
        body=body_of(cooperation, "network"),
        member=member_of(cooperation),
    )
    return give_seat(cooperation, told, acting_user=None)


def seatless(cooperation: Cooperation) -> User:
    """Signs in but sits nowhere."""
    return account(f"ingen@{cooperation.slug}.example", "Ingen Alls")


def awaited(cooperation: Cooperation) -> User:
    """Has a seat, but has never come in."""
    return seated(cooperation, "Väntad Person", "co_opted", body_of(cooperation, "secretariat"))


CAST: dict[str, Callable[[Cooperation], User]] = {
    "seatless": seatless,
    "administrator": administrator,
    "chair": chair,
    "director": director,
    "network_member": network_member,
    "registrar": registrar,
    "councillor": councillor,
    "auditor": auditor,
}
"""Everybody in the cooperation but its secretary, by role."""


def operator() -> User:
    """Runs the installation (driftansvarig): begins cooperations, holds no seat by it."""
    return User.objects.create_user("drift@radslag.example", name="Dana Drift", is_superuser=True)
