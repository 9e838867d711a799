"""The pages that a plan is edited in, part by part, and what has been changed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from radslag.decisions.meetings.actions import MEETING
from radslag.decisions.meetings.models import Meeting
from radslag.domain.findings import check
from radslag.domain.mandate import Act, may
from radslag.domain.plan_document import Finding
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Kind, changes_of, changes_within
from radslag.people.bodies.actions.editing import BODY
from radslag.people.bodies.actions.membership import MEMBER
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import plan_that_names
from radslag.people.members.models import Cooperation, Member
from radslag.press.editions.queries import in_force
from radslag.windows.desk.queries.access import plain_page
from radslag.windows.desk.queries.editing import Looking, Part
from radslag.windows.desk.queries.history import changes_told
from radslag.work.budget.actions import FEE, LINE
from radslag.work.budget.models import Budget, Line
from radslag.work.conferences.actions import CONFERENCE
from radslag.work.conferences.models import Conference
from radslag.work.plans.actions.editing import ACTIVITY, PLAN, SECTION
from radslag.work.plans.models import Activity, ActivityGoal, Plan, Responsible, Section
from radslag.work.plans.queries import closed_by, plan_at
from radslag.work.programme.actions import FOCUS_AREA, PROGRAMME, SUBGOAL
from radslag.work.programme.models import FocusArea, Subgoal
from radslag.work.programme.queries import closed_with, closing_decision

MOST_CHANGES = 100


@dataclass(frozen=True)
class Tally:
    """How much in a plan does not add up."""

    errors: int
    warnings: int

    def __bool__(self) -> bool:
        return bool(self.errors or self.warnings)


def tally_of(findings: Iterable[Finding]) -> Tally:
    """How many of the findings are errors and warnings."""
    gravity = Counter(finding.severity for finding in findings)
    return Tally(gravity["error"], gravity["warning"])


def plan_or_404(cooperation: Cooperation, year: int, at_hand: str = "focus_areas") -> Plan:
    """The plan for that year, decided or not, with its cooperation and that of its programme at hand."""
    plan = plan_at(cooperation.slug, year, with_drafts=True)
    if plan is None:
        raise Http404
    plan.cooperation = cooperation
    if plan.programme:
        prefetch_related_objects([plan.programme], at_hand)
    return plan


def working_plan_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The plan in brief: what state it is in, what is missing in it, where its parts are."""
    plan = plan_or_404(cooperation, year)
    looking, document = Looking(cooperation, user), in_force(plan)
    findings = check(document)
    return _page(looking, plan, [looking.part(PLAN, [plan], closed=closed_by(plan))]) | {
        "document": document,
        "findings": findings,
        "tally": tally_of(findings),
        "may_decide": plan.decided_by is None and may(Act.TAKE_IN_PLAN, looking.seats),
    }


def activities_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The action plan, row by row in its order."""
    plan, looking = plan_or_404(cooperation, year), Looking(cooperation, user)
    if not may(Act.EDIT_PLAN, looking.seats):
        prefetch_related_objects([cooperation], "members")  # who leads an activity may change it
    elif plan.programme:
        prefetch_related_objects([plan.programme], "focus_areas__subgoals")
    rows = ACTIVITY.rows(cooperation).filter(plan=plan)
    rows = rows.prefetch_related(
        Prefetch("goals", ActivityGoal.objects.select_related("subgoal")),
        Prefetch("responsible", Responsible.objects.select_related("body", "member")),
    )
    part = looking.part(
        ACTIVITY,
        _of_plan(rows, plan),
        heading=_("Activities"),
        empty=_("No activities yet."),
        closed=closed_by(plan),
        new=Activity(plan=plan),
        beside={"year": str(year)},
    )
    return _page(looking, plan, [part])


def text_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The running text, section by section."""
    plan, looking = plan_or_404(cooperation, year), Looking(cooperation, user)
    part = looking.part(
        SECTION,
        _of_plan(SECTION.rows(cooperation).filter(plan=plan), plan),
        heading=_("Sections"),
        empty=_("No running text yet."),
        closed=closed_by(plan),
        new=Section(plan=plan),
        beside={"year": str(year)},
    )
    return _page(looking, plan, [part]) | {"prose": True}


