"""The meeting calendar (kalendarium): a head for each body with its usual day and time, a line a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from radslag.domain.plan_document import Meeting, Meets
from radslag.domain.swedish import Day, Found, find_dates, find_times, find_weekdays
from radslag.press.exchange.plan_text.bodies import FoundBody
from radslag.press.exchange.plan_text.lines import Line, Passage, join_lines
from radslag.press.exchange.plan_text.placed import Placed, Places

_ONLINE = re.compile(
    r"\b(?:(?:via|på|i)\s+(?P<tool>teams|zoom|skype|meet|webex)|(?P<bare>teams|zoom|skype|webex)"
    r"|digital\w*(?:\s+möte)?|online|distans\w*|video\w*|webbmöte)\b",
    re.IGNORECASE,
)
_PLANNING = re.compile(r"\bplanerings(?:konferens|dag(?:ar)?|möte)(?:en|et)?\b", re.IGNORECASE)
_UNSETTLED = re.compile(
    r"\b(?:plats|lokal|tid)(?: och (?:plats|lokal|tid))?\s+"
    r"(?:ej|inte|ännu|meddelas|bestäms|beslutas|återkommer)\b[^,;()]*|\bplats\s*\?|\bprel\w*\b\.?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\((?P<note>[^()]*)(?:\)|$)")
_TENTATIVE = re.compile(r"\b(?:ev|eventuellt|prel\w*|preliminär\w*|kanske|ej|inte)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:plats|lokal|hos|i|på|tid|ordinarie möte|möte|sammanträde)\s*:?\s+(?=[A-ZÅÄÖ])", re.IGNORECASE
)
_ORDINARY = re.compile(r"^(?:ordinarie\s+)?(?:möte|sammanträde)$", re.IGNORECASE)
_COLUMN_HEADS = re.compile(
    r"(?:(?:datum|dag|tid|klockan|kl|plats|lokal|ort|anmärkning|kommentar|övrigt|typ|möte|mötesform)\b[\s/,]*){2,}",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_DATED = re.compile(r"\d{1,4}\b")
_GROUP = re.compile(
    r"(?:[\w-]+ ){0,3}"
    r"[\w-]*(?:gruppen|kommittén|nätverket|rådet|kansliet|nämnden|styrelsen|direktionen|forum)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[^,;]+")


@dataclass(frozen=True)
class Series:
    """A body's meetings in the calendar: its name as the head has it, usual day and time, the lines below."""

    body: str
    head: Passage
    meets: Placed[Meets] | None
    meetings: tuple[Placed[Meeting], ...] = ()


@dataclass
class _Head:
    body: str
    passage: Passage
    weekday: int | None = None
    start: time | None = None
    end: time | None = None
    meets: Placed[Meets] | None = None
    meetings: list[Placed[Meeting]] = field(default_factory=list)


def read_calendar(lines: Sequence[Line], bodies: Sequence[FoundBody], year: int | None) -> list[Series]:
    """Every series of meetings: lines that begin with a date, below a head that names a body."""
    reader = _CalendarReader(bodies, year)
    for line in lines:
        reader.read(line)
    return [Series(h.body, h.passage, h.meets, tuple(h.meetings)) for h in reader.heads]


@dataclass
class _CalendarReader:
    """Goes through lines one by one and knows which head they stand below."""

    bodies: Sequence[FoundBody]
    year: int | None
    heads: list[_Head] = field(default_factory=list)
    current: _Head | None = None
    last_day: Found[Day] | None = None
    above: Line | None = None
    columns: Line | None = None

    def read(self, line: Line) -> None:
        """Take the line in as a meeting, as the rest of one, as heads of columns, or as a head to come."""
        day = _opening_date(line, self.year)
        if day is not None:
            self._meet(line, day)
        elif _COLUMN_HEADS.fullmatch(line.text):
            self.columns = line
            return
        elif self.current and self.last_day and self.above and _goes_on(self.above, line):
            self.current.meetings[-1] = _meeting(join_lines([self.above, line]), self.last_day, self.current)
        elif not self._interrupts(line):
            self.current = None
        self.above, self.columns = line, None

    def _interrupts(self, line: Line) -> bool:
        """Whether the line, of a day told otherwise, stands among the meetings without ending their list."""
        beside = self.above is not None and line.number == self.above.number + 1
        dated = next(find_dates(line.text, self.year), None) is not None
        return beside and dated and len(line.text.split()) <= _MOST_WORDS and not line.text.endswith(".")

    def _meet(self, line: Line, day: Found[Day]) -> None:
        if _second_date(line, day, self.year):
            self.current = None
        elif self.current is None and self.above is not None and (head := _head(self.above, self.bodies)):
            self.current = head
            self.heads.append(head)
            if self.columns is not None:
                head.passage = join_lines([self.above, self.columns])
        if self.current is not None:
            self.current.meetings.append(_meeting(join_lines([line]), day, self.current))
            self.last_day = day


def _tells_else(rest: str) -> bool:
    """Whether a sentence goes on after the date, or what stands there is too long for a meeting's line."""
    says = re.match(r"\s*(?:är|var|blir|har|beslut\w*)\b", rest)
    long = len(rest.split()) > _MOST_WORDS and next(find_times(rest), None) is None
    return bool(says or long)


def _second_date(line: Line, day: Found[Day], year: int | None) -> bool:
    """Whether the line tells of another day too, as when two columns run together."""
    return any(found.value.first != day.value.first for found in find_dates(line.text[day.end :], year))


def _opening_date(line: Line, year: int | None) -> Found[Day] | None:
    text = line.item or line.text
    found = next(find_dates(text, year), None)
    if found is None or found.start > 0 or _tells_else(text[found.end :]):
        return None
    if year is not None and not year <= found.value.first.year <= year + 1:
        return None
    offset = len(line.text) - len(text)
    return Found(found.value, found.start + offset, found.end + offset)


