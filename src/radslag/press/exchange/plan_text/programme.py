"""The development programme (utvecklingsprogram): title, dates, vision, and whose goals it serves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from radslag.domain.plan_document import InForce, Programme
from radslag.domain.swedish import find_dates
from radslag.press.exchange.plan_text.decisions import cover_date
from radslag.press.exchange.plan_text.furniture import Annex
from radslag.press.exchange.plan_text.goal_lists import fragments, is_fragment
from radslag.press.exchange.plan_text.goals import PLAN, PROGRAMME, GoalTree, close_area, close_overall
from radslag.press.exchange.plan_text.lines import Line, Passage, Source, blocks, join_lines
from radslag.press.exchange.plan_text.outline import Heading, Outline
from radslag.press.exchange.plan_text.placed import Placed, Places

_TITLE = re.compile(
    r"(?:\b[A-ZÅÄÖ][\wåäö-]*s\s+\w*(?:program|strategi)(?:\s+20\d\d)?"
    r"|\b\w*(?:utvecklings|samverkans|mål)(?:program|strategi)\s+20\d\d)(?!\w)",
)
_VISION = re.compile(r"(?:vår |gemensam )?vision(?:en)?\b.*", re.IGNORECASE)
_VISION_LABEL = re.compile(r"vision(?:en)?\s*:\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_OVERALL = re.compile(r"(?:vårt |det )?övergripande mål(?:et)?", re.IGNORECASE)
_OVERALL_LABEL = re.compile(r"övergripande mål\s*:\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_GOALS_OF = re.compile(
    r"(?:de )?(?:regionala )?mål(?:en)? (?:i|enligt) (?P<source>[A-ZÅÄÖ].+?):?", re.IGNORECASE
)
_IN_FORCE = re.compile(
    r"\b(?:gälla|gäller|gällande|giltig\w*|avser|perioden|åren)\b[^.\d]{0,40}"
    r"(?P<from>20\d\d)\s*(?:[-–]|till(?: och med)?)\s*(?P<to>20\d\d)",
    re.IGNORECASE,
)


def read_programme(
    source: Source,
    lines: Sequence[Line],
    passages: Sequence[Passage],
    outline: Outline,
    annexes: Sequence[Annex],
    tree: GoalTree,
) -> Placed[Programme] | None:
    """The programme with its goal tree, None when the text has neither; `lines` are all outside tables."""
    own = [line for line in lines if outline.part_at(line.number) == "programme"]
    if not own and not tree.areas:
        return None
    places = Places()
    _sight_goals(own, outline, tree)
    _read_overall(lines, outline, tree)
    title, horizon = _title(own, passages, annexes, places)
    adopted, amended = _cover_dates(own, places)
    overall, variants = close_overall(tree.overall, places)
    aligned_source, aligned = _aligned_to(own, outline, places, tree)
    added = _added(own or lines)
    programme = Programme(
        title=title,
        horizon=horizon,
        adopted=adopted,
        amended=amended,
        in_force=_in_force(passages, places),
        vision=_vision(lines, outline, places, source),
        overall_goal=overall,
        overall_goal_variants=variants,
        aligned_to=aligned,
        aligned_to_source=aligned_source,
        focus_areas=places.keep_all("/focus_areas", [close_area(area, added) for area in tree.areas]),
    )
    places.lines |= tree.lines
    return places.around(programme)


def _sight_goals(own: Sequence[Line], outline: Outline, tree: GoalTree) -> None:
    """Know goals again in the programme's figures, where each stands as a few words of its own."""
    headings = {heading.line for heading in outline.headings}
    for fragment in fragments([line for line in own if line.number not in tree.lines], outline.width):
        if is_fragment(fragment.text):
            area = tree.named(fragment.text)
            if area is not None and fragment.starts[0][1] in headings:
                tree.lines |= fragment.lines
            else:
                tree.sight(fragment, PROGRAMME)


def _read_overall(lines: Sequence[Line], outline: Outline, tree: GoalTree) -> None:
    for heading, below in _below_headings(lines, outline, _OVERALL):
        if below and not any(each.text == heading.title for each in below):
            rank = PROGRAMME if outline.part_at(heading.line) == "programme" else PLAN
            tree.overall.add(below[0], rank)
            tree.lines |= below[0].lines | {heading.line}
            return
    for block in blocks(lines):
        passage = join_lines(block)
        if match := _OVERALL_LABEL.fullmatch(passage.text):
            tree.overall.add(passage.of(match, "rest"), PLAN)
            tree.lines |= passage.lines


def _below_headings(
    lines: Sequence[Line], outline: Outline, pattern: re.Pattern[str]
) -> Iterator[tuple[Heading, list[Passage]]]:
    """Every heading of the pattern with the fragments and paragraphs below it, up to the next heading."""
    ends = [heading.line for heading in outline.headings]
    for heading in outline.headings:
        if pattern.fullmatch(heading.title):
            end = next((line for line in ends if line > heading.line), 10**9)
            inside = [line for line in lines if heading.line < line.number < end]
            yield heading, list(fragments(inside, outline.width))


