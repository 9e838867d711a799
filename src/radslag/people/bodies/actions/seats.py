"""Gives seats, puts them right, replaces who holds them and ends them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from radslag.domain import mandate
from radslag.domain.seats import FULL, GONE, Fault, Role, fault, overlap
from radslag.ground.accounts.actions import begin_account, sign_out_everywhere
from radslag.ground.accounts.models import User
from radslag.ground.accounts.queries import account_of, named
from radslag.ground.register.actions import enter
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import entry_of, history_of
from radslag.people.bodies.actions.bodies import begin_secretariat
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import appointing, held_seats, seat_of, told_seat
from radslag.people.members.models import Cooperation, Member
from radslag.people.members.queries import held_alone


class SeatError(ValueError):
    """The seat cannot be held like that; the message says why and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


class TakenError(ValueError):
    """Somebody was appointed to the same place while this appointment was being written: `seat`."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(f"{seat.person} har just utsetts. Spara igen om båda ska sitta.")
        self.seat = seat


class ChangedError(ValueError):
    """Somebody changed the seat while this change was being written: `entry` of the register tells how."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("Uppdraget har just ändrats. Spara igen om det här ska gälla.")
        self.entry = entry


class TooLateError(ValueError):
    """What is to be undone has been changed since."""

    def __init__(self) -> None:
        super().__init__("Uppdraget har ändrats sedan dess. Ändra det i stället.")


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """What is said when somebody is appointed: who, as what, where, for whom, from when, on what decision.

    Whose seat it is, is told by `account` or by `email`, for which an account is begun if there is none.
    """

    person: str
    role: Role
    body: Body | None = None
    member: Member | None = None
    account: User | None = None
    email: str = ""
    phone: str = ""
    ex_officio: str = ""
    from_day: date | None = None
    to_day: date | None = None
    decision: str = ""


@dataclass(frozen=True)
class Appointed:
    """What came of an appointment: the seat, and whose it is if they had never had one in the cooperation.

    Whether they have an account for the sake of another cooperation is told to nobody.
    """

    seat: Seat
    newcomer: User | None
    instead_of: Seat | None = None


@transaction.atomic
def appoint(
    cooperation: Cooperation,
    told: Appointment,
    *,
    instead_of: Seat | None = None,
    beside: Collection[int] | None = None,
    acting_user: User | None,
) -> Appointed:
    """Appoint somebody, to a free place or instead of who has it; `SeatError` if the rules do not allow it.

    `beside` are the keys of those who were known to sit in full; `TakenError` if somebody else does now.
    """
    _require_mandate(cooperation, told, acting_user)
    held_alone(cooperation)
    if beside is not None:
        _refuse_taken(cooperation, told, {*beside, instead_of.pk if instead_of else 0})
    known = told.account or account_of(told.email)
    sat_before = known is not None and Seat.objects.filter(cooperation=cooperation, account=known).exists()
    if instead_of:
        seat = replace_holder(instead_of, told, acting_user=acting_user)
    else:
        seat = give_seat(cooperation, told, acting_user=acting_user)
    return Appointed(seat, None if sat_before else seat.account, instead_of)


@transaction.atomic
def give_seat(cooperation: Cooperation, told: Appointment, *, acting_user: User | None) -> Seat:
    """Let somebody have a seat; `SeatError` if the rules of seats do not allow it."""
    _require_mandate(cooperation, told, acting_user)
    return _keep(cooperation, told, acting_user)


@transaction.atomic
def change_seat(seat: Seat, told: Appointment, *, after: int | None = None, acting_user: User | None) -> Seat:
    """Put right what was said of a seat; whose it is and where are part of it.

    `after` is the last entry about the seat that was known; `ChangedError` if there is a later one.
    """
    _require_mandate(seat.cooperation, seat, acting_user)
    _require_mandate(seat.cooperation, told, acting_user)
    changed = _locked(seat)
    latest = next(iter(history_of(seat.cooperation.slug, f"seat:{seat.pk}")), None)
    if after is not None and latest and latest.number > after:
        raise ChangedError(latest)
    old, phone = _words_of(changed), changed.phone
    for name, value in _fields(told, acting_user).items():
        setattr(changed, name, value)
    _sign_out_newcomer(changed, acting_user)
    _save(changed)
    contacts = {"contact_details": True} if phone != changed.phone else {}
    _enter("seat.changed", changed, acting_user, old=old, new=_words_of(changed), **contacts)
    return changed


