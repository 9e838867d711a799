"""What one part of the document has merged or abolished and another still describes as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from radslag.domain.findings.texts import Passage, passages, quoted, sentences
from radslag.domain.goal_tree import wording_key
from radslag.domain.plan_document import Finding, PlanDocument

_NO_PREPOSITION = r"(?:(?!\b(?:av|enligt|från|hos|i|inför|på|till|under)\b)[^.;])*?"
_ENDING = (
    r"\b(?:(?:inte|ej) (?:längre )?(?:fortsätta med|arrangera|anordna|genomföra|ha)|slå (?:ihop|samman)"
    rf"|sluta med|lägga ne[rd]|avveckla|avskaffa|upplösa)\b{_NO_PREPOSITION}"
)
_ENDED = (
    r"(?:\s+\w+){0,2}\s+(?:upphör|har upphört|läggs ne[rd]|lades ne[rd]|avvecklas|avskaffas|upplöses"
    r"|(?:slås|slogs) (?:ihop|samman)|ersätts av|finns inte längre)\b"
)
_LIVING = re.compile(
    r"\b(?:syftet med|målgrupp(?:en)?|arrangeras?|anordnas?|hålls|genomförs|träffas|ansvarar|beslutas)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:tidigare|genomförts|genomfördes|arrangerades|hölls|beslutades)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Thing:
    """A body or conference; `uses` are pointers to where the plan still counts on it."""

    name: str
    ended: bool = False
    uses: tuple[str, ...] = ()

    @cached_property
    def written(self) -> str:
        """A pattern of the name in running text, with or without the definite ending of its last word."""
        *first, last = self.name.split() or ["?"]
        stem = re.sub(r"(?:en|et|n|t)$", "", last) if len(last) > 6 else last
        return r"(?<![\w-])" + r"\s+".join(map(re.escape, [*first, stem])) + r"(?:en|et|n|t|na)?"

    @cached_property
    def named(self) -> re.Pattern[str]:
        return re.compile(self.written + r"s?(?![\w-])", re.IGNORECASE)

    @cached_property
    def ending(self) -> re.Pattern[str]:
        return re.compile(rf"{_ENDING}{self.written}(?![\w-])|{self.written}{_ENDED}", re.IGNORECASE)


def abolished_but_described(document: PlanDocument) -> Iterator[Finding]:
    """A body or conference that is to be merged or closed is used or described as before elsewhere."""
    prose = [passage for passage in passages(document) if passage.section is not None]
    for thing in (*_conferences(document), *_bodies(document)):
        mentions = [(p, s) for p in prose for s in sentences(p) if thing.named.search(s)]
        endings = [(p, s) for p, s in mentions if thing.ending.search(s)]
        if not thing.ended and not endings:
            continue
        told_in = {passage.section for passage, _ in endings}
        living = [p.pointer for p, s in mentions if p.section not in told_in and _lives(thing, p, s)]
        if living or thing.uses:
            yield _still_there(thing, living, endings)


def _still_there(thing: _Thing, living: list[str], endings: list[tuple[Passage, str]]) -> Finding:
    told = f" ({quoted(endings[0][1])})" if endings else ""
    still = "räknas fortfarande med" if thing.uses else "beskrivs på annat håll som om inget ändrats"
    return Finding(
        rule="abolished-but-described",
        severity="warning",
        message=f"{quoted(thing.name)} ska slås ihop eller upphöra{told}, men {still}.",
        places=tuple(dict.fromkeys([*thing.uses, *living, *(p.pointer for p, _ in endings)])),
    )


def _conferences(document: PlanDocument) -> Iterator[_Thing]:
    """One thing a name, unless the conference is still to be held, whatever became of it in other years."""
    planned = {wording_key(c.name) for c in document.conferences if c.status == "planned"}
    others = {wording_key(c.name): c for c in document.conferences if wording_key(c.name) not in planned}
    for key, conference in others.items():
        statuses = {c.status for c in document.conferences if wording_key(c.name) == key}
        yield _Thing(conference.name, ended=bool(statuses & {"merged", "abolished"}))


def _bodies(document: PlanDocument) -> Iterator[_Thing]:
    for body in document.bodies:
        uses = [
            f"/activities/{row}/responsible/{place}"
            for row, activity in enumerate(document.activities)
            for place, party in enumerate(activity.responsible)
            if party.body == body.name
        ]
        uses += [f"/meetings/{n}" for n, meeting in enumerate(document.meetings) if meeting.body == body.name]
        for name in (body.name, *body.abbreviations):
            yield _Thing(name, uses=tuple(uses))


def _lives(thing: _Thing, passage: Passage, sentence: str) -> bool:
    if passage.pointer.endswith("/heading"):
        return thing.named.fullmatch(passage.text) is not None
    return _LIVING.search(sentence) is not None and _PAST.search(sentence) is None


def conference_not_in_plan(document: PlanDocument) -> Iterator[Finding]:
    """The programme describes a conference that the plan, which tells of others, never mentions."""
    things = [_Thing(conference.name) for conference in document.conferences]
    plan = [p.text for p in passages(document) if p.section is not None and _is_plan(document, p.section)]
    mentioned = [any(thing.named.search(text) for text in plan) for thing in things]
    for number, (conference, known) in enumerate(zip(document.conferences, mentioned, strict=True)):
        if any(mentioned) and not known and conference.status == "described":
            yield Finding(
                rule="conference-not-in-plan",
                severity="notice",
                message=f"Programmet beskriver konferensen {quoted(conference.name)}, men verksamhetsplanen "
                "nämner den inte.",
                places=(f"/conferences/{number}/name",),
            )


def _is_plan(document: PlanDocument, section: int) -> bool:
    return document.prose[section].part == "plan"
