"""Goals and sub-goals where the text lists them: under labels, under a goal as heading, in the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from radslag.press.exchange.plan_text.goals import PLAN, PROGRAMME, TABLE, Area, GoalTree
from radslag.press.exchange.plan_text.lines import Line, Passage, blocks, join_lines, joined
from radslag.press.exchange.plan_text.outline import Heading, Outline, TableRegion
from radslag.press.exchange.plan_text.running import ends_sentence, paragraphs
from radslag.press.exchange.plan_text.wording import likeness, plain

_AREA_WORD = r"(?:fokusområde|målområde|insatsområde|utvecklingsområde|prioriterat område|område)"
_AREA = re.compile(rf"(?:{_AREA_WORD}\s*(?:\d+|[A-Z]\b)?\s*[:.–-]?\s*)(?P<name>\S.*)", re.IGNORECASE)
_GOAL = re.compile(r"(?:mål|målsättning|målbild)\s*\d*\s*[:–-]\s*(?P<rest>.*)", re.IGNORECASE)
_SUBGOALS = re.compile(r"delmål(?:en)?\s*(?:\d+(?:\.\d+)*)?\s*[:–-]\s*(?P<rest>.*)", re.IGNORECASE)
_OVERALL = re.compile(r"övergripande mål\s*[:–-]\s*(?P<rest>\S.*)", re.IGNORECASE)
_AREA_HEADING = re.compile(
    r"(?:fokus|mål|insats|utvecklings)område(?:\s*(?:\d+|[A-Z]\b)\s*[:.–-]?|\s*[:–-])?\s+(?P<name>[A-ZÅÄÖ\d][^.:]*)",
    re.IGNORECASE,
)
_SAME = 0.9
_LONGEST_HEADING = 80
_FEWEST_ITEMS = 2
_LABEL = re.compile(r"[A-ZÅÄÖ]\w+\s*:")
_NUMBERED_ITEM = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[a-z]\))\s+(?=\S)")
_NAMED = re.compile(
    r"\b(?:fokus|mål|insats|utvecklings)områden?(?:a|na)?\b[^.:]{0,50}?(?:\bär|:)\s+(?P<names>[^.:]{3,300})\.",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*|\s+(?:och|samt)\s+")
_TABLE_HEADING = re.compile(r"(?P<name>[^-–:.]{2,60}?)\s*(?:\s[-–]|:)\s+(?P<goal>\S.*)")
_TITLE = re.compile(r"[^.:]{0,60}(?:program|strategi|plan)\w*(?:\s+20\d\d)?", re.IGNORECASE)
_GENERAL = re.compile(
    r"(?:prioriterade |våra )?(?:fokusområden|mål|delmål|målområden|insatsområden|handlingsplan).*",
    re.IGNORECASE,
)


def area_names(passages: Iterable[Passage]) -> list[str]:
    """The focus areas that a sentence lists ("fokusområden som är infrastruktur, utbildning …")."""
    for passage in passages:
        for match in _NAMED.finditer(passage.text):
            names = [name.strip() for name in _BETWEEN.split(match["names"])]
            if len(names) >= 2 and all(0 < len(name.split()) <= 4 for name in names):
                return names
    return []


def read_labelled(tree: GoalTree, lines: Sequence[Line], outline: Outline) -> None:
    """Goals after "Mål:" and sub-goals after "Delmål:", for the area named in the heading above."""
    headings = {heading.line: heading for heading in outline.headings}
    reader = _LabelReader(tree, outline)
    for block in blocks(lines):
        for at, line in enumerate(block):
            heading = headings.get(line.number)
            if heading is not None:
                reader.end(line.number)
                reader.heading = heading
            else:
                reader.read(line, first=at == 0)
    reader.end(10**9)


class _LabelReader:
    """Goes through lines one by one and knows what the next one can be part of."""

    def __init__(self, tree: GoalTree, outline: Outline) -> None:
        self.tree = tree
        self.outline = outline
        self.heading: Heading | None = None
        self.area: Area | None = None
        self.pieces: list[tuple[int, str]] = []
        self.reading: str | None = None

    def read(self, line: Line, *, first: bool) -> None:
        """Take the line in as a label, an item, words that go on, or nothing of ours."""
        if _AREA_HEADING.fullmatch(line.text) and len(line.text) <= _LONGEST_HEADING:
            self.end(line.number)
            self.heading = Heading(line.number, line.text)
        elif match := _GOAL.fullmatch(line.text):
            self._begin("goal", line, match["rest"])
        elif (match := _SUBGOALS.fullmatch(line.text)) and self.heading is not None:
            self._begin("subgoal", line, match["rest"])
        elif self.reading == "subgoal" and (item := self._item(line, first=first)) is not None:
            self._flush()
            self.pieces = [(line.number, item)]
        elif _LABEL.match(line.text) or first:
            self._flush()
            self.reading = None
        elif self.pieces:
            self.pieces.append((line.number, line.text))

    def end(self, line: int) -> None:
        """What the area says ends before the line."""
        self._flush()
        if self.area is not None and self.area.spans:
            first, _ = self.area.spans[-1]
            self.area.spans[-1] = (first, min(line, self.area.spans[-1][1]))
        self.reading, self.area = None, None

    def _begin(self, reading: str, line: Line, rest: str) -> None:
        self._flush()
        if self.area is None and self.heading is not None:
            self.area = self.tree.area(_area_name(self.heading))
            self.area.spans.append((self.heading.line, 10**9))
            self.area.group = self.area.group or _group(self.heading, self.outline)
        if self.area is not None:
            self.reading = reading
            self.tree.lines.add(line.number)
            self.pieces = [(line.number, rest)] if rest else []

    def _item(self, line: Line, *, first: bool) -> str | None:
        if line.item is not None:
            return line.item
        if numbered := _NUMBERED_ITEM.match(line.text):
            return line.text[numbered.end() :]
        bare = not self.pieces and (line.indented or first) and line.text[0].isupper()
        return line.text if bare and not _LABEL.match(line.text) else None

    def _flush(self) -> None:
        if self.pieces and self.area is not None:
            passage = joined(self.pieces)
            rank = PROGRAMME if self.outline.part_at(self.pieces[0][0]) == "programme" else PLAN
            if self.reading == "goal":
                self.tree.add_goal(self.area, passage, rank)
            else:
                self.tree.add_subgoal(self.area, passage, rank)
        self.pieces = []


def _area_name(heading: Heading) -> Passage:
    title = Passage(heading.title, ((0, heading.line),))
    match = _AREA.fullmatch(heading.title)
    return title.of(match, "name") if match else title


def _group(heading: Heading, outline: Outline) -> Passage | None:
    """The numbered heading that the area's own heading stands under, if it says more than "Fokusområden"."""
    above = outline.numbered_above(heading.line)
    if above is None or above.line == heading.line or _GENERAL.fullmatch(above.title):
        return None
    return Passage(above.title, ((0, above.line),))


