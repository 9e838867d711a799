"""The append-only record of who did what, each cooperation's in a chain of its own."""

from typing import Any, Never

from django.conf import settings
from django.db import models


class Chain(models.Model):
    """A cooperation's register: how many entries it has, and the seal of the last one.

    What is done to the installation and belongs to no cooperation has one too, under no address.
    """

    cooperation_slug = models.SlugField(unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.cooperation_slug}: {self.length}"


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries can be added and read; nothing else."""

    def update(self, **_fields: Any) -> Never:
        raise TypeError("an entry in the register is never changed")

    def delete(self) -> Never:
        raise TypeError("an entry in the register is never removed")


class Entry(models.Model):
    """One thing that was done: by whom (None: from the command line), when, to what.

    `about` names the object as "kind:key"; `old` and `new` are what it was and became, if that can be said.
    `previous` and `seal` hang it in its chain, so that a change made behind our back is found.
    """

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    acting_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    about = models.CharField(max_length=100, blank=True)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("chain", "number")
        indexes = (models.Index(fields=("chain", "about")),)
        constraints = (models.UniqueConstraint(fields=("chain", "number"), name="entry_numbered_once"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("an entry in the register is never changed")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> Never:
        raise TypeError("an entry in the register is never removed")


class Visit(models.Model):
    """When somebody last looked at what is new in a cooperation, and which entry was the newest then.

    `seen` is the newest entry of the visit before, so that news stays new for as long as a visit lasts.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visits")
    cooperation_slug = models.SlugField()
    seen = models.PositiveIntegerField()
    newest = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "cooperation_slug"), name="one_visit_a_cooperation"),
        )

    def __str__(self) -> str:
        return f"{self.account} {self.cooperation_slug}: {self.seen}"
