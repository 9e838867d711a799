"""Committee, management group and secretariat: what they are called, who chairs them, how often they meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from radslag.domain.plan_document import Body, BodyKind, Chair, ChairRole, Doubt, Meets
from radslag.domain.responsible import Parties
from radslag.domain.swedish import find_frequencies
from radslag.press.exchange.plan_text.known import Known
from radslag.press.exchange.plan_text.lines import Passage
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.running import sentences

_NOUNS: Mapping[BodyKind, str] = {
    "committee": r"\w*(?:kommitté|styrgrupp|(?:samverkans|samarbets)(?:nämnd|råd)|direktion)",
    "management_group": r"\w*(?:lednings|direktörs|chefs|berednings|tjänstemanna|samordnings)grupp",
    "secretariat": r"\w*(?:kansli|sekretariat)",
}
_ENDING = r"(?P<definite>et|en|n)?s?"
_WHAT_FOR = re.compile(
    r"\b(?:ska|utgör|utgörs|finansierar|ansvarar|leds|består|driver|bevakar|planerar|arrangera[rs]|deltar|har)\b"
)
_LABEL = re.compile(r"^\w+\s*:\s*")
_ROLE = re.compile(r"\b(?P<vice>vice\s+)?ordförande\b(?!\s+i\s+respektive)", re.IGNORECASE)
_EX_OFFICIO = re.compile(r"kommunstyrels\w+\s+ordförande", re.IGNORECASE)
_PROPER = r"[A-ZÅÄÖ][\wéüèá]+(?:-[A-ZÅÄÖ][\wéüèá]+)?"
_PERSON = re.compile(
    rf"(?P<person>{_PROPER}(?: (?:{_PROPER}|[A-ZÅÄÖ]\b\.?|von|af|de)){{1,3}})(?: \([A-ZÅÄÖ]{{1,3}}\))?"
    rf"(?:,\s*|\s+\(|\s+från\s+)(?P<member>{_PROPER}(?: {_PROPER})?(?: kommun| stad)?)\b\)?"
)
_GROUP = re.compile(r"(?:grupp|kommitté|råd|nämnd|nätverk|direktion)(?:en|et|n)?s?\b", re.IGNORECASE)
_FIRST_WORDS = 3
_GOES_ON = ("Gruppen", "Rådet", "Kommittén", "Nämnden", "Den", "Det", "Man", "De ")
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass
class FoundBody:
    """A body while it is being read; `shorts` are its short names with what makes each doubtful."""

    name: str
    kind: BodyKind
    pattern: re.Pattern[str]
    place: Passage
    doubt: Doubt | None = None
    shorts: list[tuple[str, Passage, Doubt | None]] = field(default_factory=list)
    meets: Placed[Meets] | None = None

    def is_named_in(self, text: str) -> bool:
        """Whether the words speak of the body."""
        return self.pattern.search(text) is not None


def find_bodies(passages: Sequence[Passage], known: Known) -> list[FoundBody]:
    """The committee, the management group and the secretariat, each by the noun met most often."""
    by_noun = (_by_noun(kind, noun, passages) for kind, noun in _NOUNS.items())
    found = [body for body in by_noun if body]
    for body in known.bodies:
        pattern = re.compile(rf"\b{re.escape(body.name)}s?\b", re.IGNORECASE)
        if body.kind != "network" and not any(pattern.fullmatch(other.name) for other in found):
            found += [
                FoundBody(body.name, body.kind, pattern, passage.of(match))
                for passage in passages
                if (match := pattern.search(passage.text))
            ][:1]
    return found


def _by_noun(kind: BodyKind, noun: str, passages: Sequence[Passage]) -> FoundBody | None:
    pattern = re.compile(rf"\b(?P<stem>{noun}){_ENDING}\b", re.IGNORECASE)
    matches = [(passage, match) for passage in passages for match in pattern.finditer(passage.text)]
    if not matches:
        return None
    stem = Counter(match["stem"].lower() for _, match in matches).most_common(1)[0][0]
    forms = Counter(
        match[0].removesuffix("s").lower() if match["definite"] else stem
        for _, match in matches
        if match["stem"].lower() == stem
    )
    name = max(forms, key=lambda form: (form != stem, forms[form]))
    whose = re.compile(rf"\b[A-ZÅÄÖ][\w-]+s {re.escape(name)}\b")
    of_area = [match[0] for passage in passages if (match := whose.search(passage.text))]
    name = of_area[0] if of_area and name == stem else name
    own = re.compile(rf"\b{re.escape(stem)}{_ENDING}\b", re.IGNORECASE)
    places = [passage.of(match) for passage in passages if (match := own.search(passage.text))]
    described = [
        sentence.of(match)
        for passage in passages
        for sentence in sentences(passage)
        if (match := own.search(sentence.text)) and _WHAT_FOR.search(sentence.text)
    ]
    return FoundBody(name[0].upper() + name[1:], kind, own, (described or places)[0])


def close_body(body: FoundBody, passages: Sequence[Passage], parties: Parties) -> Placed[Body]:
    """Everything the text says of the body, with the place of each thing."""
    places = Places()
    places.note("/name", body.place, body.doubt)
    for number, (_, place, doubt) in enumerate(body.shorts):
        places.note(f"/abbreviations/{number}", place, doubt)
    chairs = list(_chairs(body, passages, parties))
    description = _description(body, passages)
    if description:
        places.note("/description", description)
    value = Body(
        name=body.name,
        kind=body.kind,
        abbreviations=tuple(short for short, _, _ in body.shorts),
        chairs=places.keep_all("/chairs", chairs),
        meets=places.keep("/meets", meets) if (meets := _meets(body, passages)) else None,
        description=description.text if description else None,
    )
    return places.around(value)


def _description(body: FoundBody, passages: Sequence[Passage]) -> Passage | None:
    for passage in passages:
        for sentence in sentences(passage):
            if body.is_named_in(sentence.text) and _WHAT_FOR.search(sentence.text):
                label = _LABEL.match(sentence.text)
                return sentence.part(label.end()) if label else sentence
    return None


def _chairs(body: FoundBody, passages: Sequence[Passage], parties: Parties) -> Iterator[Placed[Chair]]:
    """Those elected, in sentences that name as many people as offices."""
    for passage in passages:
        subject = False
        for sentence in sentences(passage):
            named = body.is_named_in(sentence.text)
            of_another = _GROUP.search(sentence.text) and not sentence.text.startswith(_GOES_ON)
            subject = _is_about(body, sentence.text) or (subject and not of_another)
            if not (named or subject):
                continue
            offices = list(_ROLE.finditer(_EX_OFFICIO.sub(lambda match: " " * len(match[0]), sentence.text)))
            people = list(_PERSON.finditer(sentence.text))
            if offices and len(offices) == len(people):
                for office, person in zip(offices, people, strict=True):
                    yield _chair(sentence, office, person, parties, None if named else "inferred")


def _is_about(body: FoundBody, text: str) -> bool:
    """Whether the body is the subject that the sentence begins with."""
    match = body.pattern.search(text)
    if match is None or match[0].endswith("s"):
        return False
    return len(text[: match.start()].split()) < _FIRST_WORDS


def _chair(
    sentence: Passage,
    office: re.Match[str],
    person: re.Match[str],
    parties: Parties,
    doubt: Doubt | None,
) -> Placed[Chair]:
    places = Places()
    places.note("/person", sentence.of(person, "person"), doubt)
    places.note("/role", sentence.of(office))
    member = parties.member(person["member"])
    places.note("/member", sentence.of(person, "member"), None if member else "unknown_name")
    year = _YEAR.search(sentence.text)
    if year:
        places.note("/year", sentence.of(year))
    role: ChairRole = "vice_chair" if office["vice"] else "chair"
    name = member or re.sub(r" (?:kommun|stad)$", "", person["member"])
    chair = Chair(person=person["person"], member=name, role=role, year=int(year[0]) if year else None)
    return places.around(chair)


def _meets(body: FoundBody, passages: Sequence[Passage]) -> Placed[Meets] | None:
    """How often the body meets, said in a sentence about it; weekday and time come from the calendar."""
    series = body.meets
    for passage in passages:
        subject = False
        for sentence in sentences(passage):
            named = body.is_named_in(sentence.text)
            subject = named or (subject and sentence.text.startswith(_GOES_ON))
            often = next(find_frequencies(sentence.text), None)
            if often is not None and subject:
                places = Places()
                said = places.note("", sentence.part(often.start, often.end))
                of_series = places.keep("", series) if series else Meets()
                meets = Meets(
                    text=said.text,
                    times_per_year=often.value.times_per_year,
                    approximate=often.value.approximate,
                    weekday=of_series.weekday,
                    start=of_series.start,
                    end=of_series.end,
                )
                places.note("/text", said)
                return places.around(meets)
    return series
