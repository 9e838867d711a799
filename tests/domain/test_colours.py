"""One chosen colour becomes tones that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.colours import (
    OTHER_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    contrast,
    is_colour,
    ramp,
    readable,
    style_sheet,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
BEHIND = ("background-default", "background-tinted", "surface-default", "surface-tinted")


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)
    assert contrast("#0b5a6b", "#0b5a6b") == 1


@given(COLOURS)
def test_text_can_be_read_on_whatever_lies_behind_it(accent: str) -> None:
    tones = ramp(accent)
    assert all(is_colour(tone) for tone in tones.values())
    for text in ("text-default", "text-subtle"):
        for behind in BEHIND:
            assert contrast(tones[text], tones[behind]) >= TEXT_CONTRAST
    for base in ("base-default", "base-hover", "base-active"):
        assert contrast(tones["base-contrast-default"], tones[base]) >= TEXT_CONTRAST
        assert contrast(tones["base-contrast-subtle"], tones[base]) >= TEXT_CONTRAST


@given(COLOURS)
def test_borders_and_marks_can_be_seen(accent: str) -> None:
    tones = ramp(accent)
    for drawn in ("border-default", "border-strong", "base-default"):
        for behind in BEHIND:
            assert contrast(tones[drawn], tones[behind]) >= OTHER_CONTRAST


@given(COLOURS)
def test_a_colour_that_can_be_read_is_left_as_it_was_chosen(accent: str) -> None:
    kept = readable(accent)
    assert (kept == accent) == (contrast(accent, WHITE) >= TEXT_CONTRAST)
    assert readable(kept) == kept


@given(COLOURS)
def test_the_pale_tones_grow_darker_in_their_order(accent: str) -> None:
    tones = ramp(accent)
    order = ["background-tinted", "surface-tinted", "surface-hover", "surface-active", "border-subtle"]
    levels = [contrast(tones[name], WHITE) for name in order]
    assert levels == sorted(levels)


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345G", "#1234567", "0b5a6b", "#0b5a6b}body{x:y"])
def test_what_is_no_colour_is_told(text: str) -> None:
    assert not is_colour(text)


def test_the_style_sheet_names_every_tone() -> None:
    assert style_sheet("#8a1c4a").count("--ds-color-accent-") == len(ramp("#8a1c4a"))
    assert "--ds-color-accent-base-default:#8a1c4a;" in style_sheet("#8a1c4a")
