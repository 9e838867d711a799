"""Invites people, lets those in whom a member vouches for, and stores how members sign in."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.domain import mandate
from radslag.domain.colours import readable
from radslag.domain.letter import Link, Sheet
from radslag.ground.accounts.actions import begin_account, issue_key, withdraw_keys
from radslag.ground.accounts.models import Key, User
from radslag.ground.accounts.queries import named
from radslag.ground.post.actions.posting import Errand, Recipient, post, withdraw
from radslag.ground.register.actions import enter
from radslag.ground.register.queries import entered_between
from radslag.ground.shell.language import spoken
from radslag.people.admission.models import IdentityProvider
from radslag.people.admission.queries import Vouched, about, identity_provider_at
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation, Member

LIFETIME = timedelta(days=14)
QUIET = timedelta(hours=1)
"""For so long a member's refused answers are registered once, so that no stranger fills the register."""
INVITATION = "invitation"
"""The kind of the letters that invite."""


@transaction.atomic
def invite(email: str, name: str, cooperation: Cooperation, *, acting_user: User | None) -> User:
    """Invite somebody by letter, anew if they were before; answers with their account, begun if need be.

    What was sent before opens nothing any more, and what could not be sent is not sent.
    """
    mandate.require(mandate.Act.INVITE, held_seats(acting_user, cooperation))
    account = begin_account(email, name, acting_user=acting_user)
    payload = {"cooperation": cooperation.slug}
    _let_no_invitation_hold(account, cooperation, acting_user)
    secret = issue_key(Key.Purpose.INVITATION, account, LIFETIME, payload, acting_user=acting_user)
    _enter("person.invited", name or named(account), cooperation, acting_user, about=about(account))
    to = Recipient(account.email, name or str(account), account)
    _post_invitation(to, cooperation, reverse("door_invitation", args=[secret]), acting_user)
    return account


def _post_invitation(to: Recipient, cooperation: Cooperation, path: str, acting_user: User | None) -> None:
    told = {"who": acting_user, "name": cooperation.name, "days": LIFETIME.days}
    invites = (
        _("%(who)s invites you to work in %(name)s.") if acting_user else _("You are invited to %(name)s.")
    )
    sheet = Sheet(
        subject=_("Invitation to %(name)s") % told,
        language=spoken(),
        sender=cooperation.name,
        accent=readable(cooperation.accent),
        heading=_("Invitation to %(name)s") % told,
        lead=(invites % told, _("The link works once, for %(days)d days. You need no password.") % told),
        button=Link(_("Accept the invitation"), f"{settings.ADDRESS}{path}"),
    )
    errand = Errand(INVITATION, f"{INVITATION}/{uuid4()}", cooperation.slug, lets_in=True)
    post(sheet, errand, to, acting_user=acting_user)


@transaction.atomic
def withdraw_invitation(
    account: User, cooperation: Cooperation, name: str = "", *, acting_user: User | None
) -> None:
    """Let no invitation of the person to the cooperation be accepted any more."""
    mandate.require(mandate.Act.INVITE, held_seats(acting_user, cooperation))
    if _let_no_invitation_hold(account, cooperation, acting_user):
        whose = name or named(account)
        _enter("invitation.withdrawn", whose, cooperation, acting_user, about=about(account))


def _let_no_invitation_hold(account: User, cooperation: Cooperation, acting_user: User | None) -> int:
    """Take back the letters that have not gone, and the links of those that have; how many links opened."""
    withdraw(INVITATION, account, cooperation.slug, acting_user=acting_user)
    payload = {"cooperation": cooperation.slug}
    return withdraw_keys(Key.Purpose.INVITATION, account, payload, acting_user=acting_user)


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


@transaction.atomic
def note_false_answer(address: str, *, acting_user: User | None) -> None:
    """Register that an answer from the member with that sign-in did not hold."""
    if member := _not_noted_lately("sign_in.refused", address):
        _enter("sign_in.refused", member, member.cooperation, acting_user)


@transaction.atomic
def note_answer_for_others(address: str, *, acting_user: User | None) -> None:
    """Register that the member with that sign-in answered for people who are not its own."""
    if member := _not_noted_lately("sign_in.not_vouched_for", address):
        _enter("sign_in.not_vouched_for", member, member.cooperation, acting_user)


def _not_noted_lately(verb: str, address: str) -> Member | None:
    provider = identity_provider_at(address)
    if provider is None:
        return None
    now = timezone.now()
    lately = entered_between(provider.member.cooperation.slug, now - QUIET, now, (verb,))
    return None if str(provider.member) in {entry.subject for entry in lately} else provider.member


def _enter(
    verb: str, subject: object, cooperation: Cooperation, acting_user: User | None, **details: Any
) -> None:
    enter(verb, str(subject), acting_user=acting_user, cooperation_slug=cooperation.slug, **details)
