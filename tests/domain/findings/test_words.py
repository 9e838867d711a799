"""The rules about words, each seen to fire and to keep silent."""

from __future__ import annotations

import pytest

from domain.builders import found, plan, sections, told
from radslag.domain.plan_document import Conference


def test_a_near_miss_of_a_word_used_elsewhere() -> None:
    document = plan(
        prose=sections("Framtida kometensförsörjning.", "Kompetensförsörjning gynnar kompetensen.")
    )
    assert told(document, "misspelt-word") == [
        "”kometensförsörjning” är troligen ett skrivfel för ”Kompetensförsörjning”, som det står annars."
    ]
    assert found(document, "misspelt-word")[0].places == ("/prose/0/blocks/0",)


def test_what_is_too_long_to_be_a_word_is_not_compared() -> None:
    run_together = "infrastruktur" * 10
    document = plan(
        prose=sections(f"Vår {run_together}x gynnas.", f"Vi ser {run_together} och {run_together}.")
    )
    assert told(document, "misspelt-word") == []


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("samarbteskommitténs", "samarbetskommitténs"),
        ("infrastrukktur", "infrastruktur"),
        ("planerinskonferens", "planeringskonferens"),
        ("tillgänglugheten", "tillgängligheten"),
        ("framkomlogheten", "framkomligheten"),
        ("upphandking", "upphandling"),
        ("utbildnig", "utbildning"),
        ("kommunikatin", "kommunikation"),
        ("infrastruktr", "infrastruktur"),
    ],
)
def test_slips_of_the_finger(slip: str, word: str) -> None:
    document = plan(prose=sections(f"Vår {slip} gynnas.", f"Vi ser {word} växa.", f"Mer {word} behövs."))
    assert [finding.places for finding in found(document, "misspelt-word")] == [("/prose/0/blocks/0",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kommunerna", "kommunernas"),
        ("prioriterade", "prioriterande"),
        ("fokusområde", "fokusområden"),
        ("fortsatta", "fortsätta"),
        ("inventering", "investering"),
        ("planteringen", "planeringen"),
        ("utredningen", "utbredningen"),
        ("anslagen", "avslagen"),
        ("klimatstrateger", "klimatstrategier"),
        ("regionala", "regional"),
        ("strategi", "strateg"),
        ("redigerar", "redigerbar"),
        ("ritningen", "riktningen"),
        ("statistik", "statistisk"),
        ("samarbetar", "samarbetare"),
        ("förändrade", "förändrande"),
        ("tjänsteman", "tjänstemän"),
        ("samordnande", "samordnade"),
        ("delårsbokslut", "helårsbokslut"),
        ("placeringen", "planeringen"),
        ("inflyttning", "utflyttning"),
        ("reaktionerna", "redaktionerna"),
    ],
)
def test_pairs_of_real_words(one: str, other: str) -> None:
    texts = (f"Vår {one} gynnas.", f"Vi ser {other} växa.", f"Mer {other} behövs.", f"All {other} räknas.")
    assert not found(plan(prose=sections(*texts)), "misspelt-word")


def test_a_word_used_twice_in_one_spelling_is_no_slip() -> None:
    texts = (
        "En kometens svans.",
        "Vår kometens bana.",
        "Se kompetens här.",
        "Mer kompetens nu.",
        "All kompetens.",
    )
    assert not found(plan(prose=sections(*texts)), "misspelt-word")


def test_a_sentence_quoted_in_two_parts_counts_once() -> None:
    kept = Conference(name="Skoldagen", text="kometensförsörjning nu.")
    texts = ("Vår kometensförsörjning nu.", "Se kompetensförsörjning här.", "Mer kompetensförsörjning.")
    assert found(plan(prose=sections(*texts), conferences=(kept,)), "misspelt-word")
    again = plan(prose=sections(*texts, "Deras kometensförsörjning också."), conferences=(kept,))
    assert not found(again, "misspelt-word")


def test_names_of_people_are_never_slips() -> None:
    document = plan(prose=sections("Åsa Lindh leder.", "Vi ser Lindhagen.", "Se Lindhagen igen."))
    assert not found(document, "misspelt-word")


def test_a_doubled_word() -> None:
    document = plan(prose=sections("Nätverket samt, vid vid behov, medlemmarna."))
    assert told(document, "doubled-word") == ["Ordet ”vid” står två gånger i rad: ”samt, vid vid behov”."]


@pytest.mark.parametrize(
    "text",
    ["Möten m m och mer.", "Alla, alla ska med.", "Vi når mål. Mål för alla.", "2 2 1", "EU EU-bidrag"],
)
def test_words_that_are_not_doubled(text: str) -> None:
    assert not found(plan(prose=sections(text)), "doubled-word")


def test_a_set_phrase_twice_in_a_sentence() -> None:
    document = plan(prose=sections("I huvudsak skolchefer i huvudsak. Nästa mening i huvudsak."))
    assert told(document, "phrase-said-twice") == [
        "”i huvudsak” står två gånger i samma mening: ”I huvudsak skolchefer i huvudsak”."
    ]
    apart = plan(prose=sections("I huvudsak skolchefer. Även andra i huvudsak."))
    assert not found(apart, "phrase-said-twice")
