"""The table that stands beside every drawing and says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column; numeric ones are set to the right."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """Cells already in words. `narrow` tables stay tables on a phone."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    narrow: bool = False

    def labelled_rows(self) -> Iterator[list[tuple[Column, str]]]:
        """Each row as pairs of a column and its cell."""
        for row in self.rows:
            yield list(zip(self.columns, row, strict=True))
