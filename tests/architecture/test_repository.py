"""What must not get into the repository: addresses of registries, paths of a machine, what is fetched."""

import re
import subprocess
from pathlib import Path

from architecture import house

FOREIGN = re.compile(
    r"registry\.npmjs|files\.pythonhosted|pypi\.org/simple|--(?:extra-)?index-url|--find-links|\"resolved\":"
    r"|(?<![\w.<])/(?:root|home|work|Users|opt)/[a-z]"
)
MADE = re.compile(r"(^|/)(node_modules|built|dist|\.venv)/|\.(mo|pyc|whl|sqlite3|min\.js)$")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=house.ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (house.ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    here = house.name(Path(__file__))
    found = [
        f"{name}:{number} {line.strip()[:80]}"
        for name in tracked()
        if name != here
        for number, line in enumerate((house.ROOT / name).read_text("utf-8", "replace").splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert found == []


def test_nothing_fetched_or_built_is_kept() -> None:
    assert [name for name in tracked() if MADE.search(name)] == []
