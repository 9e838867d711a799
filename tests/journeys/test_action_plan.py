"""The action plan in a real browser: narrowed in place, by keyboard, without script, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browsing import PHONE, Visitor
from radslag.people.members.models import Cooperation

COUNT = "#results [role=status]"


@pytest.fixture
def path(cooperation: Cooperation) -> str:
    return f"/{cooperation.slug}/2021/handlingsplan/"


def marked(page: Page) -> bool:
    """Whether the page is the one that was marked, never left."""
    return bool(page.evaluate("window.marked === true"))


def test_the_list_is_narrowed_in_place_and_the_address_follows(
    visit: Callable[..., Visitor], path: str
) -> None:
    visitor = visit()
    page = visitor.page
    visitor.goto(path)
    page.evaluate("window.marked = true")
    page.evaluate("window.spoken = document.querySelector('[role=status]')")
    page.get_by_label("Tid").select_option("Våren")
    expect(page.locator(COUNT)).to_have_text("Visar 3 av 22")
    assert page.evaluate("window.spoken.isConnected"), "only what stays is read out when it changes"
    expect(page).to_have_url(f"{visitor.address}{path}?time=V%C3%A5ren")
    assert marked(page)
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("22 aktiviteter")
    expect(page.get_by_label("Tid")).to_have_value("")


def test_typing_narrows_without_losing_the_words_or_the_place(
    visit: Callable[..., Visitor], path: str
) -> None:
    visitor = visit()
    page = visitor.page
    visitor.goto(path)
    search = page.get_by_label("Sök")
    search.press_sequentially("almedalen")
    expect(page.locator(COUNT)).to_have_text("Visar 1 av 22")
    expect(search).to_be_focused()
    expect(search).to_have_value("almedalen")


def test_a_narrowed_list_is_cleared_again(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit()
    page = visitor.page
    visitor.goto(f"{path}?text=finns+inte")
    expect(page.get_by_text("Ingen aktivitet passar")).to_be_visible()
    page.get_by_role("link", name="Visa alla 22 aktiviteter").click()
    expect(page.locator(COUNT)).to_have_text("22 aktiviteter")
    expect(page.get_by_label("Sök")).to_have_value("")


def test_it_all_works_without_script(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.page
    visitor.goto(path)
    page.get_by_label("Kommun").select_option("Huddinge")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator(COUNT)).to_have_text("Visar 3 av 22")
    expect(page.get_by_label("Kommun")).to_have_value("Huddinge")


def test_the_keyboard_reaches_the_list_past_the_menu(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit()
    page = visitor.page
    visitor.goto(path)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sök")).to_be_focused()


def test_on_a_phone_a_row_is_a_card_that_is_still_a_row(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(viewport=PHONE)
    page = visitor.page
    visitor.goto(f"{path}?text=Almedalen")
    row = page.get_by_role("row", name="Gemensamma kommunikationsinsatser")
    expect(row.get_by_role("cell").first).to_contain_text("Nätverket för kommunikationschefer")
