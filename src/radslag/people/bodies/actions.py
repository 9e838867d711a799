"""Stores bodies and who chairs them."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django.db import transaction

from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.accounts.queries import account_of
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation


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
        body.seats.filter(account=None, year__in={chair.year for chair in told_body.chairs}).delete()
        body.seats.filter(account=None, year=None).delete()
        Seat.objects.bulk_create(
            Seat(
                body=body,
                person=chair.person,
                member=members.get(chair.member or ""),
                member_name=chair.member or "",
                role=chair.role,
                year=chair.year,
                position=position,
            )
            for position, chair in enumerate(told_body.chairs)
        )
    names = [body.name for body in told]
    enter(
        "bodies.stored",
        cooperation.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        bodies=names,
    )
    return {body.name: body for body in cooperation.bodies.all()}


@transaction.atomic
def seat_in_secretariat(
    cooperation: Cooperation,
    email: str,
    name: str,
    password: str | None = None,
    *,
    acting_user: User | None,
) -> Seat:
    """Give somebody a seat in the secretariat, which is set up if the cooperation has none.

    Without an account at that address one is begun.
    """
    body = cooperation.bodies.filter(kind=Body.Kind.SECRETARIAT).first() or Body.objects.create(
        cooperation=cooperation, name="Kansliet", slug="kansliet", kind=Body.Kind.SECRETARIAT
    )
    account = account_of(email) or User.objects.create_user(email, password, first_name=name)
    seat = Seat.objects.create(body=body, account=account, person=name, role=Seat.Role.ORDINARY)
    enter("seat.given", str(seat), acting_user=acting_user, cooperation_slug=cooperation.slug, body=body.name)
    return seat


def _fields(told: domain.Body) -> dict[str, Any]:
    return {
        "kind": told.kind,
        "abbreviations": list(told.abbreviations),
        "description": told.description,
        "meets": _meets_to_json(told.meets) if told.meets else None,
    }


def _meets_to_json(meets: domain.Meets) -> dict[str, Any]:
    return {
        "text": meets.text,
        "times_per_year": meets.times_per_year,
        "approximate": meets.approximate,
        "weekday": meets.weekday,
        "start": _clock(meets.start),
        "end": _clock(meets.end),
    }


def _clock(at: time | None) -> str | None:
    return at.isoformat() if at else None
