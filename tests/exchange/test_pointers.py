"""Values by their pointer: what leads nowhere is nothing, and nothing is put there."""

from typing import Any

import pytest

from radslag.press.exchange.pointers import value_at, with_value

DATA: dict[str, Any] = {"rows": [{"title": "A"}, {"title": "B"}], "a/b": 1}
NOWHERE = ["/rows/2/title", "/rows/-1/title", "/rows/01/title", "/rows/²/title", "/rows/٣/title", "/rows/x"]


@pytest.mark.parametrize(
    ("pointer", "value"), [("/rows/1/title", "B"), ("/a~1b", 1), ("/rows/0", {"title": "A"})]
)
def test_a_value_is_where_its_pointer_says(pointer: str, value: object) -> None:
    assert value_at(DATA, pointer) == value


@pytest.mark.parametrize("pointer", [*NOWHERE, f"/rows/{'9' * 5000}/title"])
def test_what_leads_nowhere_is_nothing(pointer: str) -> None:
    assert value_at(DATA, pointer) is None


@pytest.mark.parametrize("pointer", [*NOWHERE, "/a~1b/c"])
def test_nothing_is_put_where_a_pointer_leads_nowhere(pointer: str) -> None:
    with pytest.raises(KeyError):
        with_value(DATA, pointer, "x")


@pytest.mark.parametrize("pointer", ["", "rows"])
def test_a_pointer_without_its_stroke_names_nothing_of_the_document(pointer: str) -> None:
    assert with_value(DATA, pointer, None) == DATA
