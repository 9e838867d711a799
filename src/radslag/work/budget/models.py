"""What the cooperation costs and how its members share it."""

from django.db import models

from radslag.decisions.meetings.models import Decision
from radslag.work.plans.models import Plan


class Budget(models.Model):
    """A plan's budget: the fee with the population it is counted on, and the totals as they were stated."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="budget")
    has_fee = models.BooleanField()
    fee_ore = models.BigIntegerField(null=True)
    population = models.PositiveIntegerField(null=True)
    population_date = models.DateField(null=True)
    fee_decided_by = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    fee_taken_by = models.TextField(null=True)
    income_total_ore = models.BigIntegerField(null=True)
    costs_total_ore = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"Budget {self.plan.year}"


class Line(models.Model):
    """One line of income or cost."""

    class Side(models.TextChoices):
        INCOME = "income"
        COSTS = "costs"

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="lines")
    side = models.CharField(max_length=10, choices=Side)
    position = models.PositiveSmallIntegerField()
    title = models.TextField()
    amount_ore = models.BigIntegerField(null=True)
    approximate = models.BooleanField(default=False)

    class Meta:
        ordering = ("side", "position")

    def __str__(self) -> str:
        return self.title
