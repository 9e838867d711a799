"""Inhabitants (invånare) per member on a day: the figures that fees are counted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.domain.plan_document import Member

PUBLISHED_AFTER = timedelta(days=53)


@dataclass(frozen=True)
class PopulationTable:
    """The members' inhabitants on a day, frozen: `counts` are (member's name, inhabitants) in the members'
    order, `missing` the members without a figure for that day.
    """

    date: date
    counts: tuple[tuple[str, int], ...]
    missing: tuple[str, ...] = ()

    @property
    def total(self) -> int | None:
        """All the members' inhabitants together; None while any figure is missing or there are no members."""
        return None if self.missing or not self.counts else sum(count for _, count in self.counts)


def population_on(members: Sequence[Member], day: date) -> PopulationTable:
    """The members' figures for exactly that day."""
    figures = [(m.name, next((p.count for p in m.populations if p.date == day), None)) for m in members]
    return PopulationTable(
        date=day,
        counts=tuple((name, count) for name, count in figures if count is not None),
        missing=tuple(name for name, count in figures if count is None),
    )


def latest_population(members: Sequence[Member]) -> PopulationTable | None:
    """The figures for the latest day on which every member has one; None when there is no such day."""
    days = [{figure.date for figure in member.populations} for member in members]
    common = set.intersection(*days) if days else set()
    return population_on(members, max(common)) if common else None


def published(day: date) -> date:
    """When Statistics Sweden has published the population of a day: for 31 December, by 22 February."""
    return day + PUBLISHED_AFTER


def is_preliminary(population_date: date, used_on: date) -> bool:
    """Whether a decision on `used_on` must rest on a forecast, as the day's figures are not yet published."""
    return used_on < published(population_date)
