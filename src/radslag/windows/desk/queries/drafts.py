"""A file that was taken in, beside its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.http import Http404

from radslag.domain.findings import check
from radslag.domain.plan_document import Doubt, Finding, Place, PlanDocument, Reading
from radslag.domain.pointer_words import Language, called
from radslag.people.members.models import Cooperation
from radslag.press.editions.models import Draft
from radslag.press.editions.queries import corrected, draft_of, drafts_of
from radslag.press.exchange.plan_json import to_json
from radslag.press.exchange.pointers import value_at
from radslag.windows.desk.queries.access import plain_page
from radslag.work.plans.queries import plan_of_year

AREAS = (
    "plan",
    "cooperation",
    "bodies",
    "programme",
    "activities",
    "meetings",
    "conferences",
    "budget",
    "decisions",
    "documents",
    "prose",
)
NAMING = ("title", "name", "heading", "text", "body", "member", "comment")


@dataclass(frozen=True)
class SourceLine:
    """A line of the source with its number; `use` says what became of it, None for a blank one."""

    number: int
    text: str
    use: str | None


@dataclass(frozen=True)
class Value:
    """A value that was read: what it is called, its words, why it is doubtful, the lines it was read from."""

    pointer: str
    name: str
    words: str
    doubt: Doubt | None
    is_reviewed: bool
    source: tuple[SourceLine, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return "value" + self.pointer.replace("/", "-")

    @property
    def area(self) -> str:
        """The part of the plan it belongs to, "plan" for what stands on its cover."""
        part = self.pointer.split("/")[1]
        return part if part in AREAS else "plan"

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole part of the plan that was not found, with no words to correct."""
        return not self.words and self.pointer.removeprefix("/") in AREAS

    @property
    def is_long(self) -> bool:
        """Whether the words need more than a line to be corrected in."""
        return len(self.words) > 60


@dataclass(frozen=True)
class Review:
    """A draft beside its source: the doubtful values, those nobody has looked at first, and the certain ones.

    `areas` holds the certain values by the part of the plan they belong to.
    """

    doubtful: tuple[Value, ...]
    areas: tuple[tuple[str, tuple[Value, ...]], ...]
    lines: tuple[SourceLine, ...]
    reading: Reading | None
    findings: tuple[Finding, ...]
    document: PlanDocument

    @property
    def reviewed(self) -> int:
        """How many of the doubtful values somebody has looked at."""
        return sum(value.is_reviewed for value in self.doubtful)

    def at(self, pointer: str) -> Value | None:
        """The value that the pointer names."""
        certain = (value for _, values in self.areas for value in values)
        return next((value for value in (*self.doubtful, *certain) if value.pointer == pointer), None)

    @property
    def unread(self) -> tuple[SourceLine, ...]:
        """The lines that nothing was read from."""
        return tuple(line for line in self.lines if line.use == "unread")


def draft_or_404(cooperation: Cooperation, number: int) -> Draft:
    """The cooperation's draft with that number."""
    if found := draft_of(cooperation, number):
        return found
    raise Http404


def imports_page(cooperation: Cooperation) -> dict[str, Any]:
    """The files taken in, the newest first."""
    return plain_page(cooperation) | {"drafts": drafts_of(cooperation)}


def draft_page(
    draft: Draft, language: Language, pointer: str = "", typed: str | None = None
) -> dict[str, Any]:
    """The draft as somebody reviews it, and the plan of its year that it would follow, if there is one.

    `pointer` chooses a value to correct, whose words are those `typed` if that has been tried in vain.
    """
    review = review_of(draft, language)
    chosen = review.at(pointer)
    return plain_page(draft.cooperation) | {
        "draft": draft,
        "open": draft.status == Draft.Status.WAITING,
        "review": review,
        "chosen": replace(chosen, words=typed) if chosen and typed is not None else chosen,
        "earlier": plan_of_year(draft.cooperation, review.document.year) if review.document.year else None,
    }


def review_of(draft: Draft, language: Language) -> Review:
    """The draft beside its source."""
    document = corrected(draft)
    data = to_json(document)
    lines = _source_lines(draft.text, data)
    values = [
        _value(
            pointer,
            place,
            value_at(data, pointer),
            lines,
            draft.corrections,
            called(document, pointer, language),
        )
        for pointer, place in _places_of_words(document.places, data).items()
    ]
    doubtful = sorted((value for value in values if value.doubt), key=lambda value: value.is_reviewed)
    certain = sorted(
        (value for value in values if value.words and not value.doubt),
        key=lambda value: AREAS.index(value.area),
    )
    return Review(
        doubtful=tuple(doubtful),
        areas=tuple((area, tuple(held)) for area, held in groupby(certain, key=lambda value: value.area)),
        lines=lines,
        reading=document.reading,
        findings=check(document),
        document=document,
    )


def _places_of_words(places: Mapping[str, Place], data: Any) -> dict[str, Place]:
    """Where each value that is words stands; a doubt about a thing with parts is one about what names it.

    A file may tell of the place of something that it does not have; that is passed over.
    """
    found: dict[str, Place] = {}
    for pointer, place in places.items():
        if not _leads_somewhere(data, pointer):
            continue
        for leaf in _leaves(data, pointer):
            if leaf not in found or place.doubt or not found[leaf].doubt:
                found[leaf] = place
    return found


def _leads_somewhere(data: Any, pointer: str) -> bool:
    """Whether there is a value, or a thing that lacks it."""
    holder, stroke, _key = pointer.rpartition("/")
    return bool(stroke) and (value_at(data, pointer) is not None or isinstance(value_at(data, holder), dict))


def _leaves(data: Any, pointer: str) -> Iterator[str]:
    match value_at(data, pointer):
        case dict() as held if held:
            naming = next((key for key in NAMING if key in held), next(iter(held)))
            yield from _leaves(data, f"{pointer}/{naming}")
        case list() as held:
            for number in range(len(held)):
                yield from _leaves(data, f"{pointer}/{number}")
        case _:
            yield pointer


def _value(
    pointer: str,
    place: Place,
    held: Any,
    lines: tuple[SourceLine, ...],
    corrections: Mapping[str, str],
    name: str,
) -> Value:
    return Value(
        pointer=pointer,
        name=name,
        words=corrections.get(pointer, "" if held is None else str(held)),
        doubt=place.doubt,
        is_reviewed=pointer in corrections,
        source=_standing_at(place, lines),
    )


def _standing_at(place: Place, lines: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    if place.line is None or place.line < 1:
        return ()
    standing = lines[place.line - 1 : place.to_line or place.line]
    return tuple(line for line in standing if line.use)


def _source_lines(text: str, data: Any) -> tuple[SourceLine, ...]:
    lines = text.split("\n")
    uses = {
        line: use
        for use in ("furniture", "unread")
        for each in data.get(use, ())
        for line in _lines_of(each["place"], len(lines))
    }
    return tuple(
        SourceLine(number, line, uses.get(number, "used") if line.strip() else None)
        for number, line in enumerate(lines, 1)
    )


def _lines_of(place: dict[str, Any], count: int) -> range:
    first = place.get("line", 0)
    return range(max(first, 1), min(place.get("to_line", first), count) + 1)
