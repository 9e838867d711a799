"""The action plan (handlingsplan) as somebody wants to see it: some of its rows, grouped and in an order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from radslag.domain.goal_tree import Row
from radslag.domain.plan_document import Activity, Programme, Responsible
from radslag.domain.swedish import sort_key

Grouping = Literal["goal", "body", "member", "time", "none"]
Order = Literal["plan", "title", "time", "responsible"]


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which rows to show and how; an empty string lets every row through.

    `time` is compared with the words of the time column, `text` looked for in all the row's words.
    """

    focus_area: str = ""
    body: str = ""
    member: str = ""
    time: str = ""
    text: str = ""
    grouping: Grouping = "goal"
    order: Order = "plan"

    @property
    def narrows(self) -> bool:
        """Whether some rows may be left out."""
        return any((self.focus_area, self.body, self.member, self.time, self.text))


@dataclass(frozen=True)
class Group:
    """Rows under a common heading; `within` is the wider heading they stand under, if any.

    A sub-goal without activity gives a group without rows.
    """

    heading: str
    rows: tuple[Row, ...]
    within: str = ""


@dataclass(frozen=True)
class Choices:
    """What the rows can be narrowed by, each sorted in Swedish order."""

    focus_areas: tuple[str, ...]
    bodies: tuple[str, ...]
    members: tuple[str, ...]
    times: tuple[str, ...]


def number_rows(activities: Iterable[Activity]) -> tuple[Row, ...]:
    """The activities with their places in the plan."""
    return tuple(Row(index, activity) for index, activity in enumerate(activities))


def party_name(party: Responsible) -> str:
    """What a responsible party is called: its body, its member, or the words of the source."""
    return party.body or party.member or party.text or ""


def members_in(activity: Activity) -> tuple[str, ...]:
    """The members that answer for the activity or lead the body that does."""
    named = [name for party in activity.responsible for name in (party.member, *party.leads) if name]
    return tuple(dict.fromkeys(named))


def bodies_in(activity: Activity) -> tuple[str, ...]:
    """The bodies, and parties known only by their words, that answer for the activity."""
    named = [party.body or party.text for party in activity.responsible]
    return tuple(dict.fromkeys(name for name in named if name))


def choices(rows: Iterable[Row]) -> Choices:
    """Everything that the rows can be narrowed by."""
    activities = [row.activity for row in rows]

    def each(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(names), key=sort_key))

    return Choices(
        focus_areas=tuple(dict.fromkeys(one.focus_area for one in activities if one.focus_area)),
        bodies=each(name for one in activities for name in bodies_in(one)),
        members=each(name for one in activities for name in members_in(one)),
        times=each(one.time.text for one in activities if one.time),
    )


def select(rows: Iterable[Row], selection: Selection) -> tuple[Row, ...]:
    """The rows that the selection lets through, in its order."""
    passing = [row for row in rows if _passes(row.activity, selection)]
    return tuple(sorted(passing, key=_ORDERS[selection.order]))


def group(rows: Sequence[Row], grouping: Grouping, programme: Programme | None = None) -> tuple[Group, ...]:
    """The rows under headings; a row with several parties or members stands under each of them.

    With a programme, grouping by goal also gives the sub-goals that no row serves.
    """
    if grouping == "goal":
        return _by_goal(rows, programme)
    return tuple(Group(heading, tuple(held)) for heading, held in _gather(rows, _HEADINGS[grouping]))


def _passes(activity: Activity, selection: Selection) -> bool:
    return (
        selection.focus_area in ("", activity.focus_area)
        and (not selection.body or selection.body in bodies_in(activity))
        and (not selection.member or selection.member in members_in(activity))
        and (not selection.time or bool(activity.time and activity.time.text == selection.time))
        and selection.text.casefold() in _words(activity).casefold()
    )


def _words(activity: Activity) -> str:
    parts = [activity.title, activity.comment, *activity.subgoals]
    parts += [activity.cost.text if activity.cost else None, activity.time.text if activity.time else None]
    parts += [
        word for party in activity.responsible for word in (party_name(party), *party.leads, party.part)
    ]
    return "\n".join(part for part in parts if part)


def _gather(
    rows: Iterable[Row], headings: Callable[[Activity], tuple[str, ...]]
) -> list[tuple[str, list[Row]]]:
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        for heading in headings(row.activity) or ("",):
            gathered.setdefault(heading, []).append(row)
    return sorted(gathered.items(), key=lambda pair: (not pair[0], sort_key(pair[0])))


def _by_goal(rows: Sequence[Row], programme: Programme | None) -> tuple[Group, ...]:
    gathered: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for row in rows:
        gathered.setdefault((row.activity.focus_area or "", row.activity.subgoals), []).append(row)
    served = {(area, title) for area, titles in gathered for title in titles}
    for area in programme.focus_areas if programme else ():
        for subgoal in area.subgoals:
            if (area.name, subgoal.title) not in served:
                gathered[area.name, (subgoal.title,)] = []
    place = _places(programme)
    ordered = sorted(gathered.items(), key=lambda pair: _first_place(pair[0], place))
    return tuple(Group(" · ".join(titles), tuple(held), area) for (area, titles), held in ordered)


def _places(programme: Programme | None) -> dict[tuple[str, str], tuple[int, int]]:
    areas = programme.focus_areas if programme else ()
    places = {(area.name, ""): (at, -1) for at, area in enumerate(areas)}
    for at, area in enumerate(areas):
        places |= {(area.name, subgoal.title): (at, n) for n, subgoal in enumerate(area.subgoals)}
    return places


def _first_place(
    key: tuple[str, tuple[str, ...]], places: Mapping[tuple[str, str], tuple[int, int]]
) -> tuple[int, int]:
    area, titles = key
    unknown = places.get((area, ""), (len(places), 0))
    return min((places.get((area, title), unknown) for title in titles), default=unknown)


def _time_order(row: Row) -> tuple[bool, date, str, int]:
    time = row.activity.time
    starts = time.from_ if time else None
    return (starts is None, starts or date.min, time.text if time else "", row.number)


_ORDERS: dict[Order, Callable[[Row], tuple[object, ...]]] = {
    "plan": lambda row: (row.number,),
    "title": lambda row: (row.activity.title is None, sort_key(row.activity.title or ""), row.number),
    "time": _time_order,
    "responsible": lambda row: (
        not row.activity.responsible,
        sort_key(", ".join(map(party_name, row.activity.responsible))),
        row.number,
    ),
}
_HEADINGS: dict[Grouping, Callable[[Activity], tuple[str, ...]]] = {
    "body": bodies_in,
    "member": members_in,
    "time": lambda activity: (activity.time.text,) if activity.time else (),
    "none": lambda _activity: (),
}
