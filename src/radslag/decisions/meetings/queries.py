"""Named questions about meetings and decisions."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from radslag.decisions.meetings.models import Decision, Meeting
from radslag.domain import plan_document as domain
from radslag.domain.swedish import format_date
from radslag.people.members.models import Cooperation


def calendar_of(cooperation: Cooperation, year: int) -> list[Meeting]:
    """The meetings in the calendar set for that year, as it orders them, with their bodies at hand."""
    return list(Meeting.objects.filter(body__cooperation=cooperation, year=year).select_related("body"))


def next_meetings(
    cooperation: Cooperation, after: date, count: int, *, years: Collection[int]
) -> list[Meeting]:
    """The next meetings on or after that day in the calendars of those years, soonest first."""
    coming = Meeting.objects.filter(body__cooperation=cooperation, date__gte=after, year__in=years)
    return list(coming.select_related("body").order_by("date", "start", "pk")[:count])


def decisions_of(cooperation: Cooperation, *, but: Q) -> list[Decision]:
    """The decisions of the cooperation `but` some, the newest first."""
    return list(cooperation.decisions.filter(~but).order_by("-date", "pk"))


def closed_words(title: str, decision: Decision) -> str:
    """Why what is decided is read-only, as a Swedish sentence that names the decision."""
    taken_by = f" av {decision.taken_by}" if decision.taken_by else ""
    told = f"”{decision.text}”, {format_date(decision.date)}{taken_by}"
    return f"{title} är beslutad och ändras bara av ett senare beslut. Den vilar på beslutet {told}."


def told_meeting(meeting: Meeting) -> domain.Meeting:
    """The meeting as a plan document tells it."""
    return domain.Meeting(
        body=meeting.body.name,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        online=meeting.online,
        kind=meeting.kind,  # type: ignore[arg-type]
        weekday=meeting.weekday,
        tentative=meeting.tentative,
        note=meeting.note,
    )


def told_decision(decision: Decision) -> domain.Decision:
    """The decision as a plan document tells it."""
    return domain.Decision(date=decision.date, text=decision.text, body=decision.taken_by or None)
