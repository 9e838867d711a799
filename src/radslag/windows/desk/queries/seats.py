"""Who sits where on a day: the organisation, a body, a member, the offices, and what can be done there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from radslag.domain import action_plan as table
from radslag.domain.mandate import Act
from radslag.domain.seats import CHAIRING, FULL, OFFICES, SPEAKS_FOR_ALL, Role, holds, within
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import changes_within
from radslag.ground.register.queries import entries_of, history_of
from radslag.ground.shell.language import address
from radslag.ground.shell.numbers import number_in
from radslag.ground.shell.slugs import is_slug
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import (
    entries_of_body,
    entries_of_member,
    entries_of_offices,
    seat_of,
    seats_in,
    unappointed_in,
    vacancies_in,
)
from radslag.people.members.models import Cooperation, Member
from radslag.press.editions.queries import in_force
from radslag.windows.desk.queries.access import (
    Worker,
    bodies_seen_by,
    members_seen_by,
    own_members,
    plain_page,
    seats_seen_by,
)
from radslag.windows.desk.queries.contacts import contacts_of, identity, in_order, letters_to
from radslag.windows.desk.queries.history import changes_told
from radslag.windows.desk.queries.seat_history import done_to

SOON = timedelta(days=60)
BODY_ROLES: tuple[Role, ...] = ("ordinary", "substitute", "chair", "vice_chair", "co_opted")
OFFICE_ROLES: tuple[Role, ...] = ("registrar", "councillor", "auditor")
SUCCESSIONS = {"kommunstyrelseordforande": "board_chair", "kommundirektor": "municipal_director"}


@dataclass(frozen=True)
class Place:
    """A member's place in a body on a day: who fills it, who sits beside them, and whether it is vacant."""

    body: Body
    member: Member
    full: tuple[Seat, ...]
    beside: tuple[Seat, ...]
    vacant: bool
    may_appoint: bool


@dataclass(frozen=True)
class Sitting:
    """A body on a day: how many sit there, who chairs it, the members that lack somebody."""

    body: Body
    chairs: tuple[Seat, ...]
    count: int
    missing: tuple[str, ...]

    @property
    def within(self) -> str:
        """The body's name inside a sentence."""
        return within(self.body.name)


def organisation_page(worker: Worker, day: date) -> dict[str, Any]:
    """Every body on that day."""
    seats, members = seats_seen_by(worker), members_seen_by(worker)
    bodies = bodies_seen_by(worker)
    missing = vacancies_in(bodies, members, seats, day)
    held = [seat for seat in seats if holds(seat, day)]
    return _shown(worker, day) | {
        "sets_up": worker.may(Act.SET_UP),
        "sittings": [_sitting(body, held, missing.get(body.pk, ())) for body in bodies],
        "unappointed": unappointed_in(bodies, seats, day),
        "members": members,
        "own": own_members(worker),
        "removed": _removed(worker),
    }


def _removed(worker: Worker) -> dict[str, Any] | None:
    """The body that was removed, when that is the latest that was done to any, and may be taken back."""
    if not worker.may(Act.EDIT_PLAN):
        return None
    changes = changes_told(changes_within(worker.cooperation.slug, ["bodies"], 1), worker.user, worker.seats)
    return next((change for change in changes if change["verb"] == "removed"), None)


def _sitting(body: Body, held: Iterable[Seat], missing: tuple[str, ...]) -> Sitting:
    seats = [seat for seat in held if seat.body_id == body.pk]
    chairs = tuple(sorted((seat for seat in seats if seat.role in CHAIRING), key=in_order))
    return Sitting(body, chairs, len({identity(seat) for seat in seats}), missing)


def _shown(worker: Worker, day: date) -> dict[str, Any]:
    today = timezone.localdate()
    return plain_page(worker.cooperation) | {
        "day": day,
        "today": today,
        "is_today": day == today,
        "sees_contacts": worker.may(Act.SEE_CONTACTS),
    }


def body_or_404(worker: Worker, slug: str) -> Body:
    """The cooperation's body at that address."""
    if found := next((body for body in bodies_seen_by(worker) if body.slug == slug), None):
        return found
    raise Http404


def member_or_404(worker: Worker, slug: str) -> Member:
    """The cooperation's member at that address."""
    if is_slug(slug) and (found := worker.cooperation.members.filter(slug=slug).first()):
        return found
    raise Http404


def seat_or_404(worker: Worker, number: int) -> Seat:
    """The cooperation's seat with that number, if the worker may do anything to it."""
    seat = seat_of(worker.cooperation, number)
    if seat is None or not worker.appoints(seat.body, seat.member, seat.role):
        raise Http404
    return seat


