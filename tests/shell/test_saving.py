"""Autosave in real browsers: as one types, one request at a time, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browsing import NARROWEST, Visitor
from shell import editing

pytestmark = [pytest.mark.urls("shell.editing"), pytest.mark.django_db]

SAVED = "Sparat 14.03"
NO_CONTACT = "Ingen kontakt. Det du skriver finns kvar här och sparas när nätet är tillbaka."
SIGNED_OUT = "Du är inte längre inloggad. Logga in i en annan flik, så sparas det här."
CONTESTED = "Kim Ek sparade en annan text 14.02. Båda finns här; välj under fältet."
REFUSED = "Skriv något, annars vet ingen vad det är."


def status(page: Page, key: str = "title") -> Locator:
    return page.locator(f"form:has(#{key}) > [role=status]")


def come_back(page: Page) -> None:
    """Turn to the window again, upon which what is unsaved is sent."""
    page.evaluate("dispatchEvent(new Event('focus'))")


def stop_the_clock(page: Page) -> None:
    """Let no pause pass, so that only what is sent at once is sent."""
    page.clock.install()
    page.clock.pause_at("2100-01-01")


def contest(page: Page, theirs: str = "Laddplatser för lastbilar") -> None:
    """Type into the title when somebody else has saved another."""
    editing.memory.words["title"] = theirs
    page.get_by_label("Titel").fill("Laddplatser för alla")
    expect(status(page)).to_have_text(CONTESTED)


def leave_unsaved(page: Page) -> None:
    """Type into the title, and leave the page, when the server is gone."""
    editing.memory.down = True
    page.get_by_label("Titel").fill("Laddplatser för alla")
    expect(status(page)).to_have_text(NO_CONTACT)
    page.reload()
    editing.memory.down = False


def test_what_is_typed_is_saved(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.get_by_label("Titel").fill("Laddplatser för lastbilar")
    expect(status(page)).to_have_text(SAVED)
    with page.expect_response("**/title/"):
        page.get_by_label("Titel").fill("Laddplatser för alla")
    assert editing.memory.sent == [
        {"base": "Laddplatser", "words": "Laddplatser för lastbilar"},
        {"base": "Laddplatser för lastbilar", "words": "Laddplatser för alla"},
    ]


@pytest.mark.parametrize("keys", ["Enter", "Control+s", "Tab"])
def test_enter_save_and_leaving_do_not_wait(edit: Callable[..., Visitor], keys: str) -> None:
    page = edit().page
    stop_the_clock(page)
    page.get_by_label("Titel").fill("Bussar")
    assert editing.memory.sent == []
    with page.expect_response("**/title/"):
        page.keyboard.press(keys)
    assert editing.memory.words["title"] == "Bussar"


def test_the_servers_way_of_writing_shows_when_the_field_is_left(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    field = page.get_by_label("Börjar")
    field.fill("14:30")
    expect(status(page, "start")).to_have_text(SAVED)
    expect(field).to_have_value("14:30")
    page.keyboard.press("Tab")
    expect(field).to_have_value("14.30")
    field.fill("15.00")
    page.keyboard.press("Tab")
    expect(page.locator("form:has(#start) [name=base]")).to_have_value("15.00")
    assert editing.memory.sent[-1] == {"base": "14.30", "words": "15.00"}


def test_a_choice_is_saved_when_it_is_made(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.get_by_label("Läge").select_option("klar")
    expect(status(page, "state")).to_have_text(SAVED)
    assert editing.memory.words["state"] == "klar"


def test_a_line_stays_a_line_and_a_text_keeps_its_lines(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.get_by_label("Titel").fill("Buss\n och tåg")
    page.get_by_label("Kommentar").fill("Ett.\nTvå.")
    page.keyboard.press("Tab")
    expect(status(page, "comment")).to_have_text(SAVED)
    expect(status(page)).to_have_text(SAVED)
    assert editing.memory.words["title"] == "Buss och tåg"
    assert editing.memory.words["comment"] == "Ett.\nTvå."


def test_two_requests_of_one_field_are_never_under_way_and_the_last_words_win(
    edit: Callable[..., Visitor],
) -> None:
    page = edit().page
    held: list[Route] = []
    page.route("**/title/", lambda route: route.continue_() if held else held.append(route))
    page.get_by_label("Titel").fill("Första")
    with page.expect_request("**/title/"):
        page.keyboard.press("Enter")
    for words in ("Andra", "Tredje"):
        page.get_by_label("Titel").fill(words)
        page.keyboard.press("Enter")
    assert len(held) == 1
    with page.expect_response(lambda answer: "Tredje" in answer.text()):
        held[0].continue_()
    assert [sent["words"] for sent in editing.memory.sent] == ["Första", "Tredje"]


def test_what_the_server_refuses_stays_with_the_reason(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    field = page.get_by_label("Titel")
    field.fill("")
    expect(field).to_have_accessible_description(f"Som den står i planen. {REFUSED}")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("")
    field.fill("Bussar")
    expect(status(page)).to_have_text(SAVED)
    expect(field).to_have_accessible_description("Som den står i planen.")
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("Behåll min", "Laddplatser för alla"),
        ("Ta deras", "Laddplatser för lastbilar"),
        ("Använd båda", "Laddplatser för alla Laddplatser för lastbilar"),
    ],
)
def test_two_who_edit_the_same_choose_by_keyboard(
    edit: Callable[..., Visitor], choice: str, words: str
) -> None:
    kim, robin = edit().page, edit().page
    kim.get_by_label("Titel").fill("Laddplatser för lastbilar")
    expect(status(kim)).to_have_text(SAVED)
    robin.get_by_label("Titel").fill("Laddplatser för alla")
    expect(status(robin)).to_have_text(CONTESTED)
    expect(robin.locator("[data-mine-words]")).to_have_text("Laddplatser för alla")
    expect(robin.locator("[data-theirs-words]")).to_have_text("Laddplatser för lastbilar")
    assert editing.memory.words["title"] == "Laddplatser för lastbilar"
    button = robin.get_by_role("button", name=choice)
    while not button.evaluate("button => button === document.activeElement"):
        robin.keyboard.press("Tab")
    robin.keyboard.press("Enter")
    expect(robin.get_by_label("Titel")).to_be_focused()
    expect(robin.get_by_label("Titel")).to_have_value(words)
    expect(robin.locator("form:has(#title) [name=base]")).to_have_value(words)
    assert editing.memory.words["title"] == words


def test_mine_goes_on_while_the_choice_is_awaited(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    contest(page)
    page.get_by_label("Titel").fill("Laddplatser för alla och envar")
    page.keyboard.press("Enter")
    expect(page.locator("[data-mine-words]")).to_have_text("Laddplatser för alla och envar")
    page.get_by_role("button", name="Behåll min").click()
    expect(status(page)).to_have_text(SAVED)
    assert editing.memory.words["title"] == "Laddplatser för alla och envar"


def test_what_gave_way_to_theirs_is_found_again(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    contest(page)
    page.get_by_role("button", name="Ta deras").click()
    page.reload()
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("[data-mine-words]")).to_have_text("Laddplatser för alla")
    page.get_by_role("button", name="Behåll den i fältet").click()
    page.reload()
    expect(page.get_by_role("button", name="Visa")).to_have_count(0)


def test_the_merged_words_stand_in_the_field_where_the_server_has_some(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    merged = {"theirs": "A c", "by": "Kim Ek", "at": "14.02", "merged": "A b c"}
    page.route("**/title/", lambda route: route.fulfill(status=409, json=merged))
    page.get_by_label("Titel").fill("A b")
    page.get_by_role("button", name="Använd båda").click()
    expect(page.get_by_label("Titel")).to_have_value("A b c")


def test_without_network_the_words_wait_and_are_saved_when_it_is_back(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.context.set_offline(True)
    page.get_by_label("Titel").fill("Bussar")
    expect(status(page)).to_have_text(NO_CONTACT)
    page.context.set_offline(False)
    expect(status(page)).to_have_text(SAVED)
    assert editing.memory.words["title"] == "Bussar"


@pytest.mark.parametrize("code", [500, 503])
def test_a_failing_server_is_asked_again_after_a_while(edit: Callable[..., Visitor], code: int) -> None:
    page = edit().page
    page.route("**/title/", lambda route: route.fulfill(status=code))
    page.get_by_label("Titel").fill("Bussar")
    expect(status(page)).to_have_text(NO_CONTACT)
    page.unroute_all()
    expect(status(page)).to_have_text(SAVED)


@pytest.mark.parametrize("code", [401, 403, 404])
def test_one_who_is_signed_out_signs_in_elsewhere_and_is_saved(
    edit: Callable[..., Visitor], code: int
) -> None:
    page = edit().page
    page.route("**/title/", lambda route: route.fulfill(status=code))
    page.get_by_label("Titel").fill("Bussar")
    expect(status(page)).to_have_text(SIGNED_OUT)
    page.unroute_all()
    page.context.clear_cookies()  # signing in again changes the token that forms carry
    come_back(page)
    expect(status(page)).to_have_text(SAVED)


def test_unsaved_words_are_offered_on_the_next_visit_and_never_put_in_unasked(
    edit: Callable[..., Visitor],
) -> None:
    page = edit().page
    leave_unsaved(page)
    expect(page.get_by_label("Titel")).to_have_value("Laddplatser")
    expect(page.locator(".offer")).to_contain_text("Det finns osparad text från ")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("group", name="Det finns osparad text")).to_be_focused()
    page.get_by_role("button", name="Ta den osparade").click()
    expect(status(page)).to_have_text(SAVED)
    assert editing.memory.words["title"] == "Laddplatser för alla"
    page.reload()
    expect(page.locator(".offer")).to_have_count(0)


def test_unsaved_words_survive_that_others_are_typed_and_saved(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    leave_unsaved(page)
    page.get_by_label("Titel").fill("Bussar")
    expect(status(page)).to_have_text(SAVED)
    page.reload()
    page.get_by_role("button", name="Släng").click()
    page.reload()
    expect(page.locator(".offer")).to_have_count(0)
    assert editing.memory.words["title"] == "Bussar"


def test_leaving_asks_only_while_something_is_unsaved(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.get_by_label("Titel").press_sequentially("x")
    expect(status(page)).to_have_text(SAVED)
    page.reload()
    assert asked == []
    page.route("**/title/", lambda route: route.abort())
    page.get_by_label("Titel").press_sequentially("x")
    expect(status(page)).to_have_text(NO_CONTACT)
    page.reload()
    assert asked == ["beforeunload"]


def test_without_scripts_it_is_an_ordinary_form(edit: Callable[..., Visitor]) -> None:
    page = edit(java_script_enabled=False).page
    page.get_by_label("Titel").fill("Bussar")
    page.get_by_role("button", name="Spara Titel").click()
    expect(page.get_by_label("Titel")).to_have_value("Bussar")
    assert editing.memory.sent == [{"base": "Laddplatser", "words": "Bussar"}]


@pytest.mark.parametrize("state", ["saved", "contested", "refused", "lost", "offered", "compared"])
@pytest.mark.parametrize("address", ["/bygden/", "/bygden/en/"])
def test_axe_finds_nothing_and_nothing_is_too_wide_in_any_state(
    edit: Callable[..., Visitor], state: str, address: str
) -> None:
    visitor = edit(address, viewport=NARROWEST)
    page = visitor.page
    editing.memory.words["title"] = "Annat" if state == "contested" else editing.memory.words["title"]
    if state in {"lost", "offered", "compared"}:
        page.route("**/title/", lambda route: route.abort())
    page.locator("#title").fill("" if state == "refused" else "Infrastrukturutvecklingsprogramförslag " * 3)
    expect(
        page.locator("form:has(#title)").locator(":is([role=status], [role=alert]):not(:empty)")
    ).to_be_visible()
    if state in {"offered", "compared"}:
        page.reload(wait_until="networkidle")
        expect(page.locator(".offer")).to_be_visible()
    if state == "compared":
        page.locator(".offer button").first.click()
    assert visitor.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]


def test_several_are_ticked_by_keyboard_and_what_is_in_no_group_stays(edit: Callable[..., Visitor]) -> None:
    page = edit(viewport=NARROWEST).page
    chosen = page.locator(".several > summary")
    expect(chosen).to_have_text("Ur tiden\nSpår", use_inner_text=True)
    chosen.press("Enter")
    page.get_by_role("checkbox", name="Broar").press("Space")
    expect(status(page, "goals")).to_have_text(SAVED)
    assert editing.memory.words["goals"] == "Ur tiden\nSpår\nBroar"
    page.get_by_role("checkbox", name="Ur tiden").uncheck()
    expect(chosen).to_have_text("Spår\nBroar", use_inner_text=True)
    page.reload()
    expect(page.locator(".several > summary")).to_have_text("Spår\nBroar", use_inner_text=True)
    expect(page.get_by_role("checkbox", name="Ur tiden")).to_have_count(0)


def test_several_that_two_have_ticked_are_chosen_among(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    editing.memory.words["goals"] = "Spår\nUr en annan tid"
    page.locator(".several > summary").click()
    page.get_by_role("checkbox", name="Vägar").check()
    page.get_by_role("button", name="Ta deras").click()
    expect(page.locator(".several > summary")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Ur en annan tid")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Vägar")).not_to_be_checked()


def test_without_scripts_several_are_ticked_and_saved(edit: Callable[..., Visitor]) -> None:
    page = edit(java_script_enabled=False).page
    page.locator(".several > summary").click()
    page.get_by_role("checkbox", name="Tunnlar").check()
    page.get_by_role("button", name="Spara Delmål").click()
    assert editing.memory.sent == [{"base": "Ur tiden\r\nSpår", "words": "Ur tiden\nSpår\nTunnlar"}]
