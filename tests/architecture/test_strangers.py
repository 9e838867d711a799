"""No page of a cooperation shows anything of another in the same installation."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from architecture.addresses import FILES, PAGES
from architecture.test_addresses import OF_THE_INSTALLATION, path_of
from radslag.domain.plan_document import PlanDocument
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store, take_in
from radslag.press.exchange.plan_json import from_json, to_json, write_plan_json

MARK = "Främmande"


def names_in(told: Any) -> set[str]:
    """Every name and title anywhere in the JSON."""
    if isinstance(told, list):
        return {name for each in told for name in names_in(each)}
    if not isinstance(told, dict):
        return set()
    own = {told[key] for key in ("name", "title") if isinstance(told.get(key), str)}
    return own.union(*(names_in(each) for each in told.values()))


def renamed(told: Any, names: set[str]) -> Any:
    """The same JSON with those names marked wherever they stand."""
    if isinstance(told, list):
        return [renamed(each, names) for each in told]
    if isinstance(told, dict):
        return {key: renamed(each, names) for key, each in told.items()}
    return f"{MARK} {told}" if isinstance(told, str) and told in names else told


@pytest.fixture
def alien() -> PlanDocument:
    """The example with every name and title marked."""
    told = to_json(load_example())
    return from_json(renamed(told, names_in(told)))


@pytest.fixture
def elsewhere(db: None, alien: PlanDocument) -> Cooperation:
    """A cooperation with that plan, and with a draft of it in review."""
    cooperation = begin_cooperation(alien.cooperation, acting_user=None)
    store(alien, cooperation, acting_user=None)
    take_in(write_plan_json(alien), f"{MARK}.json", cooperation, acting_user=None)
    return cooperation


@pytest.mark.parametrize("name", sorted({*PAGES, *FILES} - OF_THE_INSTALLATION))
def test_no_page_shows_anything_of_another_cooperation(
    elsewhere: Cooperation,
    cooperation: Cooperation,
    secretary: User,
    fillings: dict[str, Any],
    client: Client,
    name: str,
) -> None:
    client.force_login(secretary)
    answer = client.get(path_of(name, "sv", fillings))
    assert answer.status_code == 200
    assert MARK not in answer.content.decode()


@pytest.mark.parametrize(("name", "key"), [("body", "body"), ("member", "member"), ("desk:draft", "number")])
def test_what_belongs_to_another_cooperation_is_not_found(
    elsewhere: Cooperation, secretary: User, fillings: dict[str, Any], client: Client, name: str, key: str
) -> None:
    client.force_login(secretary)
    theirs = {
        "body": elsewhere.bodies.all()[0].slug,
        "member": elsewhere.members.all()[0].slug,
        "number": elsewhere.drafts.get().pk,
    }
    assert client.get(path_of(name, "sv", fillings)).status_code == 200
    assert client.get(path_of(name, "sv", fillings | {key: theirs[key]})).status_code == 404
