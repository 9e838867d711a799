"""Stores meetings and decisions."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from radslag.decisions.meetings.models import Decision, Meeting
from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.bodies.models import Body
from radslag.people.members.models import Cooperation


@transaction.atomic
def store_calendar(
    cooperation: Cooperation,
    year: int,
    told: Sequence[domain.Meeting],
    bodies: Mapping[str, Body],
    *,
    acting_user: User | None,
) -> None:
    """Make the calendar set for that year what was told; every body told of must be among `bodies`."""
    Meeting.objects.filter(body__cooperation=cooperation, year=year).delete()
    Meeting.objects.bulk_create(
        Meeting(
            body=bodies[meeting.body],
            year=year,
            position=position,
            date=meeting.date,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            online=meeting.online,
            kind=meeting.kind,
            weekday=meeting.weekday,
            tentative=meeting.tentative,
            note=meeting.note,
        )
        for position, meeting in enumerate(told)
    )
    enter(
        "calendar.stored",
        f"{cooperation.name} {year}",
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        meetings=len(told),
    )


@transaction.atomic
def store_decisions(
    cooperation: Cooperation, told: Sequence[domain.Decision], *, acting_user: User | None
) -> list[Decision]:
    """The decisions told of, each kept once, in the order told."""
    kept = [
        Decision.objects.get_or_create(
            cooperation=cooperation, date=each.date, text=each.text, taken_by=each.body or ""
        )[0]
        for each in told
    ]
    enter(
        "decisions.stored",
        cooperation.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        decisions=len(kept),
    )
    return kept


@transaction.atomic
def decision_of(
    cooperation: Cooperation, day: date | None, about: str, *, kind: str = "", acting_user: User | None
) -> Decision | None:
    """The decision of that day to point at: one that speaks of `about`, or a new one that says just that.

    A decision speaks of it when it has the whole of `about`, its longest word, or the `kind` of thing it is.
    """
    if day is None:
        return None
    told = list(Decision.objects.filter(cooperation=cooperation, date=day))
    for words in (about, max(about.split(), key=len, default=about), kind):
        for decision in told:
            if words and words.casefold() in decision.text.casefold():
                return decision
    new = domain.Decision(date=day, text=f"{about} beslutas.")
    return store_decisions(cooperation, [new], acting_user=acting_user)[0]