def _head(line: Line, bodies: Sequence[FoundBody]) -> _Head | None:
    """The body that the line above the first date names, with its usual day and time."""
    name = re.split(r"\s*[(:,]|\s+(?=kl\b)", line.text, maxsplit=1)[0].strip()
    body = next((body for body in bodies if body.is_named_in(name)), None)
    others = re.findall(r"\w+", body.pattern.sub(" ", name)) if body else []
    if len(line.text) > 100 or line.text.endswith(".") or not name or len(others) > 3 or _DATED.match(name):
        return None
    if body is None and not _GROUP.fullmatch(name):
        return None
    passage = Passage(line.text, ((0, line.number),))
    head = _Head(body.name if body else name, passage)
    weekday, clock = next(find_weekdays(line.text), None), next(find_times(line.text), None)
    if weekday or clock:
        places = Places()
        head.weekday = weekday.value if weekday else None
        head.start, head.end = (clock.value.start, clock.value.end) if clock else (None, None)
        bracket = _NOTE.search(line.text)
        said = passage.of(bracket, "note") if bracket else passage
        if weekday:
            places.note("/weekday", passage.part(weekday.start, weekday.end))
        if clock:
            places.note("/start", passage.part(clock.start, clock.end))
            places.note("/end", passage.part(clock.start, clock.end))
        places.note("/text", said)
        head.meets = places.around(
            Meets(text=said.text, weekday=head.weekday, start=head.start, end=head.end)
        )
    return head


def _goes_on(meeting: Line, line: Line) -> bool:
    """Whether the line carries on what the meeting's own line says."""
    return meeting.text.endswith((",", "-", "och")) and line.text[0].islower() and len(line.text) <= 60


def _meeting(passage: Passage, day: Found[Day], head: _Head) -> Placed[Meeting]:
    """The meeting that a line tells of; what it leaves out is as the head says."""
    places = Places()
    places.take("", passage)
    places.take("/body", head.passage)
    places.note("/date", passage.part(day.start, day.end))
    stated = day.value.weekday
    if stated is not None or head.weekday is not None:
        places.note("/weekday", head.passage if stated is None else passage)
    meeting = Meeting(
        body=head.body,
        date=day.value.first,
        start=head.start,
        end=head.end,
        weekday=head.weekday if stated is None else stated,
    )
    rest = passage.part(day.end)
    clock = next(find_times(rest.text), None)
    if clock is not None:
        places.note("/start", rest.part(clock.start, clock.end))
        places.note("/end", rest.part(clock.start, clock.end))
        meeting = replace(meeting, start=clock.value.start, end=clock.value.end)
    elif head.meets is not None and head.start is not None:
        places.places |= {
            key: head.meets.places[key] for key in ("/start", "/end") if key in head.meets.places
        }
    spans = [(clock.start, clock.end)] if clock else []
    meeting = _with_place(meeting, rest, spans, places)
    if day.value.last is not None:
        days = places.note("/note", passage.part(day.start, day.end))
        meeting = replace(meeting, note="; ".join(filter(None, (days.text, meeting.note))))
    return places.around(meeting)


def _with_place(meeting: Meeting, rest: Passage, spans: list[tuple[int, int]], places: Places) -> Meeting:
    """The meeting with what the rest of the line says: kind, whether online, place, what is not settled."""
    if planning := _PLANNING.search(rest.text):
        places.note("/kind", rest.of(planning))
        spans.append(planning.span())
        meeting = replace(meeting, kind="planning_conference")
    if online := _ONLINE.search(rest.text):
        places.note("/online", rest.of(online))
        spans.append(online.span())
        meeting = replace(meeting, online=True, place=online["tool"] or online["bare"])
    if meeting.place is not None:
        places.places["/place"] = places.places["/online"]
    notes = list(_notes(rest, spans))
    said = [piece for piece in _pieces(rest, spans) if not _ORDINARY.fullmatch(piece.text)]
    named = [piece for piece in said if _LABEL.sub("", piece.text)[0].isupper() and meeting.place is None]
    if named:
        places.note("/place", named[0])
        meeting = replace(meeting, place=", ".join(_LABEL.sub("", piece.text) for piece in named))
    return _with_notes(meeting, [*notes, *(piece for piece in said if piece not in named)], places)


def _with_notes(meeting: Meeting, notes: Sequence[Passage], places: Places) -> Meeting:
    """The meeting with what else is said of it; tentative if that leaves anything open."""
    for note in notes:
        places.note("/note", note)
    tentative = any(_TENTATIVE.search(note.text) or _UNSETTLED.search(note.text) for note in notes)
    if tentative:
        places.places["/tentative"] = places.places["/note"]
    return replace(meeting, tentative=tentative, note="; ".join(note.text for note in notes) or None)


def _notes(rest: Passage, spans: list[tuple[int, int]]) -> Iterator[Passage]:
    """What stands in brackets, and what says that something is not settled; their spans are added."""
    for match in _NOTE.finditer(rest.text):
        spans.append(match.span())
        if match["note"].strip():
            yield rest.of(match, "note")
    for match in _UNSETTLED.finditer(rest.text):
        if not any(start <= match.start() < end for start, end in spans):
            spans.append(match.span())
            yield rest.of(match)


def _pieces(rest: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """What is left of the text between commas when the spans are taken out."""
    taken = {at for start, end in spans for at in range(start, end)}
    left = "".join("," if at in taken else letter for at, letter in enumerate(rest.text))
    for match in _PIECES.finditer(left):
        piece = rest.of(match)
        if re.search(r"\w", piece.text):
            yield piece.part(len(piece.text) - len(piece.text.lstrip(" -–:.")))
