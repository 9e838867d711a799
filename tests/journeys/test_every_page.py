"""Every page in a real browser, in both languages: accessible, quiet, and never wider than the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from architecture.addresses import ADDRESSES, PUBLIC, SECRETARIAT
from architecture.test_addresses import LANGUAGES, path_of
from browsing import DESKTOP, NARROWEST, PHONE, Visitor
from radslag.ground.accounts.models import User

FILES = {"body-feed", "colours", "download", "emblem", "feed"}
PAGES = [name for name in ADDRESSES if ADDRESSES[name] in (PUBLIC, SECRETARIAT) and name not in FILES]


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
    visitor.sign_in(secretary)
    faults = {}
    for language in LANGUAGES:
        path = path_of(name, language, fillings)
        assert visitor.goto(path).status == 200
        for size in (NARROWEST, PHONE, DESKTOP):
            faults[path, size["width"]] = faults_of(visitor, size)
    assert {where: what for where, what in faults.items() if what} == {}
