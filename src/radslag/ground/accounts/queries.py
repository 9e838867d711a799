"""Named questions about accounts and keys."""

import hashlib

from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.ground.accounts.models import Key, User

SIGN_IN = Key.Purpose.SIGN_IN
INVITATION = Key.Purpose.INVITATION
CLOSED = "stangt.invalid"
"""Where no letter can be sent (RFC 2606): what stands for the addresses of closed accounts."""


class KeyRefusedError(ValueError):
    """The key opens nothing; the message says why and what to do."""


def account_of(email: str) -> User | None:
    """The account with that e-mail address."""
    return User.objects.filter(email=email.strip().lower()).first()


def named(account: User) -> str:
    """What somebody is called in what is kept for ever: never by an address (“konto 17”)."""
    return account.name or f"konto {account.pk}"


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def key_for(purpose: str, secret: str) -> Key:
    """The key with that secret, if it still opens what it was made for; `KeyRefusedError` if not."""
    key = Key.objects.filter(purpose=purpose, digest=digest_of(secret)).select_related("account").first()
    if key is None or not key.account.is_active:
        raise KeyRefusedError(_("The link does not work. Check that all of it came along, or ask for a new."))
    if key.used_at is not None:
        raise KeyRefusedError(_("The link has already been used. Ask for a new one."))
    if key.expires_at <= timezone.now():
        raise KeyRefusedError(_("The link is too old. Ask for a new one."))
    return key
