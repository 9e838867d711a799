"""`{% load plan %}`: the plan's own shapes handed to the frame's drawings, and where a value is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from radslag.domain.action_plan import party_name
from radslag.domain.goal_tree import FocusAreaNode, GoalTree, Row, SubgoalNode
from radslag.domain.plan_document import Conference, Finding, Meeting, PlanDocument, Programme, Responsible
from radslag.domain.pointer_words import called
from radslag.domain.population import PopulationTable
from radslag.ground.shell import formats
from radslag.ground.shell.drawing import bars, sweden, year_wheel
from radslag.ground.shell.drawing.tree import Node
from radslag.ground.shell.language import address, spoken
from radslag.windows.public.queries.files import formats_of

register = template.Library()

BODY_RINGS = 3
PARTS = {
    "activities": _("Action plan"),
    "bodies": _("Organisation"),
    "budget": _("Budget"),
    "cooperation": _("Members"),
    "conferences": _("Conferences"),
    "decisions": _("Decisions"),
    "documents": _("Documents"),
    "meetings": _("Calendar"),
    "programme": _("Goals"),
    "prose": _("Plan"),
}
PAGES = {
    "activities": "action-plan",
    "bodies": "bodies",
    "budget": "budget",
    "conferences": "calendar",
    "cooperation": "members",
    "decisions": "decisions",
    "documents": "documents",
    "meetings": "calendar",
    "programme": "goals",
    "prose": "plan",
}
ANCHORED = {"bodies", "conferences", "decisions", "documents", "meetings", "prose"}
LASTING = {"bodies", "decisions", "documents", "members"}


@register.filter
def at(held: Mapping[Any, Any] | None, key: Any) -> Any:
    """`{{ slugs.bodies|at:name }}` what the mapping holds there, or nothing."""
    return (held or {}).get(key)


@register.filter
def row_title(row: Row) -> str:
    """What the row is called where it must have a name: its activity, or its comment."""
    return row.activity.title or row.activity.comment or gettext("Row without activity")


@register.filter
def parties(responsible: Sequence[Responsible], spoken: str = "") -> SafeString:
    """`{{ activity.responsible|parties:its }}` everyone responsible, each on a line, without links."""
    return format_html_join(
        mark_safe("<br>"),
        "<span{}>{}</span>{}{}",
        ((spoken, party_name(party), _leads(party), _part(party, spoken)) for party in responsible),
    )


def _leads(party: Responsible) -> str:
    return f" ({formats.join_words(party.leads)})" if party.leads else ""


def _part(party: Responsible, spoken: str) -> str:
    return format_html(' <span class="soft"{}>({})</span>', spoken, party.part) if party.part else ""


@register.inclusion_tag("public/parts/downloads.html", takes_context=True)
def downloads(context: Context, name: str, query: str = "") -> dict[str, Any]:
    """`{% downloads "handlingsplan" query %}` list items with the file in every format there is."""
    plan = context["plan"]
    urls = [
        (form, address(context["request"], "site:download", plan.cooperation.slug, plan.year, name, form))
        for form in formats_of(name)
    ]
    return {"urls": urls, "query": query}


@dataclass(frozen=True)
class Shown:
    """Where a value is shown: its name in words, the page, the source lines when they are known."""

    name: str
    url: str | None
    line: int | None


@register.simple_tag(takes_context=True)
def places_of(context: Context, finding: Finding) -> list[Shown]:
    """`{% places_of finding as places %}` where the finding's values stand, each place once."""
    known, document = context.get("places") or {}, context["document"]
    shown: dict[tuple[str | None, int | None], Shown] = {}
    for pointer in finding.places:
        url, line = _page_of(context, pointer), _line(known, pointer)
        shown.setdefault((url, line), Shown(_name_of(document, pointer), url, line))
    return list(shown.values())


def _name_of(document: PlanDocument, pointer: str) -> str:
    """The value's name, or for a whole part of the plan that of the page that shows it."""
    whole = PARTS.get(pointer.removeprefix("/"))
    return str(whole) if whole else called(document, pointer, spoken())


def _line(known: Mapping[str, Mapping[str, Any]], pointer: str) -> int | None:
    """The source line of the value, or of the nearest thing around it that has one."""
    while pointer:
        if place := known.get(pointer):
            return place.get("line")
        pointer = pointer.rpartition("/")[0]
    return None


def _page_of(context: Context, pointer: str) -> str | None:
    """The page that shows the value, at its place on it; None when no page does."""
    part, *rest = pointer.split("/")[1:]
    plan, request = context["plan"], context["request"]
    if part not in PAGES:
        return None
    slug, page = plan.cooperation.slug, PAGES[part]
    if part == "activities" and rest:
        return address(request, "site:activity", slug, plan.year, int(rest[0]) + 1)
    args = (slug,) if page in LASTING else (slug, plan.year)
    return address(request, f"site:{page}", *args) + _anchor(part, rest)


