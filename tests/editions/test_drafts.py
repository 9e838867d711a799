"""A plan file on its way in: read, corrected, accepted or put away."""

from dataclasses import replace

import pytest
from django.db import connection

from radslag.domain.mandate import NotMandatedError
from radslag.domain.plan_document import Cooperation as ToldCooperation
from radslag.domain.plan_document import Member, PlanDocument, Responsible
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions import actions
from radslag.press.editions.models import Draft
from radslag.press.editions.queries import compose, corrected
from radslag.press.exchange.plan_json import ABOUT_THE_READING, PlanJsonError, write_plan_json
from radslag.press.exchange.reading import read_plan
from radslag.work.plans.models import Plan

pytestmark = pytest.mark.django_db


def a_draft(document: PlanDocument | None = None, cooperation: Cooperation | None = None) -> Draft:
    data = write_plan_json(document or load_example())
    return actions.take_in(data, "plan.json", cooperation, acting_user=None)


def stale(draft: Draft) -> Draft:
    """The draft as somebody else's page still shows it."""
    return Draft.objects.get(pk=draft.pk)


def test_a_file_begins_the_cooperation_it_names() -> None:
    draft = a_draft()
    assert draft.cooperation.name == load_example().cooperation.name
    assert a_draft().pk == draft.pk
    assert Cooperation.objects.count() == 1


def test_a_cooperation_takes_the_corrected_name_but_keeps_one_given_here() -> None:
    draft = a_draft()
    actions.correct(draft, "/cooperation/name", "Samverkan Söder", acting_user=None)
    actions.accept(draft, acting_user=None)
    draft.cooperation.refresh_from_db()
    assert draft.cooperation.name == "Samverkan Söder"

    told = replace(load_example(), year=2022, decided=None, decisions=(), meetings=())
    later = a_draft(told, draft.cooperation)
    actions.accept(later, acting_user=None)
    draft.cooperation.refresh_from_db()
    assert draft.cooperation.name == "Samverkan Söder"


def test_two_people_correcting_at_once_lose_nothing() -> None:
    mine = a_draft()
    theirs = stale(mine)
    actions.correct(mine, "/activities/0/title", "Min rubrik", acting_user=None)
    actions.correct(theirs, "/activities/1/title", "Deras rubrik", acting_user=None)
    activities = corrected(stale(mine)).activities
    assert [activity.title for activity in activities[:2]] == ["Min rubrik", "Deras rubrik"]


@pytest.mark.parametrize(
    ("pointer", "words", "expected"),
    [
        ("/budget/fee/population", "507 553", 507_553),
        ("/budget/fee/population_date", "31 december 2021", "2021-12-31"),
        ("/year", "2022", 2022),
        ("/activities/0/title", "2022", "2022"),
        ("/activities/11/title", "En rubrik där ingen fanns", "En rubrik där ingen fanns"),
        ("/activities/0/comment", "", None),
    ],
)
def test_words_become_what_the_value_is(pointer: str, words: str, expected: object) -> None:
    draft = a_draft()
    actions.correct(draft, pointer, words, acting_user=None)
    value: object = corrected(stale(draft))
    for key in pointer.split("/")[1:]:
        value = value[int(key)] if isinstance(value, tuple) else getattr(value, key)
    assert (value.isoformat() if hasattr(value, "isoformat") else value) == expected


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/year", "i fjol"),
        ("/title", ""),
        ("/nonsense", "x"),
        ("/activities/99/title", "x"),
        ("/activities/²/title", "x"),
        ("/year", "9" * 5000),
        ("title", "x"),
        ("/format", "radslag-plan/1"),
        ("/activities", ""),
        ("/cooperation/members/0", ""),
        *((f"/{part}", "") for part in ABOUT_THE_READING),
        ("/title/0", "x"),
    ],
)
def test_words_that_cannot_be_the_value_are_refused_and_not_kept(pointer: str, words: str) -> None:
    draft = a_draft()
    with pytest.raises(PlanJsonError):
        actions.correct(draft, pointer, words, acting_user=None)
    assert stale(draft).corrections == {}


def test_accepting_twice_stores_once() -> None:
    draft = a_draft()
    other = stale(draft)
    plan = actions.accept(draft, acting_user=None)
    assert actions.accept(other, acting_user=None) == plan
    assert compose(plan) == load_example()
    assert Entry.objects.filter(verb="plan.stored").count() == 1


def test_what_is_finished_is_not_corrected_or_put_away() -> None:
    draft = a_draft()
    other = stale(draft)
    actions.accept(draft, acting_user=None)
    with pytest.raises(actions.NotAcceptableError, match="redan avslutat"):
        actions.correct(other, "/title", "Annat", acting_user=None)
    with pytest.raises(actions.NotAcceptableError, match="redan avslutat"):
        actions.discard(other, acting_user=None)


def test_a_discarded_file_can_be_taken_in_anew() -> None:
    draft = a_draft()
    actions.discard(draft, acting_user=None)
    again = a_draft()
    assert again.pk != draft.pk
    assert again.status == Draft.Status.WAITING


def test_a_plan_without_a_year_is_not_stored_until_it_has_one() -> None:
    draft = a_draft(replace(load_example(), year=None))
    with pytest.raises(actions.NotAcceptableError, match="saknar år"):
        actions.accept(draft, acting_user=None)
    actions.correct(draft, "/year", "2021", acting_user=None)
    assert actions.accept(stale(draft), acting_user=None).year == 2021


def test_another_cooperations_plan_is_not_taken_in_here() -> None:
    told = ToldCooperation(name="Norrsamverkan", members=(Member(name="Åsele"), Member(name="Dorotea")))
    north = begin_cooperation(told, acting_user=None)
    actions.store(PlanDocument(year=2021, title="Plan", cooperation=told), north, acting_user=None)
    with pytest.raises(actions.NotAcceptableError, match="inte Norrsamverkan"):
        a_draft(cooperation=north)
    assert Draft.objects.count() == 0


def test_a_stranger_takes_nothing_in() -> None:
    stranger = User.objects.create_user("stranger@example.org")
    cooperation = begin_cooperation(load_example().cooperation, acting_user=None)
    with pytest.raises(NotMandatedError):
        actions.take_in(b"", "plan.txt", cooperation, acting_user=stranger)
    draft = a_draft()
    for act in (actions.accept, actions.discard):
        with pytest.raises(NotMandatedError):
            act(draft, acting_user=stranger)
    with pytest.raises(NotMandatedError):
        actions.correct(draft, "/title", "x", acting_user=stranger)
    assert Plan.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("SNUG (Botkyrka)", Responsible(body="Nätverket för näringslivschefer", leads=("Botkyrka",))),
        ("Salems kommun", Responsible(member="Salem")),
        ("Någon annan", Responsible(text="Någon annan")),
        ("SNUG och Salem", Responsible(text="SNUG och Salem")),
    ],
)
def test_a_party_corrected_to_a_known_name_becomes_that_body_or_member(
    words: str, expected: Responsible
) -> None:
    document = load_example()
    first = replace(document.activities[0], responsible=(Responsible(text="Snugg"),))
    draft = a_draft(replace(document, activities=(first, *document.activities[1:])))
    actions.correct(draft, "/activities/0/responsible/0/text", words, acting_user=None)
    assert corrected(stale(draft)).activities[0].responsible == (expected,)


def test_nobody_waits_while_a_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    open_transactions = []

    def read(data: bytes, **_known: object) -> PlanDocument:
        open_transactions.append(len(connection.savepoint_ids))
        return read_plan(data)

    monkeypatch.setattr(actions, "read_plan", read)
    a_draft()
    assert open_transactions == [0]
