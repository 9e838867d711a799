"""The frame and its parts in a real browser: accessible, nothing wider than the screen, filters in place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browsing import DESKTOP, NARROWEST, PHONE, Visitor

pytestmark = [pytest.mark.urls("shell.gallery"), pytest.mark.django_db]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("address", ["/bygden/", "/bygden/en/?faults=1"])
def test_axe_finds_nothing(visit: Callable[..., Visitor], size: dict[str, int], address: str) -> None:
    visitor = visit(viewport=size)
    visitor.goto(address)
    assert visitor.violations() == []


@pytest.mark.parametrize("scripted", [True, False])
def test_nothing_is_wider_than_the_narrowest_screen(visit: Callable[..., Visitor], *, scripted: bool) -> None:
    visitor = visit(viewport=NARROWEST, java_script_enabled=scripted)
    visitor.goto("/bygden/")
    page = visitor.page.locator("html")
    assert page.evaluate("page => page.scrollWidth") <= NARROWEST["width"]


def test_a_filter_works_in_place_and_in_the_address(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.goto("/bygden/")
    visitor.page.get_by_label("Sök").press_sequentially("buss")
    rows = visitor.page.locator("#results tbody a")
    expect(rows).to_have_text(["Upphandling av bussar"])
    expect(visitor.page).to_have_url(f"{visitor.address}/bygden/?word=buss")
    expect(visitor.page.get_by_label("Sök")).to_be_focused()
    visitor.page.go_back()
    expect(rows).to_have_count(4)


def test_a_filter_works_without_scripts(visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False)
    visitor.goto("/bygden/")
    visitor.page.get_by_label("Sök").fill("buss")
    visitor.page.get_by_role("button", name="Visa").click()
    expect(visitor.page.locator("#results tbody a")).to_have_text(["Upphandling av bussar"])


def test_the_menu_of_a_phone_opens_closes_and_leads_to_the_other_language(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit(viewport=PHONE)
    visitor.goto("/bygden/?word=el")
    menu = visitor.page.get_by_role("navigation", name="Huvudmeny")
    expect(menu).to_be_hidden()
    visitor.page.get_by_role("button", name="Meny").click()
    expect(menu).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    visitor.page.get_by_role("button", name="Meny").click()
    menu.get_by_role("link", name="English").click()
    expect(visitor.page).to_have_url(f"{visitor.address}/bygden/en/?word=el")


def test_the_keyboard_comes_first_to_the_content(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.goto("/bygden/")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("main")).to_be_focused()


def test_what_is_wrong_with_a_form_takes_the_focus_and_leads_to_the_field(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.goto("/bygden/?faults=1")
    expect(visitor.page.get_by_role("group", name="Något behöver rättas")).to_be_focused()
    visitor.page.get_by_role("link", name="Titel").click()
    expect(visitor.page.get_by_label("Titel")).to_be_focused()
    expect(visitor.page.get_by_label("Titel")).to_have_accessible_description(
        "Som den ska stå i planen. Detta fält måste fyllas i."
    )


def test_paper_carries_no_menus(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.goto("/bygden/")
    visitor.page.emulate_media(media="print")
    expect(visitor.page.get_by_role("navigation")).to_have_count(0)
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
