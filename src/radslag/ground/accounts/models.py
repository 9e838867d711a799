"""People who sign in, and the keys that are sent to them."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes accounts that are known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password nobody can sign in to it by one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account with that address, whichever letters it is written with."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who signs in, known by e-mail address; rights come from seats, never from the account.

    Every session ends when `times_signed_out` is counted on, as when the password is changed.
    Only an operator (driftansvarig) of the installation, `is_superuser`, may do everything without a seat.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    is_superuser = models.BooleanField(default=False)
    times_signed_out = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        proof = f"{self.times_signed_out} {self.password}"
        return salted_hmac("radslag.accounts.User", proof, secret=secret, algorithm="sha256").hexdigest()


class Key(models.Model):
    """Something sent to one person that does one thing, once, before it expires.

    The secret itself is only in the letter; what is kept here cannot be turned back into it.
    """

    class Purpose(models.TextChoices):
        SIGN_IN = "sign_in"
        INVITATION = "invitation"

    purpose = models.CharField(max_length=30)
    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="keys")
    payload = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("issued_at", "pk")

    def __str__(self) -> str:
        return f"{self.purpose} {self.account}"
