"""The pages of members and bodies: each answer is the context of a page's template."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest

from radslag.decisions.meetings.queries import calendar_of, told_meeting
from radslag.domain import action_plan as table
from radslag.domain import plan_document as domain
from radslag.domain.population import latest_population
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import bodies_of, sitting_in, told_body
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import members_of, told_member
from radslag.press.editions.queries import in_force
from radslag.windows.public.queries.plans import rows_of
from radslag.windows.public.queries.site import current_plan, plain_page, sees_drafts, slugs_of, today
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import known_bodies, only_in_drafts


def members_page(cooperation: Cooperation) -> dict[str, Any]:
    """The members with their inhabitants on the last day that all have a figure for."""
    members = members_of(cooperation, but=only_in_drafts(cooperation))
    population = latest_population([told_member(member) for member in members])
    return plain_page(cooperation) | {
        "members": members,
        "population": population,
        "counts": dict(population.counts) if population else {},
    }


def member_page(cooperation: Cooperation, slug: str) -> dict[str, Any]:
    """One member: its inhabitants year by year, its chairs, and the activities it answers for or leads."""
    plan = current_plan(cooperation)
    known = members_of(cooperation, but=only_in_drafts(cooperation))
    members = {member.slug: member for member in known}
    if slug not in members:
        raise Http404
    told = told_member(members[slug])
    bodies = _bodies(known_bodies(cooperation), plan)
    return {
        "cooperation": cooperation,
        "plan": plan,
        "member": told,
        "slugs": slugs_of(cooperation),
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
    known = bodies_of(cooperation) if sees_drafts(user, cooperation) else known_bodies(cooperation)
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
