"""Stores bodies and who chairs them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from radslag.domain import plan_document as domain
from radslag.domain.seats import CHAIRING
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import meets_to_json
from radslag.people.members.models import Cooperation, Member


@transaction.atomic
def store_bodies(
    cooperation: Cooperation, told: Sequence[domain.Body], *, acting_user: User | None
) -> dict[str, Body]:
    """Make the bodies and their chairs what was told; answers with all the cooperation's bodies by name."""
    slugs = set(cooperation.bodies.values_list("slug", flat=True))
    members = {member.name: member for member in cooperation.members.all()}
    for told_body in told:
        body, _ = Body.objects.update_or_create(
            cooperation=cooperation,
            name=told_body.name,
            defaults=_fields(told_body),
            create_defaults=_fields(told_body) | {"slug": free_slug(told_body.name, slugs, or_else="organ")},
        )
        slugs.add(body.slug)
        _store_chairs(body, told_body.chairs, members)
    names = [body.name for body in told]
    enter(
        "bodies.stored",
        cooperation.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        bodies=names,
    )
    return {body.name: body for body in cooperation.bodies.all()}


def _store_chairs(body: Body, told: Sequence[domain.Chair], members: Mapping[str, Member]) -> None:
    """Make the chairs that a plan told of what it tells now; those who were appointed here are left alone."""
    from_a_plan = body.seats.filter(account=None, appointed_by=None, role__in=CHAIRING)
    years = {chair.year for chair in told}
    from_a_plan.filter(Q(from_day=None) | Q(from_day__year__in=years - {None})).delete()
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