@transaction.atomic
def replace_holder(seat: Seat, told: Appointment, *, acting_user: User | None) -> Seat:
    """Let somebody else take over the seat from a day: the earlier holder leaves it the day before."""
    first_day = told.from_day or timezone.localdate()
    last_day = _locked(seat).to_day
    if last_day is None or last_day >= first_day:
        end_seat(seat, first_day - timedelta(days=1), acting_user=acting_user)
    return give_seat(seat.cooperation, replace(told, from_day=first_day), acting_user=acting_user)


@transaction.atomic
def succeed(
    seats: Collection[Seat],
    told: Appointment,
    *,
    beside: Collection[int] | None = None,
    acting_user: User | None,
) -> list[Appointed]:
    """Let somebody take over several seats that follow an office, from a day, each as it was held.

    `beside` are the keys of those known to follow it; `TakenError` if somebody else has taken one over.
    """
    for seat in seats if beside is not None else ():
        held_alone(seat.cooperation)
        others = Seat.objects.filter(cooperation=seat.cooperation, body=seat.body, member=seat.member)
        _refuse_unknown(others.filter(ex_officio=seat.ex_officio), told, beside or ())
    return [
        appoint(
            seat.cooperation,
            replace(
                told,
                role=seat.role,  # type: ignore[arg-type]
                body=seat.body,
                member=seat.member,
                ex_officio=seat.ex_officio,
            ),
            instead_of=seat,
            acting_user=acting_user,
        )
        for seat in seats
    ]


@transaction.atomic
def end_seat(seat: Seat, last_day: date, *, acting_user: User | None) -> Seat:
    """Let the seat be held to that day and no longer; one that would end before it begins is withdrawn."""
    _require_mandate(seat.cooperation, seat, acting_user)
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
    _require_mandate(seat.cooperation, seat, acting_user)
    withdrawn = _locked(seat)
    _enter("seat.withdrawn", withdrawn, acting_user, old=_words_of(withdrawn))
    withdrawn.delete()
    return withdrawn


@transaction.atomic
def undo(cooperation: Cooperation, numbers: Collection[int], *, acting_user: User | None) -> None:
    """Undo what those entries tell of seats, the newest first; `TooLateError` if more has been done since.

    Contact details are not in the register, so those of a seat that was withdrawn do not come back.
    """
    held_alone(cooperation)
    for number in sorted(numbers, reverse=True):
        entry = entry_of(cooperation.slug, number)
        kind, _, key = (entry.about if entry else "").partition(":")
        if entry is None or kind != "seat" or history_of(cooperation.slug, entry.about)[0] != entry:
            raise TooLateError
        seat = seat_of(cooperation, int(key))
        told = _told_before(cooperation, entry.old, seat) if entry.old else None
        if seat and told:
            change_seat(seat, told, acting_user=acting_user)
        elif seat:
            withdraw_seat(seat, acting_user=acting_user)
        elif told:
            give_seat(cooperation, told, acting_user=acting_user)


@transaction.atomic
def seat_in_secretariat(cooperation: Cooperation, email: str, name: str, *, acting_user: User | None) -> Seat:
    """A seat in the secretariat for whoever has the address; account and body are begun if there are none."""
    body = cooperation.bodies.filter(kind=Body.Kind.SECRETARIAT).first() or begin_secretariat(
        cooperation, acting_user=acting_user
    )
    account = begin_account(email, name, acting_user=acting_user)
    told = Appointment(person=named(account), role="ordinary", body=body, account=account)
    return _keep(cooperation, told, acting_user)


