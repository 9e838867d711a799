"""Removes what is no longer needed of people, and says so in the registers."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from radslag.domain import mandate
from radslag.domain.retention import Kind, rule_for
from radslag.ground.accounts.actions import close_account
from radslag.ground.accounts.models import Key, User
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import WORDLESS
from radslag.ground.register.actions import enter
from radslag.ground.register.models import Visit
from radslag.ground.register.queries import OF_THE_INSTALLATION
from radslag.people.bodies.models import Seat
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperations
from radslag.people.privacy.queries import ended_before, seatless_since, unused_since


def remove_old(today: date, *, acting_user: User | None) -> int:
    """Remove what the rules of retention say, in every cooperation; answers with how much."""
    removed = sum(_remove_in(cooperation, today, acting_user=acting_user) for cooperation in cooperations())
    return removed + _remove_of_the_installation(today, acting_user=acting_user)


@transaction.atomic
def _remove_in(cooperation: Cooperation, today: date, *, acting_user: User | None) -> int:
    mandate.require(mandate.Act.CARE_FOR_PERSONAL_DATA, held_seats(acting_user, cooperation))
    letters = Letter.objects.filter(cooperation_slug=cooperation.slug)
    seats = Seat.objects.filter(cooperation=cooperation)
    counts: dict[Kind, int] = {
        "secret_letters": _empty(letters.filter(lets_in=True)),
        "letters": _empty(letters.filter(made_at__date__lt=rule_for("letters").before(today))),
        "seat_phones": ended_before(seats, rule_for("seat_phones").before(today)).update(phone=""),
    }
    return _enter(counts, cooperation.name, cooperation.slug, acting_user)


@transaction.atomic
def _remove_of_the_installation(today: date, *, acting_user: User | None) -> int:
    mandate.require(mandate.Act.CARE_FOR_PERSONAL_DATA, held_seats(acting_user, None))
    phones = seatless_since(rule_for("account_phones").before(today)).exclude(phone="")
    counts: dict[Kind, int] = {
        "secret_letters": _empty(Letter.objects.filter(cooperation_slug="", lets_in=True)),
        "keys": Key.objects.filter(expires_at__date__lt=rule_for("keys").before(today)).delete()[0],
        "sessions": _forget_sessions(),
        "account_phones": phones.update(phone=""),
        "visits": Visit.objects.filter(at__date__lt=rule_for("visits").before(today)).delete()[0],
        "accounts": _close(unused_since(rule_for("accounts").before(today)), acting_user=acting_user),
    }
    return _enter(counts, "Rådslag", OF_THE_INSTALLATION, acting_user)


def _forget_sessions() -> int:
    """Remove those that nobody is signed in by any more."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    lasting = Session.objects.values("session_key")
    return int(UserSession.objects.exclude(session_key__in=lasting).delete()[0])


def _close(accounts: QuerySet[User], *, acting_user: User | None) -> int:
    """Close the accounts, with all that lets somebody in; a name stays only where it is on record."""
    closed = list(accounts)
    for model in (Authenticator, SocialAccount, EmailAddress, UserSession):
        model.objects.filter(user__in=closed).delete()
    Visit.objects.filter(account__in=closed).delete()
    Letter.objects.filter(account__in=closed).update(name="", address="")
    for account in closed:
        close_account(account, acting_user=acting_user)
    User.objects.filter(pk__in=[one.pk for one in closed], seats=None).update(name="")
    return len(closed)


def _enter(counts: dict[Kind, int], subject: str, slug: str, acting_user: User | None) -> int:
    removed = {kind: count for kind, count in counts.items() if count}
    if removed:
        enter("personal.removed", subject, acting_user=acting_user, cooperation_slug=slug, new=removed)
    return sum(removed.values())


def _empty(letters: QuerySet[Letter]) -> int:
    """Let letters that will not be sent any more keep only that they were sent."""
    done = letters.filter(state__in=(Letter.State.SENT, Letter.State.GIVEN_UP, Letter.State.WITHDRAWN))
    return done.exclude(text="").update(**WORDLESS)
