"""Every address, for every role, in every language, against the table in `addresses.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import people
from architecture.addresses import ADDRESSES, Answers
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.exchange.writing import WRITERS
from radslag.windows.public.queries import FILES

ROLES = ("stranger", "neighbour", "secretary")
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
    clients = {role: Client() for role in ROLES}
    clients["secretary"].force_login(secretary)
    clients["neighbour"].force_login(people.secretary(neighbour))
    return clients


def path_of(name: str, language: str, fillings: Mapping[str, Any]) -> str:
    wanted = below(language)[name].pattern.converters
    parameters = {key: fillings[key] for key in {"cooperation", *wanted} if name not in OF_THE_INSTALLATION}
    if name == "activity":
        parameters["number"] = 1
    if name == "emblem":
        parameters |= dict(zip(("seal", "form"), fillings["emblem"].split("."), strict=True))
    return reverse(
        f"site:{name}", kwargs=parameters, current_app=f"{language}:desk" if ":" in name else language
    )


def ask(client: Client, path: str, answers: Answers) -> int:
    send = client.post if answers.method == "post" else client.get
    return send(path, answers.data).status_code


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_role_gets_what_the_table_says(
    clients: Mapping[str, Client], fillings: dict[str, Any], name: str
) -> None:
    answers = ADDRESSES[name]
    paths = {language: path_of(name, language, fillings) for language in LANGUAGES}
    got = {(role, path): ask(clients[role], path, answers) for path in paths.values() for role in ROLES}
    assert got == {(role, path): getattr(answers, role) for path in paths.values() for role in ROLES}
    assert [language for language, path in paths.items() if "/en/" in path] == ["en"]


def test_every_file_of_the_plan_is_there(client: Client, fillings: dict[str, Any]) -> None:
    names = {what: name for name, what in FILES.items()}
    paths = [
        path_of("download", language, fillings | {"name": names[what], "form": form})
        for what, form in WRITERS
        for language in LANGUAGES
        if what in names
    ]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
