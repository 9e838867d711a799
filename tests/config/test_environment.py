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


def test_without_a_mail_server_letters_are_files() -> None:
    assert environment.mail_server("").backend.endswith("FolderBackend")


@pytest.mark.parametrize(
    ("url", "port", "starttls", "tls"),
    [
        ("smtp://h", 25, False, False),
        ("smtp+starttls://u:p%40ss@h", 587, True, False),
        ("smtps://u:p%40ss@h:4650", 4650, False, True),
    ],
)
def test_a_mail_server_is_known_by_its_address(url: str, port: int, starttls: bool, tls: bool) -> None:
    server = environment.mail_server(url)
    assert (server.host, server.port, server.starttls, server.tls) == ("h", port, starttls, tls)
    assert server.password in ("", "p@ss")


@pytest.mark.parametrize(
    "url", ["nonsens", "http://hemligt@h:80", "smtp://", "smtp://u:hemligt@h:x", "smtp://u:hemligt@h/x"]
)
def test_what_is_no_mail_server_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="RADSLAG_MAIL") as refusal:
        environment.mail_server(url)
    assert "hemligt" not in str(refusal.value)


def test_a_sender_is_needed_with_a_mail_server_and_made_up_without() -> None:
    assert environment.mail_from("", "https://samverkan.se", needed=False) == "radslag@samverkan.se"
    assert environment.mail_from("", "http://127.0.0.1:8000", needed=False) == "radslag@localhost"
    for told in ("", "Rådslag", "a@b\nBcc: x@y.se"):
        with pytest.raises(ImproperlyConfigured, match="RADSLAG_MAIL_FROM"):
            environment.mail_from(told, "https://samverkan.se", needed=True)


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
