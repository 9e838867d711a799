"""What each role sees on the pages they work with is accessible, on a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

import people
from architecture.addresses import ADDRESSES, PAGES
from architecture.test_addresses import path_of
from browsing import PHONE, Visitor
from journeys.test_every_page import faults_of
from radslag.people.members.models import Cooperation

WORKED_WITH = (
    "desk:desk",
    "desk:news",
    "desk:bodies",
    "desk:body",
    "desk:member",
    "desk:appoint",
    "desk:seat",
    "desk:offices",
    "desk:edit-members",
    "desk:history",
    "desk:letters",
    "desk:edit-action-plan",
    "desk:invitations",
    "desk:register",
)


@pytest.mark.parametrize("role", [role for role in people.CAST if role != "seatless"])
def test_pages_are_accessible_to_every_role(
    visit: Callable[..., Visitor], cooperation: Cooperation, fillings: Mapping[str, Any], role: str
) -> None:
    visitor = visit(viewport=PHONE)
    visitor.sign_in(people.CAST[role](cooperation))
    faults = {}
    for name in WORKED_WITH:
        answers = ADDRESSES[name].get
        if name in PAGES and answers and role in answers.roles:
            assert visitor.goto(path_of(name, "sv", fillings)).status == 200
            faults[name] = faults_of(visitor, PHONE)
    assert {name: what for name, what in faults.items() if what} == {}
