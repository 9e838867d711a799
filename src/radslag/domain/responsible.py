"""Who is responsible (ansvarig), as the action plan writes it: parties, leaders, parts of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from radslag.domain.plan_document import Responsible

_SEPARATORS = re.compile(r"(?:[\s,;/&+.]|\b(?:och|samt)\b)*", re.IGNORECASE)
_SEPARATOR = r"\s*(?:[,;/&+(]|\.?\s*$|\s(?:och|samt)\b)"
_UNKNOWN = re.compile(r"(?:(?!\s(?:och|samt)\b)[^,;/&(])+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*)(?:\)|$)")
_LIST = re.compile(r"\s*(?:[,;/&]|\b(?:och|samt)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Parties:
    """Everyone a cooperation's documents can name as responsible.

    `bodies` maps every name and short name of a body, in any case, to the body's name. `area` is the place
    name of all the members together; as a party it means the `secretariat`, given by its name.
    """

    members: tuple[str, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    area: str | None = None
    secretariat: str | None = None

    def member(self, name: str) -> str | None:
        """The member that the words name, with or without "kommun"; None when they name no member."""
        return self._members.get(" ".join(name.split()).casefold())

    def body(self, name: str) -> str | None:
        """The body that the words name in full or in short; None when they name no body."""
        return self._bodies.get(" ".join(name.split()).casefold())

    @cached_property
    def _members(self) -> Mapping[str, str]:
        forms = ("{}", "{} kommun", "{}s kommun", "{} stad", "{}s stad")
        return {form.format(name).casefold(): name for name in self.members for form in forms}

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        bodies = {short.casefold(): name for short, name in self.bodies.items()}
        if self.area and self.secretariat:
            bodies.setdefault(self.area.casefold(), self.secretariat)
            bodies.setdefault(f"{self.area.removesuffix('s')}s kansli".casefold(), self.secretariat)
        return bodies

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches any known name, the longest first, where a separator or the end follows."""
        names = sorted({*self._members, *self._bodies}, key=len, reverse=True)
        alternatives = "|".join(re.escape(name) for name in names) or r"(?!)"
        return re.compile(rf"(?:{alternatives})(?={_SEPARATOR})", re.IGNORECASE)


@dataclass(frozen=True)
class _Item:
    """A party as it stands: its name is ``text[start:end]``, `bracket` what follows it in brackets."""

    start: int
    end: int
    bracket: str | None
    known: bool


def parse_responsible(text: str, parties: Parties) -> tuple[Responsible, ...]:
    """Everyone the text names, in its order; no words but separators are lost.

    What stands in brackets after a name is its leading members when all of it is members, else the part of
    the work it answers for. A name that `parties` does not know becomes `Responsible.text`; words that go on
    in lower case after an unknown name belong to it.
    """
    text = " ".join(text.split())
    return tuple(_responsible(text, item, parties) for item in _merged(list(_items(text, parties)), text))


def _items(text: str, parties: Parties) -> Iterator[_Item]:
    position = _SEPARATORS.match(text).end()  # type: ignore[union-attr]
    while position < len(text):
        known = parties.pattern.match(text, position)
        name = known or _UNKNOWN.match(text, position)
        bracket = _BRACKET.match(text, name.end() if name else position)
        end = max(bracket.end() if bracket else 0, name.end() if name else 0, position + 1)
        if name:
            yield _Item(position, name.end(), bracket[1].strip() if bracket else None, bool(known))
        elif re.search(r"\w", text[position:end]):
            yield _Item(position, end, None, known=False)
        position = _SEPARATORS.match(text, end).end()  # type: ignore[union-attr]


def _merged(items: list[_Item], text: str) -> list[_Item]:
    merged: list[_Item] = []
    for item in items:
        goes_on = not item.known and merged and not merged[-1].known and text[item.start].islower()
        if goes_on:
            merged[-1] = _Item(merged[-1].start, item.end, item.bracket, known=False)
        else:
            merged.append(item)
    return merged


def _responsible(text: str, item: _Item, parties: Parties) -> Responsible:
    name = text[item.start : item.end].strip()
    leads = _leads(item.bracket, parties)
    part = None if leads else item.bracket or None
    if member := parties.member(name):
        return Responsible(member=member, leads=leads, part=part)
    if body := parties.body(name):
        return Responsible(body=body, leads=leads, part=part)
    return Responsible(text=name.rstrip(" ."), leads=leads, part=part)


def _leads(bracket: str | None, parties: Parties) -> tuple[str, ...]:
    members = [parties.member(name) for name in _LIST.split(bracket or "") if name]
    return tuple(member for member in members if member) if all(members) else ()
