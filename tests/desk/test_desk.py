"""The desk: a plan file taken in, reviewed beside its source, corrected, stored or put away."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import people
from radslag.domain.plan_document import Cooperation as ToldCooperation
from radslag.domain.plan_document import Member, PlanDocument
from radslag.ground.accounts.models import User
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.models import Draft
from radslag.press.exchange.plan_json import write_plan_json
from radslag.press.exchange.reading import read_plan
from radslag.windows.desk.forms import drafts as forms

PLAN = Path(__file__).parents[1] / "exchange/plans/slatten-2023.txt"


@pytest.fixture
def cooperation(db: None) -> Cooperation:
    """The cooperation whose plan `PLAN` is, with no plan yet."""
    told = read_plan(PLAN.read_bytes()).cooperation
    return begin_cooperation(replace(told, area=None), acting_user=None)


@pytest.fixture
def desk(cooperation: Cooperation, client: Client) -> str:
    """The address of the desk, with the secretary signed in."""
    client.force_login(people.secretary(cooperation))
    return f"/{cooperation.slug}/arbete/"


def upload(client: Client, desk: str, data: bytes, name: str = "plan.txt") -> str:
    """Take the file in; the address one is sent to, or the page if one stays."""
    response = client.post(f"{desk}import/", {"file": SimpleUploadedFile(name, data)})
    if response.status_code == 302:
        return response.headers["Location"]
    assert response.status_code == 422
    return response.content.decode()


@pytest.fixture
def draft(client: Client, desk: str) -> str:
    """The address of a draft awaiting review."""
    return upload(client, desk, PLAN.read_bytes())


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def doubtful(page: str) -> list[tuple[str, str]]:
    """What is to be reviewed, in the page's order: the pointer and the words read."""
    return re.findall(r'name="pointer" value="([^"]*)".*?name="words" value="([^"]*)"', page, re.DOTALL)


