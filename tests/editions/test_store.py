"""What is stored is composed again into the very same document."""

from dataclasses import replace
from datetime import date

import pytest

from radslag.domain.plan_document import Decision, PlanDocument
from radslag.example import load_example
from radslag.ground.register.models import Entry
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions import actions
from radslag.press.editions.queries import compose, edition_per
from radslag.press.exchange.plan_json import fingerprint, read_plan_json

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> PlanDocument:
    return load_example()


@pytest.fixture
def cooperation(document: PlanDocument) -> Cooperation:
    return begin_cooperation(document.cooperation, acting_user=None)


def test_what_is_stored_is_composed_again_word_for_word(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    plan = actions.store(document, cooperation, acting_user=None)
    assert compose(plan) == document


def test_storing_the_same_again_writes_nothing_in_the_register(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    actions.store(document, cooperation, acting_user=None)
    entries = Entry.objects.count()
    actions.store(document, cooperation, acting_user=None)
    assert Entry.objects.count() == entries


def test_a_decided_plan_is_frozen_with_its_fingerprint(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    plan = actions.store(document, cooperation, acting_user=None)
    edition = plan.editions.get()
    assert edition.fingerprint == fingerprint(document)
    assert read_plan_json(edition.canonical.encode()) == document


def test_a_decided_plan_gives_way_only_to_a_later_decision(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    plan = actions.store(document, cooperation, acting_user=None)
    changed = replace(document, title="Verksamhetsplan, ändrad")
    with pytest.raises(actions.NotAcceptableError, match="redan beslutad"):
        actions.store(changed, cooperation, acting_user=None)
    assert compose(plan) == document

    later = date(2021, 6, 3)
    decision = Decision(date=later, text="Verksamhetsplan, ändrad, beslutad")
    revised = replace(changed, decided=later, decisions=(*document.decisions, decision))
    plan = actions.store(revised, cooperation, acting_user=None)
    assert compose(plan) == revised
    assert edition_per(plan, date(2021, 6, 2)).fingerprint == fingerprint(document)  # type: ignore[union-attr]
    assert edition_per(plan, later).fingerprint == fingerprint(revised)  # type: ignore[union-attr]
    assert edition_per(plan, date(2021, 1, 13)) is None


def test_a_better_reading_of_the_same_decision_replaces_the_earlier_one_when_told_to(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    actions.store(document, cooperation, acting_user=None)
    better = replace(document, title="Verksamhetsplan och budget för 2021")
    plan = actions.store(better, cooperation, acting_user=None, supersede=True)
    assert compose(plan) == better
    assert [edition.fingerprint for edition in plan.editions.all()] == [
        fingerprint(better),
        fingerprint(document),
    ]


def test_two_years_are_kept_apart(document: PlanDocument, cooperation: Cooperation) -> None:
    first = actions.store(document, cooperation, acting_user=None)
    next_year = replace(document, year=2022, meetings=(), decided=None, budget=None)
    second = actions.store(next_year, cooperation, acting_user=None)
    assert compose(first) == document
    assert compose(second).meetings == ()
    assert second.editions.count() == 0


def test_going_back_to_an_earlier_reading_is_an_edition_of_its_own(
    document: PlanDocument, cooperation: Cooperation
) -> None:
    other = replace(document, title="Verksamhetsplan och budget för 2021")
    for reading in (document, other, document, other):
        plan = actions.store(reading, cooperation, acting_user=None, supersede=True)
        assert compose(plan) == reading
    assert plan.editions.count() == 4
    assert edition_per(plan, date(2021, 12, 31)).fingerprint == fingerprint(other)  # type: ignore[union-attr]
