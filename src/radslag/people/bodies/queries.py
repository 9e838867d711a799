"""Named questions about bodies and seats."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from radslag.domain import plan_document as domain
from radslag.domain import seats as rules
from radslag.domain.limits import MOST_ITEMS
from radslag.domain.mandate import SECRETARY, Concern, HeldSeat
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import entries_of
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation, Member
from radslag.people.members.queries import NOBODY

MOST_HISTORY = 50


def on_day(seats: QuerySet[Seat], day: date) -> QuerySet[Seat]:
    """Those of the seats that are held on that day."""
    return seats.filter(Q(from_day=None) | Q(from_day__lte=day), lasting(day))


def lasting(day: date) -> Q:
    """The seats that are held on that day or will be."""
    return Q(to_day=None) | Q(to_day__gte=day)


def held_seats(person: User | None, cooperation: Cooperation | None) -> tuple[HeldSeat, ...]:
    """The seats an account holds today in the cooperation; operators of the installation may do all."""
    if person is None or person.is_superuser:
        return (SECRETARY,)
    seats = Seat.objects.filter(account=person, cooperation=cooperation).select_related("body")
    return tuple(
        HeldSeat(
            body_kind=seat.body.kind if seat.body else None,  # type: ignore[arg-type]
            role=seat.role,  # type: ignore[arg-type]
            body=seat.body_id,
            member=seat.member_id,
        )
        for seat in on_day(seats, timezone.localdate())
    )


def appointing(body: Body | None, member: Member | None, role: str) -> Concern:
    """What an appointment to the body for the member in that role concerns."""
    return Concern(
        bodies=frozenset({body.pk} if body else ()),
        members=frozenset({member.pk} if member else ()),
        body_kind=body.kind if body else None,  # type: ignore[arg-type]
        role=role,  # type: ignore[arg-type]
    )


def seats_of_account(person: User, day: date) -> list[Seat]:
    """What the person holds on that day, in every cooperation, with body, member and cooperation at hand."""
    held = Seat.objects.filter(account=person).select_related("body", "member", "cooperation")
    return list(on_day(held, day))


def seats_to_write_to(cooperation: Cooperation, day: date) -> list[Seat]:
    """The seats in bodies held that day by somebody who can be written to, with who and where at hand."""
    seats = Seat.objects.filter(cooperation=cooperation, account__is_active=True, body__isnull=False)
    return list(on_day(seats, day).select_related("body", "member", "account"))


def seats_in(cooperation: Cooperation, *, but: Q = NOBODY) -> list[Seat]:
    """The seats of the cooperation, past, present and coming, `but` some, with all they point at at hand."""
    seats = Seat.objects.filter(~but, cooperation=cooperation)
    return list(seats.select_related("body", "member", "account", "appointed_by"))


def sitting_in(body: Body, day: date, *, but: Q = NOBODY) -> list[tuple[Member | None, list[Seat]]]:
    """Who sits in the body on that day, `but` some, by member in their order, last those who sit for none."""
    seats = on_day(body.seats.filter(~but).select_related("member"), day)
    seated = sorted(seats, key=lambda seat: seat.member.position if seat.member else MOST_ITEMS)
    return [(member, list(held)) for member, held in groupby(seated, key=lambda seat: seat.member)]


def seat_of(cooperation: Cooperation, number: int) -> Seat | None:
    """The cooperation's seat with that number."""
    seats = Seat.objects.filter(cooperation=cooperation, pk=number)
    return seats.select_related("body", "member", "account").first()


def entries_of_body(cooperation_slug: str, body: Body, seats: Iterable[Seat]) -> list[Entry]:
    """The newest that the register tells of the body and the `seats` in it, also those taken back."""
    about = [f"body:{body.pk}", *(f"seat:{seat.pk}" for seat in seats)]
    taken_back = Q(about__startswith="seat:", old__body=body.name)
    return list(entries_of(cooperation_slug).filter(Q(about__in=about) | taken_back)[:MOST_HISTORY])


def entries_of_member(cooperation_slug: str, member: Member) -> list[Entry]:
    """The newest that the register tells of the seats held for the member, with who acted at hand."""
    seats = Q(new__member=member.name) | Q(old__member=member.name)
    return list(entries_of(cooperation_slug).filter(seats)[:MOST_HISTORY])


def entries_of_offices(cooperation_slug: str) -> list[Entry]:
    """The newest that the register tells of the offices outside the bodies, with who acted at hand."""
    offices = Q(new__role__in=[*rules.OFFICES]) | Q(old__role__in=[*rules.OFFICES])
    return list(entries_of(cooperation_slug).filter(offices)[:MOST_HISTORY])


def told_seat(seat: Seat) -> rules.Seat:
    """The seat as the rules see it; its body and member must be at hand."""
    return rules.Seat(
        person=seat.person,
        role=seat.role,  # type: ignore[arg-type]
        body=seat.body.name if seat.body else None,
        member=seat.member.name if seat.member else None,
        from_day=seat.from_day,
        to_day=seat.to_day,
    )


