"""Next year's plan as it would be, beside the plan that it comes from."""

from dataclasses import dataclass, replace
from typing import Any

from radslag.domain.next_year import next_year, proposals, proposed, to_settle
from radslag.domain.plan_document import PlanDocument
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import members_of, told_member
from radslag.press.editions.queries import in_force
from radslag.windows.desk.queries.access import plain_page
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plan_of_year, plans_of


@dataclass(frozen=True)
class Step:
    """The newest decided plan, with the inhabitants known today, and the plan after it if any."""

    plan: Plan
    document: PlanDocument
    existing: Plan | None

    @property
    def year(self) -> int:
        """The year to plan for."""
        return self.plan.year + 1


def step_of(cooperation: Cooperation) -> Step | None:
    """From which plan to which year; None before any plan is decided."""
    plan = next(iter(plans_of(cooperation)), None)
    if plan is None:
        return None
    known = {member.name: told_member(member) for member in members_of(cooperation)}
    document = in_force(plan)
    members = tuple(
        replace(member, populations=known[member.name].populations) if member.name in known else member
        for member in document.cooperation.members
    )
    told = replace(document, year=plan.year, cooperation=replace(document.cooperation, members=members))
    return Step(plan, told, plan_of_year(cooperation, plan.year + 1))


def next_year_page(cooperation: Cooperation, step: Step | None) -> dict[str, Any]:
    """What is proposed and what is asked; or, when the plan exists, what remains to be settled in it."""
    context = plain_page(cooperation) | {"step": step}
    if step is None:
        return context
    if step.existing:
        remaining = to_settle(in_force(step.existing), step.document) if not step.existing.decided_by else ()
        return context | {"questions": remaining}
    made = next_year(step.document, proposed(step.document))
    return context | {
        "meetings": made.meetings,
        "questions": [each for each in made.questions if each.topic != "chairs"],
        "proposals": proposals(step.document, step.year),
    }
