"""A body is begun, and tells what has been done in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

import people
from radslag.decisions.meetings.actions import MEETING
from radslag.domain import plan_document as domain
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.editing.actions import add
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store

BEGIN = "/{}/arbete/nytt-organ/"


@pytest.fixture
def organisation(client: Client, cooperation: Cooperation, secretary: User) -> str:
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/organisation/"


@pytest.mark.usefixtures("organisation")
def test_a_body_is_begun_and_leads_to_who_sits_in_it(client: Client, cooperation: Cooperation) -> None:
    told = {"name": "  Nätverket för   fritidschefer ", "kind": "network"}
    shown = client.post(BEGIN.format(cooperation.slug), told, follow=True).content.decode()
    assert "Nätverket för fritidschefer är upplagt." in shown
    assert cooperation.bodies.get(name="Nätverket för fritidschefer").kind == "network"


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("name", ["", " ", "x" * 201, "ledningsgruppen"])
def test_a_name_that_cannot_be_is_refused_and_kept_in_the_form(
    client: Client, cooperation: Cooperation, name: str
) -> None:
    count = cooperation.bodies.count()
    answer = client.post(BEGIN.format(cooperation.slug), {"name": name, "kind": "network"})
    assert answer.status_code == 422
    assert f'value="{name}"' in answer.content.decode() or not name.strip()
    assert cooperation.bodies.count() == count


def test_a_body_tells_what_has_been_done_in_it(
    client: Client, cooperation: Cooperation, organisation: str
) -> None:
    people.director(cooperation)
    slug = people.body_of(cooperation, "management_group").slug
    assert "Dana Direktör utsågs till ledamot för" in client.get(f"{organisation}{slug}/").content.decode()
    other = people.body_of(cooperation, "network").slug
    assert "Dana Direktör" not in client.get(f"{organisation}{other}/").content.decode()


@pytest.mark.usefixtures("organisation")
def test_a_body_called_as_a_page_is_has_a_page_of_its_own(client: Client, cooperation: Cooperation) -> None:
    told = {"name": "Nytt organ", "kind": "network"}
    answer = client.post(BEGIN.format(cooperation.slug), told, follow=True)
    assert "Nytt organ är upplagt." in answer.content.decode()
    assert "Vad som har gjorts" in answer.content.decode()


def test_who_reads_only_what_is_decided_sees_nothing_of_drafts_on_a_body(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    chosen = domain.Chair(person="Kim Ek", member=None, role="chair", year=2022)
    bodies = [replace(body, chairs=(chosen,)) for body in load_example().bodies]
    secret = domain.Body(name="Nätverket för sammanslagning", kind="network")
    draft = replace(load_example(), year=2022, title="Plan 2022", decided=None, bodies=(*bodies, secret))
    told_of = draft.cooperation
    draft = replace(
        draft, cooperation=replace(told_of, members=(*told_of.members, domain.Member(name="Nacka")))
    )
    store(draft, cooperation, acting_user=None)
    met = cooperation.bodies.get(name=bodies[0].name)
    beside = {"year": "2022", "body": str(met.pk)}
    add(cooperation, MEETING, beside, {"date": "3 mars 2022", "body": met.name}, acting_user=secretary)
    hidden = ("Kim Ek", "2022-03-03", secret.name, "Nacka")
    organisation = f"/{cooperation.slug}/arbete/organisation/"
    pages = [f"{organisation}{ending}?per=2022-05-01" for ending in ("", f"{met.slug}/")]

    client.force_login(secretary)
    told = "".join(client.get(page).content.decode() for page in pages)
    assert [words for words in hidden if words not in told] == ["2022-03-03"]
    client.force_login(people.councillor(cooperation))
    told = "".join(client.get(page).content.decode() for page in pages)
    assert [words for words in hidden if words in told] == []
    assert client.get(f"{organisation}natverket-for-sammanslagning/").status_code == 404
