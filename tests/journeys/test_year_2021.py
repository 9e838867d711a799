"""The year 2021, played through the real pages: so far, how it is set up and its plan comes into force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from time_machine import TimeMachineFixture

import mailing
import people
from browsing import PHONE, Visitor
from radslag.example import load_example
from radslag.ground.register.queries import broken_at, chain_of
from radslag.press.exchange.plan_json import write_plan_json

MEMBERS = tuple(member.name for member in load_example().cooperation.members)
FOR_ALL = "Nätverket för planeringschefer"
LATE = "Salem"
VACANCY = f"{LATE} saknar ledamot i nätverket för planeringschefer"
DESK = "/sodertorn/arbete/"
WORKING = f"{DESK}2021/handlingsplan/"
WORDS = "Bevaka och svara på remisser."


@pytest.fixture
def clock(time_machine: TimeMachineFixture) -> Callable[..., None]:
    """Lets the day begin, at nine; the hours go on while the browser waits."""

    def begin_day(year: int, month: int, day: int) -> None:
        nine = datetime(year, month, day, 9, 0, tzinfo=timezone.get_current_timezone())
        time_machine.move_to(nine, tick=True)

    return begin_day


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The plan for 2021 as the secretariat has drafted it, before anybody has decided it."""
    plan = load_example()
    decisions = tuple(decision for decision in plan.decisions if decision.date != plan.decided)
    file = tmp_path / "verksamhetsplan-2021.json"
    file.write_bytes(write_plan_json(replace(plan, decided=None, decisions=decisions)))
    return file


def begin(visitor: Visitor, plan_file: Path) -> None:
    """The operator begins the cooperation of the eight, with their draft."""
    page = visitor.page
    visitor.goto("/ny-samverkan/")
    page.get_by_label("Namn", exact=True).fill("Södertörnskommunerna")
    page.get_by_label("Adress", exact=True).fill("sodertorn")
    page.locator("summary", has_text="Stockholms län").click()
    for name in MEMBERS:
        page.get_by_label(name, exact=True).check()
    page.get_by_label("Läs in en plan från en fil").check()
    page.locator("input[type=file]").set_input_files(plan_file)
    page.get_by_role("button", name="Börja samverkan").click()
    expect(page.get_by_role("status").first).to_contain_text("klar att arbeta i")


def address_of(person: str) -> str:
    return f"{person.split(maxsplit=1)[0].lower()}@kommun.example"


def fill_in(page: Page, person: str) -> None:
    page.get_by_label("Namn").fill(person)
    page.get_by_label("E-post").fill(address_of(person))
    page.get_by_role("button", name="Utse").click()


def appoint(visitor: Visitor, body: str, member: str, person: str) -> None:
    """Somebody is appointed for a member, and a letter invites them."""
    page = visitor.page
    visitor.goto(f"{DESK}organisation/")
    page.get_by_role("link", name=body, exact=True).click()
    page.get_by_role("link", name=f"Utse för {member} i {body}").click()
    fill_in(page, person)
    expect(page.get_by_role("status").first).to_contain_text(f"{person} är ledamot för {member}")


def seat_secretary(visitor: Visitor) -> None:
    """The operator gives somebody a seat in the secretariat, and a letter invites them."""
    visitor.goto(f"{DESK}organisation/kansliet/")
    visitor.page.get_by_role("link", name="Utse").first.click()
    fill_in(visitor.page, "Sara Ek")
    expect(visitor.page.get_by_role("status").first).to_contain_text("Sara Ek är ledamot")


def accept(visitor: Visitor) -> None:
    """Whoever got the newest letter accepts the invitation in it."""
    visitor.goto(mailing.path_in(mailing.newest()))
    visitor.page.get_by_role("button", name="Tacka ja och logga in").click()
    visitor.page.wait_for_load_state("networkidle")


def sign_in(visitor: Visitor, person: str) -> None:
    """Somebody asks for a link, and follows it."""
    page = visitor.page
    visitor.goto("/sodertorn/")
    page.get_by_role("contentinfo").get_by_role("link", name="Logga in").click()
    page.get_by_label("E-postadress").fill(address_of(person))
    page.get_by_role("button", name="Skicka en länk").click()
    expect(page.get_by_role("heading", name="Titta i din e-post")).to_be_visible()
    visitor.goto(mailing.path_in(mailing.newest()))
    page.get_by_role("button", name=f"Logga in som {address_of(person)}").click()
    page.wait_for_load_state("networkidle")