def _title(
    own: Sequence[Line], passages: Sequence[Passage], annexes: Sequence[Annex], places: Places
) -> tuple[str, int | None]:
    """The title on the programme's cover, in its fullest form, or as the plan has it; its year."""
    cover = own[0].text if own else ""
    places.lines |= {own[0].number} if own else set()
    first = own[0].number if own else 0
    inside = [passage for passage in passages if passage.starts[0][1] > first]
    of_annexes = [Passage(annex.title, ((0, annex.line),)) for annex in annexes]
    full = re.compile(rf"\b{re.escape(cover)}\s+20\d\d", re.IGNORECASE) if cover else _TITLE
    found = _first([*inside, *passages, *of_annexes], full)
    if found is None and own:
        found = Passage(cover, ((0, own[0].number),))
    if found is None:
        return "", None
    places.note("/title", found)
    horizon = re.search(r"\b20\d\d\b", found.text)
    if horizon:
        places.note("/horizon", found.of(horizon))
    return found.text, int(horizon[0]) if horizon else None


def _first(passages: Iterable[Passage], pattern: re.Pattern[str]) -> Passage | None:
    return next((p.of(match) for p in passages if (match := pattern.search(p.text))), None)


def _cover_dates(own: Sequence[Line], places: Places) -> tuple[date | None, date | None]:
    """When the programme was adopted and when last amended, as its cover says."""
    adopted: date | None = None
    amended: date | None = None
    for line in own[:8]:
        if placed := cover_date(line, None):
            word, day = placed.value
            if word in ("justerad", "reviderad"):
                places.keep("/amended", placed)
                amended = day
            elif adopted is None:
                places.keep("/adopted", placed)
                adopted = day
    return adopted, amended


def _vision(lines: Sequence[Line], outline: Outline, places: Places, source: Source) -> str | None:
    """The vision after its label, or the lines that stand out below its heading."""
    for block in blocks(lines):
        passage = join_lines(block)
        if match := _VISION_LABEL.fullmatch(passage.text):
            return places.take("/vision", passage.of(match, "rest")).text
    heading = next((each for each in outline.headings if _VISION.fullmatch(each.title)), None)
    if heading is None:
        return None
    below = [block for block in blocks(lines) if block[0].number > heading.line]
    standing_out: list[Passage] = []
    for block in below[:3]:
        if len(block) > 1 and any(block[0].number == each.line for each in outline.headings):
            break
        standing_out.append(join_lines(block))
        if standing_out[-1].text.endswith("."):
            break
    if not standing_out:
        return None
    places.take("/vision", join_lines([line for block in below[: len(standing_out)] for line in block]))
    first, *more = (passage.text for passage in standing_out)
    return " – ".join([first, *(_uncapitalised(text, source) for text in more)])


def _uncapitalised(text: str, source: Source) -> str:
    """The text with a small first letter, if the source also has its first word so."""
    first, *_ = text.split()
    small = any(first.lower() in line.text.split() for line in source.lines)
    return text[0].lower() + text[1:] if small else text


def _in_force(passages: Sequence[Passage], places: Places) -> InForce:
    for passage in passages:
        if match := _IN_FORCE.search(passage.text):
            places.note("/in_force/from", passage.of(match, "from"))
            places.note("/in_force/to", passage.of(match, "to"))
            return InForce(from_=date(int(match["from"]), 1, 1), to=date(int(match["to"]), 12, 31))
    return InForce()


def _aligned_to(
    own: Sequence[Line], outline: Outline, places: Places, tree: GoalTree
) -> tuple[str | None, tuple[str, ...]]:
    """The goals of others: the fragments below "Mål i …", past headings with nothing under them."""
    heading = next((each for each in outline.headings if _GOALS_OF.fullmatch(each.title)), None)
    match = _GOALS_OF.fullmatch(heading.title) if heading else None
    if heading is None or match is None:
        return None, ()
    title = Passage(heading.title, ((0, heading.line),))
    source = places.take("/aligned_to_source", title.of(match, "source")).text
    headings = {each.line for each in outline.headings}
    goals: list[str] = []
    for fragment in fragments([line for line in own if line.number > heading.line], outline.width):
        first = fragment.starts[0][1]
        if not is_fragment(fragment.text) or (goals and first in headings):
            break
        if first not in headings and not fragment.lines & tree.lines:
            goals.append(places.take(f"/aligned_to/{len(goals)}", fragment).text)
    return source, tuple(goals)


def _added(lines: Sequence[Line]) -> Placed[date] | None:
    """The date in the footnote that tells what the asterisk on a sub-goal means."""
    for block in blocks(lines):
        passage = join_lines(block)
        if passage.text.startswith("*") and (found := next(find_dates(passage.text), None)):
            places = Places()
            places.take("", passage.part(found.start, found.end))
            places.lines |= passage.lines
            return places.around(found.value.first)
    return None
