"""Conferences, planned and past."""

from django.db import models

from radslag.work.plans.models import Plan


class Conference(models.Model):
    """A conference (konferens) that a plan tells of, and whether it is still to be held."""

    class Status(models.TextChoices):
        DESCRIBED = "described"
        PLANNED = "planned"
        CANCELLED = "cancelled"
        MERGED = "merged"
        ABOLISHED = "abolished"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="conferences")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    date = models.DateField(null=True)
    time = models.TextField(null=True)
    hosts = models.JSONField(default=list)
    audience = models.TextField(null=True)
    status = models.CharField(max_length=20, choices=Status)
    online = models.BooleanField(default=False)
    text = models.TextField(null=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name
