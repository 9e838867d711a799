"""What is in force points at a decision that was told, and only else at one made for it."""

from datetime import date

import pytest
from django.db.models import Q

from radslag.decisions.meetings.actions import decision_of, store_decisions
from radslag.decisions.meetings.queries import decisions_of
from radslag.domain.plan_document import Cooperation, Decision
from radslag.people.members.actions import begin_cooperation

pytestmark = pytest.mark.django_db
DAY = date(2021, 1, 14)
TOLD = (
    Decision(date=DAY, text="Verksamhetsplan och budget 2021 fastställs."),
    Decision(date=DAY, text="Ett delmål läggs till utvecklingsprogrammet."),
)


@pytest.mark.parametrize(
    ("about", "kind", "expected"),
    [
        ("Verksamhetsplan och budget 2021", "", "Verksamhetsplan och budget 2021 fastställs."),
        ("Norra utvecklingsprogram 2035", "", "Ett delmål läggs till utvecklingsprogrammet."),
        ("Delmålet ”Fler reser”", "delmål", "Ett delmål läggs till utvecklingsprogrammet."),
        ("Avgift", "", "Avgift beslutas."),
    ],
)
def test_the_decision_that_speaks_of_it_is_meant(about: str, kind: str, expected: str) -> None:
    cooperation = begin_cooperation(Cooperation(name="Norra"), acting_user=None)
    store_decisions(cooperation, TOLD, acting_user=None)
    decision = decision_of(cooperation, DAY, about, kind=kind, acting_user=None)
    assert decision is not None
    assert decision.text == expected
    assert decision_of(cooperation, DAY, about, kind=kind, acting_user=None) == decision


def test_without_a_day_nothing_is_pointed_at() -> None:
    cooperation = begin_cooperation(Cooperation(name="Norra"), acting_user=None)
    assert decision_of(cooperation, None, "Avgift", acting_user=None) is None
    assert decisions_of(cooperation, but=Q(pk__in=())) == []
