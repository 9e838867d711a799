"""Stores budgets, and says what is edited of the fee and of a line."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from radslag.decisions.meetings.actions import decision_of
from radslag.domain import plan_document as domain
from radslag.domain.editing import day, line, money, number
from radslag.domain.money import Money
from radslag.domain.swedish import Sum
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, Kind, column
from radslag.ground.register.actions import enter
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.work.budget.models import Budget, Line
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import closed_by, plan_named


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


def _sum_of(name: str, label: Any, *, has_about: bool = False) -> Field:
    """A field that is a column of öre, with whether it is about so much in another."""

    def take(row: Any) -> Sum | None:
        ore = getattr(row, name)
        return None if ore is None else Sum(Money(ore), has_about and row.approximate)

    def put(row: Any, told: Sum | None) -> None:
        setattr(row, name, told.amount.ore if told else None)
        if has_about:
            row.approximate = bool(told and told.approximate)

    return Field(
        name=name.removesuffix("_ore"),
        label=label,
        form=lambda _row: money(about=has_about),
        take=take,
        put=put,
    )


def _begin_line(cooperation: Cooperation, beside: Mapping[str, str]) -> Line | None:
    """A line of the plan's budget, which begins with its first line."""
    plan, side = plan_named(cooperation, beside.get("year", "")), beside.get("side", "")
    if plan is None or side not in Line.Side.values:
        return None
    return Line(budget=Budget.objects.get_or_create(plan=plan, defaults={"has_fee": True})[0], side=side)


def _put_fee(budget: Budget, told: Sum | None) -> None:
    budget.fee_ore = told.amount.ore if told else None
    budget.has_fee = True


FEE = Kind(
    name="fee",
    model=Budget,
    title=_("Fee"),
    fields=(
        Field(
            name="per_inhabitant",
            label=_("Fee per inhabitant"),
            form=lambda _row: money(about=False),
            take=lambda row: None if row.fee_ore is None else Sum(Money(row.fee_ore)),
            put=_put_fee,
        ),
        column("population", _("Inhabitants"), number()),
        column("population_date", _("Counted on"), day()),
        column("fee_taken_by", _("Set by"), line()),
        _sum_of("income_total_ore", _("Income in all")),
        _sum_of("costs_total_ore", _("Costs in all")),
    ),
    cooperation="plan__cooperation",
    held=held_seats,
    within=lambda budget: f"year:{budget.plan.year}",
    closed=lambda budget, _field: closed_by(budget.plan),
    at_hand=("plan__cooperation", "plan__decided_by"),
    is_lasting=True,
)

LINE = Kind(
    name="line",
    model=Line,
    title=_("Budget line"),
    fields=(
        column("title", _("Title"), line(needed=True)),
        _sum_of("amount_ore", _("Sum"), has_about=True),
    ),
    cooperation="budget__plan__cooperation",
    held=held_seats,
    within=lambda row: f"year:{row.budget.plan.year}",
    closed=lambda row, _field: closed_by(row.budget.plan),
    at_hand=("budget__plan__cooperation", "budget__plan__decided_by"),
    beside=("budget", "side"),
    begin=_begin_line,
)
