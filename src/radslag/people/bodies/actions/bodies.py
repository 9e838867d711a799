"""Begins bodies one by one."""

from itertools import chain, count

from django.db import transaction

from radslag.domain import mandate
from radslag.domain.limits import LONGEST_NAME
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import held_alone


class BodyNameError(ValueError):
    """No body can be called that here; the message says why and what to do."""


@transaction.atomic
def begin_body(cooperation: Cooperation, name: str, kind: str, *, acting_user: User | None) -> Body:
    """A new body without seats; `BodyNameError` if the cooperation has one of that name."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    held_alone(cooperation)
    name = " ".join(name.split())
    bodies = {body.name.casefold(): body for body in cooperation.bodies.all()}
    if name.casefold() in bodies:
        raise BodyNameError(f"Det finns redan ett organ som heter {name}. Välj ett annat namn.")
    if not name or len(name) > LONGEST_NAME:
        raise BodyNameError(f"Ange ett namn med högst {LONGEST_NAME} tecken.")
    return _begin(cooperation, name, kind, acting_user=acting_user)


@transaction.atomic
def begin_secretariat(cooperation: Cooperation, *, acting_user: User | None) -> Body:
    """The secretariat of a cooperation that has none, whatever its other bodies are called."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    held_alone(cooperation)
    names = set(cooperation.bodies.values_list("name", flat=True))
    tries = chain(["Kansliet"], (f"Kansliet {number}" for number in count(2)))
    name = next(each for each in tries if each not in names)
    return _begin(cooperation, name, Body.Kind.SECRETARIAT, acting_user=acting_user)


def _begin(cooperation: Cooperation, name: str, kind: str, *, acting_user: User | None) -> Body:
    taken = set(cooperation.bodies.values_list("slug", flat=True))
    slug = free_slug(name, taken, or_else="organ")
    body = Body.objects.create(cooperation=cooperation, name=name, slug=slug, kind=kind)
    enter(
        "body.begun",
        name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        about=f"body:{body.pk}",
        new={"name": name, "kind": kind},
    )
    return body