def _of_plan(rows: Any, plan: Plan) -> list[Any]:
    found = list(rows)
    for row in found:
        row.plan = plan
    return found


def calendar_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The meetings in the order of their dates, and the conferences."""
    plan = plan_or_404(cooperation, year)
    prefetch_related_objects([cooperation], "bodies")
    looking, closed, beside = Looking(cooperation, user), closed_by(plan), {"year": str(year)}
    meetings = list(MEETING.rows(cooperation).filter(year=year).order_by("date", "start", "position"))
    for meeting in meetings:
        meeting.body.cooperation = cooperation
    body = next(iter(cooperation.bodies.all()), None)
    conferences = _of_plan(CONFERENCE.rows(cooperation).filter(plan=plan), plan)
    dates = looking.part(
        MEETING,
        meetings,
        heading=_("Meetings"),
        closed=closed,
        new=Meeting(body=body, year=year) if body else None,
        beside=beside | ({"body": str(body.pk)} if body else {}),
        empty=_("No meetings yet.") if body else _("No meetings yet: there is no body to meet. Begin one."),
    )
    others = looking.part(
        CONFERENCE,
        conferences,
        heading=_("Conferences"),
        closed=closed,
        new=Conference(plan=plan),
        beside=beside,
        empty=_("No conferences yet."),
    )
    return _page(looking, plan, [replace(dates, is_ordered=False), others])


def budget_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The fee and both sides of the budget."""
    plan = plan_or_404(cooperation, year)
    looking, closed = Looking(cooperation, user), closed_by(plan)
    budget = Budget.objects.filter(plan=plan).first()
    lines = list(budget.lines.all()) if budget else []
    sides = [
        (Line.Side.INCOME, _("Income"), _("No income yet.")),
        (Line.Side.COSTS, _("Costs"), _("No costs yet.")),
    ]
    parts = [
        looking.part(
            LINE,
            [line for line in lines if line.side == side],
            heading=heading,
            closed=closed,
            new=Line(side=side),
            beside={"year": str(year), "side": side.value},
            anchor=side.value,
            empty=empty,
        )
        for side, heading, empty in sides
    ]
    fee = looking.part(
        FEE,
        [budget] if budget else [],
        heading=_("Fee and totals"),
        closed=closed,
        empty=_("The fee and the totals are set once the budget has its first line."),
    )
    return _page(looking, plan, [*parts, fee])


