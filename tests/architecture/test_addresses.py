"""Every address, for every role, in every language, against the table in `addresses.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

import people
from architecture.addresses import ADDRESSES, DOOR, EVERYBODY, Answers
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.exchange.writing import WRITERS
from radslag.windows.public.queries.files import FILES

LANGUAGES = ("sv", "en")
OF_THE_INSTALLATION = {"begin"}


def named(patterns: list[URLPattern | URLResolver], inside: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named(
                pattern.url_patterns, inside + (f"{pattern.namespace}:" if pattern.namespace else "")
            )
        else:
            yield f"{inside}{pattern.name}", pattern


def below(language: str) -> dict[str, URLPattern]:
    prefix = f"{language}:"
    every = dict(named(get_resolver().url_patterns))
    return {name.removeprefix(prefix): pattern for name, pattern in every.items() if name.startswith(prefix)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_every_address_and_no_other(language: str) -> None:
    assert set(below(language)) == set(ADDRESSES)


@pytest.fixture
def clients(cooperation: Cooperation, neighbour: Cooperation, secretary: User) -> Mapping[str, Client]:
    clients = {role: Client() for role in EVERYBODY}
    clients["neighbour"].force_login(people.secretary(neighbour))
    clients["secretary"].force_login(secretary)
    clients["operator"].force_login(people.operator())
    for role, cast in people.CAST.items():
        clients[role].force_login(cast(cooperation))
    return clients


def path_of(name: str, language: str, fillings: Mapping[str, Any]) -> str:
    wanted = below(language)[name].pattern.converters
    parameters = {key: fillings[key] for key in {"cooperation", *wanted} if name not in OF_THE_INSTALLATION}
    if name in {"activity", "desk:entry"}:
        parameters["number"] = 1
    if name == "comparison-file":
        parameters["form"] = "csv"
    if name == "emblem":
        parameters |= dict(zip(("seal", "form"), fillings["emblem"].split("."), strict=True))
    if name in {"desk:send-again", "desk:put-away-letter"}:
        parameters["number"] = fillings["letter"]
    if name == "desk:contacts":
        parameters["form"] = "vcf"
    return reverse(
        f"site:{name}", kwargs=parameters, current_app=f"{language}:desk" if ":" in name else language
    )


def ask(client: Client, path: str, method: str, data: dict[str, Any]) -> int:
    """The status of the answer; whatever it did is undone."""
    with transaction.atomic():
        status = int(getattr(client, method)(path, data).status_code)
        transaction.set_rollback(True)
    return status


def expected(answers: Answers, method: str, role: str) -> int:
    way = getattr(answers, "get" if method == "head" else method, None)
    if way is None:
        return 405
    return way.status if role in way.roles else 404


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_role_gets_what_the_table_says(
    clients: Mapping[str, Client], fillings: dict[str, Any], name: str
) -> None:
    answers = ADDRESSES[name]
    paths = {language: path_of(name, language, fillings) for language in LANGUAGES}
    asked = list(product(EVERYBODY, ("get", "post"), LANGUAGES))
    asked += product(("stranger", "secretary"), ("head", "put", "patch", "delete"), LANGUAGES)
    data = {"get": {}, "head": {}, "post": answers.post.data if answers.post else {}}
    got = {
        (role, method, language): ask(clients[role], paths[language], method, data.get(method, {}))
        for role, method, language in asked
    }
    assert got == {
        (role, method, language): expected(answers, method, role) for role, method, language in asked
    }
    assert [language for language, path in paths.items() if "/en/" in path] == ["en"]


def outside() -> dict[str, URLPattern]:
    every = dict(named(get_resolver().url_patterns))
    return {
        name.removeprefix("None:").removeprefix("None:"): pattern
        for name, pattern in every.items()
        if not name.startswith(LANGUAGES)
    }


def test_the_table_of_the_door_names_every_address_outside_a_cooperation_and_no_other() -> None:
    assert set(outside()) == set(DOOR)


@pytest.mark.parametrize("name", DOOR)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_answers_what_the_table_says(
    client: Client, cooperation: Cooperation, name: str, language: str
) -> None:
    answers = DOOR[name]
    with translation.override(language):
        path = reverse(name, kwargs=answers.fillings)
    stranger = client.get(path).status_code
    client.force_login(people.seatless(cooperation))
    assert (stranger, client.get(path).status_code) == (answers.stranger, answers.signed_in)


def test_every_file_of_the_plan_is_there(client: Client, fillings: dict[str, Any]) -> None:
    names = {what: name for name, what in FILES.items()}
    paths = [
        path_of("download", language, fillings | {"name": names[what], "form": form})
        for what, form in WRITERS
        for language in LANGUAGES
        if what in names
    ]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
