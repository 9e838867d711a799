"""The members' yearly fee (avgift): a rule that is data, and each member's share in exact öre."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.domain.money import Money, total
from radslag.domain.population import PopulationTable


@dataclass(frozen=True)
class PerInhabitant:
    """So much for each inhabitant a year: 4 kr, or 42,25 kr."""

    amount: Money

    def due(self, population: int) -> Money:
        """The year's fee for that many inhabitants."""
        return self.amount * population


FeeRule = PerInhabitant
"""Every rule there is; another kind is another frozen class with its own ``due``, joined here by ``|``."""


@dataclass(frozen=True)
class Share:
    """What one member pays in a year, and the inhabitants it is counted on."""

    member: str
    population: int
    fee: Money


def shares(rule: FeeRule, populations: PopulationTable) -> tuple[Share, ...]:
    """Each member's share in the members' order; members without a figure are left out."""
    return tuple(Share(name, count, rule.due(count)) for name, count in populations.counts)


def total_fee(rule: FeeRule, populations: PopulationTable) -> Money:
    """The sum of the shares."""
    return total([share.fee for share in shares(rule, populations)])
