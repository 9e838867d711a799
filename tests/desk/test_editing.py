"""A working plan's pages, and what the addresses of its words answer."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import people
from editing.conftest import working_plan
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import Activity, Plan
from radslag.work.programme.models import FocusArea, Subgoal

MOST_FOR_A_PAGE = 12


@pytest.fixture
def plan(cooperation: Cooperation) -> Plan:
    return working_plan(cooperation)


@pytest.fixture
def activity(plan: Plan) -> Activity:
    return plan.activities.all()[0]


@pytest.fixture
def desk(cooperation: Cooperation, client: Client, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/"


FETCH = {"X-Requested-With": "fetch"}


def test_a_script_is_answered_with_the_words_as_they_are_kept(
    client: Client, desk: str, activity: Activity, secretary: User
) -> None:
    address = f"{desk}andra/activity/{activity.pk}/time/"
    answer = client.post(address, {"base": "Löpande", "words": " Våren  2022"}, headers=FETCH)
    assert answer.status_code == 200
    assert answer.json()["words"] == "Våren 2022"
    assert answer.json()["message"].startswith("Sparat ")
    late = client.post(address, {"base": "Löpande", "words": "Hösten"}, headers=FETCH)
    assert late.status_code == 409
    assert (late.json()["theirs"], late.json()["by"]) == ("Våren 2022", str(secretary))
    refused = client.post(
        f"{desk}andra/activity/{activity.pk}/title/", {"base": "", "words": "x" * 20_001}, headers=FETCH
    )
    assert refused.status_code == 422
    assert "för långt" in refused.json()["fault"]


def test_without_a_script_one_comes_back_to_the_page_and_both_texts_are_kept(
    client: Client, desk: str, activity: Activity
) -> None:
    address, back = f"{desk}andra/activity/{activity.pk}/comment/", f"{desk}2022/handlingsplan/"
    sent = {"base": activity.comment or "", "words": "Först", "back": back}
    answer = client.post(address, sent)
    assert answer.headers["Location"] == f"{back}#activity-{activity.pk}"
    late = client.post(address, sent | {"words": "Sent"})
    assert late.status_code == 409
    shown = late.content.decode()
    assert "Först" in shown
    assert "Sent</textarea>" in shown
    assert client.post(address, {"base": "Först", "words": "Sent", "back": back}).status_code == 302


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x", ""])
def test_nobody_is_led_elsewhere(client: Client, desk: str, activity: Activity, back: str) -> None:
    address = f"{desk}andra/activity/{activity.pk}/flytta/"
    assert client.post(address, {"move": "down", "back": back}).headers["Location"].startswith(desk)


def test_a_row_is_added_moved_removed_and_brought_back(client: Client, desk: str, plan: Plan) -> None:
    back = f"{desk}2022/handlingsplan/"
    client.post(f"{desk}andra/activity/ny/", {"year": "2022", "words": "Ny aktivitet", "back": back})
    new = plan.activities.get(title="Ny aktivitet")
    client.post(f"{desk}andra/activity/{new.pk}/flytta/", {"to": "2"}, headers=FETCH)
    assert list(plan.activities.all())[1] == new
    client.post(f"{desk}andra/activity/{new.pk}/ta-bort/", {"back": back})
    shown = client.get(back).content.decode()
    assert "Ny aktivitet togs bort" in shown
    number = Entry.objects.order_by("-pk").values_list("number", flat=True)[0]
    client.post(f"{desk}andra/angra/{number}/", {"back": back})
    assert list(plan.activities.all())[1] == new
    changes = client.get(f"{desk}2022/andringar/").content.decode()
    assert "Ångrat: Ny aktivitet lades till" in changes


def test_a_sub_goal_is_moved_to_another_focus_area_with_and_without_a_script(
    client: Client, desk: str, plan: Plan
) -> None:
    assert plan.programme
    first, second, *_others = plan.programme.focus_areas.all()
    goal, back = first.subgoals.all()[0], f"{desk}2022/mal/"
    address = f"{desk}andra/subgoal/{goal.pk}/flytta/"
    answer = client.post(address, {"home": second.pk, "back": back})
    assert answer.headers["Location"] == f"{back}#subgoal-{goal.pk}"
    assert second.subgoals.last() == goal
    assert client.post(address, {"home": first.pk, "to": "1"}, headers=FETCH).status_code == 200
    assert first.subgoals.first() == goal
    assert client.post(address, {"home": "999999"}, headers=FETCH).status_code == 404
    changes = client.get(f"{desk}2022/andringar/").content.decode()
    assert f"{goal.title} flyttades från {first.name} till {second.name}" in changes


def test_sub_goals_are_ticked_and_words_that_no_sub_goal_matches_stay(
    client: Client, desk: str, plan: Plan, activity: Activity
) -> None:
    assert plan.programme
    goals = [goal.title for area in plan.programme.focus_areas.all() for goal in area.subgoals.all()]
    activity.goals.all().delete()
    activity.goals.create(position=0, text="Ur tiden")
    activity.goals.create(
        position=1, subgoal=Subgoal.objects.get(focus_area__programme=plan.programme, title=goals[4])
    )
    address, back = f"{desk}andra/activity/{activity.pk}/subgoals/", f"{desk}2022/handlingsplan/"
    shown = client.get(back).content.decode()
    assert shown.count('value="Ur tiden" checked') == 1
    base = f"Ur tiden\n{goals[4]}"
    ticked = [goals[0], goals[4], "Ur tiden"]
    assert client.post(address, {"base": base, "words": ticked, "back": back}).status_code == 302
    assert [str(goal) for goal in activity.goals.all()] == ["Ur tiden", goals[4], goals[0]]
    late = client.post(address, {"base": base, "words": [goals[4]], "back": back})
    assert late.status_code == 409
    shown = late.content.decode()
    assert f"<br>{goals[0]}" in shown
    assert shown.count(" checked") == 1
    assert client.post(address, {"base": "\n".join(["Ur tiden", goals[4], goals[0]])}).status_code == 302
    assert not activity.goals.exists()


def test_the_programme_is_chosen_when_there_are_several(
    client: Client, desk: str, cooperation: Cooperation, plan: Plan
) -> None:
    asked = f"{desk}andra/plan/{plan.pk}/programme/"
    assert asked in client.get(f"{desk}2022/").content.decode()
    adopted = cooperation.programmes.all()[0]
    assert client.post(asked, {"base": "Nytt program", "words": adopted.title}).status_code == 302
    assert Plan.objects.get(pk=plan.pk).programme == adopted
    FocusArea.objects.filter(programme__title="Nytt program").delete()
    cooperation.programmes.get(title="Nytt program").delete()
    shown = client.get(f"{desk}2022/").content.decode()
    assert asked not in shown
    assert adopted.title in shown


def test_a_body_is_removed_from_its_page_and_brought_back_from_the_organisation(
    client: Client, desk: str, cooperation: Cooperation, secretary: User
) -> None:
    body = begin_body(cooperation, "Laddnätverket", "network", acting_user=secretary)
    back, onward = f"{desk}organisation/{body.slug}/andra/", f"{desk}organisation/"
    address = f"{desk}andra/body/{body.pk}/ta-bort/"
    assert address in client.get(back).content.decode()
    answer = client.post(address, {"back": back, "onward": onward})
    assert answer.headers["Location"] == onward
    shown = client.get(onward).content.decode()
    assert "Laddnätverket togs bort" in shown
    number = Entry.objects.order_by("-pk").values_list("number", flat=True)[0]
    client.post(f"{desk}andra/angra/{number}/", {"back": onward})
    shown = client.get(onward).content.decode()
    assert f"/organisation/{body.slug}/" in shown
    assert "togs bort" not in shown
    kept = cooperation.bodies.all()[0]
    answer = client.post(
        f"{desk}andra/body/{kept.pk}/ta-bort/",
        {"back": f"{desk}organisation/{kept.slug}/andra/", "onward": onward},
    )
    assert "kan inte tas bort" in client.get(answer.headers["Location"]).content.decode()
    assert answer.headers["Location"] != onward


def test_what_somebody_has_removed_is_told_and_the_words_stay(
    client: Client, desk: str, cooperation: Cooperation, plan: Plan, activity: Activity
) -> None:
    address, back = f"{desk}andra/activity/{activity.pk}/", f"{desk}2022/handlingsplan/"
    client.post(f"{address}ta-bort/", {"back": back})
    sent = {"base": activity.comment or "", "words": "Vi har börjat."}
    assert "har tagit bort det här" in client.post(f"{address}comment/", sent, headers=FETCH).json()["fault"]
    kept = client.post(f"{address}comment/", sent | {"back": back})
    assert kept.status_code == 422
    assert "Vi har börjat.</textarea>" in kept.content.decode()
    assert client.post(f"{address}ta-bort/", {"back": back}).headers["Location"] == back
    assert "har tagit bort det här" in client.get(back).content.decode()
    answer = client.post(f"{desk}andra/subgoal/ny/", {"area": "999999", "words": "Nytt", "back": back})
    assert answer.headers["Location"] == back
    client.force_login(people.councillor(cooperation))
    assert client.post(f"{address}comment/", sent, headers=FETCH).status_code == 404
    assert client.post(f"{address}ta-bort/", {"back": back}).status_code == 404


EMPTY = {
    "mal/": "The plan has no programme",
    "handlingsplan/": "No activities yet.",
    "kalender/": "No meetings yet.",
    "budget/": "The fee and the totals are set once the budget has its first line.",
    "text/": "No running text yet.",
    "andringar/": "Nothing has been changed yet",
}


@pytest.mark.parametrize("ending", EMPTY)
def test_what_is_empty_says_so(client: Client, desk: str, cooperation: Cooperation, ending: str) -> None:
    Plan.objects.create(cooperation=cooperation, year=2023, title="Plan 2023")
    assert (
        EMPTY[ending]
        in client.get(f"{desk.replace('/arbete/', '/en/arbete/')}2023/{ending}").content.decode()
    )


def test_why_something_is_read_only_is_said_in_the_language_of_the_page(
    client: Client, desk: str, cooperation: Cooperation, plan: Plan
) -> None:
    english, body = desk.replace("/arbete/", "/en/arbete/"), cooperation.bodies.all()[0]
    shown = client.get(f"{english}organisation/{body.slug}/andra/").content.decode()
    assert "decided 14 January 2021. Its name is changed only by a later decision." in shown
    assert f"/andra/body/{body.pk}/name/" not in shown
    assert f"/andra/body/{body.pk}/kind/" in shown
    Plan.objects.filter(pk=plan.pk).update(programme=cooperation.programmes.all()[0])
    shown = client.get(f"{english}2022/mal/").content.decode()
    assert "What is decided is not edited, only replaced by a later decision. This rests on “" in shown
    assert "är beslutad" not in shown


def test_those_responsible_see_their_own_rows_open_and_the_others_closed(
    client: Client, cooperation: Cooperation, plan: Plan
) -> None:
    nikki = people.network_member(cooperation)
    for activity in plan.activities.all():
        activity.responsible.all().delete()
    own, other = plan.activities.all()[:2]
    own.responsible.create(position=0, body=nikki.seats.get().body)
    client.force_login(nikki)
    shown = client.get(f"/{cooperation.slug}/arbete/2022/handlingsplan/").content.decode()
    assert f"/andra/activity/{own.pk}/comment/" in shown
    assert f"/andra/activity/{own.pk}/subgoals/" not in shown
    assert f"/andra/activity/{other.pk}/comment/" not in shown
    assert f"/andra/activity/{own.pk}/ta-bort/" not in shown


def test_what_is_changed_is_in_the_whole_plan_at_once(
    client: Client, cooperation: Cooperation, desk: str, activity: Activity
) -> None:
    plan = f"/{cooperation.slug}/2022/verksamhetsplan.json"
    assert "Våren 2022" not in client.get(plan).content.decode()
    client.post(f"{desk}andra/activity/{activity.pk}/time/", {"base": "Löpande", "words": "Våren 2022"})
    assert "Våren 2022" in client.get(plan).content.decode()


def test_a_decided_plan_is_shown_closed_with_its_decision(client: Client, desk: str) -> None:
    for ending in ("", "mal/", "handlingsplan/", "kalender/", "budget/", "text/"):
        shown = client.get(f"{desk}2021/{ending}").content.decode()
        assert "data-save" not in shown
        assert "14 januari 2021" in shown


@pytest.mark.parametrize("ending", ["mal/", "handlingsplan/", "kalender/", "budget/", "text/", "andringar/"])
def test_a_page_asks_as_much_however_long_the_plan_is(
    client: Client, desk: str, plan: Plan, ending: str
) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{desk}2022/{ending}").status_code == 200
        return len(asked)

    questions()
    many = questions()
    plan.activities.filter(position__gt=11).delete()
    plan.sections.filter(position__gt=11).delete()
    assert questions() == many
    assert many <= MOST_FOR_A_PAGE


@pytest.mark.parametrize("name", ["plan", "okänd"])
def test_what_there_is_none_of_is_not_found(client: Client, desk: str, plan: Plan, name: str) -> None:
    assert client.post(f"{desk}andra/{name}/999999/title/", {"words": "x"}).status_code == 404
    assert client.post(f"{desk}andra/{name}/ny/", {"words": "x"}).status_code == 404


def test_the_notice_of_a_decision_is_not_headed_by_the_title_of_the_page(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    client.force_login(secretary)
    shown = client.get(f"/{cooperation.slug}/arbete/2021/mal/").content.decode()
    assert "ds-alert" in shown
    assert "<h2>Mål</h2>" not in shown


def test_a_thing_has_its_history_and_changes_are_taken_back_from_there_even_a_removal(
    client: Client, desk: str, activity: Activity
) -> None:
    path = f"{desk}andra/activity/{activity.pk}/historik/"
    assert f'href="{path}"' in client.get(f"{desk}2022/handlingsplan/").content.decode()
    assert "Inget har ändrats än" in client.get(path).content.decode()
    client.post(f"{desk}andra/activity/{activity.pk}/time/", {"base": "Löpande", "words": "Våren 2022"})
    client.post(f"{desk}andra/activity/{activity.pk}/ta-bort/")
    shown = client.get(path).content.decode()
    assert "Våren 2022" in shown
    assert "<li>Den är borttagen</li>" in shown
    removal = Entry.objects.get(about=f"activity:{activity.pk}", verb="removed").number
    back = client.post(f"{desk}andra/angra/{removal}/", {"back": path}, follow=True)
    assert "<li>Den är borttagen</li>" not in back.content.decode()
    assert Activity.objects.get(pk=activity.pk).time_text == "Våren 2022"
    assert client.get(f"{desk}andra/activity/{activity.pk + 9999}/historik/").status_code == 404
