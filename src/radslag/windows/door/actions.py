"""Sends the links that one signs in by."""

from datetime import timedelta

from django.urls import reverse

from radslag.ground.accounts.actions import issue_key
from radslag.ground.accounts.models import Key, User
from radslag.ground.shell.letters import absolute, send_letter

LIFETIME = timedelta(minutes=15)


def send_link(account: User, onwards: str, *, acting_user: User | None) -> None:
    """Send the person a letter with a link that signs in, and leads onwards."""
    link = absolute(link_for(account, LIFETIME, onwards, acting_user=acting_user))
    send_letter("door/letters/sign_in", account.email, {"link": link, "minutes": LIFETIME.seconds // 60})


def link_for(account: User, lifetime: timedelta, onwards: str = "", *, acting_user: User | None) -> str:
    """A path that signs the person in, once."""
    secret = issue_key(Key.Purpose.SIGN_IN, account, lifetime, {"next": onwards}, acting_user=acting_user)
    return reverse("door_key", args=[secret])
