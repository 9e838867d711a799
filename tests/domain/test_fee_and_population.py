"""Populations per day, and the fee counted on them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.fee import PerInhabitant, Share, shares, total_fee
from radslag.domain.money import ZERO, Money
from radslag.domain.plan_document import Member, Population
from radslag.domain.population import (
    PopulationTable,
    is_preliminary,
    latest_population,
    population_on,
    published,
)

NEW_YEAR = date(2020, 12, 31)
OLD_YEAR = date(2019, 12, 31)


def member(name: str, **counts: int) -> Member:
    days = {"new": NEW_YEAR, "old": OLD_YEAR}
    return Member(name=name, populations=tuple(Population(date=days[k], count=n) for k, n in counts.items()))


SALEN, BJORKBY = member("Salen", new=17_000, old=16_900), member("Björkby", old=95_000)


def test_figures_are_of_exactly_that_day() -> None:
    table = population_on([SALEN, BJORKBY], NEW_YEAR)
    assert table == PopulationTable(NEW_YEAR, (("Salen", 17_000),), ("Björkby",))
    assert table.total is None
    assert population_on([SALEN, BJORKBY], OLD_YEAR).total == 111_900
    assert population_on([], OLD_YEAR).total is None


def test_the_latest_day_that_all_members_have() -> None:
    latest = latest_population([SALEN, BJORKBY])
    assert latest is not None
    assert latest.date == OLD_YEAR
    assert latest_population([SALEN, member("Nyby")]) is None
    assert latest_population([]) is None


def test_the_figures_of_new_years_eve_come_in_february() -> None:
    assert published(NEW_YEAR) == date(2021, 2, 22)
    assert is_preliminary(NEW_YEAR, used_on=date(2021, 1, 14))
    assert not is_preliminary(NEW_YEAR, used_on=date(2021, 2, 22))


def test_each_member_pays_for_its_inhabitants() -> None:
    rule = PerInhabitant(Money.from_kronor("42.25"))
    assert shares(rule, population_on([SALEN, BJORKBY], NEW_YEAR)) == (
        Share("Salen", 17_000, Money.from_kronor(718_250)),
    )
    assert total_fee(rule, population_on([], NEW_YEAR)) == ZERO


@given(st.integers(0, 10_000), st.lists(st.integers(0, 10**6), max_size=12))
def test_the_shares_make_the_fee_of_all_to_the_ore(ore: int, counts: list[int]) -> None:
    table = PopulationTable(NEW_YEAR, tuple((str(n), count) for n, count in enumerate(counts)))
    rule = PerInhabitant(Money(ore))
    assert total_fee(rule, table) == rule.due(sum(counts))
