"""Named questions about bodies and seats."""

from datetime import time
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet

from radslag.domain import plan_document as domain
from radslag.domain.mandate import HeldSeat
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation

CHAIRING = (Seat.Role.CHAIR, Seat.Role.VICE_CHAIR)


def held_seats(person: User | None, cooperation: Cooperation | None) -> tuple[HeldSeat, ...]:
    """The seats an account holds in the cooperation; operators of the installation may do all."""
    if person is None or person.is_superuser:
        return (HeldSeat("secretariat"),)
    seats = Seat.objects.filter(account=person, body__cooperation=cooperation).select_related("body")
    return tuple(HeldSeat(seat.body.kind) for seat in seats)  # type: ignore[arg-type]


def sits_in(person: User | AnonymousUser) -> list[Cooperation]:
    """The cooperations where the visitor holds a seat, by name."""
    if not person.is_authenticated:
        return []
    return list(Cooperation.objects.filter(bodies__seats__account=person).distinct())


def with_chairs(bodies: QuerySet[Body]) -> QuerySet[Body]:
    """The same bodies with those who chair them at hand as `chairs`."""
    seats = Seat.objects.filter(role__in=CHAIRING)
    return bodies.prefetch_related(Prefetch("seats", seats, to_attr="chairs"))


def bodies_of(cooperation: Cooperation) -> list[Body]:
    """All bodies of the cooperation with their chairs at hand, in the order they were first told of."""
    return list(with_chairs(cooperation.bodies.all()))


def told_body(body: Body, year: int | None) -> domain.Body:
    """The body as the plan of that year tells it; its chairs must be at hand."""
    return domain.Body(
        name=body.name,
        kind=body.kind,  # type: ignore[arg-type]
        abbreviations=tuple(body.abbreviations),
        chairs=tuple(_told_chair(seat) for seat in body.chairs if seat.year in (year, None)),  # type: ignore[attr-defined]
        meets=_meets_from_json(body.meets) if body.meets else None,
        description=body.description,
    )


def _told_chair(seat: Seat) -> domain.Chair:
    return domain.Chair(
        person=seat.person,
        member=seat.member_name or None,
        role=seat.role,  # type: ignore[arg-type]
        year=seat.year,
    )


def _meets_from_json(stored: dict[str, Any]) -> domain.Meets:
    clock = {key: time.fromisoformat(stored[key]) for key in ("start", "end") if stored[key]}
    return domain.Meets(**{**stored, "start": None, "end": None, **clock})
