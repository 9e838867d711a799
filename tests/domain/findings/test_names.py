"""The rules about names, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import COMMITTEE, found, plan, sections, told
from radslag.domain.plan_document import Chair, Conference


def test_names_nearly_alike() -> None:
    document = plan(prose=sections("Delta i Biogas Mitt/Fossilfritt.", "Driv på BioDriv Mitt."))
    (finding,) = found(document, "names-nearly-alike")
    assert finding.message == "”Biogas Mitt” och ”BioDriv Mitt” kan vara samma sak: namnen är nästan lika."
    assert finding.places == ("/prose/0/blocks/0", "/prose/0/blocks/1")


def test_names_alike_but_for_a_letter_in_the_last_word() -> None:
    document = plan(prose=sections("Vi hör Energikontor Mälarland.", "Vi ser Energikontor Mälaland."))
    assert found(document, "names-nearly-alike")


@pytest.mark.parametrize(
    "text",
    [
        "Möt Region Halland och Region Hallsberg samt Region Väst.",
        "Vi minns Norra Banan och Södra Banan.",
        "Läs Trafikens Väg och Trafik Väg.",
        "Åsa Lindh och Åsa Lindgren talade.",
        "Frågor: Maria Karlberg och Maria Karlsson.",
    ],
)
def test_names_that_differ_enough(text: str) -> None:
    lindgren = Chair(person="Åsa Lindgren", member="Granfors", role="vice_chair", year=2023)
    chaired = replace(COMMITTEE, chairs=(*COMMITTEE.chairs, lindgren))
    assert not found(plan(prose=sections(text), bodies=(chaired, *plan().bodies[1:])), "names-nearly-alike")


def test_a_conference_written_as_two_words() -> None:
    conference = Conference(name="Skolvägskonferensen", status="planned")
    document = plan(conferences=(conference,), prose=sections("Vi har Skolvägs konferens i maj."))
    assert told(document, "name-written-apart") == [
        "”Skolvägs konferens” och ”Skolvägskonferensen” är troligen samma sak: namnet skrivs på två sätt."
    ]
    assert found(document, "name-written-apart")[0].places == ("/prose/0/blocks/0", "/conferences/0/name")


def test_a_conference_of_an_area_with_two_words_written_as_three() -> None:
    conference = Conference(name="Norra Skolvägskonferensen", status="planned")
    document = plan(conferences=(conference,), prose=sections("Vi har Norra Skolvägs konferens i maj."))
    assert found(document, "name-written-apart")


@pytest.mark.parametrize(
    "text", ["Skolvägskonferensen i maj.", "Skolvägs-konferensen", "Skolvägs. Konferens."]
)
def test_a_conference_written_as_one(text: str) -> None:
    conference = Conference(name="Skolvägskonferensen", status="planned")
    assert not found(plan(conferences=(conference,), prose=sections(text)), "name-written-apart")
