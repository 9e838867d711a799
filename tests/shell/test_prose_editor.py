"""The editor of running text: the document model goes through it unchanged, nothing else comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from browsing import DESKTOP, NARROWEST, Visitor
from radslag.domain.prose import (
    Block,
    Footnote,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Table,
    Text,
    bullets,
    from_json,
    paragraph,
    to_json,
)
from shell import editing
from shell.writing import SHOW, cells, editor, put_cursor, select, show, written

pytestmark = [pytest.mark.urls("shell.editing"), pytest.mark.django_db]

MARKS = ((), ("bold",), ("italic",), ("bold", "italic"))
LINKS = (None, "https://exempel.se/avtal?a=1&b=2#c", "http://exempel.se", "mailto:kim@exempel.se")
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t"),
    min_size=1,
    max_size=12,
)
TEXT = st.builds(Text, WORDS, st.sampled_from(MARKS), st.sampled_from(LINKS))


def joined(runs: Sequence[Inline]) -> tuple[Inline, ...]:
    """Runs as a writing program has them: neighbours of one look are one."""
    kept: list[Inline] = []
    for run in runs:
        last = kept[-1] if kept else None
        if isinstance(run, Text) and isinstance(last, Text) and replace(run, text=last.text) == last:
            kept[-1] = replace(last, text=last.text + run.text)
        else:
            kept.append(run)
    return tuple(kept)


INLINES = st.lists(TEXT | st.builds(Footnote, WORDS), max_size=5).map(joined)
PARAGRAPH = st.builds(Paragraph, INLINES)
TABLE = st.builds(
    Table, st.lists(st.lists(INLINES, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
)
PLAIN = PARAGRAPH | st.builds(Heading, st.integers(1, 4), INLINES) | TABLE


def lists(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    item = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    return st.builds(ListBlock, st.lists(item, min_size=1, max_size=3).map(tuple), st.booleans())


BLOCK: st.SearchStrategy[Block] = st.recursive(PLAIN, lists, max_leaves=6)
PROSE = st.lists(BLOCK, max_size=4).filter(lambda blocks: blocks != [Paragraph(())])


def test_any_prose_goes_through_the_editor_unchanged(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    page.route("**/purpose/", lambda route: route.abort())

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(PROSE)
    def unchanged(blocks: list[Block]) -> None:
        come_out = page.evaluate(SHOW, json.dumps(to_json(blocks)))
        assert from_json(json.loads(come_out)) == tuple(blocks)

    unchanged()


def test_what_has_no_place_to_write_in_is_given_one(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    nothing = [{"type": "bulletList", "content": []}, {"type": "table", "content": []}]
    bare = [
        {"type": "bulletList", "content": [{"type": "listItem", "content": []}]},
        {"type": "table", "content": [{"type": "tableRow", "content": []}]},
        {"type": "paragraph", "content": [{"type": "text", "text": ""}]},
    ]
    assert page.evaluate(SHOW, json.dumps(nothing)) == "[]"
    come_out = from_json(json.loads(page.evaluate(SHOW, json.dumps(bare))))
    assert come_out == (ListBlock(((Paragraph(()),),)), Table((((),),)), Paragraph(()))


def test_what_is_written_is_saved_and_only_when_something_is(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    editor(page).click()
    page.keyboard.press("Tab")
    assert editing.memory.sent == []
    put_cursor(page, "Fler laddplatser.")
    page.keyboard.type(" Nu.")
    expect(page.locator("form:has(#purpose) > [role=status]")).to_have_text("Sparat 14.03")
    kept = from_json(json.loads(editing.memory.words["purpose"]))
    assert kept[0] == paragraph("Fler laddplatser. Nu.")


def test_typing_makes_headings_lists_and_marks(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page)
    editor(page).focus()
    page.keyboard.type("## Syfte")
    page.keyboard.press("Enter")
    page.keyboard.type("**Vi** samverkar")
    page.keyboard.press("Enter")
    page.keyboard.type("- ett")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("inuti")
    assert written(page) == (
        Heading(2, (Text("Syfte"),)),
        Paragraph((Text("Vi", ("bold",)), Text(" samverkar"))),
        ListBlock(((paragraph("ett"), bullets(["inuti"])),)),
    )


@pytest.mark.parametrize(
    ("keys", "tool", "made"),
    [
        ("Control+b", "Fet", Paragraph((Text("Vi", ("bold",)),))),
        ("Control+i", "Kursiv", Paragraph((Text("Vi", ("italic",)),))),
        ("Control+Alt+3", "Rubrik 3", Heading(3, (Text("Vi"),))),
        ("Control+Shift+Digit8", "Punktlista", bullets(["Vi"])),
        ("Control+Shift+Digit7", "Numrerad lista", ListBlock(((paragraph("Vi"),),), ordered=True)),
    ],
)
def test_a_key_and_a_tool_do_the_same_and_undo_undoes(
    edit: Callable[..., Visitor], keys: str, tool: str, made: Block
) -> None:
    page = edit().page
    show(page, paragraph("Vi"))
    select(page, "Vi")
    button = page.get_by_role("button", name=tool)
    expect(button).to_have_attribute("aria-pressed", "false")
    page.keyboard.press(keys)
    assert written(page) == (made,)
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Control+z")
    assert written(page) == (paragraph("Vi"),)
    button.click()
    assert written(page) == (made,)
    page.get_by_role("button", name="Ångra").click()
    assert written(page) == (paragraph("Vi"),)
    page.get_by_role("button", name="Gör om").click()
    assert written(page) == (made,)


def test_the_toolbar_is_one_stop_with_arrows_within(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    expect(page.get_by_role("toolbar")).to_be_hidden()
    editor(page).focus()
    page.keyboard.press("Alt+F10")
    expect(page.get_by_role("button", name="Fet")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="Gör om")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Kursiv")).to_be_focused()
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Kursiv")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("https://exempel.se/a", "https://exempel.se/a"),
        ("exempel.se/a", "https://exempel.se/a"),
        ("kim@exempel.se", "mailto:kim@exempel.se"),
    ],
)
def test_a_link_is_made_changed_and_taken_away(edit: Callable[..., Visitor], typed: str, href: str) -> None:
    page = edit().page
    show(page, paragraph("enligt avtalet"))
    select(page, "avtalet")
    page.keyboard.press("Control+k")
    page.get_by_label("Adress").fill(typed)
    page.keyboard.press("Enter")
    linked = Paragraph((Text("enligt "), Text("avtalet", (), href)))
    assert written(page) == (linked,)
    expect(editor(page)).to_be_focused()
    put_cursor(page, "avta")
    page.keyboard.press("Control+k")
    expect(page.get_by_label("Adress")).to_have_value(href)
    page.get_by_role("button", name="Ta bort", exact=True).click()
    assert written(page) == (paragraph("enligt avtalet"),)


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "ett ord", "", "/a", "data:text/html,x"])
def test_a_link_that_leads_nowhere_is_refused_and_can_be_left(
    edit: Callable[..., Visitor], typed: str
) -> None:
    page = edit().page
    show(page, paragraph("avtalet"))
    select(page, "avtalet")
    page.keyboard.press("Control+k")
    page.get_by_label("Adress").fill(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Skriv en webbadress")).to_be_visible()
    page.keyboard.press("Escape")
    assert written(page) == (paragraph("avtalet"),)
    expect(editor(page)).to_be_focused()


def test_a_footnote_is_written_and_changed(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page, paragraph("avtalet"))
    put_cursor(page, "avtalet")
    page.get_by_role("button", name="Fotnot").click()
    page.get_by_label("Vad noten säger").fill("Från 2010.")
    page.get_by_role("button", name="Infoga").click()
    assert written(page) == (Paragraph((Text("avtalet"), Footnote("Från 2010."))),)
    page.locator(".note").dblclick()
    page.get_by_label("Vad noten säger").fill("Från 2011.")
    page.get_by_role("button", name="Infoga").click()
    assert written(page) == (Paragraph((Text("avtalet"), Footnote("Från 2011."))),)


def test_a_footnote_is_taken_away(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page, Paragraph((Text("avtalet"), Footnote("Från 2010."))))
    page.locator(".note").dblclick()
    page.get_by_role("button", name="Ta bort", exact=True).click()
    assert written(page) == (paragraph("avtalet"),)


@pytest.mark.parametrize(
    ("tool", "made"),
    [
        ("Lägg till en rad under", cells("a|b", "|", "c|d")),
        ("Ta bort raden", cells("c|d")),
        ("Lägg till en kolumn efter", cells("a||b", "c||d")),
        ("Ta bort kolumnen", cells("b", "d")),
    ],
)
def test_a_table_gets_and_loses_rows_and_columns(
    edit: Callable[..., Visitor], tool: str, made: Table
) -> None:
    page = edit().page
    show(page, cells("a|b", "c|d"))
    put_cursor(page, "a")
    page.get_by_role("button", name=tool).click()
    assert written(page) == (made,)


def test_a_table_is_made_and_filled_and_left_by_keyboard(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page)
    editor(page).focus()
    page.get_by_role("button", name="Tabell").click()
    for word in ("Kommun", "Avgift", "Andel", "Salem"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Efter.")
    assert written(page) == (cells("Kommun|Avgift|Andel", "Salem||"), paragraph("Efter."))
    put_cursor(page, "Salem")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(editor(page)).not_to_be_focused()


def test_the_last_row_taken_away_takes_the_table(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page, cells("a|b"))
    put_cursor(page, "a")
    page.get_by_role("button", name="Ta bort raden").click()
    assert written(page) == ()


@pytest.mark.parametrize("keys", ["Backspace", "Delete", "Control+x"])
def test_deleting_across_cells_moves_no_column(edit: Callable[..., Visitor], keys: str) -> None:
    page = edit().page
    show(page, cells("ab|cd|e"))
    page.evaluate("""() => {
      const { editor } = document.querySelector(".ProseMirror");
      editor.view.focus();
      editor.commands.setTextSelection({ from: 4, to: 8 });
    }""")
    page.keyboard.press(keys)
    assert written(page) == (cells("a|d|e"),)


@pytest.mark.parametrize(("choice", "count"), [("Behåll min", 2), ("Ta deras", 1), ("Använd båda", 3)])
def test_two_versions_of_prose_are_read_side_by_side(
    edit: Callable[..., Visitor], choice: str, count: int
) -> None:
    visitor = edit(viewport=NARROWEST)
    page = visitor.page
    theirs = Heading(1, (Text("Varför"),))
    editing.memory.words["purpose"] = json.dumps(to_json([theirs]))
    put_cursor(page, "Fler laddplatser.")
    page.keyboard.type(" Nu.")
    expect(page.locator("[data-theirs-words]")).to_have_text("Varför")
    expect(page.locator("[data-mine-words] li")).to_have_text(["längs vägarna", "vid stationerna"])
    assert visitor.violations() == []
    page.get_by_role("button", name=choice).click()
    expect(editor(page)).to_be_focused()
    blocks = written(page)
    assert len(blocks) == count
    assert (theirs in blocks) == (choice != "Behåll min")


@pytest.mark.parametrize("size", [NARROWEST, DESKTOP], ids=["narrow", "desktop"])
def test_axe_finds_nothing_in_the_editor_and_its_dialogs(
    edit: Callable[..., Visitor], size: dict[str, int]
) -> None:
    visitor = edit(viewport=size)
    page = visitor.page
    show(page, paragraph("avtalet"), cells("a|b", "c|d"))
    put_cursor(page, "a")
    assert visitor.violations() == []
    select(page, "avtalet")
    page.keyboard.press("Control+k")
    page.keyboard.press("Enter")
    assert visitor.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_without_scripts_the_text_can_be_read(edit: Callable[..., Visitor]) -> None:
    page = edit(java_script_enabled=False).page
    expect(page.get_by_text("Fler laddplatser.", exact=True)).to_be_visible()
    expect(page.get_by_text("redigeras i en webbläsare som kör skript")).to_be_visible()
