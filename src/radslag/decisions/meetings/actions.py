"""Stores meetings and decisions, and says what is edited of a meeting."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from radslag.decisions.meetings.models import Decision, Meeting
from radslag.decisions.meetings.queries import closed_words
from radslag.domain import plan_document as domain
from radslag.domain.editing import Hours, choice, day_of_week, hours, line
from radslag.domain.limits import YEARS
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, Kind, column
from radslag.ground.register.actions import enter
from radslag.ground.shell.numbers import number_in
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import held_seats
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


def _closed(meeting: Meeting, _field: str) -> str:
    """Its calendar is decided with the plan of the year."""
    plan = meeting.body.cooperation.plans.filter(year=meeting.year).select_related("decided_by").first()
    return closed_words(plan.title, plan.decided_by) if plan and plan.decided_by else ""


def _begin(cooperation: Cooperation, beside: Mapping[str, str]) -> Meeting | None:
    year, key = (number_in(beside.get(name, "")) or 0 for name in ("year", "body"))
    body = cooperation.bodies.filter(pk=key).first()
    return Meeting(body=body, year=year, date=date(year, 1, 1)) if body and year in YEARS else None


def _bodies(meeting: Meeting) -> list[tuple[str, str]]:
    return [(body.name, body.name) for body in _bodies_beside(meeting)]


def _bodies_beside(meeting: Meeting) -> list[Body]:
    prefetch_related_objects([meeting.body.cooperation], "bodies")
    return list(meeting.body.cooperation.bodies.all())


def _put_body(meeting: Meeting, name: str) -> None:
    cooperation = meeting.body.cooperation
    meeting.body = next(body for body in _bodies_beside(meeting) if body.name == name)
    meeting.body.cooperation = cooperation


def _put_hours(meeting: Meeting, told: Hours) -> None:
    meeting.start, meeting.end = told


def _put_date(meeting: Meeting, told: tuple[date, int | None]) -> None:
    meeting.date, meeting.weekday = told


MEETING = Kind(
    name="meeting",
    model=Meeting,
    title=_("Meeting"),
    fields=(
        Field(
            name="date",
            label=_("Date"),
            form=lambda row: day_of_week(row.year),
            take=lambda row: (row.date, row.weekday),
            put=_put_date,
        ),
        Field(
            name="hours",
            label=_("Hours"),
            form=lambda _row: hours(),
            take=lambda row: (row.start, row.end),
            put=_put_hours,
        ),
        Field(
            name="body",
            label=_("Body"),
            form=lambda row: choice({name: name for name, _label in _bodies(row)}),
            take=lambda row: row.body.name,
            put=_put_body,
            options=_bodies,
        ),
        column("place", _("Place"), line()),
        column(
            "online",
            _("Online"),
            choice({False: "nej", True: "ja"}),
            options={"nej": _("No"), "ja": _("Yes")},
        ),
        column(
            "kind",
            _("Kind"),
            choice({"ordinary": "ordinarie", "planning_conference": "planeringskonferens"}),
            options={"ordinarie": _("Ordinary"), "planeringskonferens": _("Planning conference")},
        ),
        column(
            "tentative",
            _("State"),
            choice({False: "klart", True: "preliminärt"}),
            options={"klart": _("Settled"), "preliminärt": _("Tentative")},
        ),
        column("note", _("Note"), line()),
    ),
    cooperation="body__cooperation",
    held=held_seats,
    within=lambda meeting: f"year:{meeting.year}",
    closed=_closed,
    at_hand=("body__cooperation",),
    beside=("body__cooperation", "year"),
    begin=_begin,
    first="date",
)
