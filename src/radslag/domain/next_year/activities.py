"""Which of a year's activities go on in the next, and what becomes of their dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from radslag.domain.action_plan import number_rows
from radslag.domain.goal_tree import Row
from radslag.domain.next_year.years import a_year_on, same_date
from radslag.domain.plan_document import Activity, PlanDocument, Time
from radslag.domain.swedish import format_date


@dataclass(frozen=True)
class Proposal:
    """Whether a row is proposed to go on; `reason` says why in a short Swedish sentence.

    A row that was to be finished within the year waits for somebody to decide.
    """

    row: Row
    goes_on: bool
    reason: str


def proposals(document: PlanDocument, year: int) -> tuple[Proposal, ...]:
    """Every row of the action plan, in its order, and whether it is proposed for that year."""
    return tuple(
        Proposal(row, *_proposed(row.activity.time, year)) for row in number_rows(document.activities)
    )


def _proposed(time: Time | None, year: int) -> tuple[bool, str]:
    if time is None:
        return True, "Ingen tid är angiven."
    if time.recurring:
        return True, "Återkommer under året." if time.text.casefold() != "löpande" else "Pågår löpande."
    if time.to is None:
        return True, "Inget slut är angivet."
    if time.to.year >= year:
        return True, f"Pågår till {format_date(time.to)}."
    return False, f"Skulle vara klar {format_date(time.to)}."


def carried(activity: Activity, year: int) -> Activity:
    """The activity in that year: a time that had run out before it is moved a year on."""
    time = activity.time
    if time is None or time.to is None or time.to.year >= year:
        return activity
    years = year - time.to.year
    text = a_year_on(time.text) if years == 1 else time.text
    from_ = same_date(time.from_, time.from_.year + years) if time.from_ else None
    return replace(activity, time=replace(time, text=text, from_=from_, to=same_date(time.to, year)))
