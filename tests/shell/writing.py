"""A hand at the editor of running text: what stands in it, put into it and chosen in it."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page

from radslag.domain.prose import Block, Table, Text, from_json, to_json

SHOW = """words => {
  const textarea = document.getElementById("purpose");
  textarea.value = words;
  textarea.dispatchEvent(new Event("shown"));
  const editor = textarea.form.querySelector(".ProseMirror").editor;
  editor.emit("update", { editor, transaction: editor.state.tr, appendedTransactions: [] });
  return textarea.value;
}"""


def written(page: Page) -> tuple[Block, ...]:
    return from_json(json.loads(page.locator("#purpose").input_value()))


def show(page: Page, *blocks: Block) -> None:
    page.evaluate(SHOW, json.dumps(to_json(blocks)))


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Syfte")


def select(page: Page, words: str) -> None:
    """Select some words in the editor."""
    page.evaluate(
        """words => {
      const { editor } = document.querySelector(".ProseMirror");
      let from = 0;
      editor.state.doc.descendants((node, at) => {
        if (node.isText && node.text.includes(words)) from = at + node.text.indexOf(words);
      });
      editor.view.focus();
      editor.commands.setTextSelection({ from, to: from + words.length });
    }""",
        words,
    )


def put_cursor(page: Page, words: str) -> None:
    """Put the cursor after some words in the editor."""
    select(page, words)
    page.evaluate("""() => {
      const { editor } = document.querySelector(".ProseMirror");
      editor.commands.setTextSelection(editor.state.selection.to);
    }""")


def cells(*rows: str) -> Table:
    return Table(tuple(tuple((Text(word),) if word else () for word in row.split("|")) for row in rows))
