"""Every page in a real browser, in both languages: accessible, quiet, and never wider than the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

import people
from architecture.addresses import ADDRESSES, PAGES, PUBLIC
from architecture.test_addresses import LANGUAGES, OF_THE_INSTALLATION, path_of
from browsing import DESKTOP, NARROWEST, PHONE, Visitor
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store
from radslag.press.exchange.plan_json import read_plan_json, to_json


def faults_of(visitor: Visitor, size: ViewportSize) -> list[str]:
    """What is wrong with the page that the visitor looks at, in a window of that size."""
    visitor.page.set_viewport_size(size)
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    return visitor.violations() + ([f"{width} wide"] if width > size["width"] else [])


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_fits(
    visit: Callable[..., Visitor], fillings: Mapping[str, Any], secretary: User, name: str
) -> None:
    visitor = visit()
    visitor.sign_in(people.operator() if name in OF_THE_INSTALLATION else secretary)
    faults = {}
    for language in LANGUAGES:
        path = path_of(name, language, fillings)
        assert visitor.goto(path).status == 200
        for size in (NARROWEST, PHONE, DESKTOP):
            faults[path, size["width"]] = faults_of(visitor, size)
    assert {where: what for where, what in faults.items() if what} == {}


@pytest.fixture
def long_worded(db: None) -> Cooperation:
    """A cooperation whose every word is longer than a phone is wide."""
    word = "Tvärförbindelseplaneringsförutsättningsutredningskommittésammanträdeskallelsehandläggare"
    told = to_json(load_example())
    data = json.dumps(told, ensure_ascii=False)
    for name in ("Södertörnskommunerna", "Samarbetskommittén", "Botkyrka", "Infrastruktur", "via Teams"):
        data = data.replace(f'"{name}"', f'"{word}{name[:3].strip().lower()}"')
    for begins in ("Utifrån god", "Utifrån framkomlighet", "Transportinfra", "Bevaka", "Avgift", "Boel"):
        data = data.replace(f'"{begins}', f'"{word} {begins}')
    document = read_plan_json(data.encode())
    cooperation = begin_cooperation(document.cooperation, acting_user=None)
    store(document, cooperation, acting_user=None)
    return cooperation


def test_no_word_is_wider_than_the_page(visit: Callable[..., Visitor], long_worded: Cooperation) -> None:
    visitor = visit()
    visitor.page.set_viewport_size(NARROWEST)
    fillings = {
        "cooperation": long_worded.slug,
        "body": long_worded.bodies.all()[0].slug,
        "member": long_worded.members.all()[0].slug,
        "year": 2021,
        "number": 1,
        "other": 2021,
    }
    widths = {}
    for name in PAGES:
        if ADDRESSES[name] == PUBLIC and name != "letter":
            path = path_of(name, LANGUAGES[0], fillings)
            assert visitor.goto(path).status == 200
            widths[path] = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > NARROWEST["width"]} == {}
