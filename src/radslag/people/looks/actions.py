"""Changes how a cooperation looks."""

import hashlib
from dataclasses import asdict

from django.db import transaction

from radslag.domain import mandate
from radslag.domain.look import Look
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.bodies.queries import held_seats
from radslag.people.looks.models import Emblem
from radslag.people.looks.queries import latest_change, look_before, look_of
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import held_alone


@transaction.atomic
def change_look(cooperation: Cooperation, look: Look, *, acting_user: User | None) -> None:
    """Let the cooperation look so; what it already is changes nothing."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    cooperation = held_alone(cooperation)
    before = look_of(cooperation)
    if look == before:
        return
    for field, value in asdict(look).items():
        setattr(cooperation, field, value)
    cooperation.save(update_fields=list(asdict(look)))
    enter(
        "look.changed",
        look.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        old=asdict(before),
        new=asdict(look),
    )


@transaction.atomic
def undo_look(cooperation: Cooperation, *, acting_user: User | None) -> None:
    """Let the cooperation look as before the latest change; done twice, as after it."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    if before := look_before(latest_change(cooperation)):
        change_look(cooperation, before, acting_user=acting_user)


@transaction.atomic
def keep_emblem(cooperation: Cooperation, data: bytes, form: str, *, acting_user: User | None) -> str:
    """Keep the picture for a look to use; answers with its file name."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    file_name = f"{hashlib.sha256(data).hexdigest()[:16]}.{form}"
    _emblem, is_new = Emblem.objects.get_or_create(
        cooperation=cooperation, file_name=file_name, defaults={"data": data}
    )
    if is_new:
        enter("emblem.kept", file_name, acting_user=acting_user, cooperation_slug=cooperation.slug)
    return file_name
