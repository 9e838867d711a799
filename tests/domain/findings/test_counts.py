"""The rule about the number of members, seen to fire and to keep silent."""

from __future__ import annotations

import pytest

from domain.builders import found, plan, sections, told


def test_another_number_of_members_than_those_named() -> None:
    document = plan(prose=sections("Cheferna i de fyra kommunerna träffas.", "Alla 4 kommunerna betalar."))
    assert told(document, "member-count-differs") == [
        "Texten talar om ”de fyra kommunerna”, men planen nämner tre medlemmar.",
        "Texten talar om ”Alla 4 kommunerna”, men planen nämner tre medlemmar.",
    ]
    assert found(document, "member-count-differs")[0].places == ("/prose/0/blocks/0", "/cooperation/members")


@pytest.mark.parametrize(
    "text", ["De tre kommunerna.", "Alla kommunerna.", "De berörda kommunerna.", "Fyra kommuner i länet."]
)
def test_the_right_number_or_none(text: str) -> None:
    assert not found(plan(prose=sections(text)), "member-count-differs")
