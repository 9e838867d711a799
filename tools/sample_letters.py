"""Writes a letter of each kind in each language as web pages: python tools/sample_letters.py FOLDER."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import django
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
django.setup()

from radslag.cli.accounts import EXAMPLE_SECRETARY  # noqa: E402
from radslag.ground.accounts.actions import begin_account  # noqa: E402
from radslag.ground.post.models import Letter  # noqa: E402
from radslag.people.admission.actions import invite  # noqa: E402
from radslag.people.members.queries import cooperations  # noqa: E402
from radslag.press.letters.actions import choose, daily_round  # noqa: E402
from radslag.windows.door.actions import send_link  # noqa: E402

DAYS = {"sv": date(2021, 6, 28), "en": date(2021, 10, 29)}


def main() -> int:
    """Write them."""
    folder, cooperation = Path(sys.argv[1]), cooperations()[0]
    secretary = begin_account(EXAMPLE_SECRETARY, "", acting_user=None)
    for language, day in DAYS.items():
        choose(cooperation, acting_user=secretary, language=language)
        with translation.override(language):
            send_link(secretary, "", acting_user=None)
            invite(f"kim.{language}@kommun.example", "", cooperation, acting_user=secretary)
        daily_round(day, acting_user=None)
    for letter in Letter.objects.order_by("pk"):
        (folder / f"brev·{letter.kind}·{letter.language}.html").write_text(letter.html, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
