"""Two years side by side: nothing is lost, and each difference is told as what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import BUSES, ROADS, budget, line, plan, programme
from exchange.strategies import plan_documents
from radslag.domain.comparison import Change, Compared, PartName, compare
from radslag.domain.comparison.pairing import Named, pair
from radslag.domain.comparison.wording import word_changes
from radslag.domain.money import Money
from radslag.domain.next_year import next_year, proposed
from radslag.domain.plan_document import Activity, Cost, PlanDocument, Responsible, Subgoal, Time
from radslag.domain.swedish import Sum
from radslag.example import load_example

SPRING = Time(text="Våren", from_=date(2023, 1, 1), to=date(2023, 6, 30))


def items(before: PlanDocument, after: PlanDocument, name: PartName) -> tuple[Compared, ...]:
    return next(part.items for part in compare(before, after).parts if part.name == name)


def changes(before: PlanDocument, after: PlanDocument, name: PartName) -> list[tuple[str, str]]:
    return [(item.name, item.change) for item in items(before, after, name) if item.change != "same"]


def differing(item: Compared) -> dict[str, tuple[object, object]]:
    return {field.name: (field.before, field.after) for field in item.fields if field.differs}


def test_a_plan_is_the_same_as_itself() -> None:
    for document in (plan(), load_example()):
        compared = compare(document, document)
        assert compared.is_empty
        assert {item.change for part in compared.parts for item in part.items} == {"same"}


def test_activities_are_added_removed_and_changed() -> None:
    later = replace(ROADS, time=SPRING, cost=Cost(text="100 tkr"))
    new = Activity(title="Skridskobana på sjön", focus_area="Vägar")
    assert changes(plan(), plan(activities=(new, later)), "activities") == [
        ("Skridskobana på sjön", "added"),
        ("Gemensam vägplan", "changed"),
        ("Fler bussturer", "removed"),
    ]
    changed = items(plan(), plan(activities=(later,)), "activities")[0]
    assert differing(changed) == {"time": (None, "Våren"), "cost": (None, "100 tkr")}
    assert (changed.before, changed.after) == (0, 0)


def test_a_title_in_other_words_is_of_the_same_activity() -> None:
    reworded = replace(ROADS, title="Gemensam vägplan för cyklister")
    [first, second] = items(plan(), plan(activities=(BUSES, reworded)), "activities")
    assert (first.change, second.change) == ("same", "changed")
    assert [(each.text, each.change) for each in second.fields[0].words] == [
        ("Gemensam vägplan", "same"),
        (" för cyklister", "added"),
    ]


def test_an_activity_that_moves_to_another_focus_area_is_the_same_one() -> None:
    moved = replace(ROADS, focus_area="Skolor")
    twin = replace(ROADS, title="Gemensam vägplan i trakten")
    [first, second] = items(plan(activities=(ROADS,)), plan(activities=(twin, moved)), "activities")
    assert (first.change, second.change) == ("added", "changed")
    assert differing(second) == {"focus_area": ("Vägar", "Skolor")}


def test_responsible_are_told_with_leaders_and_parts() -> None:
    other = replace(
        ROADS, responsible=(Responsible(member="Björkby", part="cyklar"), Responsible(text="alla"))
    )
    [changed] = items(plan(activities=(ROADS,)), plan(activities=(other,)), "activities")
    assert differing(changed) == {
        "responsible": ("nätverket för skolchefer (Björkby)", "Björkby (cyklar), alla")
    }


def test_rows_without_a_title_are_known_by_their_comment() -> None:
    bare = Activity(title=None, comment="Granfors driver frågan vidare.")
    [same] = items(plan(activities=(bare,)), plan(activities=(bare,)), "activities")
    assert same.change == "same"


def test_goals_meetings_members_and_bodies_are_compared() -> None:
    old = plan()
    told = programme(Subgoal(title="Säkrare skolvägar"), Subgoal(title="Cykel året runt"))
    assert changes(old, plan(programme=told), "goals") == [
        ("Tätare busstrafik", "removed"),
        ("Cykel året runt", "added"),
    ]
    fewer = replace(
        old.meetings[0], start=time(9), end=time(10), date=date(2023, 2, 8), kind="planning_conference"
    )
    [committee, directors] = items(old, plan(meetings=(fewer,)), "meetings")
    assert differing(committee) == {
        "meetings": (4, 1),
        "weekday": (3, 2),
        "hours": (None, (time(9), time(10))),
        "planning_conference": (None, date(2023, 2, 8)),
    }
    assert directors.change == "removed"
    two = replace(old.cooperation, members=old.cooperation.members[:2])
    assert changes(old, plan(cooperation=two), "members") == [("Tallköping", "removed")]
    vacant = replace(old.bodies[0], chairs=())
    [changed] = [
        item for item in items(old, plan(bodies=(vacant, *old.bodies[1:])), "bodies") if differing(item)
    ]
    assert differing(changed) == {"chair": ("Åsa Lindh, Björkby", None)}


def test_budgets_are_compared_line_by_line() -> None:
    dearer = budget(
        costs=(line("Personal", 220_000), line("Resor", 5_000)), costs_total=Money.from_kronor(225_000)
    )
    told = {(item.within, item.name): item for item in items(plan(), plan(budget=dearer), "budget")}
    assert {key: item.change for key, item in told.items() if item.change != "same"} == {
        ("costs", "Personal"): "changed",
        ("costs", "Möten"): "removed",
        ("costs", "Resor"): "added",
        ("costs_total", "total"): "changed",
    }
    assert differing(told["costs", "Personal"]) == {
        "amount": (Sum(Money.from_kronor(200_000), approximate=True), Sum(Money.from_kronor(220_000)))
    }
    assert changes(plan(), plan(budget=None), "budget")[0] == ("fee", "removed")


def test_next_years_plan_beside_this_years() -> None:
    old = load_example()
    told = compare(old, next_year(old, proposed(old)).document)
    kinds: tuple[Change, ...] = ("added", "removed", "changed")
    counts = {part.name: {change: part.count(change) for change in kinds} for part in told.parts}
    assert counts["activities"] == {"added": 0, "removed": 3, "changed": 0}
    assert counts["bodies"] == {"added": 0, "removed": 0, "changed": 2}
    assert counts["members"] == {"added": 0, "removed": 0, "changed": 8}
    assert counts["goals"] == {"added": 0, "removed": 0, "changed": 0}


@settings(max_examples=25)
@given(plan_documents, plan_documents)
def test_everything_of_both_years_occurs_exactly_once(before: PlanDocument, after: PlanDocument) -> None:
    for part in compare(before, after).parts:
        early = sorted(item.before for item in part.items if item.before is not None)
        late = [item.after for item in part.items if item.after is not None]
        assert early == list(range(len(early)))
        assert late == list(range(len(late)))
    rows = items(before, after, "activities")
    assert sum(item.before is not None for item in rows) == len(before.activities)
    assert sum(item.after is not None for item in rows) == len(after.activities)


names = st.builds(Named, st.text("abc ", max_size=6), st.sampled_from(["", "x", "y"]))


@given(st.lists(names, max_size=8), st.lists(names, max_size=8))
def test_pairing_loses_nothing_and_pairs_equals(before: list[Named], after: list[Named]) -> None:
    pairs = pair(before, after)
    assert sorted(early for early, _ in pairs if early is not None) == list(range(len(before)))
    assert [late for _, late in pairs if late is not None] == list(range(len(after)))
    lone = {before[early].key for early, late in pairs if late is None and early is not None}
    assert lone.isdisjoint(after[late].key for early, late in pairs if early is None and late is not None)


@given(st.text(), st.text())
def test_word_changes_hold_both_wordings(before: str, after: str) -> None:
    told = word_changes(before, after)
    assert "".join(each.text for each in told if each.change != "added") == before
    assert "".join(each.text for each in told if each.change != "removed") == after
    assert before != after or {each.change for each in told} <= {"same"}


@pytest.mark.parametrize("count", [240])
def test_a_long_plan_is_compared_quickly_enough_to_be_shown(count: int) -> None:
    rows = [replace(ROADS, title=f"Uppgift {n} om väg {n * 7} och bro {n * 11}") for n in range(count)]
    later = [replace(each, title=f"{each.title} igen") for each in rows]
    told = items(plan(activities=tuple(rows)), plan(activities=tuple(later)), "activities")
    assert {item.change for item in told} == {"changed"}
    assert all(item.before == item.after for item in told)