def goals_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The programme, its focus areas, and the sub-goals of each."""
    plan = plan_or_404(cooperation, year, "focus_areas__subgoals")
    looking, programme = Looking(cooperation, user), plan.programme
    if programme is None:
        return _page(looking, plan, []) | {"choosable": cooperation.programmes.exists()}
    closed, areas = closed_with(programme), list(programme.focus_areas.all())
    part = looking.part(
        FOCUS_AREA,
        areas,
        heading=_("Focus areas"),
        closed=closed,
        new=FocusArea(programme=programme),
        beside={"programme": str(programme.pk)},
    )
    homes = tuple((area.pk, area.name) for area in areas)
    inner = [replace(_subgoals(looking, area, closed), home=area.pk, homes=homes) for area in areas]
    things = tuple(replace(thing, inner=goals) for thing, goals in zip(part.things, inner, strict=True))
    parts = [looking.part(PROGRAMME, [programme], closed=closed), replace(part, things=things)]
    return _page(looking, plan, parts) | {"closed": closed, "rests_on": closing_decision(programme)}


def _subgoals(looking: Looking, area: FocusArea, closed: str) -> Part:
    return looking.part(
        SUBGOAL,
        area.subgoals.all(),
        heading=_("Sub-goals: %(area)s") % {"area": area.name},
        closed=closed,
        new=Subgoal(focus_area=area),
        beside={"area": str(area.pk)},
        anchor=f"subgoals-{area.pk}",
    )


def body_page(cooperation: Cooperation, user: User, slug: str) -> dict[str, Any]:
    """What is said of a body."""
    body = Body.objects.filter(cooperation=cooperation, slug=slug).first()
    if body is None:
        raise Http404
    looking, closed = Looking(cooperation, user), BODY.closed(body, "name")
    part = looking.part(BODY, [body])
    values = [
        replace(one, is_open=one.is_open and not (closed and one.is_first)) for one in part.things[0].values
    ]
    things = (replace(part.things[0], values=tuple(values)),)
    return _page(looking, None, [replace(part, things=things)]) | {
        "title": body.name,
        "closed": closed,
        "named_by": plan_that_names(body) if closed else None,
        "body": body,
    }


def members_page(cooperation: Cooperation, user: User) -> dict[str, Any]:
    """The member municipalities in their order, and how many live there."""
    looking = Looking(cooperation, user)
    rows = list(MEMBER.rows(cooperation).prefetch_related("populations"))
    part = looking.part(MEMBER, rows, new=Member(cooperation=cooperation))
    return _page(looking, None, [part], within="members") | {"title": _("Members")}


def changes_page(cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """The newest changes of the plan and its programme."""
    plan = plan_or_404(cooperation, year)
    looking = Looking(cooperation, user)
    return _page(looking, plan, []) | {"changes": _changes(looking, _places(plan), MOST_CHANGES)}


@dataclass(frozen=True)
class Leaf:
    """A page of the working plan: how its address ends, what it is called, what it shows."""

    ending: str
    label: Any
    show: Callable[[Cooperation, User, int], dict[str, Any]]


PAGES: dict[str, Leaf] = {
    "working-plan": Leaf("", _("In brief"), working_plan_page),
    "edit-goals": Leaf("mal/", _("Goals"), goals_page),
    "edit-action-plan": Leaf("handlingsplan/", _("Action plan"), activities_page),
    "edit-calendar": Leaf("kalender/", _("Calendar"), calendar_page),
    "edit-budget": Leaf("budget/", _("Budget"), budget_page),
    "edit-text": Leaf("text/", _("Running text"), text_page),
    "changes": Leaf("andringar/", _("Changes"), changes_page),
}
"""The pages of a working plan by the names of their addresses."""


def page_of(name: str, cooperation: Cooperation, user: User, year: int) -> dict[str, Any]:
    """What the page with that name shows, and the way to the others."""
    shown = PAGES[name].show(cooperation, user, year)
    title = shown["plan"].title if name == "working-plan" else PAGES[name].label
    pages = [(f"site:desk:{each}", leaf.label, each == name) for each, leaf in PAGES.items()]
    return {"title": title, "here": name, "pages": pages, **shown}


def _places(plan: Plan) -> list[str]:
    return [f"year:{plan.year}", *([f"programme:{plan.programme_id}"] if plan.programme_id else [])]


def _page(looking: Looking, plan: Plan | None, parts: list[Part], within: str = "bodies") -> dict[str, Any]:
    places = _places(plan) if plan else [within]
    shown = {"plan": plan} if plan else plain_page(looking.cooperation)
    return shown | {
        "cooperation": looking.cooperation,
        "working": plan,
        "parts": parts,
        "closed": closed_by(plan),
        "rests_on": plan.decided_by if plan else None,
        "latest": next(iter(_changes(looking, places)), None),
    }


def _changes(looking: Looking, places: list[str], most: int = 1) -> list[dict[str, Any]]:
    changes = changes_within(looking.cooperation.slug, places, most)
    return changes_told(changes, looking.user, looking.seats)


def history_page(cooperation: Cooperation, user: User, kind: Kind, key: int) -> dict[str, Any]:
    """Everything that has been done to a thing, one that is removed as well."""
    looking = Looking(cooperation, user)
    row = kind.rows(cooperation).filter(pk=key).first()
    changes = changes_of(cooperation.slug, f"{kind.name}:{key}")
    if row is None and not changes:
        raise Http404
    return plain_page(cooperation) | {
        "kind": kind.title,
        "name": str(row) if row else changes[0].subject,
        "is_removed": row is None,
        "changes": changes_told(changes, user, looking.seats),
    }
