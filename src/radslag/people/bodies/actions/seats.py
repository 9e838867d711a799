"""Gives seats, puts them right, replaces who holds them and ends them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from radslag.domain import mandate
from radslag.domain.seats import Role, fault
from radslag.ground.accounts.actions import begin_account
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import held_seats, told_seat
from radslag.people.members.models import Cooperation, Member


class SeatError(ValueError):
    """The seat cannot be held like that; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """What is said when somebody is appointed: who, as what, where, for whom, from when, on what decision."""

    person: str
    role: Role
    body: Body | None = None
    member: Member | None = None
    account: User | None = None
    ex_officio: str = ""
    from_day: date | None = None
    to_day: date | None = None
    decision: str = ""


@transaction.atomic
def give_seat(cooperation: Cooperation, told: Appointment, *, acting_user: User | None) -> Seat:
    """Appoint somebody; `SeatError` if the rules of seats do not allow it."""
    _require_mandate(cooperation, told.body, told.member, acting_user)
    return _keep(cooperation, told, acting_user)


@transaction.atomic
def change_seat(seat: Seat, told: Appointment, *, acting_user: User | None) -> Seat:
    """Put right what was said of a seat; whose it is and where are part of it."""
    _require_mandate(seat.cooperation, seat.body, seat.member, acting_user)
    _require_mandate(seat.cooperation, told.body, told.member, acting_user)
    changed = _locked(seat)
    old = _words_of(changed)
    for name, value in vars(told).items():
        setattr(changed, name, value)
    changed.member_name = told.member.name if told.member else ""
    _save(changed)
    _enter("seat.changed", changed, acting_user, old=old, new=_words_of(changed))
    return changed


@transaction.atomic
def replace_holder(seat: Seat, told: Appointment, *, acting_user: User | None) -> Seat:
    """Let somebody else take over the seat from a day: the earlier holder leaves it the day before."""
    first_day = told.from_day or timezone.localdate()
    end_seat(seat, first_day - timedelta(days=1), acting_user=acting_user)
    taken_over = Appointment(**{**vars(told), "from_day": first_day})
    return give_seat(seat.cooperation, taken_over, acting_user=acting_user)


@transaction.atomic
def end_seat(seat: Seat, last_day: date, *, acting_user: User | None) -> Seat:
    """Let the seat be held to that day and no longer; one that would end before it begins is withdrawn."""
    _require_mandate(seat.cooperation, seat.body, seat.member, acting_user)
    ended = _locked(seat)
    if ended.from_day and last_day < ended.from_day:
        return withdraw_seat(ended, acting_user=acting_user)
    old = _words_of(ended)
    ended.to_day = last_day
    _save(ended)
    _enter("seat.ended", ended, acting_user, old=old, new=_words_of(ended))
    return ended


@transaction.atomic
def withdraw_seat(seat: Seat, *, acting_user: User | None) -> Seat:
    """Take back a seat given by mistake; only the register remembers it."""
    _require_mandate(seat.cooperation, seat.body, seat.member, acting_user)
    withdrawn = _locked(seat)
    _enter("seat.withdrawn", withdrawn, acting_user, old=_words_of(withdrawn))
    withdrawn.delete()
    return withdrawn


@transaction.atomic
def seat_in_secretariat(cooperation: Cooperation, email: str, name: str, *, acting_user: User | None) -> Seat:
    """A seat in the secretariat for whoever has the address; account and body are begun if there are none."""
    body = cooperation.bodies.filter(kind=Body.Kind.SECRETARIAT).first() or Body.objects.create(
        cooperation=cooperation, name="Kansliet", slug="kansliet", kind=Body.Kind.SECRETARIAT
    )
    account = begin_account(email, name, acting_user=acting_user)
    told = Appointment(person=str(account), role="ordinary", body=body, account=account)
    return _keep(cooperation, told, acting_user)


def _keep(cooperation: Cooperation, told: Appointment, acting_user: User | None) -> Seat:
    Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    seat = Seat(cooperation=cooperation, appointed_by=acting_user, **vars(told))
    seat.member_name = told.member.name if told.member else ""
    _save(seat)
    _enter("seat.given", seat, acting_user, new=_words_of(seat))
    return seat


def _locked(seat: Seat) -> Seat:
    Cooperation.objects.select_for_update().get(pk=seat.cooperation_id)
    return Seat.objects.select_related("body", "member").get(pk=seat.pk)


def _save(seat: Seat) -> None:
    others = Seat.objects.filter(cooperation=seat.cooperation, body=seat.body).exclude(pk=seat.pk)
    reason = fault(told_seat(seat), [told_seat(other) for other in others.select_related("body", "member")])
    if reason:
        raise SeatError(reason)
    seat.save()


def _require_mandate(
    cooperation: Cooperation, body: Body | None, member: Member | None, acting_user: User | None
) -> None:
    about = mandate.Concern(
        bodies=frozenset({body.pk} if body else ()),
        members=frozenset({member.pk} if member else ()),
        body_kind=body.kind if body else None,  # type: ignore[arg-type]
    )
    mandate.require(mandate.Act.APPOINT, held_seats(acting_user, cooperation), about)


def _words_of(seat: Seat) -> dict[str, str | None]:
    return {
        "person": seat.person,
        "role": seat.role,
        "body": seat.body.name if seat.body else None,
        "member": seat.member.name if seat.member else None,
        "from": seat.from_day.isoformat() if seat.from_day else None,
        "to": seat.to_day.isoformat() if seat.to_day else None,
        "ex_officio": seat.ex_officio,
        "decision": seat.decision,
    }


def _enter(
    verb: str,
    seat: Seat,
    acting_user: User | None,
    *,
    old: dict[str, str | None] | None = None,
    new: dict[str, str | None] | None = None,
) -> None:
    enter(
        verb,
        seat.person,
        acting_user=acting_user,
        cooperation_slug=seat.cooperation.slug,
        about=f"seat:{seat.pk}",
        old=old,
        new=new,
    )
