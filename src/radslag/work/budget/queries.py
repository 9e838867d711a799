"""Named questions about budgets."""

from radslag.domain import plan_document as domain
from radslag.domain.money import Money
from radslag.work.budget.models import Budget, Line
from radslag.work.plans.models import Plan


def told_budget(plan: Plan) -> domain.Budget | None:
    """The plan's budget as a plan document tells it, None when it has none."""
    budget = Budget.objects.filter(plan=plan).select_related("fee_decided_by").first()
    if budget is None:
        return None
    lines = list(budget.lines.all())
    return domain.Budget(
        fee=_told_fee(budget) if budget.has_fee else None,
        income=tuple(_told_line(line) for line in lines if line.side == Line.Side.INCOME),
        income_total=_money(budget.income_total_ore),
        costs=tuple(_told_line(line) for line in lines if line.side == Line.Side.COSTS),
        costs_total=_money(budget.costs_total_ore),
    )


def _told_fee(budget: Budget) -> domain.Fee:
    return domain.Fee(
        per_inhabitant=_money(budget.fee_ore),
        population=budget.population,
        population_date=budget.population_date,
        decided=budget.fee_decided_by.date if budget.fee_decided_by else None,
        decided_by=budget.fee_taken_by,
    )


def _told_line(line: Line) -> domain.BudgetLine:
    return domain.BudgetLine(title=line.title, amount=_money(line.amount_ore), approximate=line.approximate)


def _money(ore: int | None) -> Money | None:
    return None if ore is None else Money(ore)
