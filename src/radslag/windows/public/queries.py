"""What the public pages show, asked for once a page: each answer is the context of a page's template."""

from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from radslag.decisions.meetings.queries import (
    calendar_of,
    decisions_of,
    next_meetings,
    told_decision,
    told_meeting,
)
from radslag.decisions.papers.queries import documents_of, told_document
from radslag.domain import action_plan as table
from radslag.domain import colours, mandate
from radslag.domain import plan_document as domain
from radslag.domain.comparison import compare
from radslag.domain.fee import PerInhabitant, Share, shares
from radslag.domain.findings import check
from radslag.domain.goal_tree import Row, goal_tree
from radslag.domain.money import total
from radslag.domain.plan_document import Conference, Fee, Meeting, Member, PlanDocument
from radslag.domain.population import is_preliminary, latest_population, population_on
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import bodies_of, held_seats, sitting_in, told_body
from radslag.people.looks.queries import emblem_of
from radslag.people.members import queries as members_queries
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperation_at, members_of, told_cooperation, told_member
from radslag.press.editions.queries import edition_in_force, in_force
from radslag.press.exchange.writing import COMPARISON_WRITERS, WRITERS, ComparisonWriter, Writer
from radslag.work.budget.queries import told_budget
from radslag.work.conferences.queries import told_conferences
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import known_bodies, only_in_drafts, plan_at, plans_of, told_activities
from radslag.work.programme.queries import programme_of, told_programme

LATEST = 5
FILES = {
    "verksamhetsplan": "plan",
    "handlingsplan": "action-plan",
    "kalender": "calendar",
    "budget": "budget",
    "program": "programme",
}


def today() -> date:
    """Today, in Sweden."""
    return timezone.localdate()


def start_page(request: HttpRequest) -> dict[str, Any]:
    """The installation's cooperations, and whether the visitor may begin one more."""
    user = request.user if isinstance(request.user, User) else None
    return {
        "cooperations": members_queries.cooperations(),
        "may_begin": user is not None and mandate.may(mandate.Act.BEGIN_COOPERATION, held_seats(user, None)),
    }


def cooperation_or_404(slug: str) -> Cooperation:
    """The cooperation at that address."""
    if found := cooperation_at(slug):
        return found
    raise Http404


def plan_or_404(request: HttpRequest, slug: str, year: int) -> Plan:
    """The plan for that year, if the visitor may see it."""
    user = request.user if isinstance(request.user, User) else None
    plan = plan_at(slug, year, with_drafts=user is not None)
    if plan is None or (plan.decided_by is None and not _sees_drafts(user, plan.cooperation)):
        raise Http404
    return plan


def _sees_drafts(user: User | None, cooperation: Cooperation) -> bool:
    return user is not None and mandate.may(mandate.Act.SEE_DRAFTS, held_seats(user, cooperation))


def current_plan(cooperation: Cooperation) -> Plan | None:
    """The decided plan for this year, or else the newest there is."""
    return _current_of(plans_of(cooperation))


def _current_of(decided: list[Plan]) -> Plan | None:
    this_year = [plan for plan in decided if plan.year == today().year]
    return next(iter([*this_year, *decided]), None)


def plain_page(cooperation: Cooperation) -> dict[str, Any]:
    """A page that shows nothing but itself, in the cooperation's frame."""
    return {"cooperation": cooperation, "plan": current_plan(cooperation)}


def front_page(cooperation: Cooperation) -> dict[str, Any]:
    """What the cooperation is, what is decided, what is next."""
    decided = plans_of(cooperation)
    plan = _current_of(decided)
    members = members_of(cooperation)
    document = in_force(plan) if plan else None
    return {
        "cooperation": cooperation,
        "plan": plan,
        "document": document,
        "members": members,
        "population": latest_population([told_member(member) for member in members]),
        "coming": _coming(cooperation, {plan.year for plan in decided}, document),
        "decisions": [told_decision(each) for each in decisions_of(cooperation)[:LATEST]],
        "findings": check(document) if document else (),
    }


def _coming(
    cooperation: Cooperation, years: set[int], document: PlanDocument | None
) -> list[Meeting | Conference]:
    """The next meetings in the decided calendars and the conferences the plan still holds, soonest first."""
    meetings = [told_meeting(one) for one in next_meetings(cooperation, today(), LATEST, years=years)]
    told = document.conferences if document else ()
    planned = [one for one in told if one.status == "planned" and one.date and one.date >= today()]
    coming: list[Meeting | Conference] = [*meetings, *planned]
    return sorted(coming, key=lambda one: one.date or date.max)[:LATEST]


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
        "slugs": _slugs(plan.cooperation),
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
        "slugs": _slugs(plan.cooperation),
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
    members = told_cooperation(plan.cooperation, members_of(plan.cooperation)).members
    decided = plan.decided_by.date if plan.decided_by else None
    counted_on = budget.fee.population_date if budget and budget.fee else None
    found = _shares(budget.fee if budget else None, members)
    return _of(plan) | {
        "budget": budget,
        "shares": found,
        "share_total": Share("", sum(share.population for share in found), total([one.fee for one in found])),
        "preliminary": bool(decided and counted_on and is_preliminary(counted_on, decided)),
    }


def _shares(fee: Fee | None, members: tuple[Member, ...]) -> tuple[Share, ...]:
    if fee is None or fee.per_inhabitant is None or fee.population_date is None:
        return ()
    return shares(PerInhabitant(fee.per_inhabitant), population_on(members, fee.population_date))


