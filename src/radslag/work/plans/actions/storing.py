"""Stores operational plans and their activities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from radslag.decisions.meetings.actions import decision_of
from radslag.decisions.meetings.models import Decision
from radslag.decisions.papers.models import GoverningDocument
from radslag.domain import plan_document as domain
from radslag.domain import prose
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.bodies.models import Body
from radslag.people.members.models import Cooperation, Member
from radslag.work.plans.models import (
    Activity,
    ActivityGoal,
    Plan,
    Responsible,
    Section,
    ToldBody,
    ToldDecision,
    ToldDocument,
)
from radslag.work.programme.models import Programme, Subgoal


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a plan refers to, already stored."""

    programme: Programme | None
    bodies: Mapping[str, Body]
    decisions: Sequence[Decision]
    documents: Sequence[GoverningDocument]


@transaction.atomic
def store_plan(
    cooperation: Cooperation,
    year: int,
    told: domain.PlanDocument,
    around: Surroundings,
    *,
    acting_user: User | None,
) -> Plan:
    """Make the cooperation's plan for that year what was told, activities and prose with it."""
    plan, _ = Plan.objects.update_or_create(
        cooperation=cooperation,
        year=year,
        defaults={
            "title": told.title,
            "language": told.language,
            "decided_by": decision_of(cooperation, told.decided, told.title, acting_user=acting_user),
            "programme": around.programme,
        },
    )
    _refer(plan, told, around)
    _store_prose(plan, told.prose)
    _store_activities(plan, told.activities, around)
    enter(
        "plan.stored",
        told.title,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        activities=len(told.activities),
    )
    return plan


@transaction.atomic
def put_in_force(plan: Plan, decision: Decision, *, acting_user: User | None) -> None:
    """Let the plan rest on that decision."""
    plan.decided_by = decision
    plan.save(update_fields=["decided_by"])
    enter(
        "plan.decided",
        plan.title,
        acting_user=acting_user,
        cooperation_slug=plan.cooperation.slug,
        about=f"plan:{plan.pk}",
        decided=decision.date.isoformat(),
    )


def _store_prose(plan: Plan, told: Sequence[domain.Section]) -> None:
    plan.sections.all().delete()
    Section.objects.bulk_create(
        Section(
            plan=plan,
            position=position,
            heading=section.heading,
            number=section.number,
            part=section.part,
            blocks=prose.to_json(section.blocks),
        )
        for position, section in enumerate(told)
    )


def _refer(plan: Plan, told: domain.PlanDocument, around: Surroundings) -> None:
    for through in (ToldBody, ToldDecision, ToldDocument):
        through.objects.filter(plan=plan).delete()
    ToldBody.objects.bulk_create(
        ToldBody(plan=plan, body=around.bodies[body.name], position=position)
        for position, body in enumerate(told.bodies)
    )
    ToldDecision.objects.bulk_create(
        ToldDecision(plan=plan, decision=decision, position=position)
        for position, decision in enumerate(around.decisions)
    )
    ToldDocument.objects.bulk_create(
        ToldDocument(plan=plan, document=document, position=position)
        for position, document in enumerate(around.documents)
    )


def _store_activities(plan: Plan, told: Sequence[domain.Activity], around: Surroundings) -> None:
    plan.activities.all().delete()
    areas = {area.name: area for area in around.programme.focus_areas.all()} if around.programme else {}
    stored = Activity.objects.bulk_create(
        Activity(
            plan=plan,
            position=position,
            title=activity.title,
            focus_area=areas.get(activity.focus_area or ""),
            focus_area_text=None if activity.focus_area in areas else activity.focus_area,
            comment=activity.comment,
            **_cost_fields(activity.cost),
            **_time_fields(activity.time),
        )
        for position, activity in enumerate(told)
    )
    _store_goals(stored, told, around.programme)
    _store_responsible(plan.cooperation, stored, told, around.bodies)


def _cost_fields(cost: domain.Cost | None) -> dict[str, Any]:
    if cost is None:
        return {}
    ore = None if cost.amount is None else cost.amount.ore
    return {"cost_text": cost.text, "cost_ore": ore, "cost_approximate": cost.approximate}


def _time_fields(time: domain.Time | None) -> dict[str, Any]:
    if time is None:
        return {}
    days = {"time_from": time.from_, "time_to": time.to}
    return {"time_text": time.text, "recurring": time.recurring, **days}


def _store_goals(
    stored: Sequence[Activity], told: Sequence[domain.Activity], programme: Programme | None
) -> None:
    known = Subgoal.objects.filter(focus_area__programme=programme).select_related("focus_area")
    in_area = {(subgoal.focus_area.name, subgoal.title): subgoal for subgoal in known}
    anywhere = {subgoal.title: subgoal for subgoal in known}
    goals = []
    for activity, row in zip(stored, told, strict=True):
        for position, title in enumerate(row.subgoals):
            subgoal = in_area.get((row.focus_area or "", title)) or anywhere.get(title)
            text = "" if subgoal else title
            goals.append(ActivityGoal(activity=activity, position=position, subgoal=subgoal, text=text))
    ActivityGoal.objects.bulk_create(goals)


def _store_responsible(
    cooperation: Cooperation,
    stored: Sequence[Activity],
    told: Sequence[domain.Activity],
    bodies: Mapping[str, Body],
) -> None:
    members = {member.name: member for member in Member.objects.filter(cooperation=cooperation)}
    parties = []
    for activity, row in zip(stored, told, strict=True):
        for position, party in enumerate(row.responsible):
            body, member = bodies.get(party.body or ""), members.get(party.member or "")
            text = party.text if body or member else party.text or party.body or party.member
            parties.append(
                Responsible(
                    activity=activity,
                    position=position,
                    body=body,
                    member=member,
                    text=text,
                    leads=list(party.leads),
                    part=party.part,
                )
            )
    Responsible.objects.bulk_create(parties)
