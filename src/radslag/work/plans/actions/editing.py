"""What is edited of a plan: its title, its activities, its running text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from radslag.domain import plan_document as domain
from radslag.domain import prose
from radslag.domain.editing import choice, cost, line, names, period, responsible, text
from radslag.domain.editing import prose as running_text
from radslag.domain.goal_tree import same_wording, wording_key
from radslag.domain.mandate import Concern
from radslag.ground.editing.queries import Field, Kind, column
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import Activity, ActivityGoal, Plan, Responsible, Section
from radslag.work.plans.queries import closed_by, parties_of, plan_named, told_cost, told_time
from radslag.work.programme.models import FocusArea, Programme, Subgoal


def _year(row: Any) -> str:
    return f"year:{(row if isinstance(row, Plan) else row.plan).year}"


def _programmes(plan: Plan) -> dict[int | None, str]:
    """What each programme of the cooperation is called; those of one title by their years, or in order."""
    called: dict[int | None, str] = {None: ""}
    for programme in plan.cooperation.programmes.order_by("pk"):
        years = "–".join(
            str(day.year) if day else "" for day in (programme.in_force_from, programme.in_force_to)
        )
        tries = [programme.title, f"{programme.title} ({years})" if years != "–" else programme.title]
        tries += [f"{programme.title} ({number})" for number in range(2, len(called) + 2)]
        called[programme.pk] = next(name for name in tries if name not in called.values())
    return called


def _programmes_to_choose(plan: Plan) -> list[tuple[str, str]]:
    """Every programme; none of them only while the plan has none."""
    called = _programmes(plan)
    return [(name, name or "–") for key, name in called.items() if key or plan.programme_id is None]


def _put_programme(plan: Plan, key: int | None) -> None:
    """Let the plan build on that programme; what its activities serve is found there, or kept in words."""
    if plan.programme_id == key:
        return
    plan.programme = Programme.objects.get(pk=key) if key else None
    areas = {area.name: area for area in FocusArea.objects.filter(programme=key)}
    known = list(Subgoal.objects.filter(focus_area__programme=key))
    anywhere = {wording_key(goal.title): goal for goal in reversed(known)}
    in_area: dict[tuple[int | None, str], Subgoal] = {
        (goal.focus_area_id, wording_key(goal.title)): goal for goal in reversed(known)
    }
    rows = list(plan.activities.select_related("focus_area").prefetch_related("goals__subgoal"))
    for row in rows:
        name = _take_area(row)
        row.focus_area = areas.get(name)
        row.focus_area_text = None if row.focus_area else name or None
        for goal in row.goals.all():
            said, title = wording_key(str(goal)), str(goal)
            goal.subgoal = in_area.get((row.focus_area_id, said)) or anywhere.get(said)
            goal.text = "" if goal.subgoal else title
    Activity.objects.bulk_update(rows, ["focus_area", "focus_area_text"])
    goals = [goal for row in rows for goal in row.goals.all()]
    ActivityGoal.objects.bulk_update(goals, ["subgoal", "text"])


def _begin_activity(cooperation: Cooperation, beside: Mapping[str, str]) -> Activity | None:
    plan = plan_named(cooperation, beside.get("year", ""))
    return Activity(plan=plan) if plan else None


def _begin_section(cooperation: Cooperation, beside: Mapping[str, str]) -> Section | None:
    plan = plan_named(cooperation, beside.get("year", ""))
    return Section(plan=plan, part="plan") if plan else None


def _put_cost(activity: Activity, told: domain.Cost | None) -> None:
    activity.cost_text = told.text if told else None
    activity.cost_ore = told.amount.ore if told and told.amount else None
    activity.cost_approximate = bool(told and told.approximate)


def _take_cost(activity: Activity) -> domain.Cost | None:
    return told_cost(vars(activity))


def _put_time(activity: Activity, told: domain.Time | None) -> None:
    activity.time_text = told.text if told else None
    activity.time_from, activity.time_to = (told.from_, told.to) if told else (None, None)
    activity.recurring = bool(told and told.recurring)


def _take_time(activity: Activity) -> domain.Time | None:
    return told_time(vars(activity))


def _take_responsible(activity: Activity) -> tuple[domain.Responsible, ...]:
    prefetch_related_objects(
        [activity], Prefetch("responsible", Responsible.objects.select_related("body", "member"))
    )
    return tuple(
        domain.Responsible(
            body=party.body.name if party.body else None,
            member=party.member.name if party.member else None,
            text=party.text,
            leads=tuple(party.leads),
            part=party.part,
        )
        for party in activity.responsible.all()
    )


def _put_responsible(activity: Activity, told: Sequence[domain.Responsible]) -> None:
    cooperation = _with_parties(activity.plan.cooperation)
    bodies = {body.name: body for body in cooperation.bodies.all()}
    members = {member.name: member for member in cooperation.members.all()}
    activity.responsible.all().delete()
    Responsible.objects.bulk_create(
        Responsible(
            activity=activity,
            position=position,
            body=bodies.get(party.body or ""),
            member=members.get(party.member or ""),
            text=party.text,
            leads=list(party.leads),
            part=party.part,
        )
        for position, party in enumerate(told)
    )
    _forget(activity, "responsible")


def _with_parties(cooperation: Cooperation) -> Cooperation:
    prefetch_related_objects([cooperation], "bodies", "members")
    return cooperation


def _forget(activity: Activity, rows: str) -> None:
    """The rows at hand are no longer those that are stored."""
    getattr(activity, "_prefetched_objects_cache", {}).pop(rows, None)


def _take_goals(activity: Activity) -> list[str]:
    prefetch_related_objects([activity], Prefetch("goals", ActivityGoal.objects.select_related("subgoal")))
    return [goal.subgoal.title if goal.subgoal else goal.text for goal in activity.goals.all()]


def _put_goals(activity: Activity, titles: Sequence[str]) -> None:
    known = list(Subgoal.objects.filter(focus_area__programme=activity.plan.programme_id))
    known.sort(key=lambda subgoal: subgoal.focus_area_id != activity.focus_area_id)
    activity.goals.all().delete()
    goals = []
    for position, title in enumerate(titles):
        subgoal = next((one for one in known if same_wording(one.title, title)), None)
        text = "" if subgoal else title
        goals.append(ActivityGoal(activity=activity, position=position, subgoal=subgoal, text=text))
    ActivityGoal.objects.bulk_create(goals)
    _forget(activity, "goals")


def _programmes_goals(activity: Activity) -> list[tuple[str, list[str]]]:
    """The sub-goals of the plan's programme, gathered under its focus areas."""
    programme = activity.plan.programme
    areas = programme.focus_areas.all() if programme else ()
    return [(area.name, [" ".join(goal.title.split()) for goal in area.subgoals.all()]) for area in areas]


