"""What two people made of the same words, in one – unless they touched the same: then somebody chooses."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

MOST = 4_000
"""Words or blocks: finding what was changed in more takes too long for whoever waits."""

Item = TypeVar("Item", bound=Hashable)


def merged_words(base: str, mine: str, theirs: str) -> str | None:
    """The words with both changes in them, each with its space; None when the changes touch."""
    told = [re.findall(r"\s*\S+", words) for words in (base, mine, theirs)]
    pieces = merged(*told)
    return None if pieces is None else "".join(pieces).strip()


def merged(base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item]) -> list[Item] | None:
    """The items with both changes in them; None when the changes touch."""
    if max(len(base), len(mine), len(theirs)) > MOST:
        return None
    whole: list[Item] = []
    reached, beside = -1, False
    for start, end, put in sorted(_changes(base, mine) | _changes(base, theirs)):
        in_place = len(put) == end - start
        if start < reached or (start == reached and not (beside and in_place)):
            return None
        whole += [*base[max(reached, 0) : start], *put]
        reached, beside = end, in_place
    return [*whole, *base[max(reached, 0) :]]


def _changes(base: Sequence[Item], new: Sequence[Item]) -> set[tuple[int, int, tuple[Item, ...]]]:
    codes = SequenceMatcher(None, base, new, autojunk=False).get_opcodes()
    return {(start, end, tuple(new[there:to])) for tag, start, end, there, to in codes if tag != "equal"}