def _keep(cooperation: Cooperation, told: Appointment, acting_user: User | None) -> Seat:
    held_alone(cooperation)
    seat = Seat(cooperation=cooperation, appointed_by=acting_user, **_fields(told, acting_user))
    _sign_out_newcomer(seat, acting_user)
    _save(seat)
    _enter("seat.given", seat, acting_user, new=_words_of(seat))
    return seat


def _sign_out_newcomer(seat: Seat, acting_user: User | None) -> None:
    """Who may have come in on another cooperation's word signs in anew before they work in this one."""
    if seat.account is None or seat.account == acting_user:
        return
    if not Seat.objects.filter(account=seat.account, cooperation=seat.cooperation).exists():
        sign_out_everywhere(seat.account, acting_user=acting_user)


def _fields(told: Appointment, acting_user: User | None) -> dict[str, Any]:
    told = replace(told, account=told.account or _account_for(told, acting_user))
    fields = {name: value for name, value in vars(told).items() if name != "email"}
    return fields | {"member_name": told.member.name if told.member else ""}


def _account_for(told: Appointment, acting_user: User | None) -> User | None:
    """The account with the address told, begun if there is none; without an address, none."""
    if not told.email:
        return None
    return begin_account(told.email, told.person, acting_user=acting_user)


def _refuse_taken(cooperation: Cooperation, told: Appointment, known: Collection[int]) -> None:
    if told.body is None or told.member is None or told.role not in FULL:
        return
    seats = Seat.objects.filter(cooperation=cooperation, body=told.body, member=told.member)
    _refuse_unknown(seats.filter(role__in=FULL), told, known)


def _refuse_unknown(seats: QuerySet[Seat], told: Appointment, known: Collection[int]) -> None:
    for seat in seats.exclude(pk__in=known).select_related("appointed_by"):
        if overlap(seat, told):
            raise TakenError(seat)


def _told_before(cooperation: Cooperation, old: dict[str, Any], seat: Seat | None) -> Appointment:
    """The seat as an entry in the register tells what it was; its body may have got another name since."""
    body = seat.body if seat else cooperation.bodies.filter(name=old["body"]).first()
    member = cooperation.members.filter(name=old["member"]).first()
    if (old["body"] and not body) or (old["member"] and not member):
        raise TooLateError
    days = {name: date.fromisoformat(old[name]) if old[name] else None for name in ("from", "to")}
    return Appointment(
        person=old["person"],
        role=old["role"],
        body=body,
        member=member,
        account=User.objects.filter(pk=old["account"], is_active=True).first(),
        phone=seat.phone if seat else "",
        ex_officio=old["ex_officio"],
        from_day=days["from"],
        to_day=days["to"],
        decision=old["decision"],
    )


def _locked(seat: Seat) -> Seat:
    held_alone(seat.cooperation)
    if found := Seat.objects.select_related("cooperation", "body", "member").filter(pk=seat.pk).first():
        return found
    raise SeatError(GONE)


def _save(seat: Seat) -> None:
    others = Seat.objects.filter(cooperation=seat.cooperation, body=seat.body).exclude(pk=seat.pk)
    reason = fault(told_seat(seat), [told_seat(other) for other in others.select_related("body", "member")])
    if reason:
        raise SeatError(reason)
    seat.told_in = None
    seat.save()


def _require_mandate(cooperation: Cooperation, place: Seat | Appointment, acting_user: User | None) -> None:
    about = appointing(place.body, place.member, place.role)
    mandate.require(mandate.Act.APPOINT, held_seats(acting_user, cooperation), about)


def _words_of(seat: Seat) -> dict[str, Any]:
    return {
        "person": seat.person,
        "account": seat.account_id,
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
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    **details: Any,
) -> None:
    enter(
        verb,
        seat.person,
        acting_user=acting_user,
        cooperation_slug=seat.cooperation.slug,
        about=f"seat:{seat.pk}",
        old=old,
        new=new,
        **details,
    )
