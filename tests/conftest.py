"""What all tests share: the browser, its pages, and the judge of their accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer

import chromium

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
NARROWEST = {"width": 320, "height": 640}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, so that it can be chosen or left out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread of the tests
        with playwright.chromium.launch(**chromium.launch_options()) as started:
            yield started


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser window, who notices whatever goes wrong in it."""

    page: Page
    faults: list[str]
    address: str

    def goto(self, path: str) -> Response:
        """Open a page of the site and wait until it is all there."""
        response = self.page.goto(f"{self.address}{path}", wait_until="networkidle")
        assert response is not None
        return response

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it stands: rule, and where."""
        self.page.evaluate(chromium.AXE.read_text(encoding="utf-8"))
        found: list[dict[str, Any]] = self.page.evaluate("async () => (await axe.run()).violations")
        return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


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
    assert faults == []
