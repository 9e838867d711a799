"""The budget of a year carried into the next: the fee by the decision that stands, counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from radslag.domain.fee import PerInhabitant, total_fee
from radslag.domain.money import Money
from radslag.domain.plan_document import Budget, BudgetLine, Fee, Member
from radslag.domain.population import population_on


def counted_on(fee: Fee | None, year: int) -> date:
    """The day whose inhabitants that year's fee is counted on: as before, else 31 December before it."""
    day = fee.population_date if fee else None
    return (
        date(year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
        if day
        else date(year - 1, 12, 31)
    )


def carry_budget(budget: Budget | None, members: Sequence[Member], year: int) -> Budget | None:
    """The budget with the fee counted on the new population; while that is not known the income that comes
    from the fee stands as before, approximate. Costs stand as they were.
    """
    if budget is None or budget.fee is None or budget.fee.per_inhabitant is None:
        return budget
    populations = population_on(members, counted_on(budget.fee, year))
    fee = replace(budget.fee, population=populations.total, population_date=populations.date)
    before = _fee_income(budget.fee)
    known = populations.total is not None
    after = total_fee(PerInhabitant(budget.fee.per_inhabitant), populations) if known else before
    return replace(
        budget,
        fee=fee,
        income=tuple(_carried_line(line, before, after, known=known) for line in budget.income),
        income_total=_carried_total(budget, before, after),
    )


def _fee_income(fee: Fee) -> Money | None:
    if fee.per_inhabitant is None or fee.population is None:
        return None
    return PerInhabitant(fee.per_inhabitant).due(fee.population)


def _carried_line(line: BudgetLine, before: Money | None, after: Money | None, *, known: bool) -> BudgetLine:
    if before is None or line.amount != before:
        return line
    return replace(line, amount=after, approximate=line.approximate or not known)


def _carried_total(budget: Budget, before: Money | None, after: Money | None) -> Money | None:
    from_fee = sum(line.amount == before for line in budget.income)
    if budget.income_total is None or before is None or after is None:
        return budget.income_total
    return budget.income_total + (after - before) * from_fee
