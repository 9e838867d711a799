"""The command line, as somebody in a hurry uses it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from radslag.cli import main
from radslag.domain.money import Money
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.register.models import Entry
from radslag.people.members.models import Cooperation
from radslag.press.editions.models import Draft
from radslag.press.exchange.plan_json import read_plan_json, write_plan_json
from radslag.work.plans.models import Plan


@pytest.fixture(autouse=True)
def _data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / "plan.json"
    file.write_bytes(write_plan_json(load_example()))
    return file


def refusal(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(words) == 2
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0 or said.startswith("Läser")
    return said.splitlines()[-1]


@pytest.mark.django_db
def test_the_example_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example"]) == 0
    entries = Entry.objects.count()
    assert main(["example"]) == 0
    assert Entry.objects.count() == entries
    assert Cooperation.objects.count() == Plan.objects.count() == User.objects.count() == 1
    assert "finns i databasen" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_example_says_what_does_not_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    main(["example"])
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "kometensförsörjning" in said
    assert "(Infrastruktur, mål; Infrastruktur, annan lydelse av målet 1)" in said
    assert "(Ledningsgruppen, sammanträder; kalendern)" in said
    assert "Samarbetskommittén ska träffas" not in said


@pytest.mark.django_db
def test_an_error_among_the_findings_is_told_by_the_exit_code(tmp_path: Path) -> None:
    example = load_example()
    assert example.budget
    unbalanced = replace(example, budget=replace(example.budget, income_total=Money.from_kronor(1)))
    file = tmp_path / "plan.json"
    file.write_bytes(write_plan_json(unbalanced))
    main(["import", str(file), "--accept"])
    assert main(["check"]) == 1


@pytest.mark.django_db
def test_what_is_exported_can_be_imported_as_it_was(tmp_path: Path) -> None:
    main(["example"])
    file = tmp_path / "out.json"
    assert main(["export", "plan", "--to", "json", str(file)]) == 0
    assert read_plan_json(file.read_bytes()) == load_example()
    entries = Entry.objects.filter(verb="plan.stored").count()
    assert main(["import", str(file), "--accept"]) == 0
    assert Entry.objects.filter(verb="plan.stored").count() == entries


@pytest.mark.django_db
def test_a_plan_can_be_had_as_it_stood_on_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["example"])
    file = tmp_path / "out.json"
    assert main(["export", "plan", "--to", "json", "--per", "2021-01-14", str(file)]) == 0
    assert read_plan_json(file.read_bytes()) == load_example()
    capsys.readouterr()
    said = refusal(capsys, "export", "plan", "--to", "json", "--per", "2021-01-13", str(file))
    assert "var inte beslutad 2021-01-13" in said


@pytest.mark.django_db
def test_without_a_year_the_plan_of_that_day_is_told(tmp_path: Path) -> None:
    main(["example"])
    file = tmp_path / "out.json"
    file.write_bytes(write_plan_json(replace(load_example(), year=2022, decided=date(2022, 1, 13))))
    main(["import", str(file), "--accept"])
    for day, year in (("2021-12-31", 2021), ("2022-01-12", 2021), ("2022-01-13", 2022)):
        assert main(["export", "plan", "--to", "json", "--per", day, str(file)]) == 0
        assert read_plan_json(file.read_bytes()).year == year


@pytest.mark.django_db
def test_importing_the_same_file_twice_gives_the_same_draft(plan_file: Path) -> None:
    assert main(["import", str(plan_file)]) == 0
    assert main(["import", str(plan_file)]) == 0
    assert Draft.objects.get().status == Draft.Status.WAITING
    assert Plan.objects.count() == 0
    assert main(["import", str(plan_file), "--accept"]) == 0
    assert main(["import", str(plan_file), "--accept"]) == 0
    assert Plan.objects.count() == Draft.objects.count() == 1


@pytest.mark.django_db
def test_a_decided_plan_is_not_imported_over(
    tmp_path: Path, plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(plan_file), "--accept"])
    other = tmp_path / "other.json"
    other.write_bytes(write_plan_json(replace(load_example(), title="En annan plan")))
    capsys.readouterr()
    assert main(["import", str(other), "--accept"]) == 2
    assert "redan beslutad" in capsys.readouterr().err
    assert Plan.objects.get().title != "En annan plan"
    assert main(["import", str(other), "--accept", "--supersede"]) == 0
    assert Plan.objects.get().title == "En annan plan"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check"], "Databasen är tom"),
        (["publish", "site"], "inget att publicera"),
        (["export", "plan", "--to", "json", "x.json"], "Databasen är tom"),
        (["import", "finns-inte.txt"], "finns-inte.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert expected in refusal(capsys, *words)


@pytest.mark.django_db
def test_an_unknown_cooperation_or_year_is_told_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["example"])
    capsys.readouterr()
    slug = Cooperation.objects.get().slug
    assert slug in refusal(capsys, "check", "--cooperation", "annan")
    assert "1999" in refusal(capsys, "check", "--year", "1999")
    assert "Välj" in refusal(capsys, "export", "plan", "--to", "ics", str(tmp_path / "x.ics"))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.txt"),
        (b"\x00\x01\x02\xff" * 400, "binary.txt"),
        (b"{", "half.json"),
        (b'{"format": "radslag-plan/9"}', "other.json"),
        ("Hej! Det här är ingen plan.\n".encode(), "letter.txt"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_line_without_a_traceback(
    content: bytes, name: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "radslag", "read", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.django_db
def test_a_register_changed_behind_our_back_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["example"])
    assert main(["verify"]) == 0
    assert "Registren är hela" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_entry SET subject = 'Annat' WHERE number = 2")
    assert main(["verify"]) == 1
    assert "Post 2 har ändrats" in capsys.readouterr().out
