"""A vacancy is noticed and filled: the director appoints between two meetings, the secretariat sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

import people
from browsing import DESKTOP, PHONE, Visitor
from radslag.people.members.models import Cooperation


@pytest.fixture
def vacant(cooperation: Cooperation) -> str:
    """The network in which all members but the director's have somebody."""
    network = people.body_of(cooperation, "network")
    for number, member in enumerate(cooperation.members.all()[1:]):
        people.seated(cooperation, f"Ledamot{number} Ek", "ordinary", network, member)
    return network.name


def test_a_director_fills_a_vacancy_and_the_secretary_sees_it_filled(
    visit: Callable[..., Visitor], cooperation: Cooperation, vacant: str
) -> None:
    director, secretary = people.director(cooperation), people.secretary(cooperation)
    member = people.member_of(cooperation).name
    words = f"{member} saknar ledamot i {vacant[:1].lower()}{vacant[1:]}"

    at_her_desk = visit(viewport=DESKTOP)
    at_her_desk.sign_in(secretary)
    at_her_desk.goto(f"/{cooperation.slug}/arbete/organisation/")
    expect(at_her_desk.page.get_by_text(words)).to_be_visible()

    on_the_move = visit(viewport=PHONE)
    on_the_move.sign_in(director)
    page = on_the_move.page
    on_the_move.goto(f"/{cooperation.slug}/arbete/")
    page.get_by_role("link", name=member, exact=True).click()
    expect(page.get_by_text("1 vakans")).to_be_visible()
    page.get_by_role("link", name=f"Utse för {member} i {vacant}").click()
    page.get_by_label("Namn").fill("Kim Ek")
    page.get_by_label("E-post").fill("kim.ek@kommun.example")
    page.get_by_role("button", name="Utse").click()
    expect(page.get_by_role("status")).to_contain_text(f"Kim Ek är ledamot för {member}")
    expect(page.get_by_text("1 vakans")).to_have_count(0)
    assert on_the_move.violations() == []

    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("1 vakans")).to_be_visible()
    page.get_by_role("link", name=f"Utse för {member} i {vacant}").click()
    page.get_by_label("Namn").fill("Mo Al")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"Mo Al är ledamot för {member}")

    at_her_desk.page.reload()
    expect(at_her_desk.page.get_by_text(words)).to_have_count(0)
    at_her_desk.page.get_by_role("link", name=vacant).click()
    expect(at_her_desk.page.get_by_text("utsedd av Dana Direktör")).to_be_visible()
    assert at_her_desk.violations() == []
