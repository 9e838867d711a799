"""Somebody with a browser window, and the sizes of windows that pages are tried in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Response, ViewportSize

import chromium
from radslag.ground.accounts.models import User

NARROWEST = ViewportSize(width=320, height=640)
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser window, who notices whatever goes wrong in it."""

    page: Page
    faults: list[str]
    address: str

    def sign_in(self, user: User) -> None:
        """Have a session, as after signing in."""
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        self.page.context.add_cookies([{"name": name, "value": value, "url": self.address}])

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
