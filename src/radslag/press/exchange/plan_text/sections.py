"""The running text as sections of prose: headings, paragraphs, lists and footnotes as they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile

from radslag.domain import prose
from radslag.domain.plan_document import Part, Section
from radslag.press.exchange.plan_text.lines import Line, Passage, blocks, join_lines
from radslag.press.exchange.plan_text.outline import Heading, Outline
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.running import ends_sentence, paragraphs, split_at

_FOOTNOTE = re.compile(r"(?P<mark>\d{1,2})\s+(?P<text>[A-ZÅÄÖ].*)", re.DOTALL)
_LABEL = re.compile(r"[A-ZÅÄÖ]\w+:\s")
_FIGURE_LABEL = re.compile(r"(?:övergripande )?(?:mål|delmål)|vision", re.IGNORECASE)
_FEW_WORDS = 8


@dataclass
class _Open:
    """A section while it is being read."""

    heading: Heading | None
    part: Part
    blocks: list[prose.Block] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    places: Places = field(default_factory=Places)

    def begins_text(self) -> bool:
        """Whether there is text or a numbered heading, so that this is no line of the cover."""
        return bool(self.blocks or self.items or (self.heading and self.heading.number))

    def says_something(self) -> bool:
        """Whether there is text, or a heading that is more than the label of a figure."""
        if self.heading is None or self.begins_text():
            return self.begins_text()
        return not _FIGURE_LABEL.fullmatch(self.heading.title)

    def end_list(self) -> None:
        """Close the list that is open, if any."""
        if self.items:
            self.blocks.append(prose.bullets(self.items))
            self.items = []

    def closed(self) -> Placed[Section]:
        """The section with its place; its heading may be empty when text stands before any heading."""
        self.end_list()
        lines = sorted(self.places.lines)
        whole = Passage("x" * len(lines), tuple(enumerate(lines)))
        self.places.note("", whole)
        if self.heading:
            self.places.note("/heading", Passage(self.heading.title, ((0, self.heading.line),)))
        section = Section(
            heading=self.heading.title if self.heading else "",
            number=self.heading.number if self.heading else None,
            part=self.part,
            blocks=tuple(self.blocks),
        )
        return self.places.around(section)


def read_sections(lines: Sequence[Line], outline: Outline) -> list[Placed[Section]]:
    """The sections that the lines make; lines that are neither heading, text nor list are left out."""
    notes = _footnotes(lines)
    of_notes = {number for passage in notes.values() for number in passage.lines}
    headings = {heading.line: heading for heading in outline.headings}
    sections: list[_Open] = [_Open(None, "plan")]
    for block in blocks(line for line in lines if line.number not in of_notes):
        for part in split_at(block, headings):
            heading = headings.get(part[0].number)
            if heading is None:
                for paragraph in paragraphs(part, outline.width):
                    _take_in(sections[-1], paragraph, part)
            elif _is_top(heading, outline):
                sections.append(_Open(heading, outline.part_at(heading.line)))
                sections[-1].places.lines.add(heading.line)
            else:
                sections[-1].end_list()
                sections[-1].blocks.append(prose.Heading(1, (prose.Text(heading.title),)))
                sections[-1].places.lines.add(heading.line)
    after_cover = dropwhile(lambda section: not section.begins_text(), sections)
    closed = [section.closed() for section in after_cover if section.says_something()]
    return [_with_footnotes(section, notes) for section in closed]


def _is_top(heading: Heading, outline: Outline) -> bool:
    """Whether the heading begins a section of its own: numbered, or not below a numbered one of the plan."""
    if heading.number or outline.part_at(heading.line) == "programme":
        return True
    return outline.numbered_above(heading.line) is None


def _take_in(section: _Open, paragraph: Sequence[Line], block: Sequence[Line]) -> None:
    """Add a paragraph or a list item to the section; a few words that are no sentence stay unread."""
    passage = join_lines(paragraph)
    first = paragraph[0]
    listed = first.item is not None or (first.indented and sum(line.indented for line in block) >= 2)
    if listed:
        item = join_lines([replace(first, text=first.item or first.text), *paragraph[1:]])
        section.items.append(item.text)
    elif len(passage.text.split()) >= _FEW_WORDS or (
        len(passage.text.split()) > 1 and (ends_sentence(passage.text) or _LABEL.match(passage.text))
    ):
        section.end_list()
        section.blocks.append(prose.paragraph(passage.text))
    else:
        return
    section.places.lines |= passage.lines


def _footnotes(lines: Sequence[Line]) -> dict[str, Passage]:
    """Notes at the foot of a page, by the mark that calls them from the running text."""
    called = {mark for line in lines for mark in re.findall(r"[a-zåäö)]\.?(\d{1,2})(?=\s|$)", line.text)}
    notes: dict[str, Passage] = {}
    for block in blocks(lines):
        passage = join_lines(block)
        match = _FOOTNOTE.match(passage.text)
        if match and match["mark"] in called:
            end = next((at for at, line in enumerate(block) if at and _new_page(line)), len(block))
            notes[match["mark"]] = join_lines(block[:end])
    return notes


def _new_page(line: Line) -> bool:
    return line.indented and line.text[0].isupper()


def _with_footnotes(section: Placed[Section], notes: Mapping[str, Passage]) -> Placed[Section]:
    """The section with each note it calls put where it is called."""
    lines = set(section.lines)
    noted: list[prose.Block] = []
    for block in section.value.blocks:
        calls = [(_call(block, mark, note), note) for mark, note in notes.items()]
        called = next(((with_note, note) for with_note, note in calls if with_note), None)
        noted.append(called[0] if called else block)
        lines |= called[1].lines if called else set()
    return Placed(replace(section.value, blocks=tuple(noted)), section.places, frozenset(lines), section.seen)


def _call(block: prose.Block, mark: str, note: Passage) -> prose.Paragraph | None:
    """The paragraph with its mark made a note, if it is one and has the mark."""
    content = block.content if isinstance(block, prose.Paragraph) else ()
    text = "".join(part.text for part in content if isinstance(part, prose.Text))
    match = re.search(rf"(?<=[a-zåäö.)]){mark}(?=\s|$)", text)
    words = _FOOTNOTE.match(note.text)
    if match is None or words is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    rest = (prose.Text(after),) if after else ()
    return prose.Paragraph((prose.Text(before), prose.Footnote(words["text"]), *rest))
