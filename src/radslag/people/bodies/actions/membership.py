"""What is edited of a member: which municipality it is, and how many live there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from radslag.domain.editing import choice, counts
from radslag.domain.plan_document import Population as ToldPopulation
from radslag.ground.editing.queries import Field, Kind
from radslag.ground.shell.slugs import free_slug
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation, Member, Population
from radslag.people.members.queries import municipalities


def _begin(cooperation: Cooperation, _beside: Mapping[str, str]) -> Member:
    return Member(cooperation=cooperation)


def _choosable(member: Member) -> list[str]:
    """The municipality itself, or to a new member those that are none yet."""
    if member.pk:
        return [member.name]
    names = set(member.cooperation.members.values_list("name", flat=True))
    return [each.name for each in municipalities() if each.name not in names]


def _put_name(member: Member, name: str) -> None:
    others = Member.objects.filter(cooperation=member.cooperation).exclude(pk=member.pk)
    taken = set(others.values_list("slug", flat=True))
    member.name, member.slug = name, free_slug(name, taken, or_else="medlem")
    member.code = next((each.code for each in municipalities() if each.name == name), "")


def _take_inhabitants(member: Member) -> list[ToldPopulation]:
    rows = member.populations.all() if member.pk else ()
    return [ToldPopulation(date=each.date, count=each.count) for each in rows]


def _put_inhabitants(member: Member, told: list[ToldPopulation]) -> None:
    member.populations.all().delete()
    Population.objects.bulk_create(
        Population(member=member, date=each.date, count=each.count) for each in told
    )


def _closed(member: Member, field: str) -> str:
    """The municipality is not changed for another, nor removed once a decided plan has named it."""
    if field == "name":
        return "Kommunen byts inte mot en annan. Lägg till den andra, och ta bort den som kom med av misstag."
    naming = member.cooperation.plans.filter(
        decided_by__isnull=False, editions__canonical__contains=f'"name":"{member.name}"'
    )
    plan = naming.first() if not field else None
    return f"{plan.title} är beslutad och har {member.name} med. Kommunen står kvar." if plan else ""


def _clash(member: Member) -> str:
    others = Member.objects.filter(cooperation=member.cooperation, name=member.name).exclude(pk=member.pk)
    return f"{member.name} är redan medlem. Välj en annan kommun." if others.exists() else ""


def _named(member: Member) -> list[tuple[str, Any]]:
    return [(name, name) for name in _choosable(member)]


MEMBER = Kind(
    name="member",
    model=Member,
    title=_("Member municipality"),
    fields=(
        Field(
            name="name",
            label=_("Municipality"),
            form=lambda member: choice({name: name for name in _choosable(member)}),
            take=lambda member: member.name,
            put=_put_name,
            options=_named,
        ),
        Field(
            name="inhabitants",
            label=_("Inhabitants"),
            form=lambda _member: counts(),
            take=_take_inhabitants,
            put=_put_inhabitants,
            help=_("One day on each line: 31 December 2025: 98 765."),
            carried_by="populations",
        ),
    ),
    cooperation="cooperation",
    held=held_seats,
    within=lambda _member: "members",
    closed=_closed,
    hanging={
        "seats": ("uppdrag", "uppdrag"),
        "responsibilities": ("aktivitet", "aktiviteter"),
        "identity_provider": ("inloggning", "inloggningar"),
    },
    at_hand=("cooperation",),
    beside=("cooperation",),
    begin=_begin,
    first="name",
    clash=_clash,
)
