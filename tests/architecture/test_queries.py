"""A longer plan asks the database no more questions than a short one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from architecture.addresses import ADDRESSES, PUBLIC
from architecture.test_addresses import path_of
from radslag.example import load_example
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store

MOST_FOR_THE_ACTION_PLAN = 8


def lengthen(cooperation: Cooperation, activities: int) -> None:
    """Let the plan have that many activities."""
    document = load_example()
    rows = tuple(islice(cycle(document.activities), activities))
    store(replace(document, activities=rows), cooperation, acting_user=None, supersede=True)


def questions(client: Client, path: str) -> int:
    """How many queries the page makes once it is warm."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", [name for name, answers in ADDRESSES.items() if answers is PUBLIC])
def test_ten_times_the_activities_ask_no_more(
    client: Client, cooperation: Cooperation, fillings: Mapping[str, Any], name: str
) -> None:
    path = path_of(name, "sv", fillings)
    lengthen(cooperation, 24)
    few = questions(client, path)
    lengthen(cooperation, 240)
    assert questions(client, path) == few
    if name == "action-plan":
        assert few <= MOST_FOR_THE_ACTION_PLAN
