"""The rules about rows of the action plan, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import ROADS, found, plan, told
from radslag.domain.plan_document import Activity, Responsible


def test_a_row_with_only_a_comment() -> None:
    row = Activity(title=None, subgoals=("Säkrare skolvägar",), comment="Björkby driver frågan.")
    document = plan(activities=(row,))
    assert told(document, "row-without-activity") == [
        (
            "En rad i handlingsplanen saknar aktivitet under delmålet ”Säkrare skolvägar”: där står bara "
            "kommentaren ”Björkby driver frågan”."
        )
    ]
    assert not found(document, "activity-without-responsible")


def test_a_row_with_nothing_but_a_goal() -> None:
    row = Activity(title=None, subgoals=("Säkrare skolvägar",))
    assert told(plan(activities=(row,)), "row-without-activity") == [
        "En rad i handlingsplanen saknar aktivitet under delmålet ”Säkrare skolvägar”."
    ]


def test_an_activity_that_nobody_answers_for() -> None:
    document = plan(activities=(replace(ROADS, responsible=()),))
    assert told(document, "activity-without-responsible") == [
        "Aktiviteten ”Gemensam vägplan” har ingen ansvarig."
    ]


@pytest.mark.parametrize(
    ("party", "name"),
    [
        (Responsible(text="Kulturrådet"), "Kulturrådet"),
        (Responsible(text="trafiknätverket"), "trafiknätverket"),
        (Responsible(body="Trafiknätverket"), "Trafiknätverket"),
        (Responsible(member="Granby"), "Granby"),
        (Responsible(member="Granfors", leads=("Granby",)), "Granby"),
        (Responsible(body="SKN", part="Granby"), "Granby"),
    ],
)
def test_somebody_unknown(party: Responsible, name: str) -> None:
    document = plan(activities=(replace(ROADS, responsible=(party,)),) * 2)
    (finding,) = found(document, "unknown-responsible")
    assert name in finding.message
    assert finding.places == ("/activities/0/responsible/0",)


@pytest.mark.parametrize(
    "party",
    [
        Responsible(body="samarbetskommittén"),
        Responsible(body="SKN"),
        Responsible(member="Granfors", leads=("Björkby",), part="skyltar"),
        Responsible(text="vid behov medverkan från övriga"),
    ],
)
def test_somebody_known_or_nobody_named(party: Responsible) -> None:
    assert not found(plan(activities=(replace(ROADS, responsible=(party,)),)), "unknown-responsible")
