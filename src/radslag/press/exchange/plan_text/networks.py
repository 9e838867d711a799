"""Networks (nätverk): named for whom they gather, for what they do, or by letters only the table uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from radslag.domain.responsible import Parties
from radslag.press.exchange.plan_text.bodies import FoundBody
from radslag.press.exchange.plan_text.columns import TIME
from radslag.press.exchange.plan_text.known import Known
from radslag.press.exchange.plan_text.lines import Passage

_OFFICE = r"[a-zåäö-]+(?:chefer|direktörer|strateger|strategier|samordnare|ansvariga|handläggare|planerare)"
_FOR_WHOM = re.compile(
    rf"\b[Nn]ätverket för (?P<role>(?!att\b|det\b|den\b|de\b)[a-zåäö]+(?:-[a-zåäö]+)?(?: och {_OFFICE})?)"
    r"(?:\s+\((?P<short>[A-ZÅÄÖ][A-ZÅÄÖ\d-]{1,7})\))?"
)
_ONE_OF_MANY = re.compile(
    rf"\bför (?P<role>{_OFFICE}(?: och {_OFFICE})?)\s+\((?P<short>[A-ZÅÄÖ][A-ZÅÄÖ\d-]{{1,7}})\)"
)
_LABELLED = re.compile(r"^Nätverk\w*\s*:\s*(?P<text>.+)", re.DOTALL)
_GATHERED = re.compile(rf"(?<!\w)(?P<role>{_OFFICE})(?:na)?\b", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\b(?P<name>(?P<stem>[A-ZÅÄÖa-zåäö]{3,}?)s?-?nätverket)\b(?:\s+\((?P<short>[A-ZÅÄÖ][A-ZÅÄÖ\d-]{1,7})\))?"
)
_LETTERS = re.compile(
    rf"(?<![\w-])(?P<letters>[A-ZÅÄÖ]{{2,7}})(?=\s*(?:$|[,(]|(?:och|samt) |{TIME.pattern}|[A-ZÅÄÖ]))"
)
_TEAM = re.compile(r"\b[\wåäö-]+(?:gruppen|nätverket|rådet|forumet|teamet)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A network said to work with a focus area."""

    area: str
    network: str


def find_networks(
    passages: Sequence[Passage], table: Sequence[Passage], known: Known
) -> tuple[list[FoundBody], list[tuple[str, Passage]]]:
    """The networks that the text names, and letters in the table that are not yet tied to any of them."""
    everywhere = [*passages, *table]
    networks = _by_role(passages)
    for body in known.bodies:
        if body.kind == "network" and not any(network.name == body.name for network in networks):
            networks += _known_network(body.name, body.abbreviations, everywhere)
    for compound in _compounds(everywhere):
        _tie_by_stem(compound, networks)
    _explained(everywhere, networks)
    letters: dict[str, Passage] = {}
    for passage in table:
        for match in _LETTERS.finditer(passage.text):
            letters.setdefault(match["letters"], passage.of(match, "letters"))
    return networks, [(short, at) for short, at in letters.items() if not _is_known(short, networks)]


