"""Next year's plan is made at the desk, as a draft that overwrites nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.editions.queries import in_force
from radslag.work.plans.queries import plan_of_year


@pytest.fixture
def page(cooperation: Cooperation, secretary: User, client: Client) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/nasta-ar/"


def test_the_proposal_is_shown_with_its_reasons(client: Client, page: str) -> None:
    shown = client.get(page).content.decode()
    assert shown.count(' name="rows"') == 22
    assert shown.count(" checked") == 19
    assert "Torsdag 14 april 2022 är skärtorsdagen; flyttat till 21 april." in shown


def test_what_was_chosen_becomes_a_draft_that_strangers_do_not_see(
    client: Client, page: str, cooperation: Cooperation
) -> None:
    sent = {"rows": ["1", "8"], "person_0": "Kim Ek", "member_0": "Salem", "count_0": "95000"}
    answer = client.post(page, sent)
    assert answer.headers["Location"] == f"/{cooperation.slug}/2022/"
    plan = plan_of_year(cooperation, 2022)
    assert plan is not None
    document = in_force(plan)
    assert (document.decided, len(document.activities), len(document.meetings)) == (None, 2, 14)
    assert [(each.person, each.member, each.year) for each in document.bodies[0].chairs] == [
        ("Kim Ek", "Salem", 2022)
    ]
    assert client.get(f"/{cooperation.slug}/2022/jamfor/2021/").status_code == 200
    for path in ("2022/", "2022/jamfor/2021/", "2021/jamfor/2022/", "2022/jamfor/2021/jamforelse.csv"):
        assert Client().get(f"/{cooperation.slug}/{path}").status_code == 404


def test_a_plan_that_exists_is_not_overwritten(client: Client, page: str, cooperation: Cooperation) -> None:
    client.post(page, {"rows": ["1"]})
    again = client.post(page, {"rows": ["1", "2", "3"]})
    assert "Det finns redan en plan" in again.content.decode()
    plan = plan_of_year(cooperation, 2022)
    assert plan is not None
    assert len(in_force(plan).activities) == 1


def test_figures_that_are_none_are_refused_and_kept(
    client: Client, page: str, cooperation: Cooperation
) -> None:
    answer = client.post(page, {"rows": ["1"], "count_0": "många"})
    assert answer.status_code == 422
    assert 'value="många"' in answer.content.decode()
    assert plan_of_year(cooperation, 2022) is None
