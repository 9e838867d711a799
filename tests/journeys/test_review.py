"""Reviewing what was read, with the source beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

import people
from browsing import DESKTOP, PHONE, Visitor
from radslag.people.members.actions import begin_cooperation
from radslag.press.editions.actions import take_in
from radslag.press.editions.models import Draft
from radslag.press.exchange.reading import read_plan

PLAN = Path(__file__).parents[1] / "exchange/plans/slatten-2023.txt"


@pytest.fixture
def draft(db: None) -> Draft:
    """A plan read from text, two of its values doubtful."""
    told = replace(read_plan(PLAN.read_bytes()).cooperation, area=None)
    cooperation = begin_cooperation(told, acting_user=None)
    return take_in(PLAN.read_bytes(), PLAN.name, cooperation, acting_user=None)


@pytest.fixture
def reviewer(visit: Callable[..., Visitor], draft: Draft) -> Callable[..., Visitor]:
    """Opens the draft in a window of a size, as the secretary."""

    def open_draft(size: dict[str, int]) -> Visitor:
        visitor = visit(viewport=size)
        visitor.sign_in(secretary)
        visitor.goto(f"/{draft.cooperation.slug}/arbete/import/{draft.pk}/")
        return visitor

    secretary = people.secretary(draft.cooperation)
    return open_draft


def test_what_is_doubtful_is_confirmed_one_by_one(reviewer: Callable[..., Visitor]) -> None:
    page = reviewer(DESKTOP).page
    for done in (1, 2):
        page.get_by_role("button", name="Det är rätt så").first.click()
        expect(page.get_by_label(f"{done} av 2 tveksamma granskade")).to_have_js_property("value", done)
    expect(page.get_by_role("button", name="Det är rätt så")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_a_value_leads_to_its_line_in_the_source(
    reviewer: Callable[..., Visitor], size: dict[str, int]
) -> None:
    page = reviewer(size).page
    page.evaluate("document.querySelector('.source').scrollTop = 1e6")
    link = page.get_by_role("link", name="se det där").first
    line = page.locator(link.get_attribute("href") or "")
    expect(line).not_to_be_in_viewport()
    link.click()
    expect(line).to_be_in_viewport()


def test_every_value_can_be_corrected_from_the_keyboard(reviewer: Callable[..., Visitor]) -> None:
    page = reviewer(DESKTOP).page
    field = page.get_by_label("Läst som").first
    field.focus()
    field.fill("Rättat från tangentbordet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("sparat i utkastet")
    expect(page.get_by_label("Läst som").last).to_have_value("Rättat från tangentbordet")
