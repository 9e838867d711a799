"""The action plan, narrowed, grouped and ordered."""

import pytest

from radslag.domain.action_plan import (
    Selection,
    bodies_in,
    choices,
    group,
    members_in,
    number_rows,
    select,
)
from radslag.domain.plan_document import Activity, FocusArea, Programme, Responsible, Subgoal, Time

ROADS = Activity(
    title="Vägar",
    focus_area="Trafik",
    subgoals=("Bättre vägar",),
    responsible=(Responsible(body="Planerarna"), Responsible(member="Ådala")),
    time=Time(text="Löpande", recurring=True),
)
BUSES = Activity(
    title="Bussar",
    focus_area="Trafik",
    subgoals=("Fler bussar",),
    responsible=(Responsible(body="Planerarna", leads=("Ödeby", "Arboga"), part="hållplatser"),),
    time=Time(text="Våren"),
    comment="Elbussar först.",
)
SCHOOLS = Activity(title="Skolor", focus_area="Skola", subgoals=("Nära skola",))
REMARK = Activity(title=None, comment="Ett påpekande utan aktivitet.")
ROWS = number_rows([ROADS, BUSES, SCHOOLS, REMARK])
PROGRAMME = Programme(
    title="Program",
    focus_areas=(
        FocusArea(name="Skola", subgoals=(Subgoal(title="Nära skola"), Subgoal(title="Lugn skola"))),
        FocusArea(name="Trafik", subgoals=(Subgoal(title="Fler bussar"), Subgoal(title="Bättre vägar"))),
    ),
)


def titles(rows: object) -> list[str | None]:
    return [row.activity.title for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["Vägar", "Bussar", "Skolor", None]),
        (Selection(focus_area="Trafik"), ["Vägar", "Bussar"]),
        (Selection(body="Planerarna", member="Ådala"), ["Vägar"]),
        (Selection(member="Arboga"), ["Bussar"]),
        (Selection(time="Våren"), ["Bussar"]),
        (Selection(text="ELBUSSAR"), ["Bussar"]),
        (Selection(text="hållplatser"), ["Bussar"]),
        (Selection(text="tåg"), []),
        (Selection(order="title"), ["Bussar", "Skolor", "Vägar", None]),
        (Selection(order="responsible"), ["Bussar", "Vägar", "Skolor", None]),
    ],
)
def test_a_selection_lets_through_what_it_names_in_its_order(
    selection: Selection, expected: list[str | None]
) -> None:
    assert titles(select(ROWS, selection)) == expected


def test_a_row_keeps_its_number_however_it_is_shown() -> None:
    assert [row.number for row in select(ROWS, Selection(order="title"))] == [2, 3, 1, 4]


def test_an_activity_knows_its_bodies_and_members() -> None:
    assert bodies_in(BUSES) == ("Planerarna",)
    assert members_in(BUSES) == ("Ödeby", "Arboga")
    assert bodies_in(Activity(title="x", responsible=(Responsible(text="Någon"),))) == ("Någon",)


def test_what_can_be_chosen_is_sorted_as_swedish_sorts() -> None:
    offered = choices(ROWS)
    assert offered.members == ("Arboga", "Ådala", "Ödeby")
    assert offered.focus_areas == ("Trafik", "Skola")
    assert offered.times == ("Löpande", "Våren")


def test_goals_stand_in_the_programmes_order_with_those_nobody_serves() -> None:
    groups = group(ROWS, "goal", PROGRAMME)
    assert [(each.within, each.heading, titles(each.rows)) for each in groups] == [
        ("Skola", "Nära skola", ["Skolor"]),
        ("Skola", "Lugn skola", []),
        ("Trafik", "Fler bussar", ["Bussar"]),
        ("Trafik", "Bättre vägar", ["Vägar"]),
        ("", "", [None]),
    ]


def test_a_row_stands_under_each_of_its_members_and_those_without_come_last() -> None:
    groups = group(ROWS, "member")
    assert [(each.heading, titles(each.rows)) for each in groups] == [
        ("Arboga", ["Bussar"]),
        ("Ådala", ["Vägar"]),
        ("Ödeby", ["Bussar"]),
        ("", ["Skolor", None]),
    ]
