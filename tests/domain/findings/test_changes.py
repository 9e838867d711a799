"""The rules about what was changed in one place only, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import NETWORK, ROADS, found, plan, sections, told
from radslag.domain.plan_document import Body, Conference, Responsible

SKOLFORUM = Conference(name="Skolforum", status="abolished")
DESCRIBED = sections("Syftet med Skolforum är att mötas.", part="programme", heading="Konferenser")


@pytest.mark.parametrize(
    "ending",
    [
        "Den 9 februari beslutades att inte fortsätta med Skolforum.",
        "Kommittén beslutade att slå ihop Vägdagen och Skolforum.",
        "Skolforum läggs ner efter våren.",
        "Skolforumet har upphört.",
    ],
)
def test_a_conference_closed_in_one_part_and_described_in_another(ending: str) -> None:
    document = plan(conferences=(Conference(name="Skolforum"),), prose=(*sections(ending), *DESCRIBED))
    assert told(document, "abolished-but-described") == [
        (
            f"”Skolforum” ska slås ihop eller upphöra (”{ending.rstrip('.')}”), men beskrivs på annat håll "
            "som om inget ändrats."
        )
    ]
    assert found(document, "abolished-but-described")[0].places == ("/prose/1/blocks/0", "/prose/0/blocks/0")


def test_the_status_of_the_conference_is_enough() -> None:
    assert found(plan(conferences=(SKOLFORUM,), prose=DESCRIBED), "abolished-but-described")


@pytest.mark.parametrize(
    ("conference", "text"),
    [
        (SKOLFORUM, "Skolforum har tidigare genomförts varje vår."),
        (SKOLFORUM, "Vi minns Skolforum."),
        (replace(SKOLFORUM, status="planned"), "Skolforum arrangeras i maj."),
        (replace(SKOLFORUM, status="described"), "Skolforum arrangeras i maj."),
        (replace(SKOLFORUM, status="cancelled"), "Skolforum arrangeras i maj."),
    ],
)
def test_what_is_past_or_goes_on_is_no_contradiction(conference: Conference, text: str) -> None:
    assert not found(plan(conferences=(conference,), prose=sections(text)), "abolished-but-described")


def test_a_conference_named_for_the_area_closes_nothing_else_that_is() -> None:
    office = Body(name="Kansliet", kind="secretariat", abbreviations=("Norra Bygden",))
    row = replace(ROADS, responsible=(Responsible(body="Kansliet"),))
    closed = sections("Kommittén beslutade att slå ihop Vägdagen och Norra Bygden-konferensen.")
    document = plan(bodies=(*plan().bodies, office), activities=(row,), prose=closed)
    assert not found(document, "abolished-but-described")


def test_a_network_closed_but_still_responsible() -> None:
    document = plan(prose=sections("Kommittén beslutade att avveckla nätverket för skolchefer."))
    (finding,) = found(document, "abolished-but-described")
    assert finding.message.endswith("men räknas fortfarande med.")
    assert finding.places[0] == "/activities/0/responsible/0"


def test_a_network_closed_by_its_short_name() -> None:
    document = plan(prose=sections("Kommittén beslutade att lägga ner SKN."))
    assert found(document, "abolished-but-described")


def test_whoever_closes_something_is_not_closed() -> None:
    text = "Samarbetskommittén beslutade att Skolforum läggs ner; enligt kommitténs plan upphör det."
    assert not found(plan(prose=sections(text)), "abolished-but-described")


def test_a_network_closed_and_gone() -> None:
    old = Body(name="trafiknätverket", kind="network")
    kept = replace(ROADS, responsible=(Responsible(body=NETWORK.name),))
    document = plan(
        bodies=(*plan().bodies, old),
        activities=(kept, *plan().activities),
        prose=sections("Trafiknätverket upphör."),
    )
    assert not found(document, "abolished-but-described")


def test_a_conference_that_only_the_programme_knows() -> None:
    conferences = (Conference(name="Vägdagen", status="planned"), Conference(name="Skolforum"))
    prose = (*sections("Vägdagen hålls i maj."), *DESCRIBED)
    assert told(plan(conferences=conferences, prose=prose), "conference-not-in-plan") == [
        "Programmet beskriver konferensen ”Skolforum”, men verksamhetsplanen nämner den inte."
    ]
    in_both = (*sections("Vägdagen och Skolforumet hålls i maj."), *DESCRIBED)
    assert not found(plan(conferences=conferences, prose=in_both), "conference-not-in-plan")
    assert not found(plan(conferences=conferences[1:], prose=DESCRIBED), "conference-not-in-plan")


def test_a_unit_led_by_two_offices() -> None:
    prose = (
        *sections("Ett kansli som leds av en strateg finns."),
        *sections("Kansliet leds av en utvecklingsledare."),
    )
    assert told(plan(prose=prose), "said-differently") == [
        "Kansli: på ett ställe står det att det leds av ”strateg” och på ett annat ”utvecklingsledare”."
    ]


@pytest.mark.parametrize(
    "second",
    ["Kansliet leds av en strateg.", "Styrgruppen leds av en utvecklingsledare.", "Vi leds av en vision."],
)
def test_one_office_or_another_unit(second: str) -> None:
    prose = sections("Ett kansli som leds av en strateg finns.", second)
    assert not found(plan(prose=prose), "said-differently")


def test_a_unit_placed_in_two_municipalities() -> None:
    prose = sections("Kansliet är placerat hos Björkby kommun.", "Vårt kansli är placerat i Granfors.")
    assert found(plan(prose=prose), "said-differently")
