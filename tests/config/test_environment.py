"""Whatever the environment says, it is used or refused in one sentence that names the variable."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from radslag.config import environment


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("https://samverkan.se", "https://samverkan.se"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_loses_only_the_stroke_at_its_end(told: str, address: str) -> None:
    assert environment.site_address(told) == address


@pytest.mark.parametrize(
    "told", ["nonsens", "ftp://x", "https://", "http://[::1", "http://x:99999", "https://x/y", "https://x?y"]
)
def test_what_is_no_address_is_refused_by_the_name_of_its_variable(told: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="RADSLAG_ADDRESS"):
        environment.site_address(told)


def test_without_an_address_the_database_is_a_file_among_the_data(tmp_path: Path) -> None:
    assert environment.database("", tmp_path)["NAME"] == str(tmp_path / "radslag.sqlite3")


@pytest.mark.parametrize(
    "url",
    [
        "nonsens",
        "nonsens://hemligt@x",
        "mysql://hemligt@x/y",
        "postgres://hemligt@h:port/x",
        "postgres://[::1/x",
    ],
)
def test_what_is_no_database_is_refused_without_telling_its_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        environment.database(url, tmp_path)
    assert "hemligt" not in str(refusal.value)


def test_a_secret_is_made_once_and_only_the_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "secret-key"
    secret = environment.kept_secret(file)
    assert environment.kept_secret(file) == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["secret-key"]


@pytest.mark.parametrize("content", [b"", b"kort", b"\xff\xfe"])
def test_a_secret_cut_short_is_not_used(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secret-key"
    file.write_bytes(content)
    with pytest.raises(ImproperlyConfigured, match="secret-key"):
        environment.kept_secret(file)


def test_a_mail_server_is_told_in_one_address() -> None:
    told = environment.mail("starttls://kansli:h%40mligt@post.kommun.se")
    assert (told["EMAIL_HOST"], told["EMAIL_PORT"], told["EMAIL_USE_TLS"]) == ("post.kommun.se", 587, True)
    assert (told["EMAIL_HOST_USER"], told["EMAIL_HOST_PASSWORD"]) == ("kansli", "h@mligt")


@pytest.mark.parametrize(
    "url", ["nonsens", "http://hemligt@x", "smtp://", "smtp://hemligt@x:99999", "smtp://x/y"]
)
def test_what_is_no_mail_server_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="RADSLAG_MAIL") as refusal:
        environment.mail(url)
    assert "hemligt" not in str(refusal.value)


def test_a_sender_that_is_no_address_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="RADSLAG_MAIL_FROM"):
        environment.mail_sender("Kansliet", "https://samverkan.se")
    assert environment.mail_sender("", "https://samverkan.se").endswith("<radslag@samverkan.se>")
