"""`radslag operator`: whoever runs the installation is let in from the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from radslag.cli import main
from radslag.ground.accounts.models import User


@pytest.fixture(autouse=True)
def _data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"


def let_in(capsys: pytest.CaptureFixture[str], email: str) -> tuple[str, str]:
    """What the command says, and the path of the link in it."""
    assert main(["operator", email]) == 0
    said, link = capsys.readouterr().out.strip().splitlines()[-2:]
    return said, re.sub(r"^https?://[^/]+", "", link)


@pytest.mark.django_db
def test_an_operator_is_let_in_once_by_a_link_and_begins_cooperations(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said, link = let_in(capsys, "Drift@Kommun.example")
    assert said == "drift@kommun.example sköter installationen. Länken loggar in en gång, inom 12 timmar:"
    client = Client()
    assert client.get("/ny-samverkan/").status_code == 404
    assert client.post(link).status_code == 302
    assert client.get("/ny-samverkan/").status_code == 200
    assert Client().post(link).status_code == 410


@pytest.mark.django_db
def test_asked_for_twice_it_is_the_same_account_with_a_new_link(capsys: pytest.CaptureFixture[str]) -> None:
    links = {let_in(capsys, "drift@kommun.example")[1] for _ in range(2)}
    assert len(links) == 2
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_an_operator_whose_account_was_closed_is_let_in_again(capsys: pytest.CaptureFixture[str]) -> None:
    User.objects.create_user("drift@kommun.example", is_active=False)
    _said, link = let_in(capsys, "drift@kommun.example")
    assert Client().post(link).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["drift", "drift@", "@kommun.example", "drift@kommun", "a b@c.example", ""])
def test_what_is_no_address_is_refused_in_one_line(capsys: pytest.CaptureFixture[str], email: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["operator", email])
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().count("\n") == 0
    assert f"”{email}” är ingen e-postadress. Skriv den som namn@kommun.se" in said.err
    assert not User.objects.exists()


@pytest.mark.django_db
def test_without_an_address_it_is_told_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["operator"])
    assert "E-POST" in capsys.readouterr().err
