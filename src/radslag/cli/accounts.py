"""Whoever runs the installation, and how one signs in to the example."""

from argparse import Namespace
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command

from radslag.ground.accounts.actions import make_operator
from radslag.ground.accounts.queries import account_of
from radslag.windows.door.actions import link_for

EXAMPLE_SECRETARY = "kansli@radslag.example"
LIFETIME = timedelta(hours=12)


def operator(asked: Namespace) -> int:
    """Let somebody run the installation, and give them a link to sign in by."""
    call_command("migrate", verbosity=0)
    account = make_operator(asked.email, acting_user=None)
    link = settings.ADDRESS + link_for(account, LIFETIME, acting_user=None)
    print(f"{account.email} sköter installationen. Länken loggar in en gång, inom 12 timmar:\n{link}")
    return 0


def example_link() -> str | None:
    """A path that signs in the secretary of the example, where there is an example."""
    account = account_of(EXAMPLE_SECRETARY)
    return link_for(account, LIFETIME, acting_user=None) if account else None
