"""The public site as files."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pytest_django import Settings

from conftest import ACCENT, EMBLEM
from radslag.cli import main, publishing
from radslag.domain.colours import style_sheet
from radslag.domain.look import Look
from radslag.example import load_example
from radslag.people.looks.actions import change_look, keep_emblem
from radslag.people.members.models import Cooperation
from radslag.press.editions import actions

pytestmark = pytest.mark.django_db
ADDRESS = "https://samverkan.example"


@pytest.fixture(autouse=True)
def _installation(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"
    settings.ADDRESS = ADDRESS
    settings.ALLOWED_HOSTS = ["samverkan.example"]
    settings.SECURE_SSL_REDIRECT = True
    main(["example"])


def publish(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["publish", str(site)]) == 0
    return capsys.readouterr().out


def test_every_link_in_the_files_leads_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    publish(site, capsys)
    assert (site / "index.html").is_file()
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        content = page.read_text(encoding="utf-8")
        assert "/arbete/" not in content
        assert "http://testserver" not in content
        for link in re.findall(r'(?:href|src)="(/[^"#?]*)', content):
            target = site / unquote(urlsplit(link).path).lstrip("/")
            assert (target / "index.html" if link.endswith("/") else target).is_file(), (page, link)


def test_colour_and_emblem_are_among_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cooperation = Cooperation.objects.get()
    kept = keep_emblem(cooperation, EMBLEM, "svg", acting_user=None)
    change_look(cooperation, Look(name="Vi", accent=ACCENT, emblem=kept), acting_user=None)
    publish(tmp_path, capsys)
    sheets = list((tmp_path / cooperation.slug).glob("utseende-*.css"))
    assert [sheet.read_text() for sheet in sheets] == [style_sheet(ACCENT)]
    assert (tmp_path / cooperation.slug / f"emblem-{kept}").read_bytes() == EMBLEM
    assert f"/{sheets[0].name}" in (tmp_path / cooperation.slug / "en/index.html").read_text(encoding="utf-8")


def test_feeds_are_told_with_the_sites_own_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(tmp_path, capsys)
    slug = Cooperation.objects.get().slug
    calendar = (tmp_path / slug / "2021" / "kalender" / "index.html").read_text(encoding="utf-8")
    assert f"{ADDRESS}/{slug}/kalender.ics" in calendar


def test_a_second_time_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(tmp_path, capsys)
    assert " 0 ändrade, 0 borttagna" in publish(tmp_path, capsys)


def count(said: str, what: str) -> int:
    found = re.search(rf"(\d+) {what}", said)
    assert found
    return int(found[1])


def test_only_what_changed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(tmp_path, capsys)
    slug = Cooperation.objects.get().slug
    untouched = tmp_path / slug / "2021" / "handlingsplan" / "22" / "index.html"
    written_at = untouched.stat().st_mtime_ns
    example = load_example()
    first, *others = example.activities
    reworded = replace(example, activities=(replace(first, comment="Ändrad."), *others))
    actions.store(reworded, Cooperation.objects.get(), acting_user=None, supersede=True)
    assert 0 < count(publish(tmp_path, capsys), "ändrade") < 40
    assert untouched.stat().st_mtime_ns == written_at


def test_what_is_gone_is_removed_and_what_is_not_ours_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(tmp_path, capsys)
    own = tmp_path / "egen-fil.txt"
    own.write_text("min", encoding="utf-8")
    slug = Cooperation.objects.get().slug
    last = tmp_path / slug / "2021" / "handlingsplan" / "22" / "index.html"
    assert last.is_file()
    example = load_example()
    shorter = replace(example, activities=example.activities[:-1])
    actions.store(shorter, Cooperation.objects.get(), acting_user=None, supersede=True)
    assert count(publish(tmp_path, capsys), "borttagna") == 2
    assert not last.exists()
    assert own.exists()


@pytest.mark.parametrize("content", ["{", "[1]", '["../kvar.txt"]', "null"])
def test_a_damaged_list_of_earlier_files_removes_nothing(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site, kept = tmp_path / "site", tmp_path / "kvar.txt"
    site.mkdir()
    kept.touch()
    (site / publishing.MANIFEST).write_text(content, encoding="utf-8")
    assert main(["publish", str(site)]) == 2
    assert f"{publishing.MANIFEST} är skadad" in capsys.readouterr().err
    assert kept.exists()


def test_only_pages_of_the_site_itself_are_followed() -> None:
    links = b"""<a href="http://["><a href="//annan.se/"><a href="mailto:a@b.se"><a href="sida/">"""
    assert list(publishing._links("/samverkan/", links)) == ["/samverkan/sida/"]
