"""A page in editing, open in a window, with a server that can be lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from browsing import Visitor
from shell import editing

NETWORK = "Failed to load resource"


@pytest.fixture
def edit(visit: Callable[..., Visitor]) -> Iterator[Callable[..., Visitor]]:
    """Opens the page in editing; what the browser says of refused or lost requests is to be expected."""
    editing.memory.begin()
    opened: list[Visitor] = []

    def open_page(address: str = "/bygden/", **wishes: Any) -> Visitor:
        visitor = visit(**wishes)
        visitor.page.on("dialog", lambda dialog: dialog.accept())
        visitor.goto(address)
        opened.append(visitor)
        return visitor

    yield open_page
    for visitor in opened:
        visitor.faults[:] = [fault for fault in visitor.faults if not fault.startswith(NETWORK)]
