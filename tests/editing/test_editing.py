"""Changing, adding, removing, moving, and undoing it: nothing is lost, nothing decided is touched."""

from __future__ import annotations

import random
from typing import Any

import pytest

import people
from editing.conftest import last_entry, say
from radslag.domain.editing import FaultError
from radslag.domain.mandate import NotMandatedError
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import (
    ClosedError,
    ConflictError,
    NotThereError,
    add,
    change,
    move,
    remove,
    transfer,
    undo,
)
from radslag.ground.editing.queries import changes_within
from radslag.ground.register.models import Entry
from radslag.people.members.models import Cooperation
from radslag.press.editions.queries import compose
from radslag.windows.desk.queries.editing import KINDS
from radslag.work.plans.actions.editing import ACTIVITY, PLAN, SECTION
from radslag.work.plans.models import Activity, Plan
from radslag.work.programme.actions import SUBGOAL
from radslag.work.programme.models import Subgoal


@pytest.fixture
def activity(plan: Plan) -> Activity:
    return plan.activities.all()[0]


def test_a_change_keeps_the_row_and_tells_the_register_in_words(
    cooperation: Cooperation, activity: Activity, secretary: User
) -> None:
    say(cooperation, ACTIVITY, activity.pk, "time", "Våren", secretary)
    activity.refresh_from_db()
    assert (str(activity.time_from), str(activity.time_to), activity.recurring) == (
        "2022-01-01",
        "2022-06-30",
        False,
    )
    entry = last_entry()
    assert (entry.verb, entry.about, entry.old, entry.new) == (
        "changed",
        f"activity:{activity.pk}",
        "Löpande",
        "Våren",
    )
    assert entry.details == {"field": "time", "within": "year:2022"}
    assert entry.acting_user == secretary


def test_responsible_parties_are_named_as_in_the_plan(cooperation: Cooperation, activity: Activity) -> None:
    body = cooperation.bodies.filter(kind="network").first()
    assert body
    words = say(cooperation, ACTIVITY, activity.pk, "responsible", f"{body.name} (Haninge,Nynäshamn); Salem")
    assert words == f"{body.name} (Haninge, Nynäshamn), Salem"
    party, member = activity.responsible.all()
    assert (party.body, party.leads) == (body, ["Haninge", "Nynäshamn"])
    assert str(member) == "Salem"


def test_words_that_are_no_such_value_are_refused_and_nothing_is_saved(
    cooperation: Cooperation, plan: Plan
) -> None:
    meeting: Any = KINDS["meeting"].rows(cooperation).filter(year=2022).first()
    before = Entry.objects.count()
    with pytest.raises(FaultError, match="inget datum"):
        say(cooperation, KINDS["meeting"], meeting.pk, "date", "i övermorgon")
    assert Entry.objects.count() == before


def test_the_later_of_two_is_shown_both_and_nothing_is_lost(
    cooperation: Cooperation, activity: Activity, secretary: User
) -> None:
    base = "Följ och svara på remisser hela året"
    say(cooperation, ACTIVITY, activity.pk, "comment", base)
    first = "Följ och svara på remisser hela våren"
    change(cooperation, ACTIVITY, activity.pk, "comment", base=base, words=first, acting_user=secretary)
    mine = "Bevaka och svara på remisser hela året"
    with pytest.raises(ConflictError) as conflict:
        change(cooperation, ACTIVITY, activity.pk, "comment", base=base, words=mine, acting_user=None)
    assert conflict.value.theirs == first
    assert conflict.value.by == str(secretary)
    assert conflict.value.merged == "Bevaka och svara på remisser hela våren"
    activity.refresh_from_db()
    assert activity.comment == first


def test_the_same_words_from_two_are_no_conflict(cooperation: Cooperation, activity: Activity) -> None:
    old = activity.comment or ""
    for _ in range(2):
        change(cooperation, ACTIVITY, activity.pk, "comment", base=old, words="Nytt", acting_user=None)


