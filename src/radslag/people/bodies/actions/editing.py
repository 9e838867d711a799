"""What is edited of a body."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from radslag.domain.editing import NAME, Hours, choice, hours, line, names, text
from radslag.domain.plan_document import Meets
from radslag.domain.swedish import WEEKDAYS, find_frequencies, format_date
from radslag.ground.editing.queries import Field, Kind, column
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import held_seats, meets_of, meets_to_json, plan_that_names

WEEKDAY_WORDS: dict[int | None, str] = {None: "", **dict(enumerate(WEEKDAYS))}


def _put_meets(body: Body, meets: Meets) -> None:
    body.meets = meets_to_json(meets) if meets != Meets() else None


def _put_often(body: Body, words: str | None) -> None:
    often = next(find_frequencies(words or ""), None)
    told = replace(meets_of(body), text=words, times_per_year=None, approximate=False)
    if often:
        told = replace(told, times_per_year=often.value.times_per_year, approximate=often.value.approximate)
    _put_meets(body, told)


def _put_weekday(body: Body, weekday: int | None) -> None:
    _put_meets(body, replace(meets_of(body), weekday=weekday))


def _put_hours(body: Body, told: Hours) -> None:
    start, end = told
    _put_meets(body, replace(meets_of(body), start=start, end=end))


def _take_hours(body: Body) -> Hours:
    meets = meets_of(body)
    return meets.start, meets.end


def _closed(body: Body, field: str) -> str:
    """A decided plan calls the body by its name, so the name stands; what is said of it may change."""
    if field != "name":
        return ""
    plan = plan_that_names(body)
    if plan is None:
        return ""
    decided = format_date(plan.decided_by.date)
    return f"{plan.title}, beslutad {decided}, kallar organet så. Namnet ändras bara av ett senare beslut."


def _clash(body: Body) -> str:
    others = Body.objects.filter(cooperation=body.cooperation).exclude(pk=body.pk)
    taken = others.filter(Q(name=body.name) | Q(slug=body.slug)).first()
    if taken is None:
        return ""
    if taken.name == body.name:
        return f"Det finns redan ett organ som heter {body.name}. Välj ett annat namn."
    return f"{taken.name} har fått adressen som {body.name} hade. Ta bort det organet först."


BODY = Kind(
    name="body",
    model=Body,
    title=_("Body"),
    fields=(
        column("name", _("Name"), NAME),
        column(
            "kind",
            _("Kind"),
            choice(
                {
                    "committee": "samarbetskommitté",
                    "management_group": "ledningsgrupp",
                    "network": "nätverk",
                    "secretariat": "kansli",
                    "other": "annat organ",
                }
            ),
            options={
                "samarbetskommitté": _("Committee"),
                "ledningsgrupp": _("Management group"),
                "nätverk": _("Network"),
                "kansli": _("Secretariat"),
                "annat organ": _("Other body"),
            },
        ),
        column("abbreviations", _("Short names"), names(), help=_("One on each line.")),
        column("description", _("What it is for"), text()),
        Field(
            name="often",
            label=_("How often it meets"),
            form=lambda _row: line(),
            take=lambda body: meets_of(body).text,
            put=_put_often,
        ),
        Field(
            name="weekday",
            label=_("Weekday"),
            form=lambda _row: choice(WEEKDAY_WORDS),
            take=lambda body: meets_of(body).weekday,
            put=_put_weekday,
            options=lambda _row: [(word, word or "–") for word in WEEKDAY_WORDS.values()],
        ),
        Field(
            name="hours",
            label=_("Hours"),
            form=lambda _row: hours(),
            take=_take_hours,
            put=_put_hours,
        ),
    ),
    cooperation="cooperation",
    held=held_seats,
    within=lambda _body: "bodies",
    closed=_closed,
    hanging={
        "seats": ("uppdrag", "uppdrag"),
        "meetings": ("möte", "möten"),
        "responsibilities": ("aktivitet", "aktiviteter"),
        "toldbody_set": ("plan", "planer"),
    },
    clash=_clash,
    at_hand=("cooperation",),
    first="name",
)