def vacancies_in(
    bodies: Iterable[Body], members: Sequence[Member], seats: Sequence[Seat], day: date
) -> dict[int, tuple[str, ...]]:
    """The members without anybody in full on that day, by the key of each body that lacks one."""
    names = [member.name for member in members]
    found = {body.pk: rules.vacancies(names, own, day) for body, own in _places_of_all(bodies, seats)}
    return {key: missing for key, missing in found.items() if missing}


def unappointed_in(bodies: Iterable[Body], seats: Sequence[Seat], day: date) -> list[Body]:
    """The bodies where every member has a place but nobody sits on that day: they lack none, but all."""
    return [body for body, own in _places_of_all(bodies, seats) if not rules.is_appointed(own, day)]


def _places_of_all(bodies: Iterable[Body], seats: Sequence[Seat]) -> Iterator[tuple[Body, list[rules.Seat]]]:
    """The bodies where every member has a place, each with its seats as the rules see them."""
    for body in bodies:
        if body.kind in rules.SPEAKS_FOR_ALL:
            yield body, [told_seat(seat) for seat in seats if seat.body_id == body.pk]


def sits_in(person: User | AnonymousUser) -> list[Cooperation]:
    """The cooperations where the visitor holds a seat today, by name."""
    if not person.is_authenticated:
        return []
    held = on_day(Seat.objects.filter(account=person), timezone.localdate())
    return list(Cooperation.objects.filter(pk__in=held.values("cooperation")))


def with_chairs(bodies: QuerySet[Body], *, but: Q = NOBODY) -> QuerySet[Body]:
    """The same bodies with those who chair them, `but` some, at hand as `chairs`."""
    seats = Seat.objects.filter(~but, role__in=rules.CHAIRING)
    return bodies.prefetch_related(Prefetch("seats", seats, to_attr="chairs"))


def bodies_of(cooperation: Cooperation) -> list[Body]:
    """All bodies of the cooperation with their chairs at hand, in the order they were first told of."""
    return list(with_chairs(cooperation.bodies.all()))


def told_body(body: Body, year: int | None) -> domain.Body:
    """The body as the plan of that year tells it; its chairs must be at hand."""
    return domain.Body(
        name=body.name,
        kind=body.kind,  # type: ignore[arg-type]
        abbreviations=tuple(body.abbreviations),
        chairs=tuple(_told_chair(seat) for seat in _chairs_of_year(body.chairs, year)),  # type: ignore[attr-defined]
        meets=_meets_from_json(body.meets) if body.meets else None,
        description=body.description,
    )


def plan_that_names(body: Body) -> Any:
    """A decided plan that presents the body, with its decision at hand; None if none does."""
    return body.plans.filter(decided_by__isnull=False).select_related("decided_by").first()


def meets_of(body: Body) -> domain.Meets:
    """How often and when the body says that it meets."""
    return _meets_from_json(body.meets) if body.meets else domain.Meets()


def _chairs_of_year(chairs: Sequence[Seat], year: int | None) -> list[Seat]:
    """Those elected that year; in a role that nobody was elected to then, whoever held it all the same."""
    yearless = [seat for seat in chairs if seat.from_day is None]
    elected = [seat for seat in chairs if seat.from_day and seat.from_day.year == year]
    elected += [seat for seat in yearless if seat.told_in in (None, year)] or yearless
    roles = {seat.role for seat in elected}
    last_day = date(year, 12, 31) if year else None
    return [
        seat
        for seat in chairs
        if seat in elected or (last_day and seat.role not in roles and rules.holds(seat, last_day))
    ]


def _told_chair(seat: Seat) -> domain.Chair:
    return domain.Chair(
        person=seat.person,
        member=seat.member_name or None,
        role=seat.role,  # type: ignore[arg-type]
        year=seat.from_day.year if seat.from_day else None,
    )


def _meets_from_json(stored: dict[str, Any]) -> domain.Meets:
    clock = {key: time.fromisoformat(stored[key]) for key in ("start", "end") if stored[key]}
    return domain.Meets(**{**stored, "start": None, "end": None, **clock})


def role_choices(roles: Iterable[rules.Role]) -> list[tuple[str, str]]:
    """The roles with their names in the page's language."""
    return [(role, str(Seat.Role(role).label)) for role in roles]


def ex_officio_choices() -> list[tuple[str, str]]:
    """The offices that a seat can follow, with their names in the page's language, none first."""
    return [("", "–"), *((choice.value, str(choice.label)) for choice in Seat.ExOfficio)]


def meets_to_json(meets: domain.Meets) -> dict[str, Any]:
    """When and how often a body meets, as it is stored."""
    return {
        "text": meets.text,
        "times_per_year": meets.times_per_year,
        "approximate": meets.approximate,
        "weekday": meets.weekday,
        "start": _clock(meets.start),
        "end": _clock(meets.end),
    }


def _clock(at: time | None) -> str | None:
    return at.isoformat() if at else None
