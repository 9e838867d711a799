"""Measures everything, writes docs/measures.md, and exits 1 if a target was missed.

python -m bench [FILE]: reading is measured on FILE, or on the longest of the plans that the tests read.
"""

import os
import platform
import sqlite3
import sys
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from bench.measures import measure_all  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT / "tests/exchange/plans"
PAGE = """# Measures

Written by `make bench`, all in one run, with {machine}.
What is compared with something is a ratio and holds on any machine; the seconds are this machine's.

| what | at most | measured |
|---|--:|--:|
{rows}
"""


def main(words: list[str]) -> int:
    """The exit code."""
    plan = Path(words[0]) if words else max(PLANS.glob("*.txt"), key=lambda file: file.stat().st_size)
    measures = list(measure_all(plan.read_bytes()))
    machine = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores"
    page = PAGE.format(machine=machine, rows="\n".join(map(str, measures)))
    (ROOT / "docs/measures.md").write_text(page, encoding="utf-8")
    print(page)
    return int(not all(measure.is_met for measure in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
