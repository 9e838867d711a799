"""The cooperation's register, to be searched and read."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404

from radslag.ground.register.queries import broken_at, chain_of, entries_of, entry_of, search_entries
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.access import plain_page
from radslag.windows.desk.queries.history import told

A_PAGE = 50


def register_page(cooperation: Cooperation, asked: dict[str, Any]) -> dict[str, Any]:
    """One page of the entries that fit what is asked for, the newest first."""
    wanted = {key: value for key, value in asked.items() if value and key != "page"}
    found = Paginator(search_entries(entries_of(cooperation.slug), **wanted), A_PAGE)
    page = found.get_page(asked.get("page") or 1)
    return plain_page(cooperation) | {
        "page": page,
        "told": [told(entry) for entry in page.object_list],
        "count": found.count,
        "narrows": bool(wanted),
    }


def entry_page(cooperation: Cooperation, number: int) -> dict[str, Any]:
    """One entry with all it says, and whether the register holds from its beginning to its end."""
    entry = entry_of(cooperation.slug, number)
    if entry is None:
        raise Http404
    chain = chain_of(cooperation.slug)
    return plain_page(cooperation) | {
        "entry": entry,
        "told": told(entry),
        "length": chain.length,
        "broken": broken_at(chain),
    }
