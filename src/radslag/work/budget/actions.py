"""Stores budgets."""

from django.db import transaction

from radslag.decisions.meetings.actions import decision_of
from radslag.domain import plan_document as domain
from radslag.domain.money import Money
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.work.budget.models import Budget, Line
from radslag.work.plans.models import Plan


@transaction.atomic
def store_budget(plan: Plan, told: domain.Budget | None, *, acting_user: User | None) -> None:
    """Make the plan's budget what was told, or none."""
    Budget.objects.filter(plan=plan).delete()
    if told is None:
        return
    fee = told.fee or domain.Fee()
    budget = Budget.objects.create(
        plan=plan,
        has_fee=told.fee is not None,
        fee_ore=_ore(fee.per_inhabitant),
        population=fee.population,
        population_date=fee.population_date,
        fee_decided_by=decision_of(plan.cooperation, fee.decided, "Avgift", acting_user=acting_user),
        fee_taken_by=fee.decided_by,
        income_total_ore=_ore(told.income_total),
        costs_total_ore=_ore(told.costs_total),
    )
    Line.objects.bulk_create(
        Line(
            budget=budget,
            side=side,
            position=position,
            title=line.title,
            amount_ore=_ore(line.amount),
            approximate=line.approximate,
        )
        for side, lines in ((Line.Side.INCOME, told.income), (Line.Side.COSTS, told.costs))
        for position, line in enumerate(lines)
    )
    enter("budget.stored", plan.title, acting_user=acting_user, cooperation_slug=plan.cooperation.slug)


def _ore(sum_told: Money | None) -> int | None:
    return None if sum_told is None else sum_told.ore
