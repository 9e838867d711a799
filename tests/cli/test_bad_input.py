"""Whatever is typed, wherever it points and however the streams end: one Swedish line, and no traceback."""

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from pytest_django import Settings

import radslag.example
from radslag.cli import main, serving, words
from radslag.cli.refusals import CommandError, refusal

EXAMPLE = Path(radslag.example.__file__).with_name("sodertorn-2021.json")
IN_EARNEST = {"DJANGO_SETTINGS_MODULE": "radslag.config.settings", "DATABASE_URL": ""}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "KOMMANDO saknas"),
        (["hej"], "KOMMANDO kan inte vara hej. Välj example"),
        (["check", "mer"], "mer hör inte hit"),
        (["read"], "FIL saknas"),
        (["read", ""], "sökvägen är tom"),
        (["publish", ""], "sökvägen är tom"),
        (["export", "plan", "fil"], "--to saknas"),
        (["export", "plan", "--to"], "--to ska följas av ett värde"),
        (["export", "plan", "--to", "json", "--per", "i går", "fil"], "”i går” är inget datum"),
        (["export", "plan", "--to", "json", "--language", "fi", "fil"], "--language kan inte vara fi"),
        (["check", "--year", "9" * 5000], "är inget år"),
        (["check", "--year", "-5"], "är inget år"),
        *((["serve", "--port", port], "är ingen port") for port in ("abc", "0", "-1", "65536", "9" * 30)),
    ],
)
def test_words_that_cannot_be_followed_are_refused_in_one_line(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(typed)
    assert end.value.code == 2
    line = capsys.readouterr().err
    assert said in line
    assert line.count("\n") == 1
    assert line.endswith("--help.\n")


@pytest.mark.parametrize("command", ["", "serve", "import", "export", "publish"])
def test_the_help_has_no_english_headings(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"] if command else ["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert not [english for english, _ in words.HEADINGS if english in said]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "fil finns inte"),
        (errno.EISDIR, "fil är en mapp"),
        (errno.EACCES, "fil får inte läsas"),
        (errno.ENOSPC, "disken är full"),
        (errno.EIO, "fil går inte att använda"),
    ],
)
def test_what_the_system_refuses_is_told_in_swedish_with_its_place(number: int, said: str) -> None:
    assert said in refusal(OSError(number, os.strerror(number), "fil"))


def test_a_full_disk_behind_the_output_has_no_name() -> None:
    assert refusal(OSError(errno.ENOSPC, "")).startswith("Det som skulle skrivas ryms inte")


def test_a_database_out_of_reach_is_told_with_its_place_and_without_the_hints_of_its_driver() -> None:
    said = refusal(OperationalError("unable to open\n\tIs the server running on that host?"))
    assert said.startswith("Databasen ")
    assert "unable to open" in said
    assert "Is the server" not in said


def test_what_is_already_said_is_said_as_it_stands() -> None:
    assert refusal(ImproperlyConfigured("Så är det.")) == "Så är det."


def radslag_in(folder: Path, *typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "radslag", *typed],
        env=os.environ | IN_EARNEST | {"RADSLAG_DATA": str(folder)} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"DATABASE_URL": "nonsens"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://ingen:hemligt@127.0.0.1:1/x"}, "Databasen x på 127.0.0.1"),
        ({"RADSLAG_ADDRESS": "nonsens"}, "RADSLAG_ADDRESS"),
        ({"RADSLAG_DATA": "/dev/null/x"}, "/dev/null/x"),
    ],
)
def test_an_environment_that_cannot_be_is_refused_in_one_line(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    done = radslag_in(tmp_path, "check", **environment)
    assert done.returncode == 2
    assert said in done.stderr
    assert "hemligt" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_database_that_is_none_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "radslag.sqlite3").write_bytes(b"ingen databas " * 100)
    done = radslag_in(tmp_path, "check")
    assert done.returncode == 2
    assert "radslag.sqlite3 går inte att använda" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_of_the_output_may_leave_in_the_middle(tmp_path: Path) -> None:
    plan = tmp_path / "lång.json"
    places = {f"/activities/{number}/title": {"line": number} for number in range(1, 5000)}
    plan.write_text(json.dumps(json.loads(EXAMPLE.read_text("utf-8")) | {"places": places}), "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "radslag", "read", str(plan)],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_hindrance(closed: str) -> None:
    command = f'"{sys.executable}" -m radslag read "{EXAMPLE}" {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_knows_few_letters_is_no_hindrance(tmp_path: Path) -> None:
    done = radslag_in(tmp_path, "check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 2
    assert "Databasen" in done.stderr


@pytest.mark.django_db
def test_a_file_whose_name_is_no_text_is_taken_in(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA = tmp_path
    file = tmp_path / "plan\udcff.json"
    file.write_bytes(EXAMPLE.read_bytes())
    assert main(["import", str(file)]) == 0
    assert main(["check", "--cooperation", "\udcff"]) == 2
    assert "Ingen samverkan har adressen" in capsys.readouterr().err


def test_no_more_is_read_of_a_file_than_shows_that_it_is_too_large(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "stor.txt"
    with file.open("wb") as sparse:
        sparse.truncate(2**40)
    assert main(["read", str(file)]) == 2
    assert "högst 20 MB" in capsys.readouterr().err


def test_a_taken_port_is_passed_over_and_a_forbidden_one_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind((serving.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serving._free_port(port) > port

    def forbid(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(socket.socket, "bind", forbid)
    with pytest.raises(CommandError, match="Port 80 kräver"):
        serving._free_port(80)
