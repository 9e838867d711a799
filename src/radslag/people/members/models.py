"""Cooperations, their member municipalities, and how many live there."""

from django.core.validators import RegexValidator
from django.db import models

from radslag.domain.limits import LONGEST_NAME

LONGEST_SLUG = 40
RESERVED_SLUGS = frozenset({"api", "arbete", "en", "konto", "ny-samverkan", "om", "static", "sv"})


class Cooperation(models.Model):
    """A cooperation (samverkan) between municipalities; every other row belongs to one.

    `accent` is its own colour as #rrggbb, `emblem` its emblem's file name; empty for the look that all have.
    """

    slug = models.SlugField(unique=True)
    name = models.TextField()
    area = models.TextField(blank=True)
    accent = models.CharField(max_length=7, blank=True, validators=[RegexValidator(r"^#[0-9a-f]{6}$")])
    emblem = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A member municipality (medlemskommun) of a cooperation.

    `told_in` is the year of the plan not decided that alone tells of it, None for one that is a member.
    """

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=LONGEST_NAME)
    slug = models.SlugField(max_length=100)
    code = models.CharField(max_length=4, blank=True, validators=[RegexValidator(r"^\d{4}$")])
    position = models.PositiveSmallIntegerField()
    told_in = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("cooperation", "name"), name="member_named_once"),
            models.UniqueConstraint(fields=("cooperation", "slug"), name="member_addressed_once"),
        )

    def __str__(self) -> str:
        return self.name


class Population(models.Model):
    """Inhabitants of a member on a day."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="populations")
    date = models.DateField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ("date",)
        constraints = (models.UniqueConstraint(fields=("member", "date"), name="population_told_once"),)

    def __str__(self) -> str:
        return f"{self.member} {self.date}: {self.count}"
