"""The desk in a browser: what comes in after the page, and what is on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

import people
from browsing import PHONE, Visitor
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store


def test_how_much_does_not_add_up_in_the_working_plan_comes_in_after_the_desk(
    visit: Callable[..., Visitor], cooperation: Cooperation, secretary: User
) -> None:
    store(replace(load_example(), year=2022, decided=None), cooperation, acting_user=None)
    visitor = visit(viewport=PHONE)
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/arbete/")
    expect(visitor.page.get_by_role("listitem").filter(has_text="Att reda ut").first).to_contain_text(
        "varningar"
    )


@pytest.mark.parametrize("place", ["organisation/", "organisation/{body}/", "kommun/{member}/", "uppdrag/"])
def test_who_sits_is_on_paper_a_document_with_its_day_and_nothing_to_press(
    visit: Callable[..., Visitor], cooperation: Cooperation, secretary: User, place: str
) -> None:
    people.network_member(cooperation)
    visitor = visit()
    visitor.sign_in(secretary)
    body, member = people.body_of(cooperation, "network"), people.member_of(cooperation)
    visitor.goto(f"/{cooperation.slug}/arbete/{place.format(body=body.slug, member=member.slug)}")
    expect(visitor.page.get_by_text("Per den").last).to_be_hidden()
    visitor.page.emulate_media(media="print")
    words = visitor.page.locator("main").inner_text()
    assert "Per den " in words
    for pressed in ("Utse", "Kommun för kommun", "Visa", "Inte för någon särskild kommun"):
        assert pressed not in words
