"""A map of any municipalities of Sweden, from the outlines that the build has drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

OUTLINES = Path(__file__).resolve().parent.parent / "static/built/municipalities.json"
LEVELS = 4
MARGIN = 0.03
TEXT = 1 / 32


class Outline(TypedDict):
    """A municipality as drawn: its name, box (west, north, east, south), where its name fits, its path."""

    name: str
    box: tuple[int, int, int, int]
    label: tuple[int, int]
    path: str


@dataclass(frozen=True)
class Area:
    """A municipality on the map: `level` 1 to 4 is how much of it there is, 0 that nothing is told."""

    code: str
    name: str
    path: str
    x: float
    y: float
    level: int
    url: str = ""


@dataclass(frozen=True)
class Map:
    """What to draw: `view_box` as SVG has it, the areas from north to south, and how large the names are."""

    view_box: str
    areas: tuple[Area, ...]
    text_size: float
    halo: float

    @property
    def linked(self) -> bool:
        """Whether areas lead somewhere, so that the map is more than a picture."""
        return any(area.url for area in self.areas)


@cache
def outlines() -> Mapping[str, Outline]:
    """All municipalities, by their four-digit code; none when the front end has not been built."""
    if not OUTLINES.exists():
        return {}
    read: dict[str, Outline] = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return read


def map_of(
    codes: Iterable[str],
    *,
    values: Mapping[str, float] | None = None,
    urls: Mapping[str, str] | None = None,
) -> Map | None:
    """The municipalities with these codes, filling the picture; None when none of them is known.

    `values` shade each area by where it lies between nothing and the greatest; `urls` make areas links.
    """
    known = {code: outlines()[code] for code in codes if code in outlines()}
    if not known:
        return None
    west, north, width, height = _frame_of(known.values())
    levels = _levels(values or {})
    areas = [
        Area(
            code,
            found["name"],
            found["path"],
            *found["label"],
            levels.get(code, 0),
            (urls or {}).get(code, ""),
        )
        for code, found in known.items()
    ]
    size = round(max(width, height) * TEXT, 1)
    view_box = f"{west:.0f} {north:.0f} {width:.0f} {height:.0f}"
    return Map(view_box, tuple(sorted(areas, key=lambda area: (area.y, area.x))), size, round(size / 4, 1))


def _frame_of(found: Iterable[Outline]) -> tuple[float, float, float, float]:
    """West, north, width and height of what holds all the boxes, with a margin."""
    wests, norths, easts, souths = zip(*(outline["box"] for outline in found), strict=True)
    width, height = max(easts) - min(wests), max(souths) - min(norths)
    margin = max(width, height) * MARGIN
    return min(wests) - margin, min(norths) - margin, width + 2 * margin, height + 2 * margin


def _levels(values: Mapping[str, float]) -> dict[str, int]:
    """Each value's step from 1 to 4, counted in equal parts of the greatest."""
    greatest = max(values.values(), default=0)
    if greatest <= 0:
        return {}
    return {code: max(1, min(LEVELS, -int(-value * LEVELS // greatest))) for code, value in values.items()}
