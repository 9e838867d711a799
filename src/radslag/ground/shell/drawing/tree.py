"""What a tree of goals is drawn from; the style sheet lays it out, so words may be as long as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """A place in the tree: `kicker` stands above the title, `note` below."""

    title: str
    kicker: str = ""
    url: str = ""
    note: str = ""
    children: tuple[Node, ...] = ()
