"""The rules about sums, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.builders import COUNTED, budget, found, line, plan, told
from radslag.domain.money import Money
from radslag.domain.plan_document import Cooperation, Fee, Member


def test_fee_times_population_that_is_not_the_income() -> None:
    fee = Fee(per_inhabitant=Money.from_kronor(4), population=507_552)
    wrong = plan(budget=budget(fee=fee, income=(line("Avgifter", 2_000_000),)))
    assert told(wrong, "fee-differs-from-income") == [
        "Avgiften 4 kr × 507 552 invånare blir 2 030 208 kr, men intäkten är 2 000 000 kr."
    ]
    assert found(wrong, "fee-differs-from-income")[0].severity == "error"


def test_fee_income_in_several_lines_beside_other_income() -> None:
    lines = (line("Avgift, stora", 200_000), line("Avgift, små", 40_000), line("Statsbidrag", 90_000))
    assert not found(plan(budget=budget(income=lines)), "fee-differs-from-income")


def test_fee_income_in_whole_thousands_is_rounded() -> None:
    fee = Fee(per_inhabitant=Money.from_kronor("4.25"), population=60_001)
    rounded = plan(budget=budget(fee=fee, income=(line("Avgifter", 255_000),)))
    assert not found(rounded, "fee-differs-from-income")
    in_kronor = plan(budget=budget(fee=fee, income=(line("Avgifter", 255_004),)))
    assert not found(in_kronor, "fee-differs-from-income")
    wrong = plan(budget=budget(fee=fee, income=(line("Avgifter", 255_006),)))
    assert found(wrong, "fee-differs-from-income")


def test_approximate_fee_income_is_only_a_notice() -> None:
    about = plan(budget=budget(income=(line("Avgifter", 230_000, approximate=True),)))
    assert [finding.severity for finding in found(about, "fee-differs-from-income")] == ["notice"]


def test_other_income_alone_is_not_taken_for_fees() -> None:
    lines = (line("Statsbidrag", 90_000), line("Sponsorer", 10_000))
    assert not found(plan(budget=budget(income=lines)), "fee-differs-from-income")


def test_sides_that_do_not_balance() -> None:
    uneven = plan(budget=budget(costs_total=Money.from_kronor(250_000)))
    assert told(uneven, "budget-not-balanced") == [
        (
            "Budgeten går inte jämnt ut: intäkterna är 240 000 kr och kostnaderna 250 000 kr, så "
            "kostnaderna är 10 000 kr större än intäkterna."
        )
    ]


def test_sides_without_totals_are_added_up() -> None:
    assert not found(plan(budget=budget(income_total=None, costs_total=None)), "budget-not-balanced")
    uneven = budget(income_total=None, costs_total=None, costs=(line("Personal", 1),))
    assert found(plan(budget=uneven), "budget-not-balanced")


def test_a_line_without_a_sum_leaves_the_side_open() -> None:
    open_side = budget(costs=(replace(line("Personal", 1), amount=None),), costs_total=None)
    assert not found(plan(budget=open_side), "budget-not-balanced")


def test_lines_that_do_not_make_the_total() -> None:
    wrong = plan(budget=budget(costs=(line("Personal", 200_000), line("Möten", 50_000))))
    assert told(wrong, "lines-differ-from-total") == [
        "Kostnaderna rad för rad blir tillsammans 250 000 kr, men summan anges till 240 000 kr."
    ]
    assert not found(plan(), "lines-differ-from-total")


def test_thousands_that_do_not_quite_make_the_total_are_only_a_notice() -> None:
    rounded = budget(costs=(line("Personal", 200_000), line("Möten", 41_000)))
    assert [f.severity for f in found(plan(budget=rounded), "lines-differ-from-total")] == ["notice"]
    exact = budget(costs=(line("Personal", 200_000), line("Möten", 50_000)))
    assert [f.severity for f in found(plan(budget=exact), "lines-differ-from-total")] == ["error"]


def test_populations_that_do_not_make_the_total() -> None:
    wrong = plan(budget=budget(fee=Fee(population=61_000, population_date=COUNTED)))
    assert told(wrong, "populations-differ-from-total") == [
        "Medlemmarnas invånare den 31 december 2022 är tillsammans 60 000, men avgiften räknas på 61 000."
    ]


def test_populations_of_another_day_or_a_missing_member_say_nothing() -> None:
    other_day = plan(budget=budget(fee=Fee(population=61_000, population_date=date(2021, 12, 31))))
    assert not found(other_day, "populations-differ-from-total")
    members = (*plan().cooperation.members, Member(name="Nyby"))
    one_missing = plan(
        cooperation=Cooperation(name="Traktens samverkan", members=members),
        budget=budget(fee=Fee(population=61_000, population_date=COUNTED)),
    )
    assert not found(one_missing, "populations-differ-from-total")
