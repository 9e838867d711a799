"""A cooperation begun: on one page, by an operator, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

import people
from radslag.domain.body_templates import BODY_TEMPLATES
from radslag.domain.mandate import NotMandatedError
from radslag.domain.plan_document import Cooperation as ToldCooperation
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.bodies.models import Body
from radslag.people.bodies.queries import sits_in
from radslag.people.members.models import Cooperation, Member
from radslag.press.editions.actions import set_up
from radslag.press.editions.models import Draft
from radslag.windows.desk.forms.beginning import KINDS
from radslag.work.plans.models import Plan

PLAN = Path(__file__).parents[1] / "exchange/plans/slatten-2023.txt"
BEGIN = "/ny-samverkan/"


@pytest.fixture
def operator(client: Client, db: None) -> User:
    """An operator, signed in."""
    operator = people.operator()
    client.force_login(operator)
    return operator


def answers(**changes: Any) -> dict[str, Any]:
    """Everything filled in, with those changes."""
    return {
        "do": "begin",
        "name": "Mälarbygdens samverkan",
        "slug": "malarbygden",
        "members": ["0136", "1983"],
        "body": ["Styrgruppen", "", "Kansliet"],
        "kind": ["committee", "network", "secretariat"],
        "plan": "empty",
        "year": "2027",
    } | changes


def shown(client: Client, **changes: Any) -> str:
    """The page after a button inside it."""
    answer = client.post(BEGIN, answers(**changes))
    assert answer.status_code == 200
    return answer.content.decode()


def test_all_is_there_at_once_and_leads_to_the_desk(client: Client, operator: User) -> None:
    answer = client.post(BEGIN, answers(), follow=True)
    assert answer.redirect_chain == [("/malarbygden/arbete/", 302)]
    assert "klar att arbeta i" in answer.content.decode()
    begun = Cooperation.objects.get()
    assert (begun.slug, begun.name) == ("malarbygden", "Mälarbygdens samverkan")
    assert [(member.name, member.code) for member in begun.members.all()] == [
        ("Haninge", "0136"),
        ("Köping", "1983"),
    ]
    assert [body.name for body in begun.bodies.all()] == ["Styrgruppen", "Kansliet"]
    assert (begun.plans.get().year, begun.plans.get().decided_by) == (2027, None)
    assert sits_in(operator) == [begun]
    verbs = Entry.objects.values_list("verb", flat=True)
    assert {"cooperation.begun", "members.stored", "bodies.stored", "seat.given"} <= set(verbs)


def test_the_language_of_the_page_is_that_of_the_desk_after_it(client: Client, operator: User) -> None:
    answer = client.post(f"{BEGIN}en/", answers())
    assert answer.headers["Location"] == "/malarbygden/en/arbete/"
    assert "Begin a cooperation" in client.get(f"{BEGIN}en/").content.decode()


def test_sent_twice_it_is_begun_once(client: Client, operator: User) -> None:
    for _time in range(2):
        assert client.post(BEGIN, answers()).headers["Location"] == "/malarbygden/arbete/"
    assert Cooperation.objects.count() == 1
    assert Member.objects.count() == 2
    assert Entry.objects.filter(verb="seat.given").count() == 1


def test_a_plan_file_becomes_a_draft_for_review(client: Client, operator: User) -> None:
    file = SimpleUploadedFile("plan.txt", PLAN.read_bytes())
    client.post(BEGIN, answers(plan="file", file=file, name="Slättkommunerna", members=["1461"]))
    draft = Draft.objects.get()
    assert (draft.file_name, draft.cooperation.slug) == ("plan.txt", "malarbygden")
    assert not Plan.objects.exists()


def test_without_a_secretariat_among_the_bodies_there_is_one_all_the_same(
    client: Client, operator: User
) -> None:
    client.post(BEGIN, answers(body=[], kind=[]))
    assert Body.objects.get().kind == "secretariat"
    assert client.get("/malarbygden/arbete/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ""}, "måste fyllas i"),
        ({"name": "x" * 10_000}, "200"),
        ({"name": "a\0b"}, "Null"),
        ({"slug": "ny-samverkan"}, "Adressen är upptagen"),
        ({"slug": "static"}, "Adressen är upptagen"),
        ({"slug": "Stora Ö"}, "bara små bokstäver"),
        ({"slug": "../arbete"}, "bara små bokstäver"),
        ({"members": []}, "minst en kommun"),
        ({"members": ["9999"]}, "9999"),
        ({"body": ["Rådet", "RÅDET"], "kind": ["committee", "other"]}, "heter likadant"),
        ({"body": ["x" * 201], "kind": ["committee"]}, "200 tecken"),
        ({"body": ["Rådet"], "kind": ["parliament"]}, "slags organ"),
        ({"year": ""}, "vilket år"),
        ({"year": "1066"}, "2000"),
        ({"plan": "file"}, "Välj filen"),
        ({"plan": "file", "file": (b"", "tom.txt")}, "tom"),
        ({"plan": "file", "file": (b"\x89PNG\r\n\x1a\n\0\0", "bild.txt")}, "text"),
        ({"plan": "file", "file": (PLAN.read_bytes(), "annans.txt")}, "Planen gäller"),
    ],
)
def test_what_cannot_be_is_told_by_its_field_and_nothing_is_stored(
    client: Client, operator: User, changes: dict[str, Any], says: str
) -> None:
    if isinstance(changes.get("file"), tuple):
        data, name = changes["file"]
        changes = changes | {"file": SimpleUploadedFile(name, data)}
    answer = client.post(BEGIN, answers(**changes))
    assert answer.status_code == 422
    summary = answer.content.decode().partition("<ds-error-summary")[2].partition("</ds-error-summary")[0]
    assert says.casefold() in summary.casefold()
    for stored in (Cooperation, Member, Body, Plan, Draft, Entry):
        assert not stored.objects.exists()


def test_the_same_municipality_twice_is_one_member(client: Client, operator: User) -> None:
    client.post(BEGIN, answers(members=["0136", "0136"]))
    assert Member.objects.get().name == "Haninge"


def test_an_address_that_is_taken_is_told_and_another_proposed(
    client: Client, operator: User, cooperation: Cooperation
) -> None:
    answer = client.post(BEGIN, answers(slug=cooperation.slug))
    assert answer.status_code == 422
    assert f"Upptagen. {cooperation.slug}-2 är ledig." in answer.content.decode()
    assert Cooperation.objects.get() == cooperation


def test_an_address_is_proposed_until_one_is_chosen(client: Client, operator: User) -> None:
    def slug(**changes: Any) -> str:
        page = shown(client, do="address", **changes)
        return str(re.findall(r'name="slug" value="([^"]*)"', page)[0])

    assert slug(slug="", proposed="") == "malarbygdens-samverkan"
    assert slug(slug="malarbygdens", proposed="malarbygdens", name="Åmål & Säffle") == "amal-saffle"
    assert slug(slug="egen", proposed="malarbygdens") == "egen"


def test_searching_keeps_those_chosen_in_sight_and_all_that_was_typed(client: Client, operator: User) -> None:
    page = shown(client, do="find", find="haninges", members=["1983"])
    assert re.findall(r'name="members" value="(\d+)"[^>]*?( checked)?>', page) == [
        ("0136", ""),
        ("1983", " checked"),
    ]
    assert "1 träff" in page
    assert 'value="Mälarbygdens samverkan"' in page
    assert "Ingen kommun heter så" in shown(client, do="find", find="Atlantis")


def test_every_municipality_can_be_chosen(client: Client, operator: User) -> None:
    page = client.get(BEGIN).content.decode()
    assert len(re.findall(r'name="members" value="\d{4}"', page)) == 290
    assert page.count("<summary>") == 21


@pytest.mark.parametrize("template", BODY_TEMPLATES)
def test_the_bodies_of_a_template_take_the_place_of_those_there(
    client: Client, operator: User, template: str
) -> None:
    page = shown(client, do=f"template-{template}")
    rows = re.findall(r'name="body" value="([^"]*)"', page)
    assert rows == [body.name for body in BODY_TEMPLATES[template]]
    assert {body.kind for body in BODY_TEMPLATES[template]} <= set(KINDS)


def test_bodies_are_added_and_taken_away(client: Client, operator: User) -> None:
    def rows(do: str) -> list[str]:
        return re.findall(r'name="body" value="([^"]*)"', shown(client, do=do))

    assert rows("add") == ["Styrgruppen", "", "Kansliet", ""]
    assert rows("remove-0") == ["", "Kansliet"]
    for nonsense in ("remove-99", "remove-x", "remove-", "template-none", "-", "²"):
        assert rows(nonsense) == ["Styrgruppen", "", "Kansliet"]


@pytest.mark.parametrize(("today", "year"), [("2026-06-30", "2026"), ("2026-07-01", "2027")])
def test_in_the_autumn_the_first_plan_is_next_years(
    client: Client, operator: User, monkeypatch: pytest.MonkeyPatch, today: str, year: str
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: timezone.datetime.fromisoformat(today).date())  # type: ignore[attr-defined]
    assert f'name="year" value="{year}"' in client.get(BEGIN).content.decode()


def test_to_all_but_operators_there_is_no_such_page(client: Client, secretary: User) -> None:
    for visitor in (None, secretary):
        if visitor:
            client.force_login(visitor)
        for path in (BEGIN, f"{BEGIN}en/"):
            assert client.get(path).status_code == 404
            assert client.post(path, answers()).status_code == 404
    with pytest.raises(NotMandatedError):
        set_up(ToldCooperation(name="Vår"), [], "var", acting_user=secretary)
    assert Cooperation.objects.count() == 1


def test_the_start_page_says_how_to_begin_and_lets_operators(client: Client, db: None) -> None:
    assert "loggar in och börjar en här" in client.get("/").content.decode()
    assert BEGIN not in client.get("/").content.decode()
    client.force_login(people.operator())
    assert f'href="{BEGIN}"' in client.get("/").content.decode()
