"""The small document model for running text: what the page, the PDF and the editor all speak.

The stored form is the editor's JSON (ProseMirror): ``{"type": "paragraph", "content": [{"type": "text",
"text": "…", "marks": [{"type": "bold"}]}]}``. Everything that is not one of the kinds below is refused on
reading, so nothing reaches a page that a renderer does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Mark = Literal["bold", "italic"]
DEEPEST = 20
"""Lists inside lists: no text has more, and neither page nor paper shows them."""
SAFE_LINKS = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Text:
    """A run of characters with the same marks; `link` is an absolute address or None."""

    text: str
    marks: tuple[Mark, ...] = ()
    link: str | None = None


@dataclass(frozen=True)
class Footnote:
    """A note called from the running text; `text` is what stands at the foot of the page."""

    text: str


Inline = Text | Footnote


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; `level` is 1–4, 1 being the nearest below the section's own."""

    level: int
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class ListBlock:
    """A list whose items are blocks; `ordered` lists are numbered from 1."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells, each cell a run of inline content; the first row is the head."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block = Paragraph | Heading | ListBlock | Table


class ProseError(ValueError):
    """The JSON is not prose: the message names the node that is not understood."""


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain, unmarked text."""
    return Paragraph((Text(text),))


def bullets(texts: Sequence[str]) -> ListBlock:
    """A bulleted list with one plain paragraph an item."""
    return ListBlock(tuple((paragraph(text),) for text in texts))


def plain_text(blocks: Sequence[Block]) -> str:
    """All the words, one block or list item a line, notes in brackets after the word that calls them."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield _inline_text(block.content)
            case ListBlock():
                for item in block.items:
                    yield from _lines(item)
            case Table():
                for row in block.rows:
                    yield "\t".join(_inline_text(cell) for cell in row)


def _inline_text(content: Sequence[Inline]) -> str:
    return "".join(part.text if isinstance(part, Text) else f" ({part.text})" for part in content)


def to_json(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The blocks as the editor's JSON; `from_json` of it gives equal blocks back."""
    return [_block_to_json(block) for block in blocks]


def from_json(nodes: object, depth: int = 0) -> tuple[Block, ...]:
    """Blocks from the editor's JSON, `depth` lists down; `ProseError` names the first node that is none."""
    if not isinstance(nodes, list):
        raise ProseError(f"a list of blocks is expected, not {nodes!r}")
    if depth > DEEPEST:
        raise ProseError(f"lists lie more than {DEEPEST} deep in each other")
    return tuple(_block_from_json(node, depth) for node in nodes)


def _block_to_json(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "content": _inlines_to_json(block.content)}
        case Heading():
            return {
                "type": "heading",
                "attrs": {"level": block.level},
                "content": _inlines_to_json(block.content),
            }
        case ListBlock():
            kind = "orderedList" if block.ordered else "bulletList"
            items = [{"type": "listItem", "content": to_json(item)} for item in block.items]
            return {"type": kind, "content": items}
        case Table():
            return {"type": "table", "content": [_row_to_json(row) for row in block.rows]}


def _row_to_json(row: Sequence[Sequence[Inline]]) -> dict[str, Any]:
    cells = [{"type": "tableCell", "content": _inlines_to_json(cell)} for cell in row]
    return {"type": "tableRow", "content": cells}


def _inlines_to_json(content: Sequence[Inline]) -> list[dict[str, Any]]:
    return [_inline_to_json(part) for part in content]


def _inline_to_json(part: Inline) -> dict[str, Any]:
    if isinstance(part, Footnote):
        return {"type": "footnote", "attrs": {"text": part.text}}
    node: dict[str, Any] = {"type": "text", "text": part.text}
    marks: list[dict[str, Any]] = [{"type": mark} for mark in part.marks]
    if part.link is not None:
        marks.append({"type": "link", "attrs": {"href": part.link}})
    if marks:
        node["marks"] = marks
    return node


def _block_from_json(node: object, depth: int) -> Block:
    match node:
        case {"type": "paragraph", **rest}:
            return Paragraph(_inlines_from_json(rest))
        case {"type": "heading", "attrs": {"level": int(level)}, **rest} if 1 <= level <= 4:
            return Heading(level, _inlines_from_json(rest))
        case {"type": "bulletList" | "orderedList" as kind, "content": list(items)}:
            return ListBlock(tuple(_item_from_json(item, depth + 1) for item in items), kind == "orderedList")
        case {"type": "table", "content": list(rows)}:
            return Table(tuple(_row_from_json(row) for row in rows))
    raise ProseError(f"this is not a block of prose: {node!r}")


def _item_from_json(node: object, depth: int) -> tuple[Block, ...]:
    match node:
        case {"type": "listItem", "content": content}:
            return from_json(content, depth)
    raise ProseError(f"this is not a list item: {node!r}")


def _row_from_json(node: object) -> tuple[tuple[Inline, ...], ...]:
    match node:
        case {"type": "tableRow", "content": list(cells)}:
            return tuple(_inlines_from_json(cell) for cell in cells)
    raise ProseError(f"this is not a table row: {node!r}")


def _inlines_from_json(node: Mapping[Any, Any]) -> tuple[Inline, ...]:
    content = node.get("content", [])
    if not isinstance(content, list):
        raise ProseError(f"a list of words is expected, not {content!r}")
    return tuple(_inline_from_json(part) for part in content)


def _inline_from_json(node: object) -> Inline:
    match node:
        case {"type": "footnote", "attrs": {"text": str(text)}}:
            return Footnote(text)
        case {"type": "text", "text": str(text), **rest}:
            return _marked(text, rest.get("marks", []))
    raise ProseError(f"this is not running text: {node!r}")


def _marked(text: str, marks: object) -> Text:
    kept: list[Mark] = []
    link: str | None = None
    for mark in marks if isinstance(marks, list) else [marks]:
        match mark:
            case {"type": "bold" | "italic" as kind}:
                kept.append(kind)
            case {"type": "link", "attrs": {"href": str(href)}} if href.startswith(
                ("https://", "http://", "mailto:")
            ):
                link = href
            case _:
                raise ProseError(f"this mark is not known: {mark!r}")
    return Text(text, tuple(kept), link)
