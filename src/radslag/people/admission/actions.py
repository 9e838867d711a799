"""Invites people, lets those in whom a member vouches for, and stores how members sign in."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from radslag.domain import mandate
from radslag.ground.accounts.actions import begin_account, issue_key, withdraw_keys
from radslag.ground.accounts.models import Key, User
from radslag.ground.register.actions import enter
from radslag.ground.shell.letters import absolute, send_letter
from radslag.people.admission.models import IdentityProvider
from radslag.people.admission.queries import Vouched
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation, Member

LIFETIME = timedelta(days=14)


@transaction.atomic
def invite(email: str, name: str, cooperation: Cooperation, *, acting_user: User | None) -> User:
    """Invite somebody by letter, anew if they were before; answers with their account, begun if need be."""
    mandate.require(mandate.Act.INVITE, held_seats(acting_user, cooperation))
    account = begin_account(email, name, acting_user=acting_user)
    payload = {"cooperation": cooperation.slug}
    withdraw_keys(Key.Purpose.INVITATION, account, payload, acting_user=acting_user)
    secret = issue_key(Key.Purpose.INVITATION, account, LIFETIME, payload, acting_user=acting_user)
    _enter("person.invited", account, cooperation, acting_user)
    letter = {
        "cooperation": cooperation,
        "inviting": acting_user,
        "days": LIFETIME.days,
        "link": absolute(reverse("door_invitation", args=[secret])),
    }
    transaction.on_commit(lambda: send_letter("admission/invitation", account.email, letter))
    return account


@transaction.atomic
def withdraw_invitation(account: User, cooperation: Cooperation, *, acting_user: User | None) -> None:
    """Let no invitation of the person to the cooperation be accepted any more."""
    mandate.require(mandate.Act.INVITE, held_seats(acting_user, cooperation))
    payload = {"cooperation": cooperation.slug}
    if withdraw_keys(Key.Purpose.INVITATION, account, payload, acting_user=acting_user):
        _enter("invitation.withdrawn", account, cooperation, acting_user)


@transaction.atomic
def let_in(vouched: Vouched, *, acting_user: User | None) -> User:
    """The account of whom a member vouches for, begun without a seat if there is none."""
    return begin_account(vouched.email, vouched.name, acting_user=acting_user)


@transaction.atomic
def set_up_sign_in(member: Member, told: dict[str, Any], *, acting_user: User | None) -> IdentityProvider:
    """Let the member's people sign in as told; a secret that is not told stays what it was."""
    cooperation = member.cooperation
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, cooperation))
    kept = {name: value for name, value in told.items() if name != "client_secret" or value}
    provider, _ = IdentityProvider.objects.update_or_create(member=member, defaults=kept)
    shown = {name: value for name, value in kept.items() if name != "client_secret"}
    _enter("sign_in.set_up", member, cooperation, acting_user, **shown)
    return provider


@transaction.atomic
def take_down_sign_in(member: Member, *, acting_user: User | None) -> None:
    """Let the member's people sign in by letter only."""
    mandate.require(mandate.Act.SET_UP, held_seats(acting_user, member.cooperation))
    if IdentityProvider.objects.filter(member=member).delete()[0]:
        _enter("sign_in.taken_down", member, member.cooperation, acting_user)


def _enter(
    verb: str, subject: object, cooperation: Cooperation, acting_user: User | None, **details: Any
) -> None:
    enter(verb, str(subject), acting_user=acting_user, cooperation_slug=cooperation.slug, **details)