def _compounds(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The first of each name like "Miljönätverket"."""
    met: set[str] = set()
    for passage in passages:
        for match in _COMPOUND.finditer(passage.text):
            named = not match["stem"].isupper() and match["stem"].lower() != "chef"
            if named and match["name"].lower() not in met:
                met.add(match["name"].lower())
                yield passage.of(match, "name")


def _explained(passages: Iterable[Passage], networks: Sequence[FoundBody]) -> None:
    """Give each network named like "Miljönätverket (MIL)" the letters in the brackets."""
    for passage in passages:
        for match in _COMPOUND.finditer(passage.text):
            name, short = match["name"].lower(), match["short"]
            network = next((each for each in networks if name in _names(each)), None)
            if short and network and not _is_known(short, networks):
                network.shorts.append((short, passage.of(match, "short"), None))


def _names(network: FoundBody) -> set[str]:
    return {network.name.lower(), *(short.lower() for short, _, _ in network.shorts)}


def _by_role(passages: Iterable[Passage]) -> list[FoundBody]:
    networks: dict[str, FoundBody] = {}
    for passage in passages:
        of_many = _ONE_OF_MANY.finditer(passage.text) if "ätverk" in passage.text else ()
        for match in [*_FOR_WHOM.finditer(passage.text), *of_many]:
            network = networks.setdefault(match["role"], _network(match["role"], passage.of(match, "role")))
            if match["short"] and not _is_known(match["short"], [network]):
                network.shorts.append((match["short"], passage.of(match, "short"), None))
        if labelled := _LABELLED.match(passage.text):
            for match in _GATHERED.finditer(passage.text, labelled.start("text")):
                role = match["role"].lower()
                networks.setdefault(role, _network(role, passage.of(match, "role")))
    return list(networks.values())


def _network(role: str, place: Passage) -> FoundBody:
    pattern = re.compile(rf"\b{re.escape(role)}(?:na)?\b", re.IGNORECASE)
    return FoundBody(f"Nätverket för {role}", "network", pattern, place)


def _known_network(
    name: str, abbreviations: Sequence[str], passages: Sequence[Passage]
) -> Iterator[FoundBody]:
    """A network of the database, when the text speaks of it by its name or a short name."""
    for spelt in (name, *abbreviations):
        pattern = re.compile(rf"\b{re.escape(spelt)}\b", re.IGNORECASE)
        for passage in passages:
            if match := pattern.search(passage.text):
                place = passage.of(match)
                shorts = [(short, place, None) for short in abbreviations]
                yield FoundBody(name, "network", pattern, place, shorts=list(shorts))
                return


def _is_known(short: str, networks: Iterable[FoundBody]) -> bool:
    return any(short.lower() == other.lower() for network in networks for other, _, _ in network.shorts)


def _tie_by_stem(compound: Passage, networks: list[FoundBody]) -> None:
    """Tie "Miljönätverket" to the network for "miljöchefer", or make it a network of its own."""
    name = compound.text[0].upper() + compound.text[1:]
    match = _COMPOUND.match(compound.text)
    stem = match["stem"].lower() if match else name.lower()
    if _is_known(name, networks) or any(network.name.lower() == name.lower() for network in networks):
        return
    for network in networks:
        role = network.name.rpartition(" ")[2].lower()
        if len(stem) >= 4 and role.startswith(stem):
            network.shorts.append((name, compound, "inferred"))
            return
    pattern = re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE)
    networks.append(FoundBody(name, "network", pattern, compound))


def mentions(
    passages: Iterable[Passage], networks: Sequence[FoundBody], area_at: Callable[[int], str | None]
) -> Iterator[Mention]:
    """Which networks the paragraphs labelled "Nätverk:" say work with which focus area."""
    for passage in passages:
        area = area_at(passage.starts[0][1])
        if area and _LABELLED.match(passage.text):
            for network in networks:
                if network.is_named_in(passage.text):
                    yield Mention(area, network.name)


def tie_by_area(
    loose: Sequence[tuple[str, Passage]],
    networks: Sequence[FoundBody],
    said: Iterable[Mention],
    used: Mapping[str, Counter[str]],
) -> None:
    """Tie letters to the network that works with the focus areas whose activities the letters carry.

    `used` counts, for each short name, the activities it carries in each focus area. The tie is inferred: at
    least half of what the letters carry must lie in areas that the network works with.
    """
    areas: dict[str, set[str]] = {}
    for mention in said:
        areas.setdefault(mention.network, set()).add(mention.area)
    free = [network for network in networks if network.name in areas and not network.shorts]
    pairs = [
        (share, short, place, network)
        for short, place in loose
        for network in free
        if (share := _share(used.get(short, Counter()), areas[network.name])) >= 0.5
    ]
    tied: set[str] = set()
    for _, short, place, network in sorted(pairs, key=lambda pair: -pair[0]):
        if short not in tied and not network.shorts:
            network.shorts.append((short, place, "inferred"))
            tied.add(short)


def _share(used: Counter[str], areas: Iterable[str]) -> float:
    return sum(used[area] for area in areas) / used.total() if used else 0.0


def teams_in_cells(cells: Iterable[Passage], parties: Parties) -> list[FoundBody]:
    """Groups and networks that only responsible cells name, by names that say so themselves."""
    teams: dict[str, FoundBody] = {}
    for cell in cells:
        for match in _TEAM.finditer(cell.text):
            name = match[0][0].upper() + match[0][1:]
            if parties.body(name) is None and name.lower() not in teams:
                pattern = re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE)
                teams[name.lower()] = FoundBody(name, "network", pattern, cell.of(match), "inferred")
    return list(teams.values())