def take_in(visitor: Visitor) -> None:
    """The secretary reviews the draft that waits on her desk, and works on with it."""
    page = visitor.page
    visitor.goto(DESK)
    page.get_by_role("link", name="Granska verksamhetsplan-2021.json").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("verksamhetsplan-2021.json")
    page.get_by_role("button", name="Spara planen").click()
    expect(page.get_by_role("status")).to_contain_text("Planen är sparad")


def say_more(visitor: Visitor) -> None:
    """Somebody of the network says more of an activity of theirs; it is saved as they write."""
    page = visitor.page
    visitor.goto(WORKING)
    activity = page.locator("li.thing", has_text="Kollektivtrafikens långsiktiga utveckling")
    activity.get_by_label("Kommentar").fill(WORDS)
    expect(activity.locator(".editable__status", has_text="Sparat")).to_be_visible()


def decide(visitor: Visitor) -> None:
    """The committee has decided; the secretary says so."""
    page = visitor.page
    visitor.goto(DESK)
    page.get_by_role("link", name="Verksamhetsplan och budget 2021").first.click()
    page.get_by_label("Beslutad").fill("2021-01-14")
    page.get_by_role("button", name="Planen är beslutad").click()
    expect(page.get_by_role("status")).to_contain_text("Planen är beslutad")


def appoint_all(visit: Callable[..., Visitor], secretary: Visitor) -> Visitor:
    """Every director is appointed and appoints for the network, but one, who only comes in."""
    for number, member in enumerate(MEMBERS):
        appoint(secretary, "Ledningsgruppen", member, f"Dir{number} Ek")
        director = visit(viewport=PHONE)
        accept(director)
        if member == LATE:
            late = director
            continue
        appoint(director, FOR_ALL, member, f"Chef{number} Al")
        director.page.context.close()
    return late


def fill_vacancy(secretary: Visitor, director: Visitor) -> None:
    """The vacancy is noticed in the secretariat, and filled by the director in two steps."""
    secretary.goto(f"{DESK}organisation/")
    expect(secretary.page.get_by_text(VACANCY)).to_be_visible()
    director.goto(DESK)
    director.page.get_by_role("link", name=f"Utse någon för {LATE} i nätverket för planeringschefer").click()
    fill_in(director.page, "Noa Lind")
    expect(director.page.get_by_role("status").first).to_contain_text(f"Noa Lind är ledamot för {LATE}")
    secretary.goto(f"{DESK}organisation/")
    expect(secretary.page.get_by_text(VACANCY)).to_have_count(0)


def see_nothing_yet(stranger: Visitor) -> None:
    """To everybody else there is no plan."""
    stranger.goto("/sodertorn/")
    expect(stranger.page.get_by_text("Ingen plan är beslutad ännu")).to_be_visible()
    assert stranger.page.request.get(f"{stranger.address}/sodertorn/2021/").status == 404


def see_what_is_decided(stranger: Visitor) -> None:
    """To everybody the plan is there, with what the network wrote in it."""
    stranger.goto("/sodertorn/")
    expect(stranger.page.get_by_text("Beslutad 14 januari 2021").first).to_be_visible()
    stranger.goto("/sodertorn/2021/handlingsplan/")
    expect(stranger.page.get_by_text(WORDS)).to_be_visible()
    expect(stranger.page.get_by_role("link", name="Tvärförbindelse Södertörn.")).to_be_visible()


def change_nothing_more(manager: Visitor) -> None:
    """What is decided is read-only, and says by which decision."""
    manager.goto(WORKING)
    expect(manager.page.get_by_text("Det som är beslutat ändras inte")).to_be_visible()
    expect(manager.page.get_by_label("Kommentar")).to_have_count(0)


@pytest.mark.usefixtures("db")
def test_the_year_2021(visit: Callable[..., Visitor], clock: Callable[..., None], plan_file: Path) -> None:
    clock(2020, 11, 16)
    operator, secretary, stranger = visit(), visit(), visit(viewport=PHONE)
    operator.sign_in(people.operator())
    begin(operator, plan_file)
    seat_secretary(operator)
    accept(secretary)
    take_in(secretary)
    see_nothing_yet(stranger)
    director = appoint_all(visit, secretary)

    clock(2020, 11, 27)
    fill_vacancy(secretary, director)
    manager = visit(viewport=PHONE)
    accept(manager)
    say_more(manager)

    clock(2021, 1, 14)
    sign_in(secretary, "Sara Ek")
    decide(secretary)
    see_what_is_decided(stranger)
    sign_in(manager, "Noa Lind")
    change_nothing_more(manager)

    for visitor in (secretary, stranger, director, manager):
        assert visitor.violations() == []
    assert broken_at(chain_of("sodertorn")) is None