def read_goal_headings(tree: GoalTree, lines: Sequence[Line], outline: Outline, names: Sequence[str]) -> None:
    """Sub-goals listed right under the goal of a focus area, when the goal serves as heading."""
    following = {line.number: at for at, line in enumerate(lines)}
    for heading in outline.headings:
        at = following.get(heading.line)
        if at is None or heading.number or any(plain(heading.title) == plain(name) for name in names):
            continue
        items = list(_items_below(lines[at + 1 :]))
        area = _area_of_goal(tree, heading, names) if len(items) >= 2 else None
        if area is not None:
            rank = PROGRAMME if outline.part_at(heading.line) == "programme" else PLAN
            tree.add_goal(area, Passage(heading.title, ((0, heading.line),)), rank)
            for item in items:
                tree.add_subgoal(area, item, rank)
            area.group = area.group or _group(heading, outline)
            below = (other.line for other in outline.headings if other.line > heading.line)
            area.spans.append((heading.line, next(below, 10**9)))


def read_plain_lists(tree: GoalTree, lines: Sequence[Line], outline: Outline) -> None:
    """Areas without any label, below a heading that says "fokusområden" or the like: a short line that names
    the area, one that words its goal, and a list of two sub-goals or more – met twice at least.
    """
    if tree.areas:
        return
    found: list[tuple[Line, Line, list[Passage]]] = []
    for at, line in enumerate(lines[:-3]):
        goal = lines[at + 1]
        section = outline.numbered_above(line.number)
        if not (section and _GENERAL.fullmatch(section.title) and _names_area(line) and _words_goal(goal)):
            continue
        items = list(_bulleted_below(lines[at + 2 :]))
        if len(items) >= _FEWEST_ITEMS:
            found.append((line, goal, items))
    for line, goal, items in found if len(found) >= _FEWEST_ITEMS else []:
        area = tree.area(Passage(line.text, ((0, line.number),)))
        tree.lines.add(line.number)
        tree.add_goal(area, Passage(goal.text, ((0, goal.number),)), PLAN)
        for item in items:
            tree.add_subgoal(area, item, PLAN)


def _names_area(line: Line) -> bool:
    few = len(line.text.split()) <= 4 and line.item is None
    return few and line.text[0].isupper() and not line.text.endswith((".", ":", ","))


def _words_goal(line: Line) -> bool:
    return (
        line.item is None and len(line.text.split()) >= 3 and line.text[0].isupper() and line.text[-1] != ":"
    )


def _bulleted_below(lines: Iterable[Line]) -> Iterator[Passage]:
    """The items of the list that the lines begin with, each with the lines it goes on over."""
    pieces: list[tuple[int, str]] = []
    for line in lines:
        if line.item is not None:
            if pieces:
                yield joined(pieces)
            pieces = [(line.number, line.item)]
        elif pieces and line.text[0].islower():
            pieces.append((line.number, line.text))
        else:
            break
    if pieces:
        yield joined(pieces)


