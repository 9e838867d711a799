"""Stores cooperations and their members."""

from django.db import transaction

from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.members.models import RESERVED_SLUGS, Cooperation, Member, Population


@transaction.atomic
def begin_cooperation(told: domain.Cooperation, *, acting_user: User | None) -> Cooperation:
    """A new cooperation under the first free address made from its area or name."""
    taken = set(Cooperation.objects.values_list("slug", flat=True)) | RESERVED_SLUGS
    slug = free_slug(told.area or told.name, taken, or_else="samverkan", longest=40)
    cooperation = Cooperation.objects.create(slug=slug, name=told.name, area=told.area or "")
    enter("cooperation.begun", told.name, acting_user=acting_user, cooperation_slug=slug)
    return cooperation


@transaction.atomic
def store_members(cooperation: Cooperation, told: domain.Cooperation, *, acting_user: User | None) -> None:
    """Make name, area, members and their populations what was told; members not told of are kept."""
    cooperation.name, cooperation.area = told.name, told.area or ""
    cooperation.save()
    for position, member in enumerate(told.members):
        _store_member(cooperation, member, position)
    enter(
        "members.stored",
        told.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        members=[member.name for member in told.members],
    )


def _store_member(cooperation: Cooperation, told: domain.Member, position: int) -> None:
    taken = set(cooperation.members.values_list("slug", flat=True))
    member, _ = Member.objects.update_or_create(
        cooperation=cooperation,
        name=told.name,
        defaults={"position": position} | ({"code": told.code} if told.code else {}),
        create_defaults={
            "position": position,
            "code": told.code or "",
            "slug": free_slug(told.name, taken, or_else="medlem"),
        },
    )
    Population.objects.bulk_create(
        [Population(member=member, date=each.date, count=each.count) for each in told.populations],
        update_conflicts=True,
        update_fields=["count"],
        unique_fields=["member", "date"],
    )
