"""The year 2021, played through the real pages; so far, how its plan comes into force."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

import mailing
import people
from browsing import Visitor
from radslag.example import load_example
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.exchange.plan_json import write_plan_json


@pytest.fixture
def cooperation(db: None) -> Cooperation:
    """The eight, before they have a plan."""
    return begin_cooperation(load_example().cooperation, acting_user=None)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The plan for 2021 as the secretariat has it."""
    file = tmp_path / "verksamhetsplan-2021.json"
    file.write_bytes(write_plan_json(load_example()))
    return file


def test_the_plan_is_taken_in_and_in_force(
    visit: Callable[..., Visitor],
    cooperation: Cooperation,
    plan_file: Path,
) -> None:
    secretary, visitor = people.secretary(cooperation), visit()
    page = visitor.page

    visitor.goto(f"/{cooperation.slug}/")
    expect(page.get_by_text("Ingen plan är beslutad ännu")).to_be_visible()

    page.get_by_role("link", name="Logga in").click()
    page.get_by_label("E-postadress").fill(secretary.email)
    page.get_by_role("button", name="Skicka en länk").click()
    expect(page.get_by_role("heading", name="Titta i din e-post")).to_be_visible()
    visitor.goto(mailing.path_in(mailing.newest()))
    page.get_by_role("button", name=f"Logga in som {secretary.email}").click()
    page.get_by_role("link", name="Läs in en plan").click()
    page.get_by_label("Planfil").set_input_files(plan_file)
    page.get_by_role("button", name="Läs filen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("verksamhetsplan-2021.json")
    page.get_by_role("button", name="Spara planen").click()

    expect(page.get_by_role("status")).to_contain_text("Planen är sparad")
    expect(page.get_by_text("Beslutad 14 januari 2021").first).to_be_visible()
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Handlingsplan").click()
    expect(page.get_by_role("link", name="Tvärförbindelse Södertörn.")).to_be_visible()
