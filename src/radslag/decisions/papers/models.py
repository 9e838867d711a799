"""Governing documents."""

from django.db import models

from radslag.people.members.models import Cooperation


class GoverningDocument(models.Model):
    """An agreement, directive or annex (styrdokument) that the cooperation works under."""

    class Kind(models.TextChoices):
        AGREEMENT = "agreement"
        PROGRAMME = "programme"
        ACTION_PLAN = "action_plan"
        PLATFORM = "platform"
        DIRECTIVE = "directive"
        OTHER = "other"

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="documents")
    title = models.TextField()
    date = models.DateField(null=True)
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title
