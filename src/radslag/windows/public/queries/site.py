"""What all pages of the cooperation start from, and its pages beside plan and people."""

from datetime import date
from itertools import zip_longest
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from radslag.decisions.meetings.models import Decision
from radslag.decisions.meetings.queries import decisions_of, next_meetings, told_decision, told_meeting
from radslag.decisions.papers.queries import documents_of, told_document
from radslag.domain import colours, mandate
from radslag.domain.findings import check
from radslag.domain.plan_document import Conference, Meeting, PlanDocument
from radslag.domain.population import latest_population
from radslag.ground.accounts.models import User
from radslag.people.bodies.queries import held_seats
from radslag.people.looks.queries import emblem_of
from radslag.people.members import queries as members_queries
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperation_at, members_of, told_member
from radslag.press.editions.queries import in_force
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import (
    decisions_only_in_drafts,
    documents_only_in_drafts,
    only_in_drafts,
    plans_of,
)

LATEST = 5


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


def current_plan(cooperation: Cooperation) -> Plan | None:
    """The decided plan for this year, or else the newest there is."""
    return _current_of(plans_of(cooperation))


def _current_of(decided: list[Plan]) -> Plan | None:
    this_year = [plan for plan in decided if plan.year == today().year]
    return next(iter([*this_year, *decided]), None)


def plain_page(cooperation: Cooperation) -> dict[str, Any]:
    """A page that shows nothing but itself, in the cooperation's frame."""
    return {"cooperation": cooperation, "plan": current_plan(cooperation)}


def sees_drafts(user: User | None, cooperation: Cooperation) -> bool:
    return user is not None and mandate.may(mandate.Act.SEE_DRAFTS, held_seats(user, cooperation))


def slugs_of(cooperation: Cooperation) -> dict[str, dict[str, str]]:
    """The addresses of bodies and members by their names."""
    return {
        "bodies": {body.name: body.slug for body in cooperation.bodies.all()},
        "members": {member.name: member.slug for member in cooperation.members.all()},
    }


def front_page(cooperation: Cooperation) -> dict[str, Any]:
    """What the cooperation is, what is decided, what is next."""
    decided = plans_of(cooperation)
    plan = _current_of(decided)
    members = members_of(cooperation, but=only_in_drafts(cooperation))
    document = in_force(plan) if plan else None
    return {
        "cooperation": cooperation,
        "plan": plan,
        "document": document,
        "members": members,
        "population": latest_population([told_member(member) for member in members]),
        "coming": _coming(cooperation, {plan.year for plan in decided}, document),
        "decisions": [told_decision(each) for each in _decisions(cooperation)[:LATEST]],
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


def decisions_page(cooperation: Cooperation) -> dict[str, Any]:
    """All decisions, the newest first."""
    return plain_page(cooperation) | {"decisions": [told_decision(each) for each in _decisions(cooperation)]}


def _decisions(cooperation: Cooperation) -> list[Decision]:
    return decisions_of(cooperation, but=decisions_only_in_drafts(cooperation))


def documents_page(cooperation: Cooperation) -> dict[str, Any]:
    """The governing documents, and the plans that are decided, each with the one before it."""
    plans = plans_of(cooperation)
    documents = documents_of(cooperation, but=documents_only_in_drafts(cooperation))
    return plain_page(cooperation) | {
        "documents": [told_document(each) for each in documents],
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
