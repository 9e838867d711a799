"""Several at once, and a machine that stops in the middle: no word is lost, nothing is half done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from at_once import at_once
from editing.conftest import working_plan
from radslag.example import load_example
from radslag.ground.editing import actions
from radslag.ground.editing.actions import ConflictError, add, change, move, remove
from radslag.ground.register.models import Chain, Entry
from radslag.ground.register.queries import broken_at
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.work.plans.actions.editing import ACTIVITY
from radslag.work.plans.models import Activity, Plan

RESPONSIBLE = "Kansliet, Nätverket för planeringschefer"
"""Of the first activity of the example."""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan() -> Plan:
    """A plan worked on, that all threads see."""
    cooperation = begin_cooperation(load_example().cooperation, acting_user=None)
    return working_plan(cooperation)


def test_of_two_who_save_at_once_the_later_is_told_what_the_earlier_wrote(plan: Plan) -> None:
    row = plan.activities.all()[0]

    def save(words: str) -> Callable[[], object]:
        return lambda: change(
            plan.cooperation,
            ACTIVITY,
            row.pk,
            "comment",
            base=row.comment or "",
            words=words,
            acting_user=None,
        )

    written = {"Första", "Andra", "Tredje"}
    refused = at_once(*map(save, written))
    row.refresh_from_db()
    assert row.comment in written
    assert [type(error) for error in refused] == [ConflictError, ConflictError]
    assert {error.theirs for error in refused if isinstance(error, ConflictError)} == {row.comment}


def test_rows_moved_added_and_removed_at_once_stand_in_one_order(plan: Plan) -> None:
    keys = list(plan.activities.values_list("pk", flat=True))
    beside, words = {"year": str(plan.year)}, {"title": "Ny"}
    refused = at_once(
        lambda: move(plan.cooperation, ACTIVITY, keys[0], lambda _place: 9, acting_user=None),
        lambda: move(plan.cooperation, ACTIVITY, keys[5], lambda _place: 1, acting_user=None),
        lambda: remove(plan.cooperation, ACTIVITY, keys[3], acting_user=None),
        lambda: add(plan.cooperation, ACTIVITY, beside, words, acting_user=None),
    )
    assert refused == []
    positions = list(plan.activities.values_list("position", flat=True))
    assert len(set(positions)) == len(positions) == len(keys)
    chain = Chain.objects.get(cooperation_slug=plan.cooperation.slug)
    assert broken_at(chain) is None


@pytest.fixture
def stopping(monkeypatch: pytest.MonkeyPatch) -> type[Exception]:
    """A machine that stops just as a change is about to be entered in the register."""

    class StoppedError(Exception):
        pass

    def stop(*_told: object, **_more: object) -> None:
        raise StoppedError

    monkeypatch.setattr(actions, "enter", stop)
    return StoppedError


@pytest.mark.parametrize(
    "do",
    [
        lambda where, key: change(
            where, ACTIVITY, key, "responsible", base=RESPONSIBLE, words="Salem", acting_user=None
        ),
        lambda where, key: remove(where, ACTIVITY, key, acting_user=None),
        lambda where, key: move(where, ACTIVITY, key, lambda _place: 5, acting_user=None),
        lambda where, _key: add(where, ACTIVITY, {"year": "2022"}, {"title": "Ny"}, acting_user=None),
    ],
)
def test_what_is_stopped_in_the_middle_has_not_happened(
    plan: Plan, stopping: type[Exception], do: Callable[[Cooperation, int], object]
) -> None:
    def all_words() -> list[dict[str, str]]:
        return [ACTIVITY.words(row) for row in ACTIVITY.rows(plan.cooperation).filter(plan=plan)]

    before, entries = all_words(), Entry.objects.count()
    row = Activity.objects.filter(plan=plan).first()
    assert row
    assert ACTIVITY.words(row)["responsible"] == RESPONSIBLE
    with pytest.raises(stopping):
        do(plan.cooperation, row.pk)
    assert all_words() == before
    assert Entry.objects.count() == entries
