"""Sums that do not add up: the fee against the income, the budget's sides, lines against totals."""

from __future__ import annotations

from collections.abc import Iterator

from radslag.domain.fee import PerInhabitant
from radslag.domain.money import Money, total
from radslag.domain.plan_document import Budget, BudgetLine, Finding, PlanDocument
from radslag.domain.population import population_on
from radslag.domain.swedish import format_date, format_money, format_number

KRONA = Money.from_kronor(1)
THOUSAND_KRONOR = Money.from_kronor(1000)


def fee_differs_from_income(document: PlanDocument) -> Iterator[Finding]:
    """The fee per inhabitant times the population is not the income from fees, even rounded."""
    budget = document.budget
    fee = budget.fee if budget else None
    if budget is None or fee is None or fee.per_inhabitant is None or fee.population is None:
        return
    income = _fee_income(budget)
    due = PerInhabitant(fee.per_inhabitant).due(fee.population)
    if income is None or income[1] == due or _is_rounded(income[1], due):
        return
    pointer, amount, approximate = income
    yield Finding(
        rule="fee-differs-from-income",
        severity="notice" if approximate else "error",
        message=f"Avgiften {format_money(fee.per_inhabitant)} × {format_number(fee.population)} invånare "
        f"blir {format_money(due)}, men intäkten är {format_money(amount)}.",
        places=(pointer, "/budget/fee/per_inhabitant", "/budget/fee/population"),
    )


def _fee_income(budget: Budget) -> tuple[str, Money, bool] | None:
    fees = [(n, line) for n, line in enumerate(budget.income) if "avgift" in line.title.lower()]
    if not fees and len(budget.income) == 1:
        fees = [(0, budget.income[0])]
    if fees:
        amounts = [line.amount for _, line in fees if line.amount is not None]
        if len(amounts) < len(fees):
            return None
        return (
            f"/budget/income/{fees[0][0]}/amount",
            total(amounts),
            any(line.approximate for _, line in fees),
        )
    if not budget.income and budget.income_total is not None:
        return "/budget/income_total", budget.income_total, False
    return None


def _is_rounded(amount: Money, exact: Money) -> bool:
    """Whether the amount may be the exact one in whole kronor or thousands of them, rounded either way."""
    off = abs(amount.ore - exact.ore)
    return any(amount.ore % unit.ore == 0 and off <= unit.ore for unit in (KRONA, THOUSAND_KRONOR))


def budget_not_balanced(document: PlanDocument) -> Iterator[Finding]:
    """The two sides of the budget have different totals."""
    if document.budget is None:
        return
    income = _side_total(document.budget.income, document.budget.income_total)
    costs = _side_total(document.budget.costs, document.budget.costs_total)
    if income is None or costs is None or income == costs:
        return
    more, less = ("intäkterna", "kostnaderna") if income > costs else ("kostnaderna", "intäkterna")
    yield Finding(
        rule="budget-not-balanced",
        severity="warning",
        message=f"Budgeten går inte jämnt ut: intäkterna är {format_money(income)} och kostnaderna "
        f"{format_money(costs)}, så {more} är {format_money(Money(abs(income.ore - costs.ore)))} "
        f"större än {less}.",
        places=("/budget/costs_total", "/budget/income_total"),
    )


def _side_total(lines: tuple[BudgetLine, ...], stated: Money | None) -> Money | None:
    return stated if stated is not None else _sum_of(lines)


def _sum_of(lines: tuple[BudgetLine, ...]) -> Money | None:
    amounts = [line.amount for line in lines if line.amount is not None]
    return total(amounts) if lines and len(amounts) == len(lines) else None


def lines_differ_from_total(document: PlanDocument) -> Iterator[Finding]:
    """The lines of one side of the budget do not make the total stated below them."""
    if document.budget is None:
        return
    budget = document.budget
    for side, name, lines, stated in (
        ("income", "Intäkterna", budget.income, budget.income_total),
        ("costs", "Kostnaderna", budget.costs, budget.costs_total),
    ):
        added = _sum_of(lines)
        if added is None or stated is None or added == stated:
            continue
        vague = any(line.approximate for line in lines) or _is_rounded(added, stated)
        yield Finding(
            rule="lines-differ-from-total",
            severity="notice" if vague else "error",
            message=f"{name} rad för rad blir tillsammans {format_money(added)}, men summan anges till "
            f"{format_money(stated)}.",
            places=(f"/budget/{side}_total", *(f"/budget/{side}/{n}/amount" for n in range(len(lines)))),
        )


def populations_differ_from_total(document: PlanDocument) -> Iterator[Finding]:
    """The members' inhabitants do not make the population that the fee is counted on."""
    fee = document.budget.fee if document.budget else None
    if fee is None or fee.population is None or fee.population_date is None:
        return
    members = population_on(document.cooperation.members, fee.population_date).total
    if members is not None and members != fee.population:
        yield Finding(
            rule="populations-differ-from-total",
            severity="error",
            message=f"Medlemmarnas invånare den {format_date(fee.population_date)} är tillsammans "
            f"{format_number(members)}, men avgiften räknas på {format_number(fee.population)}.",
            places=("/budget/fee/population", "/cooperation/members"),
        )
