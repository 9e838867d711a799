"""Stores conferences, and says what is edited of one."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from radslag.domain import plan_document as domain
from radslag.domain.editing import choice, day, line, names, text
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, Kind, column
from radslag.ground.register.actions import enter
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.work.conferences.models import Conference
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import closed_by, plan_named


@transaction.atomic
def store_conferences(plan: Plan, told: Sequence[domain.Conference], *, acting_user: User | None) -> None:
    """Make the conferences of the plan what was told."""
    plan.conferences.all().delete()
    Conference.objects.bulk_create(
        Conference(
            plan=plan,
            position=position,
            name=each.name,
            date=each.date,
            time=each.time,
            hosts=list(each.hosts),
            audience=each.audience,
            status=each.status,
            online=each.online,
            text=each.text,
        )
        for position, each in enumerate(told)
    )
    enter(
        "conferences.stored",
        plan.title,
        acting_user=acting_user,
        cooperation_slug=plan.cooperation.slug,
        conferences=len(told),
    )


def _begin(cooperation: Cooperation, beside: Mapping[str, str]) -> Conference | None:
    plan = plan_named(cooperation, beside.get("year", ""))
    return Conference(plan=plan, status=Conference.Status.PLANNED) if plan else None


def _put_date(conference: Conference, value: date | None) -> None:
    conference.date = value


CONFERENCE = Kind(
    name="conference",
    model=Conference,
    title=_("Conference"),
    fields=(
        column("name", _("Conference"), line(needed=True)),
        Field(
            name="date",
            label=_("Date"),
            form=lambda row: day(row.plan.year),
            take=lambda row: row.date,
            put=_put_date,
        ),
        column("time", _("Time"), line()),
        column("hosts", _("Hosts"), names(), help=_("One on each line.")),
        column("audience", _("For whom"), line()),
        column(
            "status",
            _("State"),
            choice(
                {
                    "described": "beskriven",
                    "planned": "planerad",
                    "cancelled": "inställd",
                    "merged": "sammanslagen",
                    "abolished": "avskaffad",
                }
            ),
            options={
                "beskriven": _("Described"),
                "planerad": _("Planned"),
                "inställd": _("Cancelled"),
                "sammanslagen": _("Merged with another"),
                "avskaffad": _("Abolished"),
            },
        ),
        column(
            "online",
            _("Online"),
            choice({False: "nej", True: "ja"}),
            options={"nej": _("No"), "ja": _("Yes")},
        ),
        column("text", _("Text"), text()),
    ),
    cooperation="plan__cooperation",
    held=held_seats,
    within=lambda conference: f"year:{conference.plan.year}",
    closed=lambda conference, _field: closed_by(conference.plan),
    at_hand=("plan__cooperation", "plan__decided_by"),
    beside=("plan",),
    begin=_begin,
    first="name",
)
