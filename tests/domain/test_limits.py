"""What no plan can hold is told with its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.builders import budget, line, plan
from radslag.domain.limits import misfits
from radslag.domain.money import Money
from radslag.domain.plan_document import (
    Activity,
    Body,
    Conference,
    Cooperation,
    Cost,
    Fee,
    Meeting,
    Meets,
    Member,
    PlanDocument,
    Population,
)
from radslag.example import load_example

BODY = Body(name="nämnden", kind="other")


def members(*given: Member) -> Cooperation:
    return Cooperation(name="Trakten", members=given)


@pytest.mark.parametrize("document", [plan(), load_example()])
def test_a_plan_that_adds_up_has_nothing_outside_the_bounds(document: PlanDocument) -> None:
    assert list(misfits(document)) == []


@pytest.mark.parametrize(
    ("changes", "pointer", "reason"),
    [
        ({"year": 0}, "/year", "kan inte vara 0"),
        ({"year": 99_999}, "/year", "kan inte vara 99999"),
        ({"title": " "}, "/title", "saknas"),
        ({"language": "svenska"}, "/language", "ska vara en språkkod, som sv"),
        ({"decided": date(9999, 12, 31)}, "/decided", "ligger inte mellan 1850 och 2199"),
        ({"cooperation": Cooperation(name="")}, "/cooperation/name", "saknas"),
        (
            {"cooperation": members(Member(name="x" * 201))},
            "/cooperation/members/0/name",
            "har fler än 200 tecken",
        ),
        ({"cooperation": members(Member(name=""))}, "/cooperation/members/0/name", "saknas"),
        (
            {"cooperation": members(Member(name="A", code="12"))},
            "/cooperation/members/0/code",
            "ska ha fyra siffror",
        ),
        (
            {"cooperation": members(Member(name="A"), Member(name="B"), Member(name="A"))},
            "/cooperation/members/2/name",
            "är detsamma som tidigare, A",
        ),
        (
            {
                "cooperation": members(
                    Member(name="A", populations=(Population(date=date(2020, 1, 1), count=-1),))
                )
            },
            "/cooperation/members/0/populations/0/count",
            "kan inte vara -1",
        ),
        (
            {
                "cooperation": members(
                    Member(name="A", populations=(Population(date=date(2020, 1, 1), count=1),) * 2)
                )
            },
            "/cooperation/members/0/populations",
            "har två tal för samma dag",
        ),
        ({"bodies": (BODY, BODY)}, "/bodies/1/name", "är detsamma som tidigare, nämnden"),
        (
            {"bodies": (replace(BODY, meets=Meets(weekday=7)),)},
            "/bodies/0/meets/weekday",
            "kan inte vara 7",
        ),
        ({"meetings": (Meeting(body="", date=date(2023, 1, 1)),)}, "/meetings/0/body", "saknas"),
        (
            {"conferences": (Conference(name="K", date=date(1, 1, 1)),)},
            "/conferences/0/date",
            "ligger inte mellan 1850 och 2199",
        ),
        ({"budget": budget(fee=Fee(population=2**31))}, "/budget/fee/population", "kan inte vara 2147483648"),
        (
            {"budget": budget(costs=(line("Allt", 10**14),))},
            "/budget/costs/0/amount",
            "är mer än 10 000 000 000 000 kr",
        ),
        (
            {"activities": (Activity(title="A", cost=Cost(text="", amount=Money(-(10**18)))),)},
            "/activities/0/cost/amount",
            "är mer än 10 000 000 000 000 kr",
        ),
        ({"activities": (Activity(title="A"),) * 10_000}, "/activities", "är fler än 9999"),
    ],
)
def test_what_lies_outside_is_told_where_it_stands(
    changes: dict[str, Any], pointer: str, reason: str
) -> None:
    [misfit] = misfits(plan(**{"meetings": (), **changes}))
    assert (misfit.pointer, misfit.reason.replace("\u00a0", " ")) == (pointer, reason)
