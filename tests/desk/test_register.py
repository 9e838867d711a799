"""The register as the secretariat and the auditors read it."""

from __future__ import annotations

import ast

import pytest
from django.test import Client

import people
from architecture import house
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.history import SENTENCES


def called(call: ast.Call) -> str:
    """The function's own name, also where it belongs to something."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def verbs() -> set[str]:
    """The verb of every entry that the code writes, where it is written out."""
    calls = (
        node
        for file in house.modules()
        for node in ast.walk(house.parsed(file))
        if isinstance(node, ast.Call) and called(node) in {"enter", "_enter"} and node.args
    )
    words = (call.args[0] for call in calls)
    return {word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)}


def test_every_verb_has_a_sentence_and_no_other() -> None:
    assert verbs() == set(SENTENCES)


@pytest.fixture
def register(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/register/"


def test_an_appointment_is_told_in_plain_words(
    client: Client, cooperation: Cooperation, register: str
) -> None:
    people.director(cooperation)
    page = client.get(register).content.decode()
    member = people.member_of(cooperation).name
    assert f"Dana Direktör utsågs till ledamot för {member} i Ledningsgruppen" in page


def test_what_ends_with_a_full_stop_is_told_without_it(
    client: Client, cooperation: Cooperation, secretary: User, register: str
) -> None:
    enter("removed", "Kartlägg elnätet.", acting_user=secretary, cooperation_slug=cooperation.slug)
    assert "Kartlägg elnätet togs bort" in client.get(register).content.decode()


def test_it_is_searched_by_words_by_person_and_by_day(
    client: Client, cooperation: Cooperation, secretary: User, register: str
) -> None:
    enter("plan.stored", "En viss plan", acting_user=secretary, cooperation_slug=cooperation.slug)
    for query, found in (
        ("text=viss", True),
        ("text=annan", False),
        (f"by={secretary.email}", True),
        ("by=ingen", False),
        ("until=2020-01-01", False),
        ("since=hej&page=0", True),
    ):
        assert ("En viss plan" in client.get(f"{register}?{query}").content.decode()) is found, query


def test_a_long_register_is_turned_page_by_page_with_as_few_questions(
    client: Client, cooperation: Cooperation, register: str, django_assert_max_num_queries: object
) -> None:
    for number in range(120):
        enter("plan.stored", f"Plan {number}", acting_user=None, cooperation_slug=cooperation.slug)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert "Sida 1 av 3" in client.get(register).content.decode()
    assert "Sida 3 av 3" in client.get(f"{register}?page=99").content.decode()


def test_an_entry_that_is_not_there_is_not_found(client: Client, register: str) -> None:
    assert client.get(f"{register}1/").status_code == 200
    assert client.get(f"{register}999999/").status_code == 404
