"""Stores development programmes, and says what is edited of one."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from radslag.decisions.meetings.actions import decision_of
from radslag.domain import plan_document as domain
from radslag.domain.editing import day, line, names, number, text
from radslag.domain.limits import YEARS
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Kind, column
from radslag.ground.register.actions import enter
from radslag.ground.shell.numbers import number_in
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.work.programme.models import FocusArea, Programme, Subgoal
from radslag.work.programme.queries import closed_with, programmes_of, told_programme


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


def _begin_area(cooperation: Cooperation, beside: Mapping[str, str]) -> FocusArea | None:
    programme = cooperation.programmes.filter(pk=number_in(beside.get("programme", "")) or 0).first()
    return FocusArea(programme=programme) if programme else None


def _begin_subgoal(cooperation: Cooperation, beside: Mapping[str, str]) -> Subgoal | None:
    areas = FocusArea.objects.filter(programme__cooperation=cooperation)
    area = areas.filter(pk=number_in(beside.get("area", "")) or 0).first()
    return Subgoal(focus_area=area) if area else None


PROGRAMME = Kind(
    name="programme",
    model=Programme,
    title=_("Programme"),
    fields=(
        column("title", _("Title"), line(needed=True)),
        column("vision", _("Vision"), text()),
        column("overall_goal", _("Overall goal"), text()),
        column("horizon", _("Aims at the year"), number(YEARS, grouped=False)),
        column("in_force_from", _("In force from"), day()),
        column("in_force_to", _("In force to"), day()),
        column("aligned_to", _("Goals of others that it serves"), names(), help=_("One on each line.")),
        column("aligned_to_source", _("Whose goals they are"), line()),
    ),
    cooperation="cooperation",
    held=held_seats,
    within=lambda programme: f"programme:{programme.pk}",
    closed=lambda programme, _field: closed_with(programme),
    at_hand=("cooperation", "adopted_by"),
    is_lasting=True,
)

FOCUS_AREA = Kind(
    name="focus-area",
    model=FocusArea,
    title=_("Focus area"),
    fields=(
        column("name", _("Focus area"), line(needed=True)),
        column("goal", _("Goal"), text()),
        column("group", _("Gathered under"), line()),
    ),
    cooperation="programme__cooperation",
    held=held_seats,
    within=lambda area: f"programme:{area.programme_id}",
    closed=lambda area, _field: closed_with(area.programme),
    at_hand=("programme__cooperation", "programme__adopted_by"),
    beside=("programme",),
    hanging={"subgoals": ("delmål", "delmål"), "activities": ("aktivitet", "aktiviteter")},
    begin=_begin_area,
    first="name",
)

SUBGOAL = Kind(
    name="subgoal",
    model=Subgoal,
    title=_("Sub-goal"),
    fields=(column("title", _("Sub-goal"), line(needed=True)),),
    cooperation="focus_area__programme__cooperation",
    held=held_seats,
    within=lambda subgoal: f"programme:{subgoal.focus_area.programme_id}",
    closed=lambda subgoal, _field: closed_with(subgoal.focus_area.programme),
    at_hand=("focus_area__programme__cooperation", "focus_area__programme__adopted_by"),
    beside=("focus_area",),
    hanging={"activities": ("aktivitet", "aktiviteter")},
    homes=lambda subgoal: subgoal.focus_area.programme.focus_areas.all(),
    begin=_begin_subgoal,
)
