"""Bars beside figures."""

from radslag.ground.shell.drawing.bars import bar_widths


def test_the_greatest_fills_the_cell() -> None:
    assert bar_widths([50, 200, 0, -10]) == [25.0, 100.0, 0.0, 0.0]


def test_nothing_at_all_draws_nothing() -> None:
    assert bar_widths([]) == []
    assert bar_widths([0, 0]) == [0.0, 0.0]