def test_what_is_decided_says_by_which_decision(cooperation: Cooperation) -> None:
    decided = cooperation.plans.get(year=2021)
    first = decided.activities.all()[0]
    for kind, key, field in ((PLAN, decided.pk, "title"), (ACTIVITY, first.pk, "comment")):
        with pytest.raises(ClosedError, match="14 januari 2021"):
            say(cooperation, kind, key, field, "Annat")
    for kind in (KINDS["meeting"], KINDS["line"], KINDS["conference"], KINDS["subgoal"], SECTION):
        row: Any = kind.rows(cooperation).first()
        with pytest.raises(ClosedError, match="beslut"):
            say(cooperation, kind, row.pk, kind.first, kind.words(row)[kind.first] + " igen")
        if kind.beside:
            with pytest.raises(ClosedError):
                remove(cooperation, kind, row.pk, acting_user=None)


def test_a_removed_row_comes_back_as_it_was_where_it_was(cooperation: Cooperation, plan: Plan) -> None:
    before, keys = compose(plan), list(plan.activities.values_list("pk", flat=True))
    entry = remove(cooperation, ACTIVITY, keys[3], acting_user=None)
    assert keys[3] not in plan.activities.values_list("pk", flat=True)
    undo(cooperation, KINDS, entry.number, acting_user=None)
    assert compose(plan) == before
    assert list(plan.activities.values_list("pk", flat=True)) == keys
    with pytest.raises(FaultError, match="redan ångrat"):
        undo(cooperation, KINDS, entry.number, acting_user=None)


def test_what_others_hang_on_is_not_removed(cooperation: Cooperation, plan: Plan) -> None:
    serving = Subgoal.objects.filter(focus_area__programme=plan.programme, activities__isnull=False).first()
    assert serving
    with pytest.raises(FaultError, match=r"för \d aktivitet(er)? hör dit"):
        remove(cooperation, SUBGOAL, serving.pk, acting_user=None)


def test_a_change_that_was_changed_again_elsewhere_is_undone_alone(
    cooperation: Cooperation, activity: Activity
) -> None:
    say(cooperation, ACTIVITY, activity.pk, "comment", "ett två tre fyra fem")
    say(cooperation, ACTIVITY, activity.pk, "comment", "ETT två tre fyra fem")
    first = last_entry().number
    say(cooperation, ACTIVITY, activity.pk, "comment", "ETT två tre fyra FEM")
    undo(cooperation, KINDS, first, acting_user=None)
    activity.refresh_from_db()
    assert activity.comment == "ett två tre fyra FEM"


def test_a_change_that_was_overwritten_is_not_undone_behind_anyones_back(
    cooperation: Cooperation, activity: Activity
) -> None:
    say(cooperation, ACTIVITY, activity.pk, "comment", "ett")
    first = last_entry().number
    say(cooperation, ACTIVITY, activity.pk, "comment", "två")
    with pytest.raises(FaultError, match="senare ändringen"):
        undo(cooperation, KINDS, first, acting_user=None)


