"""Reads an operational plan (verksamhetsplan) that was copied as text, every value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from radslag.domain.plan_document import (
    BodyKind,
    Cooperation,
    Decision,
    Furniture,
    Place,
    PlanDocument,
    Reading,
    Unread,
)
from radslag.domain.responsible import Parties
from radslag.press.exchange.encoding import NotTextError, decode
from radslag.press.exchange.plan_text import networks
from radslag.press.exchange.plan_text.action_plan import Row, letters_by_area, read_activity, read_rows
from radslag.press.exchange.plan_text.bodies import FoundBody, close_body, find_bodies
from radslag.press.exchange.plan_text.budget import read_budget
from radslag.press.exchange.plan_text.calendar import Series, read_calendar
from radslag.press.exchange.plan_text.conferences import read_conferences
from radslag.press.exchange.plan_text.cooperation import read_cooperation
from radslag.press.exchange.plan_text.cover import read_cover, refuse_two_plans
from radslag.press.exchange.plan_text.decisions import cover_decision, read_decisions
from radslag.press.exchange.plan_text.documents import read_documents
from radslag.press.exchange.plan_text.furniture import find_contents, find_furniture
from radslag.press.exchange.plan_text.goal_lists import (
    area_names,
    read_goal_headings,
    read_labelled,
    read_plain_lists,
    table_headings,
)
from radslag.press.exchange.plan_text.goals import Area, GoalTree
from radslag.press.exchange.plan_text.known import Known, UnreadableError
from radslag.press.exchange.plan_text.lines import Line, Source, blocks, join_lines, read_lines
from radslag.press.exchange.plan_text.outline import Outline, read_outline
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.programme import read_programme
from radslag.press.exchange.plan_text.running import running_text
from radslag.press.exchange.plan_text.sections import read_sections

_DEFINITE = {"kansli": "et", "sekretariat": "et", "grupp": "en", "kommitté": "n", "råd": "et", "nämnd": "en"}
MOST_LINES = 20_000
LONGEST_LINE = 20_000


def read_plan_bytes(data: bytes, *, known: Known | None = None) -> PlanDocument:
    """The plan in a text file of any usual encoding; `UnreadableError` when there is no plan in it."""
    try:
        text = decode(data)
    except NotTextError as error:
        raise UnreadableError(str(error)) from error
    return read_plan_text(text, known=known)


def read_plan_text(text: str, *, known: Known | None = None) -> PlanDocument:
    """The plan in a text as a PDF viewer copies it, read without any knowledge of whose plan it is.

    Names of members, bodies and abbreviations are learned from the text, helped by what is `known`. Every
    value has its place (lines from 1), with a doubt where the reader had to infer it; what was not used is in
    `unread`. `UnreadableError` when the text holds no plan, or more than one.
    """
    source = read_lines(text)
    _refuse_shapeless(source)
    refuse_two_plans(source)
    return _Reader(source, known or Known()).read()


class _Reader:
    """One reading: what is learned early helps to understand what comes later."""

    def __init__(self, source: Source, known: Known) -> None:
        self.source = source
        self.known = known
        self.places = Places()
        self.contents = find_contents(source)
        self.furniture = find_furniture(source, self.contents)
        lines = [line for line in source.filled() if line.number not in self.furniture]
        self.outline = read_outline(lines, self.contents)
        tables = self.outline.tables
        self.furniture |= dict.fromkeys((line for table in tables for line in table.head), "header")
        tabled = {line.number for table in tables for line in table.lines}
        self.lines = [line for line in lines if line.number not in self.furniture]
        self.outside = [line for line in self.lines if line.number not in tabled]
        headings = {heading.line for heading in self.outline.headings}
        self.passages = running_text(self.outside, self.outline.width, headings)
        self.tabled = [join_lines(block) for table in tables for block in blocks(table.lines)]
        self.tree = GoalTree()

    def read(self) -> PlanDocument:
        """The document, part by part, in the order in which one part helps the next."""
        places = self.places
        cover = places.keep("", read_cover(self.source, self.outside))
        self.year = cover.year
        cooperation = places.keep(
            "/cooperation", read_cooperation(self.source, [*self.passages, *self.tabled], self.known)
        )
        bodies, series, rows = self._parties_and_rows(cooperation)
        parties = _parties(cooperation, bodies)
        programme = read_programme(
            self.source, self.outside, self.passages, self.outline, self.contents.annexes, self.tree
        )
        activities = [read_activity(row, parties, self.year) for row in rows if row.is_activity]
        budget = read_budget(self.outside, self.passages, bodies, self.year)
        meetings = [meeting for each in series for meeting in each.meetings]
        document = PlanDocument(
            year=cover.year,
            title=cover.title or "",
            cooperation=cooperation,
            decided=cover.decided,
            bodies=places.keep_all("/bodies", [close_body(b, self.passages, parties) for b in bodies]),
            programme=places.keep("/programme", programme) if programme else None,
            activities=places.keep_all("/activities", activities),
            meetings=places.keep_all("/meetings", meetings),
            conferences=places.keep_all(
                "/conferences", read_conferences(self.outside, self.outline, parties, self.year)
            ),
            budget=places.keep("/budget", budget) if budget else None,
        )
        return self._finish(document, bodies)

    def _parties_and_rows(self, cooperation: Cooperation) -> tuple[list[FoundBody], list[Series], list[Row]]:
        """The bodies with their short names, their series of meetings, and the rows of the action plan."""
        bodies = find_bodies(self.passages, self.known)
        series = read_calendar(self.outside, bodies, self.year)
        bodies += [_met_in_calendar(each) for each in series if not _named(bodies, each.body)]
        for each in series:
            next(body for body in bodies if body.name == each.body).meets = each.meets
        found, loose = networks.find_networks(self.passages, self.tabled, self.known)
        bodies += found
        headings = self._headings()
        rows = self._rows(headings, _parties(cooperation, bodies, also=[name for name, _ in loose]))
        said = networks.mentions(self.passages, found, self.tree.area_at)
        networks.tie_by_area(loose, found, said, letters_by_area(rows, [name for name, _ in loose]))
        teams = networks.teams_in_cells(
            [row.cells["responsible"] for row in rows if "responsible" in row.cells],
            _parties(cooperation, bodies),
        )
        if teams:
            bodies += teams
            rows = self._rows(headings, _parties(cooperation, bodies, also=[name for name, _ in loose]))
        _name_secretariat_by_area(bodies, cooperation, rows)
        return bodies, series, rows

    def _headings(self) -> list[dict[int, Area | None]]:
        """The focus areas whose headings stand in each table, with the goals told outside the tables."""
        names = area_names(self.passages)
        read_labelled(self.tree, self.outside, self.outline)
        read_goal_headings(self.tree, self.outside, self.outline, names)
        read_plain_lists(self.tree, self.outside, self.outline)
        found = [table_headings(self.tree, table, names) for table in self.outline.tables]
        self.places.lines |= {line for headings in found for line in headings}
        return found

    def _rows(self, headings: Sequence[dict[int, Area | None]], parties: Parties) -> list[Row]:
        tables = zip(self.outline.tables, headings, strict=True)
        return [row for table, areas in tables for row in read_rows(table, areas, self.tree, parties)]

    def _finish(self, document: PlanDocument, bodies: Sequence[FoundBody]) -> PlanDocument:
        """The document with what is read from its running text as a whole, and the account of every line."""
        places = self.places
        carried = [document.title, document.programme.title if document.programme else ""]
        carried += ["Handlingsplan"] if document.activities else []
        decisions = self._cover_decisions(document)
        on_covers = " ".join(decision.value.text for decision in decisions)
        told = read_decisions(self.passages, bodies)
        decisions += [decision for decision in told if decision.value.text not in on_covers]
        documents = read_documents(self.passages, self.contents.annexes, carried)
        sections = read_sections(
            [line for line in self.outside if line.number not in places.lines], self.outline
        )
        document = replace(
            document,
            decisions=places.keep_all("/decisions", decisions),
            documents=places.keep_all("/documents", documents),
            prose=places.keep_all("/prose", sections),
        )
        _refuse_no_plan(document, self.outline)
        places.places.update(_missing(document))
        return self._accounted(document)

    def _cover_decisions(self, document: PlanDocument) -> list[Placed[Decision]]:
        title = document.title
        found = []
        for line in self.outside:
            if self.outline.part_at(line.number) == "programme":
                title = document.programme.title if document.programme else ""
            if line.number in self.places.lines and (decision := cover_decision(title, line, self.year)):
                found.append(decision)
        return found

    def _accounted(self, document: PlanDocument) -> PlanDocument:
        """The document with every line of the source as used, furniture or unread."""
        numbers = {line.number for line in self.lines}
        used = (self.places.lines | self.places.seen) & numbers
        unread = [line for line in self.lines if line.number not in used]
        furniture = [line for line in self.source.filled() if line.number in self.furniture]
        reading = Reading(
            lines=len(numbers) + len(furniture),
            used=len(used),
            furniture=len(furniture),
            unread=len(unread),
        )
        return replace(
            document,
            places=dict(self.places.places),
            unread=tuple(Unread(place=_whole(block), text=_text(block)) for block in blocks(unread)),
            furniture=tuple(self._furniture(furniture)),
            reading=reading,
        )

    def _furniture(self, lines: Iterable[Line]) -> Iterable[Furniture]:
        for kind, of_kind in groupby(lines, key=lambda line: self.furniture[line.number]):
            for block in blocks(of_kind):
                yield Furniture(place=_whole(block), text=_text(block), kind=kind)


def _refuse_shapeless(source: Source) -> None:
    """`UnreadableError` for what cannot be a plan by its size: no words, too many lines, or endless ones."""
    filled = list(source.filled())
    if not filled:
        raise UnreadableError("Filen är tom; kopiera planens text till den och läs den igen.")
    if len(filled) > MOST_LINES:
        raise UnreadableError(
            f"Filen har {len(filled)} rader med text, men en plan har högst {MOST_LINES}; "
            "kontrollera att du valt rätt fil."
        )
    endless = next((line for line in filled if len(line.text) > LONGEST_LINE), None)
    if endless is not None:
        raise UnreadableError(
            f"Rad {endless.number} har {len(endless.text)} tecken, så radbrytningarna har gått förlorade; "
            "kopiera planens text på nytt."
        )


def _whole(block: Sequence[Line]) -> Place:
    return Place(line=block[0].number, to_line=block[-1].number)


def _text(block: Sequence[Line]) -> str:
    return "\n".join(line.text for line in block)


def _named(bodies: Iterable[FoundBody], name: str) -> bool:
    return any(body.name == name for body in bodies)


def _met_in_calendar(series: Series) -> FoundBody:
    """A body that only the calendar names."""
    pattern = re.compile(rf"\b{re.escape(series.body)}s?\b", re.IGNORECASE)
    kind: BodyKind = "network" if "nätverk" in series.body.lower() else "other"
    return FoundBody(series.body, kind, pattern, series.head)


def _forms(name: str) -> tuple[str, ...]:
    """The name as it stands and, if it stands without one, with its definite ending."""
    ending = next((end for noun, end in _DEFINITE.items() if name.lower().endswith(noun)), None)
    return (name, name + ending) if ending else (name,)


def _parties(cooperation: Cooperation, bodies: Sequence[FoundBody], also: Iterable[str] = ()) -> Parties:
    """Everyone who can be responsible; names in `also` are known to be names, but not yet whose."""
    spelt = {name: name for name in also}
    for body in bodies:
        spelt |= dict.fromkeys((*_forms(body.name), *(short for short, _, _ in body.shorts)), body.name)
    secretariat = next((body.name for body in bodies if body.kind == "secretariat"), None)
    members = tuple(member.name for member in cooperation.members)
    return Parties(members=members, bodies=spelt, area=cooperation.area, secretariat=secretariat)


def _name_secretariat_by_area(
    bodies: Sequence[FoundBody], cooperation: Cooperation, rows: Iterable[Row]
) -> None:
    """Where the area's name stands as responsible, it is a short name of the secretariat."""
    secretariat = next((body for body in bodies if body.kind == "secretariat"), None)
    if secretariat is None or not cooperation.area:
        return
    pattern = re.compile(rf"(?:^|[,/]\s*|och\s+){re.escape(cooperation.area)}(?!\w)")
    for row in rows:
        cell = row.cells.get("responsible")
        if cell is not None and (match := pattern.search(cell.text)):
            secretariat.shorts.append((cooperation.area, cell.of(match), "inferred"))
            return


def _refuse_no_plan(document: PlanDocument, outline: Outline) -> None:
    """`UnreadableError` when hardly anything that plans are made of was found."""
    goals = document.programme is not None and document.programme.focus_areas
    signs = [document.title, document.activities, document.meetings, document.budget, goals]
    numbered = any(heading.number for heading in outline.headings)
    if sum(map(bool, [*signs, numbered])) < 2:
        raise UnreadableError(
            "Texten är ingen verksamhetsplan: den har varken handlingsplan, kalendarium, budget eller mål; "
            "kontrollera att du valt rätt fil och kopierat hela planen."
        )


def _missing(document: PlanDocument) -> Mapping[str, Place]:
    """A doubt without a line for every part that a plan should have and this one lacks."""
    parts = {
        "/title": document.title,
        "/year": document.year,
        "/decided": document.decided,
        "/cooperation/name": document.cooperation.name,
        "/cooperation/members": document.cooperation.members,
        "/bodies": document.bodies,
        "/programme": document.programme,
        "/activities": document.activities,
        "/meetings": document.meetings,
        "/budget": document.budget,
    }
    return dict.fromkeys(
        (pointer for pointer, value in parts.items() if not value), Place(doubt="incomplete")
    )
