"""Bars to be laid beside figures in a table."""

from __future__ import annotations

from collections.abc import Sequence


def bar_widths(values: Sequence[float | int], full: float = 100.0) -> list[float]:
    """How long each value's bar is when the greatest fills `full`; nothing or less has no length."""
    greatest = max(values, default=0)
    if greatest <= 0:
        return [0.0 for _ in values]
    return [round(max(value, 0) / greatest * full, 2) for value in values]
