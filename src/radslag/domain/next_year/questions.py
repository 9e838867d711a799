"""What remains to be settled in a plan carried over from the year before, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from radslag.domain.findings.texts import capitalised, passages, quoted
from radslag.domain.money import ZERO
from radslag.domain.next_year.activities import carried
from radslag.domain.next_year.budget import counted_on
from radslag.domain.next_year.years import names_year
from radslag.domain.plan_document import ChairRole, Fee, PlanDocument
from radslag.domain.pointer_words import called
from radslag.domain.population import population_on, published
from radslag.domain.swedish import MONTHS, format_date, format_money, join_words

Topic = Literal["chairs", "budget", "meetings", "conferences", "activities", "programme", "texts"]
CHAIR_WORDS: dict[ChairRole, str] = {"chair": "ordförande", "vice_chair": "vice ordförande"}


@dataclass(frozen=True)
class Question:
    """Something to settle: what it is about, a pointer into the new plan, a plain Swedish sentence."""

    topic: Topic
    pointer: str
    message: str


@dataclass(frozen=True)
class Election:
    """A body that elects somebody for the year, and who it was the year before."""

    body: str
    role: ChairRole
    person: str
    member: str | None


def elections(before: PlanDocument) -> tuple[Election, ...]:
    """Whom the bodies of the plan elected for its year and elect anew for the next."""
    return tuple(
        Election(body.name, chair.role, chair.person, chair.member)
        for body in before.bodies
        for chair in body.chairs
        if chair.year is not None
    )


def to_settle(document: PlanDocument, before: PlanDocument) -> tuple[Question, ...]:
    """Everything in the plan that the year before cannot answer."""
    return tuple(question for ask in _ASK for question in ask(document, before))


def _chairs(document: PlanDocument, before: PlanDocument) -> Iterator[Question]:
    places = {body.name: number for number, body in enumerate(document.bodies)}
    chairs = {(body.name, chair.role) for body in document.bodies for chair in body.chairs}
    for election in dict.fromkeys((each.body, each.role) for each in elections(before)):
        if election not in chairs and election[0] in places:
            yield Question(
                "chairs",
                f"/bodies/{places[election[0]]}",
                f"{capitalised(election[0])} ska välja {CHAIR_WORDS[election[1]]} för {document.year}.",
            )


def _budget(document: PlanDocument, before: PlanDocument) -> Iterator[Question]:
    fee = document.budget.fee if document.budget else None
    if document.budget is None or document.year is None:
        return
    if fee and fee.per_inhabitant is not None:
        day = counted_on(fee, document.year)
        missing = population_on(document.cooperation.members, day).missing
        if missing:
            out = published(day)
            yield Question(
                "budget",
                "/budget/fee/population",
                f"Invånarna den {format_date(day)} saknas för {join_words(missing)}. "
                f"SCB publicerar dem i {MONTHS[out.month - 1]} {out.year}; till dess är avgiften preliminär.",
            )
        yield Question("budget", "/budget/fee/decided", _fee_rests_on(fee, document.year))
    if document.budget.costs and before.budget and document.budget.costs == before.budget.costs:
        yield Question("budget", "/budget/costs", f"Kostnaderna är desamma som {before.year}. Räkna om dem.")


def _fee_rests_on(fee: Fee, year: int) -> str:
    each = format_money(fee.per_inhabitant or ZERO)
    rests = f"följer beslutet den {format_date(fee.decided)}" if fee.decided else "saknar uppgift om beslut"
    return f"Avgiften {each} per invånare {rests}. Bekräfta att den gäller {year}."


def _meetings(document: PlanDocument, before: PlanDocument) -> Iterator[Question]:
    for number, meeting in enumerate(document.meetings):
        if not (meeting.tentative or meeting.note):
            continue
        opening = f"{capitalised(meeting.body)} {format_date(meeting.date, year=False)}:"
        told = (
            f"anmärkningen {quoted(meeting.note)} följer med från {before.year}. Gäller den ännu?"
            if meeting.note
            else "tid eller plats är inte fastställd."
        )
        yield Question("meetings", f"/meetings/{number}", f"{opening} {told}")


def _conferences(document: PlanDocument, _before: PlanDocument) -> Iterator[Question]:
    for number, conference in enumerate(document.conferences):
        if conference.status == "planned" and conference.date is None:
            message = f"{capitalised(conference.name)}: sätt ut datum för {document.year}."
            yield Question("conferences", f"/conferences/{number}/date", message)


def _activities(document: PlanDocument, before: PlanDocument) -> Iterator[Question]:
    if document.year is None:
        return
    times = {carried(activity, document.year): activity.time for activity in before.activities}
    for number, activity in enumerate(document.activities):
        time, was = activity.time, times.get(activity)
        if time and was and time != was and time.to and was.to:
            yield Question(
                "activities",
                f"/activities/{number}/time",
                f"Aktivitet {number + 1}: tiden {quoted(was.text)}, till {format_date(was.to)}, är flyttad "
                f"till {quoted(time.text)}, till {format_date(time.to)}.",
            )


def _programme(document: PlanDocument, _before: PlanDocument) -> Iterator[Question]:
    last = document.programme.in_force.to if document.programme else None
    if document.programme and last and document.year and last.year <= document.year:
        ended = last.year < document.year
        yield Question(
            "programme",
            "/programme/in_force/to",
            f"{document.programme.title} {'gällde' if ended else 'gäller'} till {format_date(last)}. "
            + (
                "Det behöver förnyas." if ended else f"{document.year} är sista året: förbered nästa program."
            ),
        )


def _texts(document: PlanDocument, before: PlanDocument) -> Iterator[Question]:
    if before.year is None:
        return
    asked: set[str] = set()
    for passage in passages(document):
        name = called(document, passage.pointer)
        if names_year(passage.text, before.year) and passage.pointer not in asked:
            asked.add(passage.pointer)
            words = quoted(_around(passage.text, str(before.year)))
            yield Question("texts", passage.pointer, f"{capitalised(name)} nämner {before.year}: {words}.")


def _around(text: str, word: str) -> str:
    """The words nearest the word, cut between words."""
    before, _, after = text.partition(word)
    start, end = " ".join(before.split(" ")[-6:]), " ".join(after.split(" ")[:4])
    left, right = "… " if start != before else "", " …" if end != after else ""
    return f"{left}{start}{word}{end}{right}"


_ASK: tuple[Callable[[PlanDocument, PlanDocument], Iterator[Question]], ...] = (
    _chairs,
    _budget,
    _meetings,
    _conferences,
    _activities,
    _programme,
    _texts,
)
