"""Named questions about plans and their activities."""

from collections.abc import Iterable

from django.db.models import Prefetch

from radslag.decisions.meetings.queries import told_decision
from radslag.decisions.papers.queries import told_document
from radslag.domain import plan_document as domain
from radslag.domain import prose
from radslag.domain.money import Money
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import with_chairs
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import (
    Activity,
    ActivityGoal,
    Plan,
    PlanDecision,
    PlanDocument,
    Responsible,
    Section,
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


def activities_of(plan: Plan) -> list[Activity]:
    """The rows of the action plan in order, with goals and responsible parties at hand."""
    goals = ActivityGoal.objects.select_related("subgoal").order_by("position")
    parties = Responsible.objects.select_related("body", "member").order_by("position")
    return list(
        plan.activities.select_related("focus_area").prefetch_related(
            Prefetch("goals", goals), Prefetch("responsible", parties)
        )
    )


def bodies_in(plan: Plan) -> list[Body]:
    """The bodies that the plan presents, in its order, with their chairs at hand."""
    return list(with_chairs(plan.bodies.order_by("planbody__position")))


def decisions_in(plan: Plan) -> tuple[domain.Decision, ...]:
    """The decisions that the plan tells of, in its order."""
    told = PlanDecision.objects.filter(plan=plan).select_related("decision")
    return tuple(told_decision(each.decision) for each in told)


def documents_in(plan: Plan) -> tuple[domain.Document, ...]:
    """The governing documents that the plan refers to, in its order."""
    told = PlanDocument.objects.filter(plan=plan).select_related("document")
    return tuple(told_document(each.document) for each in told)


def prose_of(plan: Plan) -> tuple[domain.Section, ...]:
    """The plan's running text, section by section."""
    return tuple(_told_section(section) for section in plan.sections.all())


def told_activities(activities: Iterable[Activity]) -> tuple[domain.Activity, ...]:
    """The rows as a plan document tells them."""
    return tuple(_told_activity(activity) for activity in activities)


def _told_section(section: Section) -> domain.Section:
    return domain.Section(
        heading=section.heading,
        number=section.number,
        part=section.part,  # type: ignore[arg-type]
        blocks=prose.from_json(section.blocks),
    )


def _told_activity(activity: Activity) -> domain.Activity:
    return domain.Activity(
        title=activity.title,
        focus_area=activity.focus_area.name if activity.focus_area else None,
        subgoals=tuple(str(goal) for goal in activity.goals.all()),
        responsible=tuple(_told_responsible(party) for party in activity.responsible.all()),
        cost=_told_cost(activity),
        time=_told_time(activity),
        comment=activity.comment,
    )


def _told_cost(activity: Activity) -> domain.Cost | None:
    if activity.cost_text is None:
        return None
    amount = None if activity.cost_ore is None else Money(activity.cost_ore)
    return domain.Cost(text=activity.cost_text, amount=amount, approximate=activity.cost_approximate)


def _told_time(activity: Activity) -> domain.Time | None:
    if activity.time_text is None:
        return None
    return domain.Time(
        text=activity.time_text,
        from_=activity.time_from,
        to=activity.time_to,
        recurring=activity.recurring,
    )


def _told_responsible(party: Responsible) -> domain.Responsible:
    return domain.Responsible(
        body=party.body.name if party.body else None,
        member=party.member.name if party.member else None,
        text=party.text,
        leads=tuple(party.leads),
        part=party.part,
    )
