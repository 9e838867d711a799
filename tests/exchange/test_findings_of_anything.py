"""The rules stand any plan document that the exchange form can carry."""

from __future__ import annotations

from hypothesis import given

from exchange.strategies import plan_documents
from radslag.domain.findings import check
from radslag.domain.plan_document import PlanDocument


@given(plan_documents)
def test_every_document_can_be_checked(document: PlanDocument) -> None:
    for finding in check(document):
        assert finding.places
        assert finding.message.endswith(".")
