"""Lists whose order is changed by dragging, by buttons and by keyboard, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import DESKTOP, NARROWEST, Visitor
from shell import editing

pytestmark = [pytest.mark.urls("shell.editing"), pytest.mark.django_db]

MOVED = ["Laddplatser", "Bussar", "Elnät", "Skola"]


def items(page: Page) -> Locator:
    return page.locator("ol[data-movable] > li")


def middle(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_buttons_move_by_keyboard_keep_the_focus_and_tell_the_place(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    down = items(page).get_by_role("button", name="Flytta ned: Elnät")
    down.focus()
    for place in (2, 3):
        with page.expect_response("**/move/"):
            page.keyboard.press("Enter")
        expect(page.locator("#moved")).to_have_text(f"Flyttad till plats {place} av 4")
        expect(down).to_be_focused()
    expect(items(page)).to_contain_text(MOVED)
    assert editing.memory.order == MOVED


def test_the_first_cannot_go_up_nor_the_last_down(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    up = items(page).get_by_role("button", name="Flytta upp: Elnät")
    expect(up).to_have_attribute("aria-disabled", "true")
    up.press("Enter")
    expect(items(page).first).to_contain_text("Elnät")
    expect(page.locator("#moved")).to_be_empty()


@pytest.mark.parametrize("size", [NARROWEST, DESKTOP], ids=["narrow", "desktop"])
@pytest.mark.parametrize("row", ["ol[data-movable] > li", "tbody[data-movable] > tr"], ids=["list", "table"])
def test_a_handle_drags(edit: Callable[..., Visitor], size: dict[str, int], row: str) -> None:
    page = edit(viewport=size).page
    rows = page.locator(row)
    rows.first.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.querySelector('ol[data-movable]').offsetTop - 150)")
    page.mouse.move(*middle(rows.nth(0).locator("[data-handle]")))
    page.mouse.down()
    x, y = middle(rows.nth(2))
    page.mouse.move(x, y + 10, steps=8)
    with page.expect_response("**/move/"):
        page.mouse.up()
    expect(rows).to_contain_text(MOVED)
    expect(page.locator("#moved")).to_have_text("Flyttad till plats 3 av 4")
    assert editing.memory.order == MOVED


def test_a_finger_drags(edit: Callable[..., Visitor]) -> None:
    page = edit(viewport=NARROWEST, has_touch=True, is_mobile=True).page
    page.evaluate("scrollTo(0, document.querySelector('ol[data-movable]').offsetTop - 150)")
    (x, y), (_, end) = middle(items(page).nth(0).locator("[data-handle]")), middle(items(page).nth(2))
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 6):
        at = y + (end + 10 - y) * step / 5
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": at}]})
    with page.expect_response("**/move/"):
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert editing.memory.order == MOVED


def test_escape_lets_go(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    items(page).last.scroll_into_view_if_needed()
    page.mouse.move(*middle(items(page).nth(0).locator("[data-handle]")))
    page.mouse.down()
    x, y = middle(items(page).nth(3))
    page.mouse.move(x, y + 10, steps=4)
    expect(items(page).last).not_to_contain_text("Skola")
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(items(page)).to_contain_text(["Elnät", "Laddplatser", "Bussar", "Skola"])
    expect(page.locator("#moved")).to_be_empty()


def test_what_the_server_does_not_move_goes_back(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.route("**/move/", lambda route: route.fulfill(status=500))
    items(page).get_by_role("button", name="Flytta ned: Elnät").click()
    expect(page.locator("#moved")).to_have_text("Det gick inte att flytta. Försök igen.")
    expect(items(page)).to_contain_text(["Elnät", "Laddplatser", "Bussar", "Skola"])


def test_without_scripts_the_buttons_move(edit: Callable[..., Visitor]) -> None:
    page = edit(java_script_enabled=False).page
    items(page).get_by_role("button", name="Flytta ned: Elnät").click()
    expect(items(page)).to_contain_text(["Laddplatser", "Elnät", "Bussar", "Skola"])
    expect(page.locator("[data-handle]").first).to_be_hidden()


def things(page: Page, home: str) -> Locator:
    return page.locator(f"[data-home={home}] > li")


def test_an_item_is_moved_to_another_list_by_keyboard_and_keeps_the_focus(
    edit: Callable[..., Visitor],
) -> None:
    page = edit().page
    choices = page.get_by_text("Flytta till …: Bro")
    choices.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Norr")).to_be_focused()
    with page.expect_response("**/move/"):
        page.keyboard.press("Enter")
    expect(page.locator("#moved")).to_have_text("Flyttad till Norr, plats 2 av 2")
    expect(choices).to_be_focused()
    expect(things(page, "Norr")).to_contain_text(["Tunnel", "Bro"])
    assert editing.memory.homes == {"Väst": ["Väg"], "Norr": ["Tunnel", "Bro"], "Öst": []}
    choices.click()
    expect(page.get_by_role("button", name="Norr")).to_be_hidden()
    expect(page.get_by_role("button", name="Väst")).to_be_visible()


@pytest.mark.parametrize("size", [NARROWEST, DESKTOP], ids=["narrow", "desktop"])
def test_a_handle_drags_to_another_list_also_an_empty_one(
    edit: Callable[..., Visitor], size: dict[str, int]
) -> None:
    page = edit(viewport=size).page
    page.evaluate("scrollTo(0, document.querySelector('[data-home]').offsetTop - 150)")
    for home in ("Norr", "Öst"):
        page.mouse.move(*middle(page.locator(".thing", has_text="Bro").locator("[data-handle]")))
        page.mouse.down()
        page.mouse.move(*middle(page.locator(f"[data-home={home}]")), steps=8)
        with page.expect_response("**/move/"):
            page.mouse.up()
    assert editing.memory.homes == {"Väst": ["Väg"], "Norr": ["Tunnel"], "Öst": ["Bro"]}
    expect(page.locator("#moved")).to_have_text("Flyttad till Öst, plats 1 av 1")


def test_what_the_server_does_not_move_to_another_list_goes_back(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.route("**/move/", lambda route: route.fulfill(status=500))
    page.get_by_text("Flytta till …: Bro").click()
    page.get_by_role("button", name="Norr").click()
    expect(page.locator("#moved")).to_have_text("Det gick inte att flytta. Försök igen.")
    expect(things(page, "Väst")).to_contain_text(["Bro", "Väg"])


def test_without_scripts_the_buttons_move_to_another_list(edit: Callable[..., Visitor]) -> None:
    page = edit(java_script_enabled=False).page
    page.get_by_text("Flytta till …: Bro").click()
    page.get_by_role("button", name="Öst").click()
    expect(things(page, "Öst")).to_contain_text(["Bro"])


def test_the_choice_of_another_list_closes_by_escape_and_when_one_turns_away(
    edit: Callable[..., Visitor],
) -> None:
    page = edit().page
    choices, norr = page.get_by_text("Flytta till …: Bro"), page.get_by_role("button", name="Norr")
    choices.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(choices).to_be_focused()
    expect(norr).to_be_hidden()
    choices.click()
    expect(norr).to_be_visible()
    page.get_by_role("heading", name="Väst").click()
    expect(norr).to_be_hidden()


def test_a_finger_drags_to_another_list(edit: Callable[..., Visitor]) -> None:
    page = edit(viewport=NARROWEST, has_touch=True, is_mobile=True).page
    page.evaluate("scrollTo(0, document.querySelector('[data-home]').offsetTop - 100)")
    (x, y) = middle(page.locator(".thing", has_text="Bro").locator("[data-handle]"))
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for _step in range(12):
        _x, end = middle(page.locator("[data-home=Norr]"))
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": end}]})
    with page.expect_response("**/move/"):
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert sorted(editing.memory.homes["Norr"]) == ["Bro", "Tunnel"]
