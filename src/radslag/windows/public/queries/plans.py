"""The pages of a year's plan: each answer is the context of a page's template."""

from typing import Any

from django.http import Http404, HttpRequest

from radslag.decisions.meetings.queries import calendar_of, told_meeting
from radslag.domain import action_plan as table
from radslag.domain.comparison import compare
from radslag.domain.fee import PerInhabitant, Share, shares
from radslag.domain.findings import check
from radslag.domain.goal_tree import Row, goal_tree
from radslag.domain.money import total
from radslag.domain.plan_document import Fee, Member, PlanDocument
from radslag.domain.population import is_preliminary, population_on
from radslag.ground.accounts.models import User
from radslag.people.bodies.queries import bodies_of
from radslag.people.members.queries import members_of, told_cooperation
from radslag.press.editions.queries import edition_in_force, in_force
from radslag.windows.public.queries.site import sees_drafts, slugs_of, today
from radslag.work.budget.queries import told_budget
from radslag.work.conferences.queries import told_conferences
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plan_at, plans_of, told_activities
from radslag.work.programme.queries import programme_of, told_programme


def plan_or_404(request: HttpRequest, slug: str, year: int) -> Plan:
    """The plan for that year, if the visitor may see it."""
    user = request.user if isinstance(request.user, User) else None
    plan = plan_at(slug, year, with_drafts=user is not None)
    if plan is None or (plan.decided_by is None and not sees_drafts(user, plan.cooperation)):
        raise Http404
    return plan


def plan_page(plan: Plan) -> dict[str, Any]:
    """The plan to be read from beginning to end, with the seal of what was frozen."""
    document = in_force(plan)
    return _of(plan) | {
        "document": document,
        "edition": edition_in_force(plan),
        "sections": list(enumerate(document.prose)),
        "earlier": next((one for one in plans_of(plan.cooperation) if one.year < plan.year), None),
    }


def comparison_page(request: HttpRequest, slug: str, year: int, other: int) -> dict[str, Any]:
    """Two years' plans side by side, the earlier first whichever is asked for first."""
    earlier, later = (plan_or_404(request, slug, each) for each in sorted((year, other)))
    return _of(later) | {"earlier": earlier, "comparison": compare(in_force(earlier), in_force(later))}


def findings_page(plan: Plan) -> dict[str, Any]:
    """What does not add up in the plan, and where it stands."""
    document, edition = in_force(plan), edition_in_force(plan)
    findings = check(document)
    return _of(plan) | {
        "findings": findings,
        "by_severity": [
            (severity, [finding for finding in findings if finding.severity == severity])
            for severity in dict.fromkeys(finding.severity for finding in findings)
        ],
        "places": edition.places if edition else {},
        "slugs": slugs_of(plan.cooperation),
        "document": document,
    }


def goals_page(plan: Plan) -> dict[str, Any]:
    """The programme as a tree, with the activities that serve each sub-goal."""
    programme = told_programme(programme_of(plan.programme_id)) if plan.programme_id else None
    document = PlanDocument(
        year=plan.year,
        title=plan.title,
        cooperation=told_cooperation(plan.cooperation, []),
        programme=programme,
        activities=tuple(row.activity for row in rows_of(plan)),
    )
    return _of(plan) | {"programme": programme, "tree": goal_tree(document)}


def rows_of(plan: Plan) -> tuple[Row, ...]:
    """The rows of the plan's action plan."""
    return table.number_rows(told_activities(plan))


def action_plan_page(plan: Plan, rows: tuple[Row, ...], selection: table.Selection) -> dict[str, Any]:
    """The rows that the selection lets through, under its headings.

    Sub-goals without activity are shown while nothing is filtered away.
    """
    shown = table.select(rows, selection)
    whole = selection.grouping == "goal" and not selection.narrows
    programme = (
        told_programme(programme_of(plan.programme_id)) if whole and plan.programme_id is not None else None
    )
    return _of(plan) | {
        "selection": selection,
        "groups": table.group(shown, selection.grouping, programme),
        "shown": len(shown),
        "count": len(rows),
    }


def activity_page(plan: Plan, number: int) -> dict[str, Any]:
    """One row of the action plan, and the rows around it."""
    rows = {row.number: row for row in rows_of(plan)}
    if number not in rows:
        raise Http404
    return _of(plan) | {
        "row": rows[number],
        "count": len(rows),
        "before": rows.get(number - 1),
        "after": rows.get(number + 1),
        "siblings": [row for row in rows.values() if _shares_goal(row, rows[number])],
        "slugs": slugs_of(plan.cooperation),
    }


def _shares_goal(row: Row, other: Row) -> bool:
    return row != other and bool(set(row.activity.subgoals) & set(other.activity.subgoals))


def calendar_page(plan: Plan) -> dict[str, Any]:
    """The year's meetings and conferences; each meeting with its place in the plan."""
    meetings = [told_meeting(meeting) for meeting in calendar_of(plan.cooperation, plan.year)]
    return _of(plan) | {
        "meetings": sorted(enumerate(meetings), key=lambda pair: (pair[1].date, pair[0])),
        "conferences": told_conferences(plan),
        "feeds": [
            body for body in bodies_of(plan.cooperation) if body.name in {one.body for one in meetings}
        ],
        "today": today(),
    }


def budget_page(plan: Plan) -> dict[str, Any]:
    """Both sides of the budget, and each member's share of the fee."""
    budget = told_budget(plan)
    members = _members_in(plan)
    decided = plan.decided_by.date if plan.decided_by else None
    counted_on = budget.fee.population_date if budget and budget.fee else None
    found = _shares(budget.fee if budget else None, members)
    return _of(plan) | {
        "budget": budget,
        "shares": found,
        "share_total": Share("", sum(share.population for share in found), total([one.fee for one in found])),
        "preliminary": bool(decided and counted_on and is_preliminary(counted_on, decided)),
    }


def _members_in(plan: Plan) -> tuple[Member, ...]:
    """The members as the plan was decided for, or as they now are until it is."""
    if plan.decided_by_id:
        return in_force(plan).cooperation.members
    return told_cooperation(plan.cooperation, members_of(plan.cooperation)).members


def _shares(fee: Fee | None, members: tuple[Member, ...]) -> tuple[Share, ...]:
    if fee is None or fee.per_inhabitant is None or fee.population_date is None:
        return ()
    return shares(PerInhabitant(fee.per_inhabitant), population_on(members, fee.population_date))


def _of(plan: Plan) -> dict[str, Any]:
    return {"cooperation": plan.cooperation, "plan": plan}
