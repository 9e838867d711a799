"""Swedish money in whole öre, so that no sum is ever rounded on the way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ORE_PER_KRONA = 100


@dataclass(frozen=True, order=True)
class Money:
    """A sum of Swedish kronor, held in whole öre (1 krona = 100 öre); may be negative."""

    ore: int

    @classmethod
    def from_kronor(cls, kronor: int | str | Decimal) -> Money:
        """The sum of that many kronor; `ValueError` when it has more than two decimals."""
        ore = Decimal(kronor) * ORE_PER_KRONA
        if ore != ore.to_integral_value():
            raise ValueError(f"{kronor} kronor is not a whole number of öre")
        return cls(int(ore))

    @property
    def kronor(self) -> Decimal:
        """The sum in kronor, exact, with two decimals only where there are öre."""
        whole, ore = divmod(self.ore, ORE_PER_KRONA)
        return Decimal(whole) if ore == 0 else Decimal(self.ore) / ORE_PER_KRONA

    def __add__(self, other: Money) -> Money:
        return Money(self.ore + other.ore)

    def __sub__(self, other: Money) -> Money:
        return Money(self.ore - other.ore)

    def __mul__(self, times: int) -> Money:
        return Money(self.ore * times)


ZERO = Money(0)


def total(sums: list[Money]) -> Money:
    """The sum of the sums, zero for none."""
    return sum(sums, ZERO)
