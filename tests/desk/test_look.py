"""The look: name, colour and emblem, tried, saved, reset and undone."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import people
from conftest import ACCENT, EMBLEM
from radslag.domain.colours import readable
from radslag.domain.look import Look
from radslag.domain.mandate import NotMandatedError
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.looks.actions import change_look, keep_emblem
from radslag.people.looks.models import Emblem
from radslag.people.members.models import Cooperation


@pytest.fixture
def page(client: Client, cooperation: Cooperation, secretary: User) -> str:
    """The address of the look, with the secretary signed in."""
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/utseende/"


def told(**changes: object) -> dict[str, object]:
    return {"name": "Södertörnskommunerna", "area": "Södertörn", "accent": ACCENT, **changes}


def picture(data: bytes = EMBLEM, name: str = "vapen.svg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def fault(client: Client, page: str, **changes: object) -> str:
    answer = client.post(page, told(**changes))
    assert answer.status_code == 422
    [found] = re.findall(
        r'class="ds-validation-message"[^>]*>(.*?)</div>', answer.content.decode(), re.DOTALL
    )
    return str(found)


def test_a_saved_look_is_on_every_page(client: Client, page: str, cooperation: Cooperation) -> None:
    answer = client.post(page, told(emblem=picture(), name="Åtta kommuner"), follow=True)
    assert "Utseendet är sparat" in answer.content.decode()
    front = client.get(f"/{cooperation.slug}/en/").content.decode()
    assert "<span>Åtta kommuner</span>" in front
    [sheet] = re.findall(r'href="([^"]*/utseende-[^"]*\.css)"', front)
    [emblem] = re.findall(r'src="([^"]*/emblem-[^"]*)"', front)
    styled = client.get(sheet)
    assert f"--ds-color-accent-base-default:{ACCENT};" in styled.content.decode()
    assert "immutable" in styled.headers["Cache-Control"]
    seen = client.get(emblem)
    assert seen.content == EMBLEM
    assert seen.headers["Content-Type"] == "image/svg+xml"
    assert seen.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert seen.headers["X-Content-Type-Options"] == "nosniff"


def test_another_style_sheet_is_never_at_the_same_address(client: Client, cooperation: Cooperation) -> None:
    for address in ("utseende-7a1f4b-000000000000.css", "utseende-red-000000000000.css", "emblem-00.svg"):
        assert client.get(f"/{cooperation.slug}/{address}").status_code == 404


def test_an_emblem_of_another_cooperation_is_not_found(
    client: Client, cooperation: Cooperation, neighbour: Cooperation
) -> None:
    kept = keep_emblem(neighbour, EMBLEM, "svg", acting_user=None)
    assert client.get(f"/{neighbour.slug}/emblem-{kept}").status_code == 200
    assert client.get(f"/{cooperation.slug}/emblem-{kept}").status_code == 404


def test_trying_says_what_becomes_of_the_colour_and_saves_nothing(
    client: Client, page: str, cooperation: Cooperation
) -> None:
    shown = client.post(page, told(accent="#ffdd00", name="Bara ett försök", do="try")).content.decode()
    assert f"mörkare ton, {readable('#ffdd00')}" in shown
    assert "<span>Bara ett försök</span>" in shown
    assert re.search(r'<link rel="stylesheet" href="[^"]*/utseende-ffdd00-', shown)
    cooperation.refresh_from_db()
    assert cooperation.accent == ""


def test_the_colour_of_the_installation_is_no_colour_of_ones_own(
    client: Client, page: str, cooperation: Cooperation
) -> None:
    client.post(page, told(accent="#0B5A6B"))
    cooperation.refresh_from_db()
    assert cooperation.accent == ""
    assert "utseende-" not in client.get(f"/{cooperation.slug}/").content.decode()


def test_a_change_is_entered_with_old_and_new_and_can_be_undone_and_redone(
    client: Client, page: str, cooperation: Cooperation
) -> None:
    client.post(page, told(emblem=picture()))
    entry = Entry.objects.filter(verb="look.changed").get()
    assert (entry.old or {})["accent"] == ""
    assert (entry.new or {})["accent"] == ACCENT
    for accent in ("", ACCENT, ""):
        client.post(f"{page}angra/")
        cooperation.refresh_from_db()
        assert cooperation.accent == accent
    assert Emblem.objects.count() == 1


def test_saving_the_same_again_enters_nothing(client: Client, page: str) -> None:
    for _time in range(2):
        client.post(page, told(emblem=picture()))
    assert Entry.objects.filter(verb="look.changed").count() == 1
    assert Entry.objects.filter(verb="emblem.kept").count() == 1


def test_resetting_keeps_the_name(client: Client, page: str, cooperation: Cooperation) -> None:
    client.post(page, told(emblem=picture(), name="Nytt namn"))
    client.post(f"{page}aterstall/")
    cooperation.refresh_from_db()
    assert (cooperation.name, cooperation.accent, cooperation.emblem) == ("Nytt namn", "", "")


def test_an_emblem_stays_until_it_is_taken_away(client: Client, page: str, cooperation: Cooperation) -> None:
    client.post(page, told(emblem=picture()))
    client.post(page, told(name="Annat namn"))
    cooperation.refresh_from_db()
    assert cooperation.emblem
    client.post(page, told(without_emblem="on"))
    cooperation.refresh_from_db()
    assert cooperation.emblem == ""


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ""}, ""),
        ({"name": "x" * 10_000}, "200"),
        ({"accent": "röd"}, "Välj en färg"),
        ({"accent": "#7a1f4b}body{display:none"}, "Välj en färg"),
        ({"emblem": (b"x" * 5_000_000, "stor.png")}, "200 kB"),
        ({"emblem": (b"<html><body>", "bild.png")}, "PNG, JPEG, WebP"),
        (
            {"emblem": (EMBLEM.replace(b"<path", b"<script>alert(1)</script><path"), "vapen.svg")},
            "skript",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_by_its_field(
    client: Client, page: str, cooperation: Cooperation, changes: dict[str, object], says: str
) -> None:
    if isinstance(changes.get("emblem"), tuple):
        changes = {"emblem": picture(*changes["emblem"])}  # type: ignore[misc]
    assert says in fault(client, page, **changes)
    assert not Emblem.objects.exists()
    assert not Entry.objects.filter(verb="look.changed").exists()


def test_only_those_who_work_there_change_the_look(cooperation: Cooperation, neighbour: Cooperation) -> None:
    stranger = people.secretary(neighbour)
    with pytest.raises(NotMandatedError):
        change_look(cooperation, Look(name="Vårt"), acting_user=stranger)
    with pytest.raises(NotMandatedError):
        keep_emblem(cooperation, EMBLEM, "svg", acting_user=stranger)


def test_the_plan_is_printed_in_the_cooperations_colour(client: Client, cooperation: Cooperation) -> None:
    plan = f"/{cooperation.slug}/2021/verksamhetsplan.pdf"
    before = client.get(plan).content
    assert client.get(plan).content == before
    change_look(cooperation, Look(name=cooperation.name, accent="#7a1f4b"), acting_user=None)
    assert client.get(plan).content != before
