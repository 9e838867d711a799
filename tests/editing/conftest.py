"""A plan that is not yet decided, in a cooperation with one that is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import change
from radslag.ground.editing.queries import Kind
from radslag.ground.register.models import Entry
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store
from radslag.work.plans.models import Plan


def working_plan(cooperation: Cooperation) -> Plan:
    """Next year's plan: the example's, with a programme of its own that nobody has adopted."""
    document = load_example()
    assert document.programme
    areas = tuple(
        replace(area, subgoals=tuple(replace(each, added_by=None) for each in area.subgoals))
        for area in document.programme.focus_areas
    )
    programme = replace(
        document.programme, title="Nytt program", adopted=None, amended=None, focus_areas=areas
    )
    draft = replace(document, year=2022, title="Plan 2022", decided=None, programme=programme)
    return store(draft, cooperation, acting_user=None)


@pytest.fixture
def plan(cooperation: Cooperation) -> Plan:
    """The plan for 2022, worked on."""
    return working_plan(cooperation)


def last_entry() -> Entry:
    entry = Entry.objects.order_by("-pk").first()
    assert entry
    return entry


def say(
    cooperation: Cooperation, kind: Kind, key: int, field: str, words: str, user: User | None = None
) -> str:
    """Change a field from whatever it says."""
    told = kind.field(field)
    assert told
    base = told.words(kind.rows(cooperation).get(pk=key))
    return change(cooperation, kind, key, field, base=base, words=words, acting_user=user)
