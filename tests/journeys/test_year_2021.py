"""The year 2021, played through the real pages; so far, how it is set up and its plan comes into force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

import mailing
import people
from browsing import PHONE, Visitor
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


@pytest.fixture
def _late_in_2020() -> Iterator[None]:
    """The days stand still while the browser waits."""
    with time_machine.travel(datetime(2020, 11, 16, 9, 0, tzinfo=timezone.get_current_timezone()), tick=True):
        yield


NETWORK = "Nätverket för planeringschefer"
VACANCY = "Salem saknar ledamot i nätverket för planeringschefer"
WORKING = "/sodra-bygden/arbete/2021/handlingsplan/"


def begin(visitor: Visitor) -> None:
    """The operator begins the cooperation of the two, with the bodies that such usually have."""
    page = visitor.page
    visitor.goto("/ny-samverkan/")
    page.get_by_label("Namn", exact=True).fill("Södra bygden")
    page.get_by_label("Adress", exact=True).fill("sodra-bygden")
    page.locator("summary", has_text="Stockholms län").click()
    for name in ("Haninge", "Salem"):
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Samarbetskommitté, ledningsgrupp").click()
    expect(page.get_by_label("Namn på organ 5")).to_have_value("Kansliet")
    page.get_by_label("Den tomma planens år").fill("2021")
    assert visitor.violations() == []
    page.get_by_role("button", name="Börja samverkan").click()
    expect(page.get_by_role("status").first).to_contain_text("klar att arbeta i")


def appoint(visitor: Visitor, body: str, member: str, person: str) -> None:
    """Somebody is appointed for a member, and a letter invites them."""
    page = visitor.page
    visitor.goto("/sodra-bygden/arbete/organisation/")
    page.get_by_role("link", name=body, exact=True).click()
    page.get_by_role("link", name=f"Utse för {member} i {body}").click()
    page.get_by_label("Namn").fill(person)
    page.get_by_label("E-post").fill(f"{person.split(maxsplit=1)[0].lower()}@kommun.example")
    page.get_by_role("button", name="Utse").click()
    expect(page.get_by_role("status").first).to_contain_text(f"{person} är ledamot för {member}")
    assert visitor.violations() == []


def accept(visitor: Visitor) -> None:
    """Whoever got the newest letter accepts the invitation in it."""
    visitor.goto(mailing.path_in(mailing.newest()))
    assert visitor.violations() == []
    visitor.page.get_by_role("button", name="Tacka ja och logga in").click()
    visitor.page.wait_for_load_state("networkidle")


def add_activity(visitor: Visitor, title: str) -> None:
    """The secretary adds an activity for the network to fill in."""
    page = visitor.page
    visitor.goto(WORKING)
    page.locator("form.adding").get_by_role("textbox").first.fill(title)
    page.locator("form.adding").get_by_role("button", name="Lägg till").first.click()
    page.get_by_label("Ansvarig").first.fill(NETWORK)
    expect(page.locator(".editable__status", has_text="Sparat").first).to_be_visible()


def fill_in(visitor: Visitor, words: str) -> None:
    """Somebody of the network says more of its activity; it is saved as they write."""
    comment = visitor.page.get_by_label("Kommentar").first
    comment.fill(words)
    expect(visitor.page.locator(".editable__status", has_text="Sparat").first).to_be_visible()
    visitor.goto(WORKING)
    expect(comment).to_have_value(words)


@pytest.mark.usefixtures("db", "_late_in_2020")
def test_a_cooperation_is_begun_and_its_places_are_filled(visit: Callable[..., Visitor]) -> None:
    at_her_desk, director, manager = visit(), visit(viewport=PHONE), visit(viewport=PHONE)
    at_her_desk.sign_in(people.operator())
    begin(at_her_desk)
    add_activity(at_her_desk, "Följ utvecklingen")
    appoint(at_her_desk, NETWORK, "Haninge", "Mo Al")

    at_her_desk.goto("/sodra-bygden/arbete/organisation/")
    expect(at_her_desk.page.get_by_text(VACANCY)).to_be_visible()
    appoint(at_her_desk, "Ledningsgruppen", "Salem", "Kim Ek")

    accept(director)
    appoint(director, NETWORK, "Salem", "Noa Lind")
    at_her_desk.goto("/sodra-bygden/arbete/organisation/")
    expect(at_her_desk.page.get_by_text(VACANCY)).to_have_count(0)

    accept(manager)
    manager.goto(WORKING)
    expect(manager.page.get_by_role("heading", level=1)).to_have_text("Handlingsplan")
    expect(manager.page.get_by_text("Följ utvecklingen").first).to_be_visible()
    fill_in(manager, "Bevaka och svara på remisser")
    assert manager.violations() == []
