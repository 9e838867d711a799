"""Named questions about plans and their activities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from radslag.decisions.meetings.models import Meeting
from radslag.decisions.meetings.queries import closed_words, told_decision
from radslag.decisions.papers.queries import told_document
from radslag.domain import plan_document as domain
from radslag.domain import prose
from radslag.domain.money import Money
from radslag.domain.responsible import Parties
from radslag.ground.shell.numbers import number_in
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import with_chairs
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import (
    ActivityGoal,
    Plan,
    Responsible,
    Section,
    ToldBody,
    ToldDecision,
    ToldDocument,
)
from radslag.work.programme.models import Programme, Subgoal

ACTIVITY_FIELDS = (
    "pk",
    "title",
    "area",
    "cost_text",
    "cost_ore",
    "cost_approximate",
    "time_text",
    "time_from",
    "time_to",
    "recurring",
    "comment",
)


def plans_of(cooperation: Cooperation, *, with_drafts: bool = False) -> list[Plan]:
    """The cooperation's plans, the newest year first; only the decided ones unless drafts are asked for."""
    plans = Plan.objects.filter(cooperation=cooperation).select_related("decided_by")
    return list(plans if with_drafts else plans.filter(decided_by__isnull=False))


def plan_at(slug: str, year: int, *, with_drafts: bool = False) -> Plan | None:
    """The plan of the cooperation at that address for that year, with its programme and decision at hand."""
    plans = Plan.objects.filter(cooperation__slug=slug, year=year)
    if not with_drafts:
        plans = plans.filter(decided_by__isnull=False)
    return plans.select_related("cooperation", "decided_by", "programme").first()


def plan_of_year(cooperation: Cooperation, year: int) -> Plan | None:
    """The cooperation's plan for that year, decided or not."""
    return Plan.objects.filter(cooperation=cooperation, year=year).select_related("decided_by").first()


def plan_named(cooperation: Cooperation, year: str) -> Plan | None:
    """The cooperation's plan for the year that the words say."""
    number = number_in(year)
    return None if number is None else plan_of_year(cooperation, number)


def closed_by(plan: Plan | None) -> str:
    """By which decision the plan is read-only, as a Swedish sentence; "" while it is not decided."""
    return closed_words(plan.title, plan.decided_by) if plan and plan.decided_by else ""


def parties_of(cooperation: Cooperation) -> Parties:
    """Everyone that can be named as responsible in the cooperation."""
    bodies = list(cooperation.bodies.all())
    return Parties(
        members=tuple(member.name for member in cooperation.members.all()),
        bodies={name: body.name for body in bodies for name in (body.name, *body.abbreviations)},
        area=cooperation.area or None,
        secretariat=next((body.name for body in bodies if body.kind == "secretariat"), None),
    )


def told_activities(plan: Plan) -> tuple[domain.Activity, ...]:
    """The rows of the action plan in order, as a plan document tells them.

    They are read as bare rows: a model for each goal and responsible party would cost many times more.
    """
    goals = _by_activity(
        ActivityGoal.objects.filter(activity__plan=plan)
        .order_by("position")
        .values_list("activity", Coalesce("subgoal__title", "text"))
    )
    parties = _by_activity(
        Responsible.objects.filter(activity__plan=plan)
        .order_by("position")
        .values_list("activity", "body__name", "member__name", "text", "leads", "part")
    )
    rows = plan.activities.annotate(area=Coalesce("focus_area__name", "focus_area_text"))
    rows = rows.order_by("position").values(*ACTIVITY_FIELDS)
    return tuple(_told_activity(row, goals[row["pk"]], parties[row["pk"]]) for row in rows)


def _by_activity(rows: Iterable[tuple[Any, ...]]) -> Mapping[int, list[tuple[Any, ...]]]:
    gathered = defaultdict[int, list[tuple[Any, ...]]](list)
    for activity, *told in rows:
        gathered[activity].append(tuple(told))
    return gathered


def only_in_drafts(cooperation: Cooperation) -> Q:
    """The seats and members that nothing but a plan not yet decided tells of."""
    undecided = Plan.objects.filter(cooperation=cooperation, decided_by=None)
    return Q(told_in__in=undecided.values("year"))


def decisions_only_in_drafts(cooperation: Cooperation) -> Q:
    """The decisions that nothing but plans not yet decided, or their programmes, tell of."""
    plans = Plan.objects.filter(cooperation=cooperation)
    return _telling(plans.filter(decided_by=None)) & ~_telling(plans.filter(decided_by__isnull=False))


