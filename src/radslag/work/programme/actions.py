"""Stores development programmes."""

from django.db import transaction

from radslag.decisions.meetings.actions import decision_of
from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.members.models import Cooperation
from radslag.work.programme.models import FocusArea, Programme, Subgoal
from radslag.work.programme.queries import programmes_of, told_programme


@transaction.atomic
def store_programme(
    cooperation: Cooperation, told: domain.Programme, *, acting_user: User | None
) -> Programme:
    """The programme told of: the one already stored if it says the same, else a new one."""
    for stored in programmes_of(cooperation):
        if told_programme(stored) == told:
            return stored
    programme = Programme.objects.create(
        cooperation=cooperation,
        title=told.title,
        horizon=told.horizon,
        adopted_by=decision_of(cooperation, told.adopted, told.title, acting_user=acting_user),
        amended_by=decision_of(cooperation, told.amended, told.title, acting_user=acting_user),
        in_force_from=told.in_force.from_,
        in_force_to=told.in_force.to,
        vision=told.vision,
        overall_goal=told.overall_goal,
        overall_goal_variants=list(told.overall_goal_variants),
        aligned_to=list(told.aligned_to),
        aligned_to_source=told.aligned_to_source,
    )
    for position, area in enumerate(told.focus_areas):
        _store_focus_area(programme, area, position, acting_user=acting_user)
    enter("programme.stored", told.title, acting_user=acting_user, cooperation_slug=cooperation.slug)
    return programme


def _store_focus_area(
    programme: Programme, told: domain.FocusArea, position: int, *, acting_user: User | None
) -> None:
    area = FocusArea.objects.create(
        programme=programme,
        position=position,
        name=told.name,
        goal=told.goal,
        goal_variants=list(told.goal_variants),
        group=told.group,
    )
    Subgoal.objects.bulk_create(
        Subgoal(
            focus_area=area,
            position=place,
            title=subgoal.title,
            added_by=decision_of(
                programme.cooperation,
                subgoal.added_by,
                f"Delmålet ”{subgoal.title}”",
                kind="delmål",
                acting_user=acting_user,
            ),
            variants=list(subgoal.variants),
        )
        for place, subgoal in enumerate(told.subgoals)
    )
