"""Writes and sends letters: once, or for as long as the pages are served."""

import logging
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from threading import Event, Thread

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

from radslag.ground.post.actions.delivering import Tally, deliver_due
from radslag.people.privacy.actions import remove_old
from radslag.press.letters.actions import daily_round

ROUND_AT = time(6)
PAUSE, PAUSE_AFTER_FAULT = 2.0, 60.0
PATIENCE = 90.0
"""Seconds that a letter on its way is waited for when the pages are no longer served."""


def deliver(asked: Namespace) -> int:
    """Write what is due to be written today, and send what waits; go on with it if so asked."""
    call_command("migrate", verbosity=0)
    if asked.watch:
        _watch()
        return 0
    today = timezone.localdate()
    written = daily_round(today, acting_user=None)
    remove_old(today, acting_user=None)
    tally = deliver_due()
    print(
        f"{written} brev skrivna, {tally.sent} skickade, "
        f"{tally.waiting} väntar på nytt försök, {tally.given_up} gick inte att skicka."
    )
    return 0


@contextmanager
def postman() -> Iterator[None]:
    """Somebody who sees to the letters meanwhile, in a process whose input ends when ours does.

    A process, not a thread: the server forks. It gets no Ctrl-C of its own, so that no letter is cut in two.
    """
    words = [sys.executable, "-m", "radslag", "deliver", "--watch"]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 – our own words
    try:
        yield
    finally:
        _part_with(process)


def _part_with(process: subprocess.Popen[bytes]) -> None:
    """Let the letter that is on its way arrive, but not for ever."""
    try:
        process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _watch() -> None:
    """See to the letters every other second until standard input ends."""
    ended = Event()
    Thread(target=_await_end, args=(ended,), daemon=True).start()
    rounded: date | None = None
    pause = 0.0
    while not ended.wait(pause):
        try:
            rounded = _see_to(timezone.localtime(), rounded)
            pause = PAUSE
        except Exception:
            logging.getLogger(__name__).exception("Breven kunde inte skrivas eller skickas.")
            pause = PAUSE_AFTER_FAULT


def _await_end(ended: Event) -> None:
    sys.stdin.buffer.read()
    ended.set()


def _see_to(now: datetime, rounded: date | None) -> date | None:
    """Make the day's round if it is time and not yet made, send what waits; the day of the latest round."""
    close_old_connections()
    if now.time() >= ROUND_AT and rounded != now.date():
        daily_round(now.date(), acting_user=None)
        remove_old(now.date(), acting_user=None)
        rounded = now.date()
    _tell(deliver_due())
    return rounded


def _tell(tally: Tally) -> None:
    if tally.given_up:
        print(f"{tally.given_up} brev gick inte att skicka. Se Brev på skrivbordet.", file=sys.stderr)
