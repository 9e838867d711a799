"""Committee, management group, networks and secretariat, and who chairs them."""

from django.conf import settings
from django.db import models

from radslag.domain.limits import LONGEST_NAME
from radslag.people.members.models import Cooperation, Member


class Body(models.Model):
    """A body of the cooperation, with the short names its documents use and what they say of its meetings."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee"
        MANAGEMENT_GROUP = "management_group"
        NETWORK = "network"
        SECRETARIAT = "secretariat"
        OTHER = "other"

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=LONGEST_NAME)
    slug = models.SlugField(max_length=100)
    kind = models.CharField(max_length=20, choices=Kind)
    abbreviations = models.JSONField(default=list)
    description = models.TextField(null=True)
    meets = models.JSONField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("cooperation", "name"), name="body_named_once"),
            models.UniqueConstraint(fields=("cooperation", "slug"), name="body_addressed_once"),
        )

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """Somebody's place in a body: a chair named in a plan, or a person with an account who works there."""

    class Role(models.TextChoices):
        CHAIR = "chair"
        VICE_CHAIR = "vice_chair"
        ORDINARY = "ordinary"

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    person = models.TextField()
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="seats"
    )
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="seats")
    member_name = models.TextField(blank=True)
    role = models.CharField(max_length=20, choices=Role)
    year = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
