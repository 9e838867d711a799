from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from exchange.strategies import plan_documents
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import to_json
from radslag.press.exchange.plan_schema import json_schema, schema_text

REFERENCE = Path(__file__).parents[2] / "docs/reference/radslag-plan-1.schema.json"
VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
LEAST: dict[str, Any] = {"format": "radslag-plan/1", "title": "P", "cooperation": {"name": "S"}}


def test_the_reference_is_current() -> None:
    assert REFERENCE.read_text("utf-8") == schema_text(), "run make docs"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@given(plan_documents)
def test_every_written_plan_is_valid(plan: PlanDocument) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(to_json(plan))] == []


def test_the_least_that_must_be_said() -> None:
    assert VALIDATOR.is_valid(LEAST)
    for key in LEAST:
        assert not VALIDATOR.is_valid({other: value for other, value in LEAST.items() if other != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "radslag-plan/2"},
        {"year": "2021"},
        {"decided": "14 januari"},
        {"meetings": [{"body": "A", "date": "2021-01-14", "start": "25:00"}]},
        {"prose": [{"heading": "H", "blocks": [{"type": "script"}]}]},
        {"plats": "Salem"},
    ],
)
def test_what_is_no_plan_is_invalid(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({**LEAST, **wrong})