def body_page(worker: Worker, body: Body, day: date, done: str = "") -> dict[str, Any]:
    """Who sits in the body on that day, member by member; who did before and will later."""
    cooperation = worker.cooperation
    members = members_seen_by(worker)
    seats = [seat for seat in seats_seen_by(worker) if seat.body_id == body.pk]
    held = sorted((seat for seat in seats if holds(seat, day)), key=in_order)
    everyone = contacts_of(held)
    return _shown(worker, day) | {
        "body": body,
        "within": within(body.name),
        "places": _places(worker, body, members, seats, day),
        "alone": [seat for seat in held if seat.member_id is None],
        "coming": [seat for seat in seats if seat.from_day and seat.from_day > day],
        "earlier": [seat for seat in seats if seat.to_day and seat.to_day < day],
        "count": len({identity(seat) for seat in held}),
        "missing": vacancies_in([body], members, seats, day).get(body.pk, ()),
        "may_seat_anybody": worker.appoints(body, None),
        "appointable": {seat.pk for seat in seats if worker.appoints(body, seat.member, seat.role)},
        "undoable": _undoable(worker, done),
        "history": done_to(worker, entries_of_body(cooperation.slug, body, seats), [body], members),
        "sets_up": worker.may(Act.SET_UP),
        "addresses": [each.email for each in everyone if each.email],
        "letters": letters_to([each.email for each in everyone if each.email]),
    }


def _places(
    worker: Worker, body: Body, members: Sequence[Member], seats: Sequence[Seat], day: date
) -> list[Place]:
    missing = vacancies_in([body], members, seats, day).get(body.pk, ())
    held = sorted((seat for seat in seats if holds(seat, day)), key=in_order)
    places = []
    for member in members:
        own = [seat for seat in held if seat.member_id == member.pk]
        if own or body.kind in SPEAKS_FOR_ALL:
            places.append(
                Place(
                    body,
                    member,
                    tuple(seat for seat in own if seat.role in FULL),
                    tuple(seat for seat in own if seat.role not in FULL),
                    member.name in missing,
                    worker.appoints(body, member),
                )
            )
    return places


def _undoable(worker: Worker, done: str) -> str:
    """The numbers told, if they are of what the worker has just done to seats."""
    numbers = [number for each in done.split("-")[:20] if (number := number_in(each)) is not None]
    if not numbers:
        return ""
    mine = entries_of(worker.cooperation.slug).filter(acting_user=worker.user, about__startswith="seat:")
    known = set(mine.filter(number__in=numbers).values_list("number", flat=True))
    return "-".join(str(number) for number in numbers) if known == set(numbers) else ""


def entries_about(cooperation: Cooperation, seats: Iterable[Seat | None]) -> str:
    """The numbers of the newest entries about the seats, joined as an address carries them."""
    histories = [history_of(cooperation.slug, f"seat:{seat.pk}") for seat in seats if seat and seat.pk]
    return "-".join(str(history[0].number) for history in histories if history)


def member_page(worker: Worker, member: Member, done: str = "") -> dict[str, Any]:
    """Everything that a member fills, body by body; what it answers for or leads; what soon ends."""
    cooperation = worker.cooperation
    shown = _shown(worker, timezone.localdate())
    day, plan = shown["today"], shown["plan"]
    seats = seats_seen_by(worker)
    own = [seat for seat in seats if seat.member_id == member.pk and holds(seat, day)]
    bodies = bodies_seen_by(worker)
    places = [
        place
        for body in bodies
        for place in _places(worker, body, [member], [seat for seat in seats if seat.body_id == body.pk], day)
        if place.member == member
    ]
    rows = table.number_rows(in_force(plan).activities) if plan else ()
    return shown | {
        "member": member,
        "places": places,
        "vacant": [place for place in places if place.vacant],
        "all_filled": all(place.full for place in places),
        "offices": [seat for seat in own if seat.body_id is None],
        "ending": sorted(
            (seat for seat in own if seat.to_day and seat.to_day <= day + SOON),
            key=lambda seat: str(seat.to_day),
        ),
        "rows": [row for row in rows if member.name in table.members_in(row.activity)],
        "successions": [
            (slug, seats)
            for slug in SUCCESSIONS
            if (seats := _following(own, slug)) and _may_fill(worker, seats)
        ],
        "appointable": {seat.pk for seat in own if worker.appoints(seat.body, member, seat.role)},
        "undoable": _undoable(worker, done),
        "history": done_to(worker, entries_of_member(cooperation.slug, member), bodies, [member]),
        "back": "kommun",
        "sets_up": worker.may(Act.SET_UP),
    }


def _following(seats: Iterable[Seat], office: str) -> list[Seat]:
    return [seat for seat in seats if seat.ex_officio == SUCCESSIONS[office]]


def _may_fill(worker: Worker, seats: Iterable[Seat]) -> bool:
    return all(worker.appoints(seat.body, seat.member, seat.role) for seat in seats)


