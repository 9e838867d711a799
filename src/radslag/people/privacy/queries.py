"""Named questions about what is kept of people."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, QuerySet

from radslag.ground.accounts.models import Key, User
from radslag.ground.accounts.queries import CLOSED
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import wish_of
from radslag.ground.register.models import Entry, Visit
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import lasting
from radslag.people.members.models import Cooperation


def ended_before(seats: QuerySet[Seat], day: date) -> QuerySet[Seat]:
    """Those of the seats that ended before that day and still say how their holder was reached."""
    return seats.filter(to_day__lt=day).exclude(phone="")


def seatless_since(day: date) -> QuerySet[User]:
    """Accounts that have had no seat since before that day, but had one once."""
    seats = Seat.objects.filter(account=OuterRef("pk"))
    return User.objects.filter(Exists(seats), ~Exists(seats.filter(lasting(day))), is_superuser=False)


def unused_since(day: date) -> QuerySet[User]:
    """Accounts whose holders have neither sat nor signed in since before that day, nor are awaited."""
    sat = Seat.objects.filter(lasting(day), account=OuterRef("pk"))
    asked = Key.objects.filter(account=OuterRef("pk"))
    unused = User.objects.filter(~Exists(sat), ~Exists(asked), is_superuser=False)
    return unused.exclude(last_login__date__gte=day).exclude(email__endswith=f"@{CLOSED}")


def extract_of(person: User, cooperation: Cooperation | None = None) -> dict[str, Any]:
    """Everything that is kept of a person, in plain JSON values; of one cooperation only, if one is named.

    What a letter said, and the secrets that let one in, are left out.
    """
    seats = Seat.objects.filter(account=person).select_related("cooperation", "body", "member")
    entries = Entry.objects.filter(acting_user=person).select_related("chain").order_by("chain", "number")
    letters = Letter.objects.filter(account=person)
    if cooperation:
        seats, letters = (
            seats.filter(cooperation=cooperation),
            letters.filter(cooperation_slug=cooperation.slug),
        )
        entries = entries.filter(chain__cooperation_slug=cooperation.slug)
    told = {
        "account": {"email": person.email} if cooperation else _account(person),
        "seats": [_seat(seat) for seat in seats],
        "done": [_entry(entry) for entry in entries],
        "letters": [_letter(letter) for letter in letters],
    }
    return told if cooperation else told | _of_the_installation(person)


def _of_the_installation(person: User) -> dict[str, Any]:
    wish = wish_of(person)
    return {
        "keys": [_key(key) for key in Key.objects.filter(account=person)],
        "sign_in": _sign_in(person),
        "sessions": [_session(session) for session in UserSession.objects.filter(user=person)],
        "visits": [_visit(visit) for visit in Visit.objects.filter(account=person)],
        "letters_wished": {"reminders": wish.reminders, "digest": wish.digest, "language": wish.language},
    }


def _sign_in(person: User) -> dict[str, Any]:
    factors = Authenticator.objects.filter(user=person).order_by("created_at")
    return {
        "password": person.has_usable_password(),
        "app": factors.filter(type=Authenticator.Type.TOTP).exists(),
        "recovery_codes": factors.filter(type=Authenticator.Type.RECOVERY_CODES).exists(),
        "passkeys": [_passkey(each) for each in factors.filter(type=Authenticator.Type.WEBAUTHN)],
        "municipalities": [_identity(each) for each in SocialAccount.objects.filter(user=person)],
    }


def _passkey(passkey: Authenticator) -> dict[str, Any]:
    return {
        "name": passkey.data.get("name"),
        "added": passkey.created_at.isoformat(),
        "used": passkey.last_used_at.isoformat() if passkey.last_used_at else None,
    }


def _identity(identity: SocialAccount) -> dict[str, Any]:
    return {
        "through": identity.provider,
        "identity": identity.uid,
        "told": identity.extra_data,
        "first": identity.date_joined.isoformat(),
        "latest": identity.last_login.isoformat(),
    }


def _session(session: UserSession) -> dict[str, Any]:
    return {
        "browser": session.user_agent,
        "from": session.ip,
        "since": session.created_at.isoformat(),
        "seen": session.last_seen_at.isoformat(),
    }


def _visit(visit: Visit) -> dict[str, Any]:
    return {"cooperation": visit.cooperation_slug, "at": visit.at.isoformat()}


def _account(person: User) -> dict[str, Any]:
    return {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "signed_in": person.last_login.isoformat() if person.last_login else None,
    }


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        "cooperation": seat.cooperation.name,
        "body": seat.body.name if seat.body else None,
        "member": seat.member.name if seat.member else None,
        "role": seat.role,
        "ex_officio": seat.ex_officio or None,
        "from": seat.from_day.isoformat() if seat.from_day else None,
        "to": seat.to_day.isoformat() if seat.to_day else None,
        "decision": seat.decision or None,
        "phone": seat.phone or None,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "cooperation": entry.chain.cooperation_slug,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "what": entry.verb,
        "about": entry.subject,
    }


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "kind": letter.kind,
        "to": letter.address,
        "subject": letter.subject,
        "written": letter.made_at.isoformat(),
        "sent": letter.sent_at.isoformat() if letter.sent_at else None,
        "state": letter.state,
    }


def _key(key: Key) -> dict[str, Any]:
    return {
        "purpose": key.purpose,
        "issued": key.issued_at.isoformat(),
        "expires": key.expires_at.isoformat(),
        "used": key.used_at.isoformat() if key.used_at else None,
    }
