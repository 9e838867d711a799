"""Municipalities are found by any part of the name, in any form."""

import pytest

from radslag.domain.municipalities import Municipality, by_county, search

SOME = tuple(
    Municipality(code, name)
    for code, name in (
        ("0136", "Haninge"),
        ("0180", "Stockholm"),
        ("0181", "Södertälje"),
        ("0764", "Alvesta"),
        ("0780", "Växjö"),
        ("1283", "Helsingborg"),
        ("1290", "Kristianstad"),
        ("1490", "Borås"),
        ("2401", "Nordmaling"),
        ("2418", "Malå"),
        ("2460", "Vännäs"),
        ("2584", "Kiruna"),
    )
)


def found(words: str) -> list[str]:
    return [each.name for each in search(words, SOME)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Haninge", ["Haninge"]),
        ("  HANINGE  kommun ", ["Haninge"]),
        ("haninges", ["Haninge"]),
        ("Haninges kommun", ["Haninge"]),
        ("Stockholms stad", ["Stockholm"]),
        ("Kristianstad", ["Kristianstad"]),
        ("Borås", ["Borås"]),
        ("boras", ["Borås"]),
        ("Borås kommuns", ["Borås"]),
        ("vaxjo", ["Växjö"]),
        ("tälj", ["Södertälje"]),
        ("malå", ["Malå"]),
        ("mal", ["Nordmaling", "Malå"]),
        ("vännäs", ["Vännäs"]),
        ("skåne", ["Helsingborg", "Kristianstad"]),
        ("Norrbottens län", ["Kiruna"]),
        ("atlantis", []),
    ],
)
def test_a_municipality_is_found_however_it_is_written(words: str, names: list[str]) -> None:
    assert found(words) == names


def test_a_letter_with_dots_does_not_find_one_without() -> None:
    assert found("hänin") == []


def test_no_words_find_all_and_any_words_are_borne() -> None:
    assert len(found("")) == len(SOME)
    assert found("x" * 100_000 + "\0(") == []


def test_counties_and_names_stand_in_swedish_order() -> None:
    told = [(county, [each.name for each in each_county]) for county, each_county in by_county(SOME)]
    assert [county for county, _names in told] == [
        "Kronobergs län",
        "Norrbottens län",
        "Skåne län",
        "Stockholms län",
        "Västerbottens län",
        "Västra Götalands län",
    ]
    assert told[3][1] == ["Haninge", "Stockholm", "Södertälje"]
