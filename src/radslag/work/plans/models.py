"""The yearly operational plan and its activities."""

from django.db import models

from radslag.decisions.meetings.models import Decision
from radslag.decisions.papers.models import GoverningDocument
from radslag.people.bodies.models import Body
from radslag.people.members.models import Cooperation, Member
from radslag.work.programme.models import FocusArea, Programme, Subgoal


class Plan(models.Model):
    """A cooperation's operational plan (verksamhetsplan) for a year; in force when `decided_by` is set."""

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    title = models.TextField()
    language = models.CharField(max_length=5, default="sv")
    decided_by = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="plans")
    bodies = models.ManyToManyField(Body, through="ToldBody", related_name="plans")
    decisions = models.ManyToManyField(Decision, through="ToldDecision", related_name="plans")
    documents = models.ManyToManyField(GoverningDocument, through="ToldDocument", related_name="plans")

    class Meta:
        ordering = ("-year",)
        constraints = (models.UniqueConstraint(fields=("cooperation", "year"), name="one_plan_a_year"),)

    def __str__(self) -> str:
        return self.title


class Told(models.Model):
    """Something that stands elsewhere and that the plan tells of, in the plan's order."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ("position",)


class ToldBody(Told):
    """A body that the plan presents."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return str(self.body)


class ToldDecision(Told):
    """A decision that the plan tells of."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return str(self.decision)


class ToldDocument(Told):
    """A governing document that the plan refers to."""

    document = models.ForeignKey(GoverningDocument, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return str(self.document)


class Activity(models.Model):
    """A row of the action plan (handlingsplan); without a title it only carries a comment.

    `focus_area_text` stands for a focus area that the programme does not know.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="activities")
    position = models.PositiveSmallIntegerField()
    title = models.TextField(null=True)
    focus_area = models.ForeignKey(FocusArea, null=True, on_delete=models.SET_NULL, related_name="activities")
    focus_area_text = models.TextField(null=True)
    cost_text = models.TextField(null=True)
    cost_ore = models.BigIntegerField(null=True)
    cost_approximate = models.BooleanField(default=False)
    time_text = models.TextField(null=True)
    time_from = models.DateField(null=True)
    time_to = models.DateField(null=True)
    recurring = models.BooleanField(default=False)
    comment = models.TextField(null=True)

    class Meta:
        ordering = ("position",)
        indexes = (models.Index(fields=("plan", "position")),)

    def __str__(self) -> str:
        return self.title or self.comment or "–"


class ActivityGoal(models.Model):
    """A sub-goal that an activity serves; `text` stands for one that the programme does not know."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField()
    subgoal = models.ForeignKey(Subgoal, null=True, on_delete=models.CASCADE, related_name="activities")
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return str(self.subgoal or self.text)


class Responsible(models.Model):
    """Who carries out an activity: a body, a member, or a name that neither knows."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="responsible")
    position = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="responsibilities")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="responsibilities")
    text = models.TextField(null=True)
    leads = models.JSONField(default=list)
    part = models.TextField(null=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return str(self.body or self.member or self.text)


class Section(models.Model):
    """A stretch of the plan's prose under its heading; `blocks` is prose as the editor's JSON."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    heading = models.TextField()
    number = models.TextField(null=True)
    part = models.CharField(max_length=20)
    blocks = models.JSONField(default=list)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.heading
