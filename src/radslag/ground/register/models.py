"""The append-only record of who did what."""

from typing import Any, Never

from django.conf import settings
from django.db import models


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries can be added and read; nothing else."""

    def update(self, **_fields: Any) -> Never:
        raise TypeError("an entry in the register is never changed")

    def delete(self) -> Never:
        raise TypeError("an entry in the register is never removed")


class Entry(models.Model):
    """One thing that was done: by whom (None: from the command line), in which cooperation, to what."""

    at = models.DateTimeField(auto_now_add=True)
    acting_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    cooperation_slug = models.SlugField()
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    details = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("cooperation_slug", "at")),)

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("an entry in the register is never changed")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> Never:
        raise TypeError("an entry in the register is never removed")
