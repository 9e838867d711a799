"""Seats in words: what they are, and what came of an appointment."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.domain.seats import within
from radslag.ground.shell.formats import format_date, join_words
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import lasting


def other_seats(seat: Seat) -> list[Seat]:
    """What else whoever holds the seat holds in the cooperation."""
    if seat.account_id is None:
        return []
    seats = Seat.objects.filter(account=seat.account_id, cooperation=seat.cooperation_id).exclude(pk=seat.pk)
    return list(seats.filter(lasting(timezone.localdate())).select_related("body", "member"))


def seat_words(seat: Seat) -> str:
    """Ledamot för Salem i klimatnätverket."""
    words = {
        "role": seat.get_role_display(),
        "member": seat.member.name if seat.member else "",
        "body": within(seat.body.name) if seat.body else "",
    }
    if seat.body and seat.member:
        return _("%(role)s for %(member)s in %(body)s") % words
    if seat.body:
        return _("%(role)s in %(body)s") % words
    return _("%(role)s for %(member)s") % words if seat.member else words["role"]


def told_appointment(seat: Seat, instead_of: Seat | None, *, invited: bool) -> list[str]:
    """What came of an appointment, in sentences: who sits where, who leaves, whose the address is."""
    words = {
        "person": seat.person,
        "seat": _within_sentence(seat_words(seat)),
        "on": format_date(seat.from_day) if seat.from_day else _("today"),
    }
    told = [_("%(person)s is %(seat)s from %(on)s.") % words]
    if instead_of and seat.from_day:
        last_day = seat.from_day - timedelta(days=1)
        told.append(
            _("%(person)s leaves the seat after %(on)s.")
            % {"person": instead_of.person, "on": format_date(last_day)}
        )
    if invited:
        told.append(_("An invitation is on its way to %(who)s.") % {"who": seat.person})
    elif others := join_words([_within_sentence(seat_words(other)) for other in other_seats(seat)]):
        told.append(_("The e-mail address belongs to somebody who is also %(others)s.") % {"others": others})
    return told


def _within_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
