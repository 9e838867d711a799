"""A chain of entries where each carries the hash of the one before, so that nothing can be changed unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

BEGINNING = "0" * 64
"""What the first entry has instead of the hash of the one before."""


@dataclass(frozen=True)
class Link:
    """An entry as the chain sees it: `number` from 1, everything it says, the two hashes it carries."""

    number: int
    content: Mapping[str, Any]
    previous: str
    seal: str


@dataclass(frozen=True)
class Break:
    """Where a chain first fails, and in which way, as a Swedish sentence."""

    number: int
    reason: str


def seal(number: int, content: Mapping[str, Any], previous: str) -> str:
    """SHA-256, as hex, of an entry's number, everything it says and the hash of the one before.

    The content must be plain JSON values; equal content gives the same hash whatever the order of its keys.
    """
    canonical = json.dumps(
        [number, content, previous], sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def first_break(links: Iterable[Link], length: int, head: str) -> Break | None:
    """The first link that does not hold, or None; `length` and `head` say where the chain should end."""
    previous, number = BEGINNING, 0
    for number, link in enumerate(links, 1):
        if link.number != number:
            return Break(number, f"Post {number} saknas.")
        if link.previous != previous:
            return Break(number, f"Post {number} hänger inte ihop med posten före.")
        if link.seal != seal(number, link.content, previous):
            return Break(number, f"Post {number} har ändrats efter att den skrevs.")
        previous = link.seal
    if (number, previous) != (length, head):
        return Break(number + 1, f"Post {number + 1} och framåt saknas: {length} poster har skrivits.")
    return None
