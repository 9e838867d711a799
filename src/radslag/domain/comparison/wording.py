"""What differs between two wordings, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

LONGEST = 4_000
"""Words; longer texts are told apart whole, as the time it takes grows with the square of their length."""


@dataclass(frozen=True)
class Stretch:
    """Some words that both wordings have, or only one of them."""

    text: str
    change: Literal["same", "removed", "added"]


def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Both wordings in one: the same and removed stretches are the earlier, the same and added the later."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    if max(len(old), len(new)) > LONGEST:
        old, new = [before], [after]
    stretches: list[Stretch] = []
    for _tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] == new[k:m]:
            stretches.append(Stretch("".join(old[i:j]), "same"))
            continue
        stretches.append(Stretch("".join(old[i:j]), "removed"))
        stretches.append(Stretch("".join(new[k:m]), "added"))
    return tuple(stretch for stretch in stretches if stretch.text)
