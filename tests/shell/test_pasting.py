"""What is pasted into the editor of running text becomes prose of the document model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browsing import Visitor
from radslag.domain.prose import Block, Heading, Paragraph, Table, Text, bullets, paragraph
from shell.writing import cells, editor, put_cursor, show, written

pytestmark = [pytest.mark.urls("shell.editing"), pytest.mark.django_db]


def paste(page: Page, html: str) -> None:
    page.evaluate("html => document.querySelector('.ProseMirror').editor.view.pasteHTML(html)", html)


WORD_ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·  </span>"
)
WORD_LIST = f"{WORD_ITEM}ett</p>{WORD_ITEM}två</p><p class=MsoNormal>sedan<o:p></o:p></p>"
WORD_TABLE = (
    "<table><colgroup><col></colgroup><tr><th><p>A</p></th><th><p>B</p><p>C</p></th></tr>"
    "<tr><td><ul><li>d</li></ul></td><td><b>e</b></td></tr></table>"
)
LINKED = "<p><a href='javascript:x'>a</a> <a href='https://exempel.se'>b</a> <u>c</u></p>"
STYLED = "<b style='font-weight:normal'><p>a <span style='font-weight:700'>b</span> c</p></b>"
WEB = "<h6>A</h6><div>B<img src=x><script>c</script></div>"


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (WEB, [Heading(4, (Text("A"),)), paragraph("B")]),
        (LINKED, [Paragraph((Text("a "), Text("b", (), "https://exempel.se"), Text(" c")))]),
        (WORD_LIST, [bullets(["ett", "två"]), paragraph("sedan")]),
        (WORD_TABLE, [Table((((Text("A"),), (Text("B C"),)), ((Text("d"),), (Text("e", ("bold",)),))))]),
        (
            f"<style>\np.MsoNormal {{margin: 0}}\n</style>{STYLED}",
            [Paragraph((Text("a "), Text("b", ("bold",)), Text(" c")))],
        ),
        (STYLED, [Paragraph((Text("a "), Text("b", ("bold",)), Text(" c")))]),
    ],
    ids=["web", "links", "word-list", "word-table", "word-styles", "google"],
)
def test_what_is_pasted_becomes_prose(edit: Callable[..., Visitor], html: str, made: list[Block]) -> None:
    page = edit().page
    show(page)
    editor(page).focus()
    paste(page, html)
    assert written(page) == tuple(made)


def test_what_is_pasted_in_a_cell_stays_in_the_cell(edit: Callable[..., Visitor]) -> None:
    page = edit().page
    show(page, cells("a|b"))
    put_cursor(page, "a")
    paste(page, "<p> och</p><ul><li>c</li></ul><table><tr><td>d</td></tr></table>")
    (table,) = written(page)
    assert isinstance(table, Table)
    assert [[len(row) for row in table.rows], table.rows[0][1]] == [[2], (Text("b"),)]
