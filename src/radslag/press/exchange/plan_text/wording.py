"""How alike two wordings are, so that a goal is known again when it is worded or misspelt differently."""

from __future__ import annotations

import re
from functools import lru_cache

ALIKE = 0.6
"""From this likeness on, two wordings of goals are taken for the same goal."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words in lower case with single spaces, without punctuation or footnote marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=4096)
def _trigrams(text: str) -> frozenset[str]:
    padded = f"  {plain(text)} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same words: the share of letter triples that both have."""
    first, second = _trigrams(one), _trigrams(other)
    return 2 * len(first & second) / (len(first) + len(second))


def share_held(part: str, whole: str) -> float:
    """How much of the first wording is found in the other, from 0 to 1."""
    wanted = _trigrams(part)
    return len(wanted & _trigrams(whole)) / len(wanted)
