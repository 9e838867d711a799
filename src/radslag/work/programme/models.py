"""The development programme: vision, overall goal, focus areas, sub-goals."""

from django.db import models

from radslag.decisions.meetings.models import Decision
from radslag.people.members.models import Cooperation


class Programme(models.Model):
    """A development programme (utvecklingsprogram), in force by the decisions it points at."""

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="programmes")
    title = models.TextField()
    horizon = models.PositiveSmallIntegerField(null=True)
    adopted_by = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    amended_by = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    in_force_from = models.DateField(null=True)
    in_force_to = models.DateField(null=True)
    vision = models.TextField(null=True)
    overall_goal = models.TextField(null=True)
    overall_goal_variants = models.JSONField(default=list)
    aligned_to = models.JSONField(default=list)
    aligned_to_source = models.TextField(null=True)

    def __str__(self) -> str:
        return self.title


class FocusArea(models.Model):
    """A focus area (fokusområde) with its goal."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="focus_areas")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    goal = models.TextField(null=True)
    goal_variants = models.JSONField(default=list)
    group = models.TextField(null=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class Subgoal(models.Model):
    """A sub-goal (delmål); `added_by` is the decision that added it after the programme was adopted."""

    focus_area = models.ForeignKey(FocusArea, on_delete=models.CASCADE, related_name="subgoals")
    position = models.PositiveSmallIntegerField()
    title = models.TextField()
    added_by = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    variants = models.JSONField(default=list)

    class Meta:
        ordering = ("focus_area__position", "position")

    def __str__(self) -> str:
        return self.title