def members_page(cooperation: Cooperation) -> dict[str, Any]:
    """The members with their inhabitants on the last day that all have a figure for."""
    members = members_of(cooperation)
    population = latest_population([told_member(member) for member in members])
    return plain_page(cooperation) | {
        "members": members,
        "population": population,
        "counts": dict(population.counts) if population else {},
    }


def member_page(cooperation: Cooperation, slug: str) -> dict[str, Any]:
    """One member: its inhabitants year by year, its chairs, and the activities it answers for or leads."""
    plan = current_plan(cooperation)
    members = {member.slug: member for member in members_of(cooperation)}
    if slug not in members:
        raise Http404
    told = told_member(members[slug])
    bodies = _bodies(known_bodies(cooperation), plan)
    return {
        "cooperation": cooperation,
        "plan": plan,
        "member": told,
        "slugs": _slugs(cooperation),
        "seats": [(body, chair) for _, body in bodies for chair in body.chairs if chair.member == told.name],
        "rows": [
            row for row in (rows_of(plan) if plan else ()) if told.name in table.members_in(row.activity)
        ],
    }


def _bodies(rows: list[Body], plan: Plan | None) -> list[tuple[Body, domain.Body]]:
    """The bodies as the plan in force tells of them, and who chairs them now; of others only the name."""
    decided = {body.name: body for body in in_force(plan).bodies} if plan else {}
    now = [(row, told_body(row, plan.year if plan else None)) for row in rows]
    return [
        (row, replace(decided.get(row.name, domain.Body(name=row.name, kind=body.kind)), chairs=body.chairs))
        for row, body in now
    ]


def bodies_page(cooperation: Cooperation) -> dict[str, Any]:
    """All bodies with their chairs this year."""
    plan = current_plan(cooperation)
    bodies = _bodies(known_bodies(cooperation), plan)
    return {
        "cooperation": cooperation,
        "plan": plan,
        "bodies": [(row.slug, body) for row, body in bodies],
    }


def body_page(request: HttpRequest, cooperation: Cooperation, slug: str) -> dict[str, Any]:
    """One body: who chairs it, when it meets, what it carries out; one in drafts to whoever sees those."""
    plan = current_plan(cooperation)
    user = request.user if isinstance(request.user, User) else None
    known = bodies_of(cooperation) if _sees_drafts(user, cooperation) else known_bodies(cooperation)
    found = next(((row, body) for row, body in _bodies(known, plan) if row.slug == slug), None)
    if found is None:
        raise Http404
    stored, body = found
    calendar = calendar_of(cooperation, plan.year) if plan else []
    rows = rows_of(plan) if plan else ()
    return {
        "cooperation": cooperation,
        "plan": plan,
        "slug": slug,
        "body": body,
        "sitting": sitting_in(stored, today(), but=only_in_drafts(cooperation)),
        "meetings": sorted(
            (told_meeting(meeting) for meeting in calendar if meeting.body.slug == slug),
            key=lambda meeting: meeting.date,
        ),
        "rows": [row for row in rows if body.name in table.bodies_in(row.activity)],
        "today": today(),
    }


def decisions_page(cooperation: Cooperation) -> dict[str, Any]:
    """All decisions, the newest first."""
    return plain_page(cooperation) | {
        "decisions": [told_decision(each) for each in decisions_of(cooperation)]
    }


def documents_page(cooperation: Cooperation) -> dict[str, Any]:
    """The governing documents, and the plans that are decided, each with the one before it."""
    plans = plans_of(cooperation)
    return plain_page(cooperation) | {
        "documents": [told_document(each) for each in documents_of(cooperation)],
        "plans": list(zip_longest(plans, plans[1:])),
    }


def style_sheet_or_404(accent: str, seal: str) -> str:
    """The style sheet of the colour with that seal, so that no address ever holds another."""
    if colours.is_colour(accent) and colours.seal(accent) == seal:
        return colours.style_sheet(accent)
    raise Http404


def emblem_or_404(cooperation: Cooperation, file_name: str) -> bytes:
    """The picture in that file."""
    if found := emblem_of(cooperation, file_name):
        return bytes(found.data)
    raise Http404


def formats_of(name: str) -> tuple[str, ...]:
    """The formats that the file with that name is written in."""
    return tuple(form for part, form in WRITERS if part == FILES.get(name))


def writer_or_404(name: str, form: str) -> Writer:
    """What writes the file with that name in that format."""
    if writer := WRITERS.get((FILES.get(name, ""), form)):
        return writer
    raise Http404


def comparison_writer_or_404(form: str) -> ComparisonWriter:
    """What writes two plans side by side in that format."""
    if writer := COMPARISON_WRITERS.get(form):
        return writer
    raise Http404


def document_of(plan: Plan) -> PlanDocument:
    """The plan as a document, for those that write files of it."""
    return in_force(plan)


def current_document(cooperation: Cooperation) -> PlanDocument:
    """The current plan as a document."""
    if plan := current_plan(cooperation):
        return in_force(plan)
    raise Http404


def narrowed(document: PlanDocument, selection: table.Selection) -> PlanDocument:
    """The document with only the activities that the selection lets through, in its order."""
    rows = table.select(table.number_rows(document.activities), selection)
    return replace(document, activities=tuple(row.activity for row in rows))


def _of(plan: Plan) -> dict[str, Any]:
    return {"cooperation": plan.cooperation, "plan": plan}


def _slugs(cooperation: Cooperation) -> dict[str, dict[str, str]]:
    """The addresses of bodies and members by their names."""
    return {
        "bodies": {body.name: body.slug for body in cooperation.bodies.all()},
        "members": {member.name: member.slug for member in cooperation.members.all()},
    }
