"""Sends the links that one signs in by."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.domain.letter import Link, Sheet
from radslag.ground.accounts.actions import issue_key
from radslag.ground.accounts.models import Key, User
from radslag.ground.accounts.queries import account_of
from radslag.ground.post.actions.posting import Errand, Recipient, post
from radslag.ground.shell.language import spoken

LIFETIME = timedelta(minutes=15)
NOBODY = 0
"""The key of no account."""


@transaction.atomic
def answer_whoever_asks(email: str, onwards: str, *, acting_user: User | None) -> None:
    """Send a link to that address if somebody signs in by it.

    For an address that is nobody's the same is done and then undone, so that the time it takes tells nothing.
    """
    account = account_of(email)
    if account is None or not account.is_active:
        account = User(pk=NOBODY, email=email)
    send_link(account, onwards, acting_user=acting_user)
    if account.pk == NOBODY:
        transaction.set_rollback(True)


@transaction.atomic
def send_link(account: User, onwards: str, *, acting_user: User | None) -> None:
    """Send the person a letter with a link that signs in, and leads onwards."""
    path = link_for(account, LIFETIME, onwards, acting_user=acting_user)
    told = {"minutes": LIFETIME.seconds // 60}
    sheet = Sheet(
        subject=_("Your link to Rådslag"),
        language=spoken(),
        sender="Rådslag",
        heading=_("Sign in"),
        lead=(_("It works once, for %(minutes)d minutes.") % told,),
        button=Link(_("Sign in"), f"{settings.ADDRESS}{path}"),
        foot=_("If you did not ask for it, you need do nothing: nobody comes in without it."),
    )
    to = Recipient(account.email, str(account), account)
    post(sheet, Errand("sign_in", once=f"sign_in/{uuid4()}", lets_in=True), to, acting_user=acting_user)


def link_for(account: User, lifetime: timedelta, onwards: str = "", *, acting_user: User | None) -> str:
    """A path that signs the person in, once."""
    secret = issue_key(Key.Purpose.SIGN_IN, account, lifetime, {"next": onwards}, acting_user=acting_user)
    return reverse("door_key", args=[secret])
