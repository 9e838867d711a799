"""Stores bodies and who chairs them."""

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import meets_to_json
from radslag.people.members.models import Cooperation, Member


@transaction.atomic
def store_bodies(
    cooperation: Cooperation,
    told: Sequence[domain.Body],
    *,
    told_in: int | None = None,
    is_decided: bool = False,
    is_newest: bool = True,
    acting_user: User | None,
) -> dict[str, Body]:
    """Make the bodies and their chairs what was told; answers with all the cooperation's bodies by name.

    `told_in` is the year of the plan that tells of them. What is said of a body that is there already gives
    way only to the newest plan, and chairs that other plans tell of only to a decided one.
    """
    slugs = set(cooperation.bodies.values_list("slug", flat=True))
    members = {member.name: member for member in cooperation.members.all()}
    for told_body in told:
        body, _ = Body.objects.update_or_create(
            cooperation=cooperation,
            name=told_body.name,
            defaults=_fields(told_body) if is_newest else {},
            create_defaults=_fields(told_body) | {"slug": free_slug(told_body.name, slugs, or_else="organ")},
        )
        slugs.add(body.slug)
        years = {chair.year for chair in told_body.chairs if is_newest or chair.year == told_in}
        replaced = _of_years(years) if is_decided else Q()
        body.seats.filter(replaced | Q(told_in=told_in), told_in__isnull=False).delete()
        _add_chairs(body, told_body.chairs, members, told_in)
    names = [body.name for body in told]
    enter(
        "bodies.stored",
        cooperation.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        bodies=names,
    )
    return {body.name: body for body in cooperation.bodies.all()}


def _of_years(years: Set[int | None]) -> Q:
    yearless = Q(from_day=None) if None in years else Q()
    return Q(from_day__year__in=years - {None}) | yearless


def _add_chairs(
    body: Body, told: Sequence[domain.Chair], members: Mapping[str, Member], told_in: int | None
) -> None:
    known = {(seat.person, seat.role, seat.from_day and seat.from_day.year) for seat in body.seats.all()}
    Seat.objects.bulk_create(
        Seat(
            cooperation=body.cooperation,
            body=body,
            person=chair.person,
            member=members.get(chair.member or ""),
            member_name=chair.member or "",
            role=chair.role,
            from_day=date(chair.year, 1, 1) if chair.year else None,
            to_day=date(chair.year, 12, 31) if chair.year else None,
            told_in=told_in,
            position=position,
        )
        for position, chair in enumerate(told)
        if (chair.person, chair.role, chair.year) not in known
    )


def _fields(told: domain.Body) -> dict[str, Any]:
    return {
        "kind": told.kind,
        "abbreviations": list(told.abbreviations),
        "description": told.description,
        "meets": meets_to_json(told.meets) if told.meets else None,
    }
