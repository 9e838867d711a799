"""A plan edited in the page: two windows on the same words, rows moved and removed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

import people
from browsing import PHONE, Visitor
from editing.conftest import working_plan
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import remove
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import decide
from radslag.work.plans.actions.editing import ACTIVITY
from radslag.work.plans.models import Plan

ACTIONS = "arbete/2022/handlingsplan/"


@pytest.fixture
def plan(cooperation: Cooperation) -> Plan:
    return working_plan(cooperation)


def test_two_who_write_the_same_lose_no_word(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    colleague = people.administrator(cooperation)
    row = plan.activities.all()[0]
    row.comment = "Följ och svara på remisser hela året"
    row.save()
    windows = []
    for who in (secretary, colleague):
        visitor = visit()
        visitor.sign_in(who)
        visitor.goto(f"/{cooperation.slug}/{ACTIONS}")
        windows.append(visitor.page)
    earlier, later = (page.locator(f"#activity-{row.pk}-comment") for page in windows)
    earlier.fill("Följ och svara på remisser hela våren")
    form = windows[0].locator("form", has=windows[0].locator(f"#activity-{row.pk}-comment"))
    expect(form.get_by_role("status")).to_contain_text("Sparat")
    later.fill("Bevaka och svara på remisser hela året")
    with windows[1].expect_response(lambda answer: answer.request.method == "POST") as answered:
        later.blur()
    assert answered.value.status == 409
    choice = windows[1].locator(".choice")
    expect(choice).to_contain_text("hela våren")
    choice.get_by_role("button", name="Använd båda").click()
    expect(later).to_have_value("Bevaka och svara på remisser hela våren")
    windows[1].keyboard.press("Control+s")
    later_form = windows[1].locator("form", has=windows[1].locator(f"#activity-{row.pk}-comment"))
    expect(later_form.get_by_role("status")).to_contain_text("Sparat")
    told = [fault for fault in visitor.faults if "409" not in fault]
    visitor.faults[:] = told  # the browser's console tells of every refusal
    row.refresh_from_db()
    assert row.comment == "Bevaka och svara på remisser hela våren"


def test_words_for_a_row_that_somebody_removes_meanwhile_are_not_lost(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    colleague = people.administrator(cooperation)
    visitor = visit(viewport=PHONE)
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/{ACTIONS}")
    page, row = visitor.page, plan.activities.all()[0]
    page.on("dialog", lambda dialog: dialog.accept())
    remove(cooperation, ACTIVITY, row.pk, acting_user=colleague)
    page.locator(f"#activity-{row.pk}-comment").fill("Vi har börjat.")
    page.keyboard.press("Tab")
    form = page.locator("form", has=page.locator(f"#activity-{row.pk}-comment"))
    expect(form.get_by_role("alert")).to_contain_text(f"{colleague} har tagit bort det här.")
    page.reload()
    expect(page.locator(f"#activity-{row.pk}")).to_have_count(0)
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("main")).to_contain_text("Vi har börjat.")
    page.get_by_role("button", name="Släng").click()
    page.reload()
    expect(page.get_by_role("button", name="Visa")).to_have_count(0)
    visitor.faults[:] = [fault for fault in visitor.faults if "422" not in fault]


def test_words_for_a_plan_that_is_decided_meanwhile_are_not_lost(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    visitor = visit()
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/{ACTIONS}")
    page, row = visitor.page, plan.activities.all()[0]
    page.on("dialog", lambda dialog: dialog.accept())
    decide(plan, date(2021, 12, 9), acting_user=secretary)
    page.locator(f"#activity-{row.pk}-comment").fill("Vi har börjat.")
    page.keyboard.press("Tab")
    form = page.locator("form", has=page.locator(f"#activity-{row.pk}-comment"))
    expect(form.get_by_role("alert")).to_contain_text("9 december 2021")
    page.reload()
    expect(page.locator(".offer")).to_contain_text("till något som inte längre kan ändras")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("main")).to_contain_text("Vi har börjat.")
    visitor.faults[:] = [fault for fault in visitor.faults if "422" not in fault]


def test_a_sub_goal_is_moved_to_another_focus_area_by_hand_and_back_from_the_history(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    visitor = visit()
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/arbete/2022/mal/")
    assert plan.programme
    page, (first, second, *_others) = visitor.page, plan.programme.focus_areas.all()
    goal = first.subgoals.all()[0]
    item = page.locator(f"#subgoal-{goal.pk}")
    item.get_by_text("Flytta till …").click()
    with page.expect_response(lambda answer: "/flytta/" in answer.url):
        item.get_by_role("button", name=second.name).click()
    expect(page.locator(f"#subgoals-{second.pk} li").last).to_have_attribute("id", f"subgoal-{goal.pk}")
    assert second.subgoals.last() == goal
    page.get_by_role("link", name="Ändringar").click()
    moved = page.get_by_role("listitem").filter(has_text=f"flyttades från {first.name} till {second.name}")
    moved.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("Ångrad")).to_have_count(1)
    assert first.subgoals.first() == goal
    assert visitor.violations() == []


def test_what_a_hurried_hand_presses_twice_is_sent_once(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    visitor = visit()
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/{ACTIONS}")
    press = "form => form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))"
    form = visitor.page.locator("form.adding")
    assert [form.evaluate(press), form.evaluate(press)] == [True, False]


def test_a_row_is_moved_by_keyboard_removed_and_brought_back(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User
) -> None:
    visitor = visit(viewport=PHONE)
    visitor.sign_in(secretary)
    visitor.goto(f"/{cooperation.slug}/{ACTIONS}")
    page, keys = visitor.page, list(plan.activities.values_list("pk", flat=True))
    down = page.locator(f"#activity-{keys[0]}").get_by_role("button", name="Flytta ned")
    down.focus()
    with page.expect_response(lambda answer: "/flytta/" in answer.url):
        page.keyboard.press("Enter")
    assert list(plan.activities.values_list("pk", flat=True))[:2] == [keys[1], keys[0]]
    page.locator(f"#activity-{keys[0]}").get_by_role("button", name="Ta bort").click()
    expect(page.locator(f"#activity-{keys[0]}")).to_have_count(0)
    page.locator(".latest").get_by_role("button", name="Ångra").click()
    expect(page.locator(f"#activity-{keys[0]}")).to_be_visible()
    page.get_by_role("link", name="Ändringar").click()
    moved = page.get_by_role("listitem").filter(has_text="från plats 1 till plats 2")
    moved.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("Ångrad")).to_have_count(2)
    assert list(plan.activities.values_list("pk", flat=True)) == keys
    assert visitor.violations() == []


@pytest.mark.parametrize("ending", ["", "mal/", "handlingsplan/", "kalender/", "budget/", "text/"])
def test_every_page_of_a_working_plan_is_accessible_and_fits(
    visit: Callable[..., Visitor], cooperation: Cooperation, plan: Plan, secretary: User, ending: str
) -> None:
    visitor = visit()
    visitor.sign_in(secretary)
    for language in ("", "en/"):
        visitor.goto(f"/{cooperation.slug}/{language}arbete/2022/{ending}")
        for width in (320, 1280):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
        assert visitor.violations() == []