def _anchor(part: str, rest: Sequence[str]) -> str:
    if part == "programme" and rest[:1] == ["focus_areas"] and len(rest) > 1:
        subgoal = f"-{rest[3]}" if rest[2:3] == ["subgoals"] and len(rest) > 3 else ""
        return f"#focus-area-{rest[1]}{subgoal}"
    return f"#{part}-{rest[0]}" if part in ANCHORED and rest else ""


@register.inclusion_tag("shell/parts/tree.html")
def goal_picture(plan: Any, programme: Programme, tree: GoalTree) -> dict[str, Any]:
    """`{% goal_picture plan programme tree %}` the goals as they are drawn on paper."""
    branches = tuple(_branch(number, node) for number, node in enumerate(tree.focus_areas))
    title = programme.overall_goal or programme.title or plan.title
    kicker = gettext("Overall goal") if programme.overall_goal else ""
    return {"root": Node(title, kicker=kicker, children=branches), "spoken": plan.language}


def _branch(number: int, node: FocusAreaNode) -> Node:
    area = node.focus_area
    leaves = tuple(
        Node(leaf.subgoal.title, url=f"#focus-area-{number}-{at}", note=_served(leaf))
        for at, leaf in enumerate(node.subgoals)
    )
    return Node(area.goal or area.name, kicker=area.name if area.goal else "", children=leaves)


def _served(node: SubgoalNode) -> str:
    count = len(node.rows)
    return ngettext("%(count)s activity", "%(count)s activities", count) % {"count": count}


@register.inclusion_tag("shell/pictures/year_wheel.html")
def wheel(
    year: int,
    meetings: Sequence[tuple[int, Meeting]],
    conferences: Sequence[Conference],
    bodies: Sequence[Any],
    today: date,
) -> dict[str, Any]:
    """`{% wheel plan.year meetings conferences bodies today %}` the meetings and conferences in a ring.

    The bodies have a ring each in their order, those after the second share one.
    """
    names = [body.name for body in bodies]
    rings = names if len(names) <= BODY_RINGS else [*names[: BODY_RINGS - 1], gettext("Others")]
    events = [
        year_wheel.Event(meeting.date, meeting.body, _ring(meeting, names), when=_short(meeting.date))
        for _number, meeting in meetings
    ]
    held = [each for each in conferences if each.date and each.status in {"planned", "described"}]
    events += [
        year_wheel.Event(each.date, each.name, len(rings), when=_short(each.date))
        for each in held
        if each.date
    ]
    return {
        "wheel": year_wheel.year_wheel(year, events, today),
        "title": gettext("Year wheel %(year)s") % {"year": year},
        "description": gettext("Meetings and conferences round the year; the same stand in the list below."),
        "keys": list(enumerate([*rings, gettext("Conferences")] if held else rings)),
    }


def _ring(meeting: Meeting, names: Sequence[str]) -> int:
    return min(names.index(meeting.body), BODY_RINGS - 1)


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"


@register.inclusion_tag("public/parts/members_map.html", takes_context=True)
def members_map(context: Context, members: Sequence[Any], counts: Mapping[str, int]) -> dict[str, Any]:
    """`{% members_map members counts %}` the members on the map, darker the more live there."""
    cooperation, request = context["cooperation"], context["request"]
    drawn = sweden.map_of(
        [member.code for member in members if member.code],
        values={member.code: counts[member.name] for member in members if member.name in counts},
        urls={
            member.code: address(request, "site:member", cooperation.slug, member.slug) for member in members
        },
    )
    return {
        "drawing": drawn,
        "title": gettext("Map of the member municipalities"),
        "description": _(
            "The darker a municipality, the more people live there. The figures stand in the table."
        ),
    }


@register.filter
def share_of(count: int | None, population: PopulationTable) -> str:
    """`{{ count|share_of:population }}` 18,7 % of all the members' inhabitants."""
    if count is None or not population.total:
        return ""
    share = f"{100 * count / population.total:.1f}"
    return f"{share.replace('.', ',')}\N{NO-BREAK SPACE}%" if formats.in_swedish() else f"{share}%"


@register.filter
def with_bars(values: Sequence[Any], attribute: str) -> list[tuple[Any, float]]:
    """`{% for share, width in shares|with_bars:"population" %}` each with how long its bar is, 0–100."""
    return list(zip(values, bars.bar_widths([getattr(value, attribute) for value in values]), strict=True))
