"""Named questions about cooperations and their members."""

from django.db.models import Prefetch

from radslag.domain import plan_document as domain
from radslag.people.members.models import Cooperation, Member, Population


def cooperations() -> list[Cooperation]:
    """All cooperations of the installation, by name."""
    return list(Cooperation.objects.all())


def cooperation_at(slug: str) -> Cooperation | None:
    """The cooperation with that address."""
    return Cooperation.objects.filter(slug=slug).first()


def cooperation_named(name: str) -> Cooperation | None:
    """The cooperation with exactly that name, the oldest if several have it."""
    return Cooperation.objects.filter(name=name).order_by("pk").first()


def members_of(cooperation: Cooperation) -> list[Member]:
    """The members in their order, with their populations at hand."""
    populations = Prefetch("populations", Population.objects.order_by("date"))
    return list(cooperation.members.prefetch_related(populations))


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
