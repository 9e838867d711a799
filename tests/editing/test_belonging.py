"""What belongs where: sub-goals in focus areas, plans on programmes, and bodies that nothing points at."""

from __future__ import annotations

from datetime import date

import pytest

import people
from editing.conftest import last_entry, say
from radslag.domain.editing import FaultError
from radslag.domain.mandate import NotMandatedError
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import NotThereError, add, remove, transfer, undo
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.bodies.actions.editing import BODY
from radslag.people.members.models import Cooperation
from radslag.press.editions.queries import compose
from radslag.windows.desk.queries.editing import KINDS
from radslag.work.plans.actions.editing import ACTIVITY, PLAN
from radslag.work.plans.models import Plan
from radslag.work.programme.actions import FOCUS_AREA, SUBGOAL


def test_a_sub_goal_is_moved_to_another_focus_area_and_back(cooperation: Cooperation, plan: Plan) -> None:
    assert plan.programme
    before, (first, second, *_others) = compose(plan), plan.programme.focus_areas.all()
    goal = first.subgoals.all()[1]
    assert transfer(cooperation, SUBGOAL, goal.pk, second.pk, lambda _last: 2, acting_user=None) == 2
    assert second.subgoals.all()[1] == goal
    entry = last_entry()
    assert (entry.verb, entry.old, entry.new) == ("transferred", first.name, second.name)
    undo(cooperation, KINDS, entry.number, acting_user=None)
    assert compose(Plan.objects.get(pk=plan.pk)) == before
    undo(cooperation, KINDS, last_entry().number, acting_user=None)
    goal.refresh_from_db()
    assert goal.focus_area == second


def test_a_sub_goal_goes_nowhere_but_to_a_focus_area_of_its_programme(
    cooperation: Cooperation, neighbour: Cooperation, plan: Plan
) -> None:
    goal = SUBGOAL.rows(cooperation).filter(focus_area__programme=plan.programme)[0]
    elsewhere = [FOCUS_AREA.rows(neighbour)[0], cooperation.programmes.all()[0].focus_areas.all()[0]]
    for area in elsewhere:
        with pytest.raises(NotThereError):
            transfer(cooperation, SUBGOAL, goal.pk, area.pk, lambda last: last, acting_user=None)
    with pytest.raises(NotThereError):
        transfer(cooperation, ACTIVITY, plan.activities.all()[0].pk, 1, lambda last: last, acting_user=None)


def test_a_transfer_from_what_is_removed_is_undone_when_that_is_back(
    cooperation: Cooperation, plan: Plan
) -> None:
    assert plan.programme
    beside = {"programme": str(plan.programme_id)}
    empty = add(cooperation, FOCUS_AREA, beside, {"name": "Nytt"}, acting_user=None)
    goal = add(cooperation, SUBGOAL, {"area": str(empty.pk)}, {"title": "Delmål"}, acting_user=None)
    other = plan.programme.focus_areas.all()[0]
    transfer(cooperation, SUBGOAL, goal.pk, other.pk, lambda last: last, acting_user=None)
    over = last_entry().number
    removal = remove(cooperation, FOCUS_AREA, empty.pk, acting_user=None)
    with pytest.raises(FaultError, match="Ångra det först"):
        undo(cooperation, KINDS, over, acting_user=None)
    undo(cooperation, KINDS, removal.number, acting_user=None)
    undo(cooperation, KINDS, over, acting_user=None)
    assert list(empty.subgoals.all()) == [goal]


def test_another_programme_is_built_on_and_what_it_does_not_know_stays_in_words(
    cooperation: Cooperation, plan: Plan
) -> None:
    before, adopted = compose(plan), cooperation.programmes.all()[0]
    dropped = adopted.focus_areas.all()[0]
    Plan.objects.filter(programme=adopted).update(programme=None)
    dropped.delete()
    assert say(cooperation, PLAN, plan.pk, "programme", adopted.title) == adopted.title
    activities = plan.activities.filter(goals__subgoal__isnull=False)
    assert {
        goal.subgoal.focus_area.programme for row in activities for goal in row.goals.all() if goal.subgoal
    } == {adopted}
    kept = plan.activities.filter(focus_area_text=dropped.name)
    assert kept
    assert all(goal.text and not goal.subgoal for goal in kept[0].goals.all())
    after = compose(Plan.objects.get(pk=plan.pk))
    assert after.activities == before.activities
    undo(cooperation, KINDS, last_entry().number, acting_user=None)
    assert compose(Plan.objects.get(pk=plan.pk)) == before
    assert not plan.activities.filter(focus_area_text=dropped.name)


def test_programmes_of_one_title_are_told_apart(cooperation: Cooperation, plan: Plan) -> None:
    adopted = cooperation.programmes.all()[0]
    for years in ((2023, 2026), (None, None), (None, None)):
        cooperation.programmes.create(
            title=adopted.title,
            in_force_from=date(years[0], 1, 1) if years[0] else None,
            in_force_to=date(years[1], 12, 31) if years[1] else None,
        )
    field = PLAN.field("programme")
    assert field
    assert field.options
    assert [words for words, _label in field.options(plan)] == [
        adopted.title,
        "Nytt program",
        f"{adopted.title} (2023–2026)",
        f"{adopted.title} (2)",
        f"{adopted.title} (3)",
    ]


def test_a_body_begun_by_mistake_is_removed_and_brought_back(
    cooperation: Cooperation, secretary: User
) -> None:
    body = begin_body(cooperation, "Laddnätverket", "network", acting_user=secretary)
    say(cooperation, BODY, body.pk, "weekday", "torsdag", secretary)
    entry = remove(cooperation, BODY, body.pk, acting_user=secretary)
    assert not cooperation.bodies.filter(pk=body.pk).exists()
    taken = begin_body(cooperation, "Laddnätverket!", "network", acting_user=secretary)
    with pytest.raises(FaultError, match="Laddnätverket! har fått adressen"):
        undo(cooperation, KINDS, entry.number, acting_user=secretary)
    remove(cooperation, BODY, taken.pk, acting_user=secretary)
    undo(cooperation, KINDS, entry.number, acting_user=secretary)
    back = cooperation.bodies.get(pk=body.pk)
    assert (back.name, back.slug, BODY.words(back)["weekday"]) == ("Laddnätverket", body.slug, "torsdag")


def test_whether_something_is_undone_is_no_news_to_who_sees_no_drafts(
    cooperation: Cooperation, plan: Plan
) -> None:
    councillor = people.councillor(cooperation)
    row = add(cooperation, ACTIVITY, {"year": str(plan.year)}, {"title": "Ny"}, acting_user=None)
    added = last_entry().number
    remove(cooperation, ACTIVITY, row.pk, acting_user=None)
    removed = last_entry().number
    undo(cooperation, KINDS, removed, acting_user=None)
    for number in (added, removed, 10**6):
        with pytest.raises(NotThereError):
            undo(cooperation, KINDS, number, acting_user=councillor)


def test_a_body_that_something_points_at_stays_and_says_what(cooperation: Cooperation, plan: Plan) -> None:
    nikki = people.network_member(cooperation)
    body = nikki.seats.get().body
    assert body
    body.meetings.all().delete()
    body.responsibilities.all().delete()
    people.seat_of_somebody(cooperation)
    with pytest.raises(FaultError, match=f"”{body}” kan inte tas bort, för 2 uppdrag och 2 planer hör dit"):
        remove(cooperation, BODY, body.pk, acting_user=None)
    with pytest.raises(NotMandatedError):
        remove(cooperation, BODY, body.pk, acting_user=nikki)
