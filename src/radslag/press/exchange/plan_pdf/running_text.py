"""Prose as the template sets it: headings that skip no level, nothing empty, tables with even rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from radslag.domain import prose

Node = dict[str, Any]


def nodes(blocks: Sequence[prose.Block], under: int) -> list[Node]:
    """The blocks below a heading of level `under`, as the template's JSON."""
    result: list[Node] = []
    level = under
    for block in blocks:
        if isinstance(block, prose.Heading):
            level = min(under + block.level, level + 1)
            result.extend(_heading(block, level))
        else:
            result.extend(_flowing(block))
    return result


def _heading(block: prose.Heading, level: int) -> list[Node]:
    words = prose.plain_text([block]).strip()
    return [{"kind": "heading", "level": level, "text": words}] if words else []


def _flowing(block: prose.Block) -> list[Node]:
    """The block where no heading may stand: a heading there is a paragraph in bold."""
    match block:
        case prose.Paragraph():
            return _paragraph(_inlines(block.content))
        case prose.Heading():
            return _paragraph([inline | {"bold": True} for inline in _inlines(block.content)])
        case prose.ListBlock():
            items = [[node for inner in item for node in _flowing(inner)] for item in block.items]
            filled = [item for item in items if item]
            return [{"kind": "list", "ordered": block.ordered, "items": filled}] if filled else []
        case prose.Table():
            return _table(block)


def _paragraph(inlines: list[Node]) -> list[Node]:
    return [{"kind": "paragraph", "inlines": inlines}] if inlines else []


def _table(table: prose.Table) -> list[Node]:
    columns = max((len(row) for row in table.rows), default=0)
    if not columns:
        return []
    rows = [[_inlines(cell) for cell in row] + [[]] * (columns - len(row)) for row in table.rows]
    return [{"kind": "table", "columns": columns, "rows": rows}]


def _inlines(content: Sequence[prose.Inline]) -> list[Node]:
    result: list[Node] = []
    for part in content:
        if isinstance(part, prose.Footnote):
            result.extend([{"note": part.text}] if part.text.strip() else [])
        elif part.text:
            marks: Node = dict.fromkeys(part.marks, True)
            result.append({"text": part.text, "link": part.link} | marks)
    return result