def _telling(plans: QuerySet[Plan]) -> Q:
    programmes = Programme.objects.filter(plans__in=plans)
    goals = Subgoal.objects.filter(focus_area__programme__in=programmes)
    ways = (
        ToldDecision.objects.filter(plan__in=plans).values("decision"),
        plans.filter(decided_by__isnull=False).values("decided_by"),
        programmes.filter(adopted_by__isnull=False).values("adopted_by"),
        programmes.filter(amended_by__isnull=False).values("amended_by"),
        goals.filter(added_by__isnull=False).values("added_by"),
    )
    return reduce(or_, (Q(pk__in=told) for told in ways))


def documents_only_in_drafts(cooperation: Cooperation) -> Q:
    """The governing documents that nothing but plans not yet decided tell of."""
    told = ToldDocument.objects.filter(plan__cooperation=cooperation)
    decided, drafted = (told.filter(plan__decided_by__isnull=is_draft) for is_draft in (False, True))
    return Q(pk__in=drafted.values("document")) & ~Q(pk__in=decided.values("document"))


def known_bodies(cooperation: Cooperation) -> list[Body]:
    """The bodies that all may know, with their chairs at hand.

    That is those that a decided plan presents, lets meet or holds responsible, and those somebody sits in.
    """
    decided = Plan.objects.filter(cooperation=cooperation, decided_by__isnull=False)
    named = (
        ToldBody.objects.filter(plan__in=decided),
        Meeting.objects.filter(body__cooperation=cooperation, year__in=decided.values("year")),
        Responsible.objects.filter(activity__plan__in=decided, body__isnull=False),
        Seat.objects.filter(cooperation=cooperation, told_in=None, body__isnull=False),
    )
    known = reduce(or_, (Q(pk__in=rows.values("body")) for rows in named))
    return list(with_chairs(cooperation.bodies.filter(known), but=only_in_drafts(cooperation)))


def bodies_in(plan: Plan) -> list[Body]:
    """The bodies that the plan presents, in its order, with their chairs at hand."""
    return list(with_chairs(plan.bodies.order_by("toldbody__position")))


def decisions_in(plan: Plan) -> tuple[domain.Decision, ...]:
    """The decisions that the plan tells of, in its order."""
    told = ToldDecision.objects.filter(plan=plan).select_related("decision")
    return tuple(told_decision(each.decision) for each in told)


def documents_in(plan: Plan) -> tuple[domain.Document, ...]:
    """The governing documents that the plan refers to, in its order."""
    told = ToldDocument.objects.filter(plan=plan).select_related("document")
    return tuple(told_document(each.document) for each in told)


def prose_of(plan: Plan) -> tuple[domain.Section, ...]:
    """The plan's running text, section by section."""
    return tuple(_told_section(section) for section in plan.sections.all())


def _told_section(section: Section) -> domain.Section:
    return domain.Section(
        heading=section.heading,
        number=section.number,
        part=section.part,  # type: ignore[arg-type]
        blocks=prose.from_json(section.blocks),
    )


def _told_activity(
    row: Mapping[str, Any], goals: Iterable[tuple[Any, ...]], parties: Iterable[tuple[Any, ...]]
) -> domain.Activity:
    return domain.Activity(
        title=row["title"],
        focus_area=row["area"],
        subgoals=tuple(title for (title,) in goals),
        responsible=tuple(
            domain.Responsible(body=body, member=member, text=text, leads=tuple(leads), part=part)
            for body, member, text, leads, part in parties
        ),
        cost=told_cost(row),
        time=told_time(row),
        comment=row["comment"],
    )


def told_cost(row: Mapping[str, Any]) -> domain.Cost | None:
    """What an activity with those columns costs."""
    if row["cost_text"] is None:
        return None
    amount = None if row["cost_ore"] is None else Money(row["cost_ore"])
    return domain.Cost(text=row["cost_text"], amount=amount, approximate=row["cost_approximate"])


def told_time(row: Mapping[str, Any]) -> domain.Time | None:
    """When an activity with those columns is done."""
    if row["time_text"] is None:
        return None
    return domain.Time(
        text=row["time_text"], from_=row["time_from"], to=row["time_to"], recurring=row["recurring"]
    )
