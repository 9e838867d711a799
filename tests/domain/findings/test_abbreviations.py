"""The rules about abbreviations, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import ROADS, found, plan, sections, told
from radslag.domain.plan_document import Body, Document, Place, PlanDocument, Responsible

TUP = Body(name="TUP", kind="network")


def with_tup(*texts: str, title: str = "Traktens utvecklingsprogram 2040") -> PlanDocument:
    return plan(
        bodies=(*plan().bodies, TUP),
        activities=(replace(ROADS, responsible=(Responsible(body="TUP"),)), *plan().activities),
        documents=(Document(title=title, kind="programme"),),
        prose=sections(*texts),
    )


def test_an_abbreviated_body_that_nobody_explains() -> None:
    assert told(with_tup(), "abbreviation-unexplained") == ["Förkortningen TUP förklaras aldrig."]


@pytest.mark.parametrize(
    "text",
    [
        "Nätverket för tågchefer (TUP) hjälper till.",
        "TUP (tåg- och utvecklingspersoner) hjälper till.",
        "TUP står för tågchefer.",
        "Tågcheferna, förkortat TUP, hjälper till.",
    ],
)
def test_an_explained_body(text: str) -> None:
    assert not found(with_tup(text), "abbreviation-unexplained")


def test_members_in_brackets_explain_nothing() -> None:
    assert found(with_tup("TUP (Björkby, Granfors) hjälper till."), "abbreviation-unexplained")


def test_a_body_with_its_full_name_is_explained_unless_the_reader_doubted() -> None:
    assert not found(plan(), "abbreviation-unexplained")
    doubt = {"/bodies/2/abbreviations/0": Place(line=1, doubt="inferred")}
    assert told(plan(places=doubt), "abbreviation-unexplained") == ["Förkortningen SKN förklaras aldrig."]


def test_an_abbreviation_in_the_text_counts_from_the_second_time() -> None:
    twice = plan(prose=sections("Pågående ÅVSer bevakas.", "Varje ÅVS besvaras."))
    assert told(twice, "abbreviation-unexplained") == ["Förkortningen ÅVS förklaras aldrig."]
    assert not found(plan(prose=sections("Pågående ÅVSer bevakas.")), "abbreviation-unexplained")
    explained = plan(prose=sections("ÅVS (åtgärdsvalsstudie) och ÅVS.", "En ÅVS till."))
    assert not found(explained, "abbreviation-unexplained")


@pytest.mark.parametrize(
    "text", ["EU stöder. Mer EU.", "HÅLLBAR TRAKT OCH HÅLLBAR VÄG", "Kung Karl XIV och XIV igen"]
)
def test_capitals_that_everybody_knows_or_that_abbreviate_nothing(text: str) -> None:
    assert not found(plan(prose=sections(text)), "abbreviation-unexplained")


def test_an_abbreviation_for_a_body_and_a_document() -> None:
    assert told(with_tup("I enlighet med TUPen."), "abbreviation-for-two-things") == [
        (
            "TUP står både för den som är ansvarig i handlingsplanen och för ett dokument, Traktens "
            "utvecklingsprogram 2040 (”TUPen”)."
        )
    ]
    told_apart = with_tup("Arbete inför nästa TUP.", "Se TUPen.", title="Annat papper")
    assert found(told_apart, "abbreviation-for-two-things")


@pytest.mark.parametrize("text", ["TUP ansvarar.", "Kallelse till nästa TUP."])
def test_an_abbreviation_for_a_body_only(text: str) -> None:
    assert not found(with_tup(text, title="Annat papper"), "abbreviation-for-two-things")


def test_one_that_stands_for_two_things_is_reported_once() -> None:
    document = with_tup("I enlighet med TUPen.")
    assert not found(document, "abbreviation-unexplained")
