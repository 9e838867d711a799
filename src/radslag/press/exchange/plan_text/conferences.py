"""Conferences: planned or cancelled on a day, merged or abolished, or only described."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from radslag.domain.plan_document import Conference, ConferenceStatus
from radslag.domain.responsible import Parties, parse_responsible
from radslag.domain.swedish import find_dates
from radslag.press.exchange.plan_text.lines import Line, Passage
from radslag.press.exchange.plan_text.outline import Heading, Outline
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.running import running_text, sentences
from radslag.press.exchange.plan_text.wording import plain

_ABOUT = re.compile(r"konferens|rådslag|temadag|mässa", re.IGNORECASE)
_GENERAL = re.compile(r"(?:\w+\s+){0,3}konferenser(?:na)?(?:\s.*)?", re.IGNORECASE)
_NAME = (
    r"\b(?:[A-ZÅÄÖ][\wåäö-]*s\s+(?:[A-ZÅÄÖ][\wåäö-]+|[a-zåäö]*(?:konferens|dag|forum))"
    r"|[A-ZÅÄÖ][\wåäö-]*(?:konferensen|dagen|dagarna|forumet|forum|mässan|rådslaget))\b"
)
_HELD = re.compile(
    r"\b(?:planera[st]?|arrangera[st]?|genomför(?:s|as)?|hålls|hållas|äger rum|anordna[st]?)\b", re.IGNORECASE
)
_CANCELLED = re.compile(r"\b(?:ställ\w*\s+in|inställ\w+)\b(?:\s+\w+)?(?:\s+(?P<year>20\d\d))?", re.IGNORECASE)
_MERGED = re.compile(
    r"\b(?:slå(?:s)?|slogs)\s+(?:ihop|samman)\s+(?P<what>.+?)(?=\s+samt\s+att\b|\.|$)", re.IGNORECASE
)
_ABOLISHED = re.compile(
    r"\b(?:(?:inte|ej)\s+fortsätta\s+med|upphöra?\s+med|avveckla|lägga\s+ned)\s+"
    r"(?P<what>.+?)(?=\s+samt\s+att\b|\.|$)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:för|efter)middag(?:en)?\b|\b(?:hel|halv)dag\b|\bkl\.?\s*\d[\d.:–-]*", re.IGNORECASE)
_HOSTS = re.compile(
    r"\bmed (?P<with>[^.,]+?) som värd|\b(?:arrangeras|anordnas) (?:\w+ )?av (?P<by>[^.]+)"
    r"|\bvärd\w*:?\s+(?:är\s+)?(?P<are>[A-ZÅÄÖ][^.]+)"
)
_AUDIENCE = re.compile(
    r"\bmålgrupp(?:en)?(?:\s+för\s+[\wåäöÅÄÖ]+)?\s*(?:är|:|utgörs av)\s*(?P<who>[^.]+)", re.IGNORECASE
)
_DIGITAL = re.compile(r"\b(?:digital\w*|online|via (?:teams|zoom))\b", re.IGNORECASE)
_DECIDED_ON = re.compile(r"\s*(?:\w+\s+){0,3}beslut", re.IGNORECASE)
_THE_NEXT = re.compile(r"\b(?:kommande|nästa|årets) konferens", re.IGNORECASE)


def read_conferences(
    lines: Sequence[Line], outline: Outline, parties: Parties, year: int | None
) -> list[Placed[Conference]]:
    """What the sections about conferences tell, each statement a conference of its own."""
    said: list[Passage] = []
    described: list[Placed[Conference]] = []
    for heading, part in _sections(lines, outline):
        passages = running_text(part, outline.width, ())
        if _GENERAL.fullmatch(heading.title) or heading.number:
            said += [sentence for passage in passages for sentence in sentences(passage)]
        elif passages:
            described.append(_described(heading, passages, parties))
    named = _names_with(parties.area)
    dated = [conference for sentence in said for conference in _dated(sentence, named, parties, year)]
    for sentence in said:
        dated = [_taken_back(conference, sentence) for conference in dated]
    planned = {plain(each.value.name) for each in dated}
    stopped = [
        conference
        for sentence in said
        for conference in _stopped(sentence, named)
        if conference.value.status != "merged" or plain(conference.value.name) not in planned
    ]
    return [*sorted(dated, key=_not_planned), *stopped, *described]


def _not_planned(placed: Placed[Conference]) -> bool:
    return placed.value.status != "planned"


def _sections(lines: Sequence[Line], outline: Outline) -> Iterator[tuple[Heading, list[Line]]]:
    """Every heading about conferences, with the lines below it up to the next heading.

    Below a heading for all conferences, the headings that follow are about one each, as far as their text is.
    """
    within = False
    for at, heading in enumerate(outline.headings):
        following = outline.headings[at + 1 :]
        end = following[0].line if following else 10**9
        part = [line for line in lines if heading.line < line.number < end]
        about = _ABOUT.search(heading.title) is not None
        of_one = within and not heading.number and any(_ABOUT.search(line.text) for line in part)
        within = (about and bool(_GENERAL.fullmatch(heading.title))) or of_one
        if about or of_one:
            yield heading, part


def _names_with(area: str | None) -> re.Pattern[str]:
    """Names of conferences, whole also where they begin with an area of several words ("Norra …")."""
    first_words = (area or "").rpartition(" ")[0]
    return re.compile(rf"(?:\b{re.escape(first_words)} )?{_NAME}") if first_words else re.compile(_NAME)


def _dated(
    sentence: Passage, named: re.Pattern[str], parties: Parties, year: int | None
) -> Iterator[Placed[Conference]]:
    """A conference named before its day, in a sentence that says it is to be held."""
    name = named.search(sentence.text)
    day = next((day for day in find_dates(sentence.text, year) if name and day.start > name.end()), None)
    opening = next((day for day in find_dates(sentence.text, year) if day.start == 0), None)
    held = day if _HELD.search(sentence.text) else None
    found = held or opening
    if name is None or found is None or _DECIDED_ON.match(sentence.text[found.end :]):
        return
    places = Places()
    places.note("", sentence)
    places.note("/name", sentence.of(name))
    places.note("/date", sentence.part(found.start, found.end), None if held else "inferred")
    when = _WHEN.search(sentence.text)
    if when:
        places.note("/time", sentence.of(when))
    conference = Conference(
        name=name[0],
        date=found.value.first,
        time=when[0] if when else None,
        hosts=_hosts(sentence, parties, places),
        status="planned",
        online=_DIGITAL.search(sentence.text) is not None,
        text=sentence.text,
    )
    yield places.around(conference)


def _hosts(sentence: Passage, parties: Parties, places: Places) -> tuple[str, ...]:
    """The members and bodies that arrange the conference, as far as they are known."""
    match = _HOSTS.search(sentence.text)
    if match is None:
        return ()
    said = sentence.of(match, match.lastgroup or 0)
    named = parse_responsible(said.text, parties)
    hosts = tuple(name for party in named if (name := party.body or party.member))
    if hosts:
        places.note("/hosts", said)
    return hosts


def _taken_back(placed: Placed[Conference], sentence: Passage) -> Placed[Conference]:
    """The conference as a later sentence leaves it: cancelled, or – the next one – held online."""
    conference = placed.value
    cancelled = _CANCELLED.search(sentence.text)
    if cancelled and conference.date and cancelled["year"] == str(conference.date.year):
        return _changed(placed, replace(conference, status="cancelled"), "/status", sentence.of(cancelled))
    online = _DIGITAL.search(sentence.text) if _THE_NEXT.search(sentence.text) else None
    if online and conference.status == "planned":
        return _changed(placed, replace(conference, online=True), "/online", sentence.of(online))
    return placed


def _changed(placed: Placed[Conference], value: Conference, pointer: str, why: Passage) -> Placed[Conference]:
    return Placed(value, {**placed.places, pointer: why.place()}, placed.lines, placed.seen | why.lines)


def _stopped(sentence: Passage, named: re.Pattern[str]) -> Iterator[Placed[Conference]]:
    """Conferences that the sentence says are merged with another or no longer held."""
    statuses: Sequence[tuple[re.Pattern[str], ConferenceStatus]] = (
        (_MERGED, "merged"),
        (_ABOLISHED, "abolished"),
    )
    for pattern, status in statuses:
        if stop := pattern.search(sentence.text):
            what = sentence.of(stop, "what")
            for name in named.finditer(what.text):
                places = Places()
                places.note("", sentence)
                places.note("/name", what.of(name))
                places.note("/status", sentence.of(stop))
                places.note("/text", sentence)
                yield places.around(Conference(name=name[0], status=status, text=sentence.text))


def _described(heading: Heading, passages: Sequence[Passage], parties: Parties) -> Placed[Conference]:
    """A conference with a heading of its own: its purpose, for whom it is, who arranges it."""
    places = Places()
    name = places.note("/name", Passage(heading.title, ((0, heading.line),)))
    told = [sentence for passage in passages for sentence in sentences(passage)]
    places.note("/text", told[0])
    audience: str | None = None
    hosts: tuple[str, ...] = ()
    for sentence in told:
        match = _AUDIENCE.search(sentence.text)
        if match and audience is None:
            audience = places.note("/audience", sentence.of(match, "who")).text.rstrip(" .")
        hosts = hosts or _hosts(sentence, parties, places)
    return places.around(Conference(name=name.text, hosts=hosts, audience=audience, text=told[0].text))
