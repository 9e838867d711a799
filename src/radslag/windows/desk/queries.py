"""What those who work in a cooperation see, asked for once a page: each answer is a template's context."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest

from radslag.domain import mandate
from radslag.domain.findings import check
from radslag.domain.plan_document import Doubt, Finding, Place, PlanDocument, Reading
from radslag.domain.pointer_words import Language, in_words
from radslag.ground.accounts.models import User
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperation_at
from radslag.press.editions.models import Draft
from radslag.press.editions.queries import corrected, draft_of, drafts_of
from radslag.press.exchange.plan_json import to_json
from radslag.press.exchange.pointers import value_at
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plan_of_year, plans_of


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

    @property
    def unread(self) -> tuple[SourceLine, ...]:
        """The lines that nothing was read from."""
        return tuple(line for line in self.lines if line.use == "unread")


def cooperation_or_404(slug: str) -> Cooperation:
    """The cooperation at that address."""
    if found := cooperation_at(slug):
        return found
    raise Http404


def worked_in_or_404(request: HttpRequest, slug: str) -> tuple[Cooperation, User]:
    """The cooperation and who works in it; to a stranger there is no such page."""
    cooperation, user = cooperation_at(slug), request.user
    if cooperation is None or not isinstance(user, User):
        raise Http404
    if not mandate.may(mandate.Act.SEE_DRAFTS, held_seats(user, cooperation)):
        raise Http404
    return cooperation, user


def draft_or_404(cooperation: Cooperation, number: int) -> Draft:
    """The cooperation's draft with that number."""
    if found := draft_of(cooperation, number):
        return found
    raise Http404


def plain_page(cooperation: Cooperation) -> dict[str, Any]:
    """A page that shows nothing but itself; the newest decided plan is there for the menu."""
    return {"cooperation": cooperation, "plan": next(iter(plans_of(cooperation)), None)}


def desk_page(cooperation: Cooperation) -> dict[str, Any]:
    """What awaits a decision, and every plan there is."""
    drafts = drafts_of(cooperation)
    return plain_page(cooperation) | {
        "waiting": [draft for draft in drafts if draft.status == Draft.Status.WAITING],
        "plans": plans_of(cooperation, with_drafts=True),
    }


def imports_page(cooperation: Cooperation) -> dict[str, Any]:
    """The files taken in, the newest first."""
    return plain_page(cooperation) | {"drafts": drafts_of(cooperation)}


def draft_page(draft: Draft, language: Language) -> dict[str, Any]:
    """The draft as somebody reviews it, and the decided plan it would follow, if there is one."""
    review = review_of(draft, language)
    return plain_page(draft.cooperation) | {
        "draft": draft,
        "open": draft.status == Draft.Status.WAITING,
        "review": review,
        "earlier": _decided_already(draft.cooperation, review.document.year),
    }


def _decided_already(cooperation: Cooperation, year: int | None) -> Plan | None:
    plan = plan_of_year(cooperation, year) if year else None
    return plan if plan and plan.decided_by else None


def review_of(draft: Draft, language: Language) -> Review:
    """The draft beside its source."""
    document = corrected(draft)
    data = to_json(document)
    lines = _source_lines(draft.text, data)
    values = [
        _value(pointer, place, value_at(data, pointer), lines, draft.corrections, language)
        for pointer, place in document.places.items()
    ]
    doubtful = sorted((value for value in values if value.doubt), key=lambda value: value.is_reviewed)
    certain = [value for value in values if value.words and not value.doubt]
    return Review(
        doubtful=tuple(doubtful),
        areas=tuple(
            (area, tuple(held))
            for area, held in groupby(certain, key=lambda value: in_words(_area(value.pointer), language))
        ),
        lines=lines,
        reading=document.reading,
        findings=check(document),
        document=document,
    )


def _area(pointer: str) -> str:
    return "/" + pointer.split("/")[1]


def _value(
    pointer: str,
    place: Place,
    held: Any,
    lines: tuple[SourceLine, ...],
    corrections: Mapping[str, str],
    language: Language,
) -> Value:
    return Value(
        pointer=pointer,
        name=in_words(pointer, language),
        words="" if held is None or isinstance(held, (dict, list)) else str(held),
        doubt=place.doubt,
        is_reviewed=pointer in corrections,
        source=_standing_at(place, lines),
    )


def _standing_at(place: Place, lines: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    if place.line is None:
        return ()
    standing = lines[place.line - 1 : place.to_line or place.line]
    return tuple(line for line in standing if line.use)


def _source_lines(text: str, data: Any) -> tuple[SourceLine, ...]:
    uses = {line: "furniture" for each in data.get("furniture", ()) for line in _lines_of(each["place"])}
    uses |= {line: "unread" for each in data.get("unread", ()) for line in _lines_of(each["place"])}
    return tuple(
        SourceLine(number, line, uses.get(number, "used") if line.strip() else None)
        for number, line in enumerate(text.split("\n"), 1)
    )


def _lines_of(place: dict[str, Any]) -> range:
    first = place.get("line", 0)
    return range(first, place.get("to_line", first) + 1)
