"""What all tests share: cooperations with a plan, those who work in them, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache, caches
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, sync_playwright
from pytest_django.live_server_helper import LiveServer

import chromium
import mailing
import people
from browsing import DESKTOP, Visitor
from radslag.domain.colours import seal
from radslag.domain.look import Look
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import change
from radslag.ground.editing.queries import changes_of
from radslag.people.bodies.actions.editing import BODY
from radslag.people.looks.actions import change_look, keep_emblem
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store, take_in
from radslag.press.exchange.plan_json import write_plan_json
from radslag.press.letters.queries.links import Purpose, link

ACCENT = "#7a1f4b"
EMBLEM = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v5L4 8 0 5z"/></svg>"""

hypothesis.settings.load_profile("ci")  # the same examples every time, however busy the machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, so that it can be chosen or left out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def _no_plans_kept() -> None:
    """Where the clock stands still, one test's register can end in the very same seal as another's."""
    caches["working_plans"].clear()


@pytest.fixture
def cooperation(db: None) -> Cooperation:
    """The example's cooperation, with its plan for 2021 in force."""
    document = load_example()
    cooperation = begin_cooperation(document.cooperation, acting_user=None)
    store(document, cooperation, acting_user=None)
    return cooperation


@pytest.fixture
def neighbour(db: None) -> Cooperation:
    """Another cooperation in the same installation, with the same plan under its own name."""
    document = load_example()
    told = replace(document.cooperation, name="Grannkommunerna", area="Grannbygden")
    cooperation = begin_cooperation(told, acting_user=None)
    store(replace(document, cooperation=told), cooperation, acting_user=None)
    return cooperation


@pytest.fixture
def secretary(cooperation: Cooperation) -> User:
    """Works in the secretariat of `cooperation`."""
    return people.secretary(cooperation)


@pytest.fixture
def cooperation_with_look(cooperation: Cooperation) -> Cooperation:
    """The example's cooperation in a colour of its own, with an emblem."""
    kept = keep_emblem(cooperation, EMBLEM, "svg", acting_user=None)
    look = Look(name=cooperation.name, area=cooperation.area, accent=ACCENT, emblem=kept)
    change_look(cooperation, look, acting_user=None)
    cooperation.refresh_from_db()
    return cooperation


@pytest.fixture
def fillings(cooperation_with_look: Cooperation, secretary: User) -> dict[str, Any]:
    """What may stand in an address: something that is there, for every parameter."""
    cooperation = cooperation_with_look
    letter = mailing.digest(cooperation, secretary)
    body = cooperation.bodies.all()[0]
    change(
        cooperation,
        BODY,
        body.pk,
        "description",
        base=body.description or "",
        words="Enligt avtalet.",
        acting_user=secretary,
    )
    return {
        "cooperation": cooperation.slug,
        "body": body.slug,
        "member": cooperation.members.all()[0].slug,
        "year": 2021,
        "other": 2021,
        "number": take_in(
            write_plan_json(load_example()), "plan.json", cooperation, acting_user=secretary
        ).pk,
        "accent": ACCENT.removeprefix("#"),
        "seal": seal(ACCENT),
        "emblem": cooperation.emblem,
        "name": "verksamhetsplan",
        "form": "json",
        "letter": letter.pk,
        "room": "brev",
        "token": link(Purpose.NO_DIGEST, letter.once, cooperation, "sv").split("/")[-2],
        "office": "kommunstyrelseordforande",
        "seat": people.seat_of_somebody(cooperation).pk,
        "account": people.awaited(cooperation).pk,
        "kind": "activity",
        "key": cooperation.plans.get(year=2021).activities.all()[0].pk,
        "field": "subgoals",
        "entry": changes_of(cooperation.slug, f"body:{body.pk}")[0].number,
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread of the tests
        with playwright.chromium.launch(**chromium.launch_options()) as started:
            yield started


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Visitor]]:
    """Opens a window of a size; the test fails if the browser complained of anything in it."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def open_window(**wishes: Any) -> Visitor:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "sv-SE", **wishes})
        contexts.append(context)
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        return Visitor(page, faults, live_server.url)

    yield open_window
    for context in contexts:
        context.close()
    cache.clear()  # its table is no model's, so what was counted is not emptied with the rest
    assert faults == []