def _areas_of(plan: Plan) -> list[FocusArea]:
    if plan.programme is None:
        return []
    prefetch_related_objects([plan.programme], "focus_areas")
    return list(plan.programme.focus_areas.all())


def _areas(activity: Activity) -> list[str]:
    known = [area.name for area in _areas_of(activity.plan)]
    return list(
        dict.fromkeys(["", *([activity.focus_area_text] if activity.focus_area_text else []), *known])
    )


def _take_area(activity: Activity) -> str:
    return activity.focus_area.name if activity.focus_area else activity.focus_area_text or ""


def _put_area(activity: Activity, name: str) -> None:
    areas = _areas_of(activity.plan)
    activity.focus_area = next((area for area in areas if name and area.name == name), None)
    activity.focus_area_text = name if name and activity.focus_area is None else None


def _concern(activity: Activity) -> Concern:
    parties = list(activity.responsible.all())
    led = {name for party in parties for name in party.leads}
    leading = [one for one in activity.plan.cooperation.members.all() if one.name in led] if led else []
    named = {party.member_id for party in parties if party.member_id}
    return Concern(
        bodies=frozenset(party.body_id for party in parties if party.body_id),
        members=frozenset(named | {member.pk for member in leading}),
    )


def _put_blocks(section: Section, blocks: Sequence[prose.Block]) -> None:
    section.blocks = prose.to_json(blocks)


PLAN = Kind(
    name="plan",
    model=Plan,
    title=_("Plan"),
    fields=(
        column("title", _("Title"), line(needed=True)),
        Field(
            name="programme",
            label=_("Builds on the programme"),
            form=lambda plan: choice(_programmes(plan)),
            take=lambda plan: plan.programme_id,
            put=_put_programme,
            options=_programmes_to_choose,
        ),
    ),
    cooperation="cooperation",
    held=held_seats,
    within=_year,
    closed=lambda plan, _field: closed_by(plan),
    at_hand=("cooperation", "decided_by"),
    is_lasting=True,
)

ACTIVITY = Kind(
    name="activity",
    model=Activity,
    title=_("Activity"),
    fields=(
        column("title", _("Activity"), line()),
        Field(
            name="focus_area",
            label=_("Focus area"),
            form=lambda row: choice({name: name for name in _areas(row)}),
            take=_take_area,
            put=_put_area,
            options=lambda row: [(name, name or "–") for name in _areas(row)],
        ),
        Field(
            name="subgoals",
            label=_("Sub-goals"),
            form=lambda row: names(chosen=row.plan.programme_id is not None),
            take=_take_goals,
            put=_put_goals,
            groups=_programmes_goals,
            carried_by="goals",
        ),
        Field(
            name="responsible",
            label=_("Responsible"),
            form=lambda row: responsible(lambda: parties_of(_with_parties(row.plan.cooperation))),
            take=_take_responsible,
            put=_put_responsible,
            help=_("Bodies and municipalities; those who lead, or the part of the work, in brackets."),
            carried_by="responsible",
        ),
        Field(name="cost", label=_("Cost"), form=lambda _row: cost(), take=_take_cost, put=_put_cost),
        Field(
            name="time",
            label=_("Time"),
            form=lambda row: period(row.plan.year),
            take=_take_time,
            put=_put_time,
        ),
        column("comment", _("Comment"), text()),
    ),
    cooperation="plan__cooperation",
    held=held_seats,
    within=_year,
    closed=lambda row, _field: closed_by(row.plan),
    at_hand=("plan__cooperation", "plan__decided_by", "plan__programme", "focus_area"),
    beside=("plan",),
    begin=_begin_activity,
    concern=_concern,
    shared=frozenset({"title", "responsible", "cost", "time", "comment"}),
)

SECTION = Kind(
    name="section",
    model=Section,
    title=_("Section"),
    fields=(
        column("heading", _("Heading"), line(needed=True)),
        column("number", _("Number"), line(longest=20)),
        Field(
            name="blocks",
            label=_("Text"),
            form=lambda _row: running_text(),
            take=lambda section: prose.from_json(section.blocks),
            put=_put_blocks,
            in_plain=lambda words: prose.plain_text(prose.from_json(json.loads(words or "[]"))),
        ),
    ),
    cooperation="plan__cooperation",
    held=held_seats,
    within=_year,
    closed=lambda row, _field: closed_by(row.plan),
    at_hand=("plan__cooperation", "plan__decided_by"),
    beside=("plan",),
    begin=_begin_section,
    first="heading",
)