def do_anything(cooperation: Cooperation, plan: Plan, chance: random.Random) -> None:
    """One change of any sort, to whatever there is."""
    kind = chance.choice([ACTIVITY, SECTION, KINDS["line"], KINDS["meeting"], KINDS["subgoal"]])
    rows = list(kind.rows(cooperation))
    rows = [row for row in rows if not kind.closed(row, "")]
    if not rows:
        return
    row, donor = chance.choice(rows), chance.choice(rows)
    verb = chance.choice(["change", "change", "move", "transfer", "remove", "add"])
    if verb == "change":
        field = chance.choice(kind.fields)
        say(cooperation, kind, row.pk, field.name, field.words(donor))
    elif verb == "transfer" and kind.homes:
        home = chance.choice(list(kind.homes(row))).pk
        transfer(cooperation, kind, row.pk, home, lambda _last: chance.randint(1, 9), acting_user=None)
    elif verb in ("move", "transfer"):
        move(cooperation, kind, row.pk, lambda _place: chance.randint(1, 9), acting_user=None)
    elif verb == "remove":
        remove(cooperation, kind, row.pk, acting_user=None)
    else:
        words = {kind.first: kind.words(donor)[kind.first]}
        beside = {"year": "2022", "side": "costs", "area": str(getattr(row, "focus_area_id", ""))}
        body = cooperation.bodies.all()[0]
        add(cooperation, kind, beside | {"body": str(body.pk)}, words, acting_user=None)


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_undone_one_by_one_bring_back_every_word(
    cooperation: Cooperation, plan: Plan, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    before, began = compose(plan), last_entry().number
    for _ in range(25):
        try:
            do_anything(cooperation, plan, chance)
        except FaultError:
            continue
    for number in range(last_entry().number, began, -1):
        undo(cooperation, KINDS, number, acting_user=None)
    assert compose(Plan.objects.get(pk=plan.pk)) == before
    for number in range(last_entry().number, last_entry().number - 5, -1):
        undo(cooperation, KINDS, number, acting_user=None)


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_every_row_reads_what_it_writes(
    cooperation: Cooperation, plan: Plan, name: str
) -> None:
    kind = KINDS[name]
    rows = list(kind.rows(cooperation))
    assert rows
    for row in rows:
        for field in kind.fields:
            form = field.form(row)
            words = field.words(row)
            assert form.write(form.read(words)) == words, (str(row), field.name)


def test_those_responsible_edit_their_own_activities_and_no_others(
    cooperation: Cooperation, plan: Plan
) -> None:
    nikki = people.network_member(cooperation)
    seat = nikki.seats.get()
    own, other = plan.activities.all()[:2]
    own.responsible.all().delete()
    other.responsible.all().delete()
    own.responsible.create(position=0, body=seat.body)
    say(cooperation, ACTIVITY, own.pk, "comment", "Vi har börjat.", nikki)
    forbidden: list[tuple[Any, ...]] = [
        (ACTIVITY, other.pk, "comment"),
        (ACTIVITY, own.pk, "subgoals"),
        (PLAN, plan.pk, "title"),
    ]
    for kind, key, field in forbidden:
        with pytest.raises(NotMandatedError):
            say(cooperation, kind, key, field, "Annat", nikki)
    with pytest.raises(NotMandatedError):
        remove(cooperation, ACTIVITY, own.pk, acting_user=nikki)
    with pytest.raises(NotMandatedError):
        move(cooperation, ACTIVITY, own.pk, lambda _place: 1, acting_user=nikki)


@pytest.mark.parametrize("role", ["registrar", "councillor", "auditor", "seatless", "director", "chair"])
def test_others_change_nothing_of_the_plan(cooperation: Cooperation, plan: Plan, role: str) -> None:
    somebody = people.CAST[role](cooperation)
    Activity.objects.get(pk=plan.activities.all()[0].pk).responsible.all().delete()
    for kind, row in ((PLAN, plan), (ACTIVITY, plan.activities.all()[0])):
        with pytest.raises(NotMandatedError):
            say(cooperation, kind, row.pk, "title", "Annat", somebody)


def test_nothing_of_a_neighbour_is_there(
    cooperation: Cooperation, neighbour: Cooperation, plan: Plan
) -> None:
    with pytest.raises(NotThereError):
        change(
            neighbour, ACTIVITY, plan.activities.all()[0].pk, "title", base="", words="x", acting_user=None
        )


def test_the_newest_changes_of_a_year_know_what_is_undone(
    cooperation: Cooperation, activity: Activity
) -> None:
    say(cooperation, ACTIVITY, activity.pk, "comment", "Nytt")
    undo(cooperation, KINDS, last_entry().number, acting_user=None)
    undoing, done = changes_within(cooperation.slug, ["year:2022"], 10)
    assert (undoing.verb, undoing.old, undoing.new) == ("undone", "Nytt", done.old)
    assert (undoing.is_undone, done.is_undone) == (False, True)  # type: ignore[attr-defined]
