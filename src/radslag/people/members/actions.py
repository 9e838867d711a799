"""Stores cooperations and their members."""

from django.db import transaction

from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.shell.slugs import free_slug
from radslag.people.members.models import RESERVED_SLUGS, Cooperation, Member, Population
from radslag.people.members.queries import proposed_slug


class AddressTakenError(ValueError):
    """Another cooperation has the address, or the installation itself."""


@transaction.atomic
def begin_cooperation(
    told: domain.Cooperation, *, acting_user: User | None, slug: str | None = None
) -> Cooperation:
    """A new cooperation at the address chosen, or else at the first free one made from its area or name."""
    slug = slug or proposed_slug(told.area or told.name)
    cooperation, is_new = Cooperation.objects.get_or_create(
        slug=slug, defaults={"name": told.name, "area": told.area or ""}
    )
    if not is_new or slug in RESERVED_SLUGS:
        raise AddressTakenError(slug)
    enter("cooperation.begun", told.name, acting_user=acting_user, cooperation_slug=slug)
    return cooperation


@transaction.atomic
def store_members(
    cooperation: Cooperation,
    told: domain.Cooperation,
    *,
    told_in: int | None = None,
    acting_user: User | None,
) -> None:
    """Make members and their populations what was told; members not told of are kept.

    `told_in` is the year of a plan that is not decided.
    """
    for position, member in enumerate(told.members):
        _store_member(cooperation, member, position, told_in)
    enter(
        "members.stored",
        told.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        members=[member.name for member in told.members],
    )


def _store_member(cooperation: Cooperation, told: domain.Member, position: int, told_in: int | None) -> None:
    taken = set(cooperation.members.values_list("slug", flat=True))
    member, _ = Member.objects.update_or_create(
        cooperation=cooperation,
        name=told.name,
        defaults={"position": position}
        | ({"code": told.code} if told.code else {})
        | ({"told_in": None} if told_in is None else {}),
        create_defaults={
            "position": position,
            "code": told.code or "",
            "slug": free_slug(told.name, taken, or_else="medlem"),
            "told_in": told_in,
        },
    )
    Population.objects.bulk_create(
        [Population(member=member, date=each.date, count=each.count) for each in told.populations],
        update_conflicts=True,
        update_fields=["count"],
        unique_fields=["member", "date"],
    )
