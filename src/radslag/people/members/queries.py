"""Named questions about cooperations and their members."""

from django.db.models import Prefetch, Q

from radslag.domain import plan_document as domain
from radslag.domain.municipalities import Municipality
from radslag.ground.shell.drawing.sweden import outlines
from radslag.ground.shell.slugs import free_slug, is_slug
from radslag.people.members.models import LONGEST_SLUG, RESERVED_SLUGS, Cooperation, Member, Population

NOBODY = Q(pk__in=())


def cooperations() -> list[Cooperation]:
    """All cooperations of the installation, by name."""
    return list(Cooperation.objects.all())


def cooperation_at(slug: str) -> Cooperation | None:
    """The cooperation with that address."""
    return Cooperation.objects.filter(slug=slug).first() if is_slug(slug) else None


def held_alone(cooperation: Cooperation) -> Cooperation:
    """The cooperation as it now is, for one transaction at a time to change; rows may still point at it."""
    return Cooperation.objects.select_for_update(no_key=True).get(pk=cooperation.pk)


def cooperation_named(name: str) -> Cooperation | None:
    """The cooperation with exactly that name, the oldest if several have it."""
    return Cooperation.objects.filter(name=name).order_by("pk").first()


def municipalities() -> tuple[Municipality, ...]:
    """Sweden's municipalities, in the order of their codes."""
    return tuple(Municipality(code, outline["name"]) for code, outline in sorted(outlines().items()))


def proposed_slug(name: str) -> str:
    """The first free address of a cooperation that is made from the name."""
    taken = set(Cooperation.objects.values_list("slug", flat=True)) | RESERVED_SLUGS
    return free_slug(name, taken, or_else="samverkan", longest=LONGEST_SLUG)


def is_free(slug: str) -> bool:
    """Whether a new cooperation can have the address."""
    return is_slug(slug) and slug not in RESERVED_SLUGS and cooperation_at(slug) is None


def members_of(cooperation: Cooperation, *, but: Q = NOBODY) -> list[Member]:
    """The members `but` some, in their order, with their populations at hand."""
    populations = Prefetch("populations", Population.objects.order_by("date"))
    return list(cooperation.members.filter(~but).prefetch_related(populations))


def told_cooperation(cooperation: Cooperation, members: list[Member]) -> domain.Cooperation:
    """The cooperation as a plan document tells it."""
    return domain.Cooperation(
        name=cooperation.name,
        area=cooperation.area or None,
        members=tuple(told_member(member) for member in members),
    )


def told_member(member: Member) -> domain.Member:
    """The member as a plan document tells it."""
    populations = tuple(
        domain.Population(date=each.date, count=each.count) for each in member.populations.all()
    )
    return domain.Member(name=member.name, code=member.code or None, populations=populations)