def following_or_404(worker: Worker, member: Member, office: str) -> list[Seat]:
    """The seats that follow the office at the member today, if the worker may fill them."""
    if office not in SUCCESSIONS:
        raise Http404
    today = timezone.localdate()
    own = [
        seat for seat in seats_in(worker.cooperation) if seat.member_id == member.pk and holds(seat, today)
    ]
    seats = _following(own, office)
    if not _may_fill(worker, seats) or not worker.appoints(None, member):
        raise Http404
    return seats


def known_followers(worker: Worker, member: Member, office: str) -> str:
    """The keys of the seats that follow the office at the member, now or later, as a form tells them."""
    today = timezone.localdate()
    own = [seat for seat in seats_in(worker.cooperation) if seat.member_id == member.pk]
    lasting = [seat for seat in _following(own, office) if seat.to_day is None or seat.to_day >= today]
    return ",".join(str(seat.pk) for seat in lasting)


def offices_page(worker: Worker, done: str = "") -> dict[str, Any]:
    """Who holds the offices outside the bodies today: registrars, councillors, auditors."""
    today, cooperation = timezone.localdate(), worker.cooperation
    seats = [seat for seat in seats_in(cooperation) if seat.role in OFFICES]
    held = [seat for seat in seats if holds(seat, today)]
    may = worker.appoints(None, None)
    return _shown(worker, today) | {
        "groups": [(role, [seat for seat in held if seat.role == role]) for role in OFFICE_ROLES],
        "earlier": [seat for seat in seats if seat not in held],
        "may_appoint": may,
        "appointable": {seat.pk for seat in seats} if may else set(),
        "history": done_to(
            worker, entries_of_offices(cooperation.slug), [], cooperation.members.all() if may else []
        ),
        "undoable": _undoable(worker, done),
    }


def appointable_members(worker: Worker, body: Body | None) -> list[Member | None]:
    """For whom the worker may appoint to the body, None for nobody in particular; 404 if for none."""
    members: list[Member | None] = [
        member for member in worker.cooperation.members.all() if worker.appoints(body, member)
    ]
    if worker.appoints(body, None):
        members.append(None)
    if not members:
        raise Http404
    return members


def appointable_roles(worker: Worker, body: Body | None, members: Iterable[Member | None]) -> list[Role]:
    """As what the worker may appoint to the body for any of the members, the most common first."""
    roles, found = BODY_ROLES if body else OFFICE_ROLES, list(members)
    return [role for role in roles if any(worker.appoints(body, member, role) for member in found)]


def appointing_page(worker: Worker, body: Body | None, **more: Any) -> dict[str, Any]:
    """A form for a seat; `known` are those who sit in full in the body, so that a newcomer is noticed."""
    seats = [seat for seat in seats_in(worker.cooperation) if body and seat.body_id == body.pk]
    known = ",".join(str(seat.pk) for seat in seats if seat.role in FULL)
    return plain_page(worker.cooperation) | {"body": body, "known": known} | more


def changing_page(worker: Worker, seat: Seat) -> dict[str, Any]:
    """A form to put a seat right; `known` is the last entry about it, so that a later change is noticed."""
    history = history_of(worker.cooperation.slug, f"seat:{seat.pk}")
    bodies, members = [seat.body] if seat.body else [], [seat.member] if seat.member else []
    return plain_page(worker.cooperation) | {
        "body": seat.body,
        "seat": seat,
        "known": str(history[0].number) if history else "0",
        "history": done_to(worker, history, bodies, members),
    }


def as_told(seat: Seat) -> dict[str, Any]:
    """The seat as its form is first shown."""
    names = ("person", "phone", "role", "ex_officio", "from_day", "to_day", "decision")
    own = {name: getattr(seat, name) for name in names}
    return own | {"member": seat.member_id or "", "email": seat.account.email if seat.account else ""}


def kept_account(seat: Seat, told: dict[str, Any]) -> User | None:
    """Whose seat it is if the e-mail address is still theirs."""
    return seat.account if seat.account and seat.account.email == told["email"] else None


def body_asked(request: HttpRequest, worker: Worker) -> Body | None:
    """The body that the address names, if it names one."""
    slug = request.resolver_match.kwargs.get("body") if request.resolver_match else None
    return body_or_404(worker, slug) if slug else None


def place_of(request: HttpRequest, worker: Worker, place: str) -> str:
    """The address of the page of a body ("organ:…"), of a member ("kommun:…") or of the offices."""
    kind, _stroke, slug = place.partition(":")
    own = worker.cooperation.slug
    if kind == "kommun":
        return address(request, "site:desk:member", own, member_or_404(worker, slug).slug)
    if kind == "organ":
        return address(request, "site:desk:body", own, body_or_404(worker, slug).slug)
    return address(request, "site:desk:offices", own)
