"""Every page of the door in a real browser, in both languages: accessible, quiet, and never too wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation

import mailing
from architecture.addresses import DOOR
from browsing import DESKTOP, NARROWEST, PHONE, Visitor
from journeys.test_every_page import faults_of
from radslag.ground.accounts.models import User
from radslag.people.admission.actions import invite
from radslag.people.members.models import Cooperation
from radslag.windows.door.actions import LIFETIME, link_for

FOR_STRANGERS = [name for name, answers in DOOR.items() if answers.stranger == 200]
FOR_THE_SIGNED_IN = [
    name for name, answers in DOOR.items() if answers.signed_in == 200 and name != "door_extract"
]


def faults(visitor: Visitor, name: str) -> dict[tuple[str, int], list[str]]:
    """What is wrong with the page of that name, by language and width."""
    found = {}
    for language in ("sv", "en"):
        with translation.override(language):
            path = reverse(name)
        assert visitor.goto(path).status == 200
        for size in (NARROWEST, PHONE, DESKTOP):
            found[path, size["width"]] = faults_of(visitor, size)
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize("name", FOR_STRANGERS)
def test_a_page_for_strangers_is_accessible_and_fits(
    visit: Callable[..., Visitor], cooperation: Cooperation, name: str
) -> None:
    assert faults(visit(), name) == {}


@pytest.mark.parametrize("name", FOR_THE_SIGNED_IN)
def test_a_page_for_the_signed_in_is_accessible_and_fits(
    visit: Callable[..., Visitor], secretary: User, name: str
) -> None:
    visitor = visit()
    visitor.sign_in(secretary)
    assert faults(visitor, name) == {}


def test_a_link_and_an_invitation_open_pages_that_are_accessible_and_fit(
    visit: Callable[..., Visitor], cooperation: Cooperation, secretary: User
) -> None:
    invite(secretary.email, "", cooperation, acting_user=None)
    paths = (link_for(secretary, LIFETIME, acting_user=None), mailing.path_in(mailing.newest()))
    found = {}
    for path in paths:
        visitor = visit()
        assert visitor.goto(path).status == 200
        for size in (NARROWEST, DESKTOP):
            found[path, size["width"]] = faults_of(visitor, size)
    assert {where: what for where, what in found.items() if what} == {}