@pytest.mark.parametrize("path", ["", "import/", "import/1/"])
def test_to_an_account_without_a_seat_there_is_no_desk(
    client: Client, cooperation: Cooperation, path: str
) -> None:
    client.force_login(User.objects.create_user("utan@uppdrag.example"))
    assert client.get(f"/{cooperation.slug}/arbete/{path}").status_code == 404


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "tom"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "text"),
        ("Kära dagbok, idag hände inget.\n".encode(), "plan"),
        (b'{"format": "radslag-plan/1"', "JSON"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence_by_its_field(
    client: Client, desk: str, data: bytes, told: str
) -> None:
    answer = upload(client, desk, data)
    [fault] = re.findall(r'<div class="ds-validation-message"[^>]*>(.*?)</div>', answer, re.DOTALL)
    assert told.casefold() in fault.casefold()
    assert not Draft.objects.exists()


def test_no_file_and_too_large_a_file_are_told_apart(
    client: Client, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.post(f"{desk}import/").status_code == 422
    monkeypatch.setattr(forms, "LARGEST_FILE", 10)
    assert "större än 20 MB" in upload(client, desk, b"x" * 11)


def test_the_same_file_twice_is_the_same_draft(client: Client, desk: str, draft: str) -> None:
    assert upload(client, desk, PLAN.read_bytes(), "samma-fil.txt") == draft
    assert Draft.objects.count() == 1


def test_a_draft_awaits_on_the_desk_and_shows_what_was_read(client: Client, desk: str, draft: str) -> None:
    assert f'href="{draft}"' in page(client, desk)
    shown = page(client, draft)
    assert "0 av 2 tveksamma granskade" in shown
    assert re.search(r"<dt>aktiviteter</dt>\s*<dd>5</dd>", shown)
    assert '<li id="line-1" value="1" data-use="used">Slättkommunerna</li>' in shown
    for _pointer, words in doubtful(shown):
        assert words


def test_every_doubtful_value_leads_to_its_line_in_the_source(client: Client, draft: str) -> None:
    shown = page(client, draft)
    lines = re.findall(r'href="#line-(\d+)"', shown)
    assert lines
    assert [line for line in lines if f'id="line-{line}"' not in shown] == []


def test_confirming_counts_as_reviewed_and_moves_it_last(client: Client, draft: str) -> None:
    first, second = doubtful(page(client, draft))
    answer = client.post(f"{draft}ratta/", {"pointer": first[0], "words": first[1]})
    assert answer.headers["Location"] == f"{draft}#doubtful"
    shown = page(client, draft)
    assert "1 av 2 tveksamma granskade" in shown
    assert doubtful(shown) == [second, first]


def test_a_correction_is_in_the_stored_plan(client: Client, cooperation: Cooperation, draft: str) -> None:
    client.post(f"{draft}ratta/", {"pointer": "/activities/0/title", "words": "Rättad rubrik"})
    answer = client.post(f"{draft}spara/")
    assert answer.headers["Location"] == f"/{cooperation.slug}/2023/"
    assert "Rättad rubrik" in page(client, f"/{cooperation.slug}/2023/handlingsplan/1/")


def test_words_that_do_not_fit_stay_in_the_form_with_what_was_wrong(client: Client, draft: str) -> None:
    answer = client.post(f"{draft}ratta/", {"pointer": "/year", "words": "i fjol"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'data-color="danger"' in shown
    assert 'value="i fjol"' in shown


def test_a_correction_of_what_is_not_there_is_refused(client: Client, draft: str) -> None:
    answer = client.post(f"{draft}ratta/", {"pointer": "/activities/999/title", "words": "x"})
    assert answer.status_code == 422
    assert 'data-color="danger"' in answer.content.decode()


def test_a_value_read_without_doubt_can_be_chosen_and_corrected(client: Client, draft: str) -> None:
    shown = page(client, draft)
    assert "?value=/title#chosen" in shown
    assert 'id="chosen"' not in shown
    chosen = page(client, f"{draft}?value=/title")
    assert 'id="chosen"' in chosen
    client.post(f"{draft}ratta/", {"pointer": "/title", "words": "Rätt namn på planen"})
    assert "Rätt namn på planen" in page(client, draft)


def test_what_is_stored_is_closed(client: Client, draft: str) -> None:
    client.post(f"{draft}spara/")
    shown = page(client, draft)
    assert "Sparad" in shown
    assert "Spara planen" not in shown
    late = client.post(f"{draft}ratta/", {"pointer": "/title", "words": "Sent"}, follow=True)
    assert "redan avslutat" in late.content.decode()


def test_a_decided_plan_gives_way_only_when_that_is_said(client: Client, desk: str, draft: str) -> None:
    client.post(f"{draft}spara/")
    again = upload(client, desk, PLAN.read_bytes().replace(b"Plats beslutas senare", b"Plats: Brovalla"))
    assert again != draft
    assert "Ersätt den tidigare läsningen" in page(client, again)
    refused = client.post(f"{again}spara/", follow=True).content.decode()
    assert "redan beslutad" in refused
    stored = client.post(f"{again}spara/", {"supersede": "on"}, follow=True).content.decode()
    assert "Planen är sparad" in stored


def test_a_draft_put_away_can_be_taken_in_again(client: Client, desk: str, draft: str) -> None:
    answer = client.post(f"{draft}kasta/", follow=True).content.decode()
    assert "Undanlagd" in answer
    assert upload(client, desk, PLAN.read_bytes()) != draft


def test_a_plan_of_another_cooperation_is_pointed_out(client: Client, desk: str) -> None:
    other = PLAN.read_text(encoding="utf-8").replace("Slättkommunerna", "Bergskommunerna")
    assert "Filen gäller Bergskommunerna" in page(client, upload(client, desk, other.encode()))


@pytest.mark.parametrize("way", ["ratta", "spara", "kasta"])
def test_nothing_is_changed_by_looking(client: Client, draft: str, way: str) -> None:
    assert client.get(f"{draft}{way}/").status_code == 405


@pytest.mark.parametrize("words", ["x" * 20_001, "a\0b"])
def test_words_that_no_value_has_are_refused_aloud(client: Client, draft: str, words: str) -> None:
    answer = client.post(f"{draft}ratta/", {"pointer": "/title", "words": words}, follow=True)
    assert "Inget sparades" in answer.content.decode()


def test_a_plan_of_strangers_is_refused_by_its_field(client: Client, desk: str, draft: str) -> None:
    client.post(f"{draft}spara/")
    told = ToldCooperation(name="Norrsamverkan", members=(Member(name="Åsele"), Member(name="Dorotea")))
    plan = write_plan_json(PlanDocument(year=2021, title="Plan", cooperation=told))
    assert "Läs in den hos Norrsamverkan" in upload(client, desk, plan, "plan.json")


def test_places_that_lead_nowhere_are_passed_over(
    client: Client, desk: str, cooperation: Cooperation
) -> None:
    doubt = {"line": 1, "doubt": "inferred"}
    nowhere = ("nix", "", "/", "/bodies/99/name", "/prose/x/heading", "/activities/²/title", "/meetings/7")
    plan = {
        "format": "radslag-plan/1",
        "year": 2021,
        "title": "Plan",
        "cooperation": {"name": cooperation.name},
        "places": {
            **dict.fromkeys(nowhere, doubt),
            "/title": {"line": -3, "to_line": 10**19, "doubt": "inferred"},
            "/year": {"line": 10**19, "doubt": "inferred"},
        },
        "furniture": [{"place": {"line": 1, "to_line": 10**19}, "text": "", "kind": "header"}],
    }
    shown = page(client, upload(client, desk, json.dumps(plan).encode(), "plan.json"))
    assert {pointer for pointer, _ in doubtful(shown)} >= {"/title", "/year"}
