"""The guide and the command line know each other."""

import re
from pathlib import Path

import pytest

from radslag.cli import main
from radslag.config import settings

GUIDE = (Path(__file__).resolve().parents[2] / "docs/guide.md").read_text(encoding="utf-8")


def commands(capsys: pytest.CaptureFixture[str]) -> set[str]:
    with pytest.raises(SystemExit):
        main(["--help"])
    return set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE))


def test_the_guide_names_every_command_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    known = commands(capsys)
    assert len(known) > 5
    assert set(re.findall(r"`radslag (\w+)", GUIDE)) == known


def test_the_guide_names_every_setting_and_no_other() -> None:
    read = Path(settings.__file__).read_text(encoding="utf-8")
    known = set(re.findall(r'environ\.get\("(\w+)"', read)) | {"DATABASE_URL"}
    assert set(re.findall(r"^\| `(\w+)`", GUIDE, re.MULTILINE)) == known