def _area_of_goal(tree: GoalTree, heading: Heading, names: Sequence[str]) -> Area | None:
    """The area whose goal the heading words, or whose name is part of it."""
    for area in tree.areas:
        if any(likeness(heading.title, passage.text) > 0.8 for _, passage in area.goal.met):
            return area
    for name in names:
        if match := re.search(rf"\b{re.escape(name)}\b", heading.title, re.IGNORECASE):
            words = match[0][0].upper() + match[0][1:]
            return tree.named(name) or tree.area(Passage(words, ((0, heading.line),)))
    return None


def _items_below(lines: Sequence[Line]) -> Iterator[Passage]:
    """The items of the list that the lines begin with: bullets, or lines that a lost bullet has moved in."""
    for block in blocks(lines):
        if block[0].item is None and sum(line.indented for line in block) < 2:
            return
        pieces: list[tuple[int, str]] = []
        for line in block:
            if (line.item is not None or line.indented) and pieces:
                yield joined(pieces)
                pieces = []
            pieces.append((line.number, line.item or line.text))
        yield joined(pieces)


def table_headings(tree: GoalTree, table: TableRegion, names: Sequence[str]) -> dict[int, Area | None]:
    """Lines of the table that are no cells: names of areas with their goals, the overall goal, titles.

    The area that rows below the line belong to, by line number; None for a line that names no area.
    """
    found: dict[int, Area | None] = {}
    for line in table.lines[:3]:
        if not _TITLE.fullmatch(line.text):
            break
        found[line.number] = None
    known = [*names, *(area.name.text for area in tree.areas)]
    area: Area | None = None
    for block in blocks(table.lines):
        for at, line in enumerate(block):
            read = {} if line.number in found else _read_heading(tree, block[at:], known, area)
            found |= read
            area = next(iter(read.values()), area)
    return found


def _read_heading(
    tree: GoalTree, lines: Sequence[Line], known: Sequence[str], above: Area | None
) -> dict[int, Area | None]:
    """What the first of the lines says if it is no cell: the overall goal, an area, or the goal of one."""
    line, *below = lines
    passage = Passage(line.text, ((0, line.number),))
    if match := _OVERALL.fullmatch(line.text):
        tree.overall.add(passage.of(match, "rest"), TABLE)
        return {line.number: None}
    labelled = _GOAL.fullmatch(line.text) if above is not None else None
    heading = None if labelled else _table_heading(line, known)
    if heading is None and (area := above if labelled else _area_of_wording(tree, line)):
        tree.add_goal(area, passage.of(labelled, "rest") if labelled else passage, TABLE)
        return {line.number: area}
    if heading is None:
        return {}
    name, goal = heading
    rest = _rest_of_goal(goal, below) if goal else []
    area = tree.area(name)
    if goal:
        pieces = [(line.number, goal.text), *((more.number, more.text) for more in rest)]
        tree.add_goal(area, joined(pieces), TABLE)
    return dict.fromkeys([line.number, *(more.number for more in rest)], area)


def _area_of_wording(tree: GoalTree, line: Line) -> Area | None:
    """The area whose goal the whole line words."""
    for area in tree.areas:
        if any(likeness(line.text, passage.text) > _SAME for _, passage in area.goal.met):
            return area
    return None


def _table_heading(line: Line, known: Sequence[str]) -> tuple[Passage, Passage | None] | None:
    if not line.text[0].isupper():
        return None
    passage = Passage(line.text, ((0, line.number),))
    prefixed = _AREA.fullmatch(line.text)
    bare = passage.of(prefixed, "name") if prefixed else passage
    is_heading = _AREA_HEADING.fullmatch(line.text) is not None and len(line.text) <= _LONGEST_HEADING
    if is_heading or any(plain(bare.text) == plain(name) for name in known):
        return bare, None
    match = _TABLE_HEADING.fullmatch(bare.text)
    if match is None:
        return None
    is_known = any(plain(match["name"]) == plain(name) for name in known)
    looks_so = not known and match["goal"][0].isupper() and len(match["name"].split()) <= 4
    if is_known or looks_so or prefixed:
        return bare.of(match, "name"), bare.of(match, "goal")
    return None


def _rest_of_goal(goal: Passage, below: Sequence[Line]) -> list[Line]:
    rest: list[Line] = []
    for line in below:
        if ends_sentence(rest[-1].text if rest else goal.text) or not line.text[0].islower():
            break
        rest.append(line)
    return rest


def fragments(lines: Sequence[Line], width: int) -> Iterator[Passage]:
    """Wordings that stand alone, as figures leave them, re-joined where the next goes on in lower case."""
    pending: list[Line] = []
    for block in blocks(lines):
        for part in paragraphs(block, width):
            if pending and not (part[0].text[0].islower() and not ends_sentence(pending[-1].text)):
                yield join_lines(pending)
                pending = []
            pending += part
    if pending:
        yield join_lines(pending)


def is_fragment(text: str) -> bool:
    """Whether the words can be a goal in a figure: few, and no sentence with its full stop."""
    return len(text.split()) <= 25 and not text.endswith((".", ":", ","))
