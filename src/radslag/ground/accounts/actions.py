"""Begins accounts, and makes and uses the keys that are sent to people."""

import secrets
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from radslag.ground.accounts.models import Key, User
from radslag.ground.accounts.queries import CLOSED, digest_of, key_for


@transaction.atomic
def begin_account(email: str, name: str = "", *, acting_user: User | None) -> User:
    """The account with that address, begun without a password and without rights if there is none."""
    told = {"name": " ".join(name.split()), "password": make_password(None)}
    return User.objects.get_or_create(email=email.strip().lower(), defaults=told)[0]


@transaction.atomic
def tell_name(account: User, name: str, *, acting_user: User | None) -> None:
    """Let the person be called that."""
    account.name = " ".join(name.split())
    account.save(update_fields=["name"])


@transaction.atomic
def tell_details(account: User, name: str, phone: str, *, acting_user: User | None) -> None:
    """Let the person be called that, and be reached there."""
    account.name, account.phone = " ".join(name.split()), phone
    account.save(update_fields=["name", "phone"])


@transaction.atomic
def make_operator(email: str, *, acting_user: User | None) -> User:
    """Let the person with that address run the installation."""
    account = begin_account(email, acting_user=acting_user)
    account.is_superuser = account.is_active = True
    account.save(update_fields=["is_superuser", "is_active"])
    return account


@transaction.atomic
def forget_password(account: User, *, acting_user: User | None) -> None:
    """Let nobody sign in to the account by a password any more."""
    account.set_unusable_password()
    account.save(update_fields=["password"])


@transaction.atomic
def sign_out_everywhere(account: User, *, acting_user: User | None) -> None:
    """Let the person be signed in nowhere until they sign in anew."""
    User.objects.filter(pk=account.pk).update(times_signed_out=F("times_signed_out") + 1)
    account.refresh_from_db(fields=["times_signed_out"])


@transaction.atomic
def close_account(account: User, *, acting_user: User | None) -> None:
    """Let nobody sign in to the account any more, and keep nothing of how its holder was reached.

    The address is free for a new account.
    """
    account.keys.all().delete()
    account.email, account.phone, account.is_active = f"{account.pk}@{CLOSED}", "", False
    account.set_unusable_password()
    account.save(update_fields=["email", "phone", "is_active", "password"])


@transaction.atomic
def issue_key(
    purpose: str,
    account: User,
    lifetime: timedelta,
    payload: dict[str, Any] | None = None,
    *,
    acting_user: User | None,
) -> str:
    """A new key for the person; the secret is answered, once, and kept nowhere."""
    secret = secrets.token_urlsafe(32)
    Key.objects.create(
        purpose=purpose,
        account=account,
        payload=payload or {},
        digest=digest_of(secret),
        expires_at=timezone.now() + lifetime,
    )
    return secret


@transaction.atomic
def use_key(purpose: str, secret: str, *, acting_user: User | None) -> Key:
    """Use the key up and answer with it; `KeyRefusedError` if it opens nothing."""
    key = key_for(purpose, secret)
    still_unused = Key.objects.filter(pk=key.pk, used_at=None)
    if not still_unused.update(used_at=timezone.now()):
        key = key_for(purpose, secret)
    return key


@transaction.atomic
def withdraw_keys(
    purpose: str,
    account: User,
    payload: dict[str, Any] | None = None,
    *,
    acting_user: User | None,
) -> int:
    """Let no unused key of that purpose, with all of that payload, open anything; answers how many did."""
    now = timezone.now()
    waiting = account.keys.filter(purpose=purpose, used_at=None, expires_at__gt=now)
    asked = {f"payload__{name}": value for name, value in (payload or {}).items()}
    return waiting.filter(**asked).update(expires_at=now)
