"""Pointers in words."""

import dataclasses
from typing import Any, get_type_hints

import pytest

from radslag.domain import plan_document, pointer_words
from radslag.domain.pointer_words import in_words


@pytest.mark.parametrize(
    ("pointer", "swedish", "english"),
    [
        ("/activities/2/title", "aktivitet 3, rubrik", "activity 3, title"),
        ("/budget/fee/per_inhabitant", "budget, avgift, per invånare", "budget, fee, per inhabitant"),
        ("/programme/in_force/from", "utvecklingsprogram, gäller, från", "programme, in force, from"),
        ("/meetings", "kalendern", "the calendar"),
        ("/cooperation/members", "samverkan, kommunerna", "cooperation, the municipalities"),
        ("/new_thing/0", "new_thing 1", "new_thing 1"),
    ],
)
def test_a_pointer_is_said_in_words(pointer: str, swedish: str, english: str) -> None:
    assert in_words(pointer) == swedish
    assert in_words(pointer, "en") == english


def test_every_value_a_plan_document_has_is_called_something() -> None:
    about_the_reading = {"places", "furniture", "reading", "findings", "title", "language"}
    missing = {
        field.name.rstrip("_")
        for name, record in vars(plan_document).items()
        if dataclasses.is_dataclass(record) and _belongs_to_plan(name, record)
        for field in dataclasses.fields(record)
    }
    assert missing - about_the_reading - set(pointer_words._WORDS) == set()


def _belongs_to_plan(name: str, record: Any) -> bool:
    about_the_reading = {"Place", "Unread", "Furniture", "Reading", "Finding", "Money"}
    return name not in about_the_reading and bool(get_type_hints(record))
