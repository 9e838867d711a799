"""Writes and sends letters: once, or for as long as the pages are served."""

import logging
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, time
from stat import S_ISFIFO
from threading import Event, Thread

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

from radslag.ground.post.actions.delivering import Tally, deliver_due
from radslag.people.privacy.actions import remove_old
from radslag.press.letters.actions import daily_round

ENDINGS = {signal.SIGTERM, signal.SIGINT}
INPUT = 0
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
    """See to the letters every other second until told to end, and then end between two letters."""
    ended, rounded, pause, troubled = _ending(), None, 0.0, False
    while not ended.wait(pause):
        try:
            rounded = _make_round(timezone.localtime(), rounded)
            tally = deliver_due(go_on=lambda: not ended.is_set())
            troubled = _tell(tally, troubled=troubled)
            pause = PAUSE
        except Exception:
            logging.getLogger(__name__).exception("Breven kunde inte skrivas eller skickas.")
            pause = PAUSE_AFTER_FAULT


def _ending() -> Event:
    """What is set once the process is told to end, by a signal or by the end of what it is given to read.

    Threads wait for it: a handler of signals would run between any two steps of what goes on.
    """
    ended = Event()
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    for waits in (_await_signal, _await_end_of_input):
        Thread(target=waits, args=(ended,), daemon=True).start()
    return ended


def _await_signal(ended: Event) -> None:
    signal.sigwait(ENDINGS)
    ended.set()


def _await_end_of_input(ended: Event) -> None:
    """Only a pipe has somebody at its other end, who may be no more."""
    with suppress(OSError):
        if S_ISFIFO(os.fstat(INPUT).st_mode):
            while os.read(INPUT, 1024):
                pass
            ended.set()


def _make_round(now: datetime, rounded: date | None) -> date | None:
    """Make the day's round if it is time and not yet made; the day of the latest round."""
    close_old_connections()
    if now.time() < ROUND_AT or rounded == now.date():
        return rounded
    daily_round(now.date(), acting_user=None)
    remove_old(now.date(), acting_user=None)
    return now.date()


def _tell(tally: Tally, *, troubled: bool) -> bool:
    """Say what is new about letters that do not go; whether they do not."""
    if tally.given_up:
        print(f"{tally.given_up} brev gick inte att skicka. Se Brev på skrivbordet.", file=sys.stderr)
    if tally.waiting and not troubled:
        print("Brev väntar: de togs inte emot, och försöks igen.", file=sys.stderr)
    if tally.sent and not tally.waiting and troubled:
        print("Breven går i väg igen.", file=sys.stderr)
    return bool(tally.waiting) or (troubled and not tally.sent)
