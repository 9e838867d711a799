"""Running text as HTML: one function, for every page that shows prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.domain.prose import Block, Footnote, Heading, Inline, ListBlock, Paragraph, Table

TAGS = {"bold": "strong", "italic": "em"}
DEEPEST = 6


def prose_html(blocks: Sequence[Block], level: int, key: str) -> SafeString:
    """The blocks, headings of level 1 becoming `<h{level}>`; `key` keeps their notes apart."""
    writer = _Writer(level, key)
    return format_html("{}{}", writer.blocks(blocks), writer.notes())


@dataclass
class _Writer:
    level: int
    key: str
    texts: list[str] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block]) -> SafeString:
        return _joined(self.block(block) for block in blocks)

    def block(self, block: Block) -> SafeString:
        match block:
            case Paragraph():
                return format_html("<p>{}</p>", self.inlines(block.content))
            case Heading():
                tag = f"h{min(self.level + block.level - 1, DEEPEST)}"
                return format_html("<{0}>{1}</{0}>", tag, self.inlines(block.content))
            case ListBlock():
                items = _joined(format_html("<li>{}</li>", self.item(item)) for item in block.items)
                return format_html("<{0}>{1}</{0}>", "ol" if block.ordered else "ul", items)
            case Table():
                return self.table(block)

    def item(self, blocks: Sequence[Block]) -> SafeString:
        """A list item; one that is a single paragraph needs none of its own."""
        match blocks:
            case (Paragraph(content),):
                return self.inlines(content)
        return self.blocks(blocks)

    def table(self, table: Table) -> SafeString:
        head, *rows = [[self.inlines(cell) for cell in row] for row in table.rows] or [[]]
        columns = format_html_join("", '<th scope="col">{}</th>', ((cell,) for cell in head))
        body = _joined(
            format_html("<tr>{}</tr>", format_html_join("", "<td>{}</td>", ((cell,) for cell in row)))
            for row in rows
        )
        return format_html(
            '<table class="ds-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', columns, body
        )

    def inlines(self, content: Iterable[Inline]) -> SafeString:
        return _joined(self.inline(part) for part in content)

    def inline(self, part: Inline) -> SafeString:
        if isinstance(part, Footnote):
            self.texts.append(part.text)
            return format_html(
                '<sup><a id="{0}-call-{1}" href="#{0}-note-{1}" aria-label="{2}">{1}</a></sup>',
                self.key,
                len(self.texts),
                _("Note %(number)s") % {"number": len(self.texts)},
            )
        text = format_html("{}", part.text)
        for mark in part.marks:
            text = format_html("<{0}>{1}</{0}>", TAGS[mark], text)
        return format_html('<a href="{}">{}</a>', part.link, text) if part.link else text

    def notes(self) -> SafeString:
        if not self.texts:
            return SafeString("")
        items = format_html_join(
            "",
            '<li id="{0}-note-{1}">{2} <a href="#{0}-call-{1}" aria-label="{3}">↑</a></li>',
            ((self.key, at, text, _("Back to the text")) for at, text in enumerate(self.texts, 1)),
        )
        return format_html('<ol class="prose__notes">{}</ol>', items)


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
