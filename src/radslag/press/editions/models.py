"""Documents taken in for review, and what was frozen when it was decided."""

from django.conf import settings
from django.db import models

from radslag.people.members.models import Cooperation
from radslag.work.plans.models import Plan


class Draft(models.Model):
    """A file that was read and awaits review: its text, the plan document read from it, its corrections."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        ACCEPTED = "accepted"
        DISCARDED = "discarded"

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="drafts")
    file_name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    text = models.TextField()
    document = models.JSONField()
    corrections = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    taken_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_in_at = models.DateTimeField(auto_now_add=True)
    plan = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="drafts")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("cooperation", "fingerprint"),
                condition=~models.Q(status="discarded"),
                name="file_taken_in_once",
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class Edition(models.Model):
    """A plan as it was when it was decided, in canonical form; never edited, only followed by another."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    fingerprint = models.CharField(max_length=64)
    decided = models.DateField()
    canonical = models.TextField()
    places = models.JSONField(default=dict)
    frozen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.plan} ({self.fingerprint[:12]})"
