"""Named questions about development programmes."""

from django.db.models import Prefetch, QuerySet

from radslag.decisions.meetings.models import Decision
from radslag.decisions.meetings.queries import closed_words
from radslag.domain import plan_document as domain
from radslag.people.members.models import Cooperation
from radslag.work.programme.models import FocusArea, Programme, Subgoal


def programmes_of(cooperation: Cooperation) -> list[Programme]:
    """All programmes of the cooperation with their goals at hand, oldest first."""
    return list(with_goals(cooperation.programmes.order_by("pk")))


def with_goals(programmes: QuerySet[Programme]) -> QuerySet[Programme]:
    """The same programmes with focus areas and sub-goals at hand."""
    subgoals = Subgoal.objects.select_related("added_by").order_by("position")
    areas = FocusArea.objects.prefetch_related(Prefetch("subgoals", subgoals))
    return programmes.select_related("adopted_by", "amended_by").prefetch_related(
        Prefetch("focus_areas", areas)
    )


def programme_of(programme_id: int) -> Programme:
    """The programme with its goals at hand."""
    return with_goals(Programme.objects.filter(pk=programme_id)).get()


def told_programme(programme: Programme) -> domain.Programme:
    """The programme as a plan document tells it."""
    return domain.Programme(
        title=programme.title,
        horizon=programme.horizon,
        adopted=programme.adopted_by.date if programme.adopted_by else None,
        amended=programme.amended_by.date if programme.amended_by else None,
        in_force=domain.InForce(from_=programme.in_force_from, to=programme.in_force_to),
        vision=programme.vision,
        overall_goal=programme.overall_goal,
        overall_goal_variants=tuple(programme.overall_goal_variants),
        aligned_to=tuple(programme.aligned_to),
        aligned_to_source=programme.aligned_to_source,
        focus_areas=tuple(_told_focus_area(area) for area in programme.focus_areas.all()),
    )


def _told_focus_area(area: FocusArea) -> domain.FocusArea:
    return domain.FocusArea(
        name=area.name,
        goal=area.goal,
        goal_variants=tuple(area.goal_variants),
        subgoals=tuple(_told_subgoal(subgoal) for subgoal in area.subgoals.all()),
        group=area.group,
    )


def _told_subgoal(subgoal: Subgoal) -> domain.Subgoal:
    return domain.Subgoal(
        title=subgoal.title,
        added_by=subgoal.added_by.date if subgoal.added_by else None,
        variants=tuple(subgoal.variants),
    )


def closed_with(programme: Programme) -> str:
    """Its own adoption closes it, and so does a decided plan that it stands in."""
    title, decision = _closing(programme)
    return closed_words(title, decision) if decision else ""


def closing_decision(programme: Programme) -> Decision | None:
    """The decision that closes the programme."""
    return _closing(programme)[1]


def _closing(programme: Programme) -> tuple[str, Decision | None]:
    if programme.adopted_by:
        return programme.title, programme.adopted_by
    plan = programme.plans.filter(decided_by__isnull=False).select_related("decided_by").first()
    return (plan.title, plan.decided_by) if plan else ("", None)
