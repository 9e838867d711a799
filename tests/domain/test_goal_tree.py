"""The tree of goals and the activities under them."""

from __future__ import annotations

import pytest

from domain.builders import BUSES, ROADS, plan, programme
from radslag.domain.goal_tree import goal_tree, same_wording
from radslag.domain.plan_document import Activity, Subgoal


def test_activities_stand_under_their_subgoals() -> None:
    tree = goal_tree(plan())
    (area,) = tree.focus_areas
    assert [[row.activity for row in node.rows] for node in area.subgoals] == [[ROADS], [BUSES]]
    assert [node.pointer for node in tree.subgoals] == [
        "/programme/focus_areas/0/subgoals/0",
        "/programme/focus_areas/0/subgoals/1",
    ]
    assert (area.other_rows, tree.other_rows, tree.subgoals_without_rows()) == ((), (), ())


def test_a_row_of_two_subgoals_stands_under_both_and_counts_once() -> None:
    both = Activity(title="Kartor", subgoals=("säkrare skolvägar", "Tätare busstrafik."))
    (area,) = goal_tree(plan(activities=(ROADS, both))).focus_areas
    assert [[row.index for row in node.rows] for node in area.subgoals] == [[0, 1], [1]]
    assert [row.index for row in area.rows] == [0, 1]


def test_rows_without_subgoal_or_focus_area_are_kept() -> None:
    under_area = Activity(title="Kartor", focus_area="Vägar")
    nowhere = Activity(title="Fest", focus_area="Nöjen")
    tree = goal_tree(plan(activities=(under_area, nowhere)))
    assert [row.index for row in tree.focus_areas[0].other_rows] == [0]
    assert [row.index for row in tree.other_rows] == [1]
    assert [node.subgoal.title for node in tree.subgoals_without_rows()] == [
        "Säkrare skolvägar",
        "Tätare busstrafik",
    ]


def test_a_plan_without_programme_has_only_loose_rows() -> None:
    tree = goal_tree(plan(programme=None))
    assert tree.focus_areas == ()
    assert [row.index for row in tree.other_rows] == [0, 1]


def test_the_same_title_in_another_focus_area_is_another_subgoal() -> None:
    elsewhere = Activity(title="Kartor", focus_area="Skolor", subgoals=("Säkrare skolvägar",))
    tree = goal_tree(plan(programme=programme(Subgoal(title="Säkrare skolvägar")), activities=(elsewhere,)))
    assert [row.index for row in tree.other_rows] == [0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("För bättre verksamhet.", "för bättre  verksamhet"),
        ("får universitets-\nstatus*", "får universitetsstatus"),
        ("hela\u00a0länet", "hela länet"),
    ],
)
def test_differences_that_are_none(one: str, other: str) -> None:
    assert same_wording(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("god framkomlighet", "framkomlighet"), ("A-kassan", "akassan i"), ("mål 1", "mål 2")],
)
def test_differences_that_count(one: str, other: str) -> None:
    assert not same_wording(one, other)
