"""How a cooperation shows itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Look:
    """Its name and the area it speaks for, its colour as #rrggbb and its emblem's file name.

    Without a colour or an emblem it has those of the installation.
    """

    name: str
    area: str = ""
    accent: str = ""
    emblem: str = ""
