"""When the bodies meet, and what they have decided."""

from django.db import models

from radslag.people.bodies.models import Body
from radslag.people.members.models import Cooperation


class Meeting(models.Model):
    """A meeting (sammanträde) in the calendar set for `year`; `weekday` is the one told, 0 = Monday."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary"
        PLANNING_CONFERENCE = "planning_conference"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    date = models.DateField()
    start = models.TimeField(null=True)
    end = models.TimeField(null=True)
    place = models.TextField(null=True)
    online = models.BooleanField(default=False)
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.ORDINARY)
    weekday = models.PositiveSmallIntegerField(null=True)
    tentative = models.BooleanField(default=False)
    note = models.TextField(null=True)

    class Meta:
        ordering = ("year", "position")
        indexes = (models.Index(fields=("body", "year")),)

    def __str__(self) -> str:
        return f"{self.body} {self.date}"


class Decision(models.Model):
    """A dated decision (beslut); what is in force points at one. `taken_by` names the body as it was told."""

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="decisions")
    date = models.DateField()
    text = models.TextField()
    taken_by = models.TextField(blank=True)

    class Meta:
        ordering = ("date", "pk")
        indexes = (models.Index(fields=("cooperation", "date"), name="decision_by_date"),)

    def __str__(self) -> str:
        return f"{self.date}: {self.text}"
