"""The one who sees to the letters for as long as the pages are served, as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

import pytest
from aiosmtpd.smtp import SMTP
from django.utils import timezone

from mailing import TAKEN, MailServer, environment, letter_to, mail_server
from radslag.ground.post.actions.posting import try_again
from radslag.ground.post.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)
State, Fault = Letter.State, Letter.Fault
LONGEST = 60
"""Seconds that anything is waited for before the test is given up."""


@dataclass
class Running:
    """A command of ours under way, and what it says of trouble."""

    process: subprocess.Popen[str]
    said: SimpleQueue[str]

    def says(self, words: str) -> None:
        """Wait until it says the words."""
        while words not in self.said.get(timeout=LONGEST):
            pass

    def end(self) -> int:
        """Let its input end, and wait until it has ended by itself."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(LONGEST)


@contextmanager
def running(server: MailServer, *words: str) -> Iterator[Running]:
    """The command, killed afterwards if it has not ended."""
    command = [sys.executable, "-m", "radslag", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment(server), stdin=pipe, stderr=pipe, text=True) as process:
        said = SimpleQueue[str]()

        def listen() -> None:
            for line in process.stderr or ():
                said.put(line)
            said.put("")

        listener = Thread(target=listen)
        listener.start()
        try:
            yield Running(process, said)
        finally:
            process.kill()
            listener.join(LONGEST)


def postman(server: MailServer) -> AbstractContextManager[Running]:
    return running(server, "deliver", "--watch")


def now_of(letter: Letter) -> Letter:
    letter.refresh_from_db()
    return letter


def let_time_pass(letter: Letter) -> None:
    """As if the letter's next try were due, or the try that goes on too old to be believed in."""
    assert Letter.objects.filter(pk=letter.pk).update(next_try_at=timezone.now())


def test_a_letter_written_while_it_runs_is_delivered_once(server: MailServer) -> None:
    first = letter_to()
    with postman(server) as man:
        assert server.taken.get(timeout=LONGEST) == first.message_id
        second = letter_to()
        assert server.taken.get(timeout=LONGEST) == second.message_id
        assert man.end() == 0
    assert [now_of(letter).state for letter in (first, second)] == [State.SENT, State.SENT]
    assert len(server.received) == 2


def test_a_mail_server_that_goes_away_and_comes_back_gets_what_waited() -> None:
    with mail_server() as server:
        port = server.port
    letter = letter_to()
    with postman(server) as man:
        man.says("Brev väntar")
        assert (now_of(letter).state, letter.fault) == (State.WAITING, Fault.UNREACHABLE)
        with mail_server(port) as back:
            let_time_pass(letter)
            assert back.taken.get(timeout=LONGEST) == letter.message_id
            man.says("Breven går i väg igen.")
            assert man.end() == 0
    assert now_of(letter).state == State.SENT
    assert len(back.received) == 1


@pytest.mark.parametrize(("killed_when", "arrived"), [("on_recipient", 0), ("on_letter", 1)])
def test_one_killed_in_the_middle_neither_sends_twice_nor_loses(
    server: MailServer, killed_when: str, arrived: int
) -> None:
    letter = letter_to()
    with postman(server) as man:

        def take_and_kill(_server: SMTP) -> str:
            man.process.kill()
            return TAKEN

        setattr(server, killed_when, take_and_kill)
        assert man.process.wait(LONGEST) == -signal.SIGKILL
    setattr(server, killed_when, lambda _: TAKEN)
    assert now_of(letter).state == State.SENDING
    with postman(server) as man:
        other = letter_to()
        taken = [server.taken.get(timeout=LONGEST) for _ in range(arrived + 1)]
        assert taken == [letter.message_id] * arrived + [other.message_id]
        let_time_pass(letter)
        man.says("1 brev gick inte att skicka")
        assert (now_of(letter).state, letter.fault) == (State.GIVEN_UP, Fault.UNSURE)
        assert try_again(letter, acting_user=None)
        assert server.taken.get(timeout=LONGEST) == letter.message_id
        assert man.end() == 0
    assert now_of(letter).state == State.SENT


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_lets_the_letter_on_its_way_arrive_and_leaves_the_rest(
    server: MailServer, how: signal.Signals
) -> None:
    letters = [letter_to() for _ in range(30)]
    with postman(server) as man:

        def take_and_tell(_server: SMTP) -> str:
            man.process.send_signal(how)
            return TAKEN

        server.on_letter = take_and_tell
        assert man.process.wait(LONGEST) == 0
    states = [now_of(letter).state for letter in letters]
    assert set(states) == {State.SENT, State.WAITING}
    assert states.count(State.SENT) == len(server.received)


def test_without_anything_to_read_it_goes_on_until_it_is_told_to_end(server: MailServer) -> None:
    letter = letter_to()
    command = [sys.executable, "-m", "radslag", "deliver", "--watch"]
    with subprocess.Popen(command, env=environment(server), stdin=subprocess.DEVNULL) as process:
        try:
            assert server.taken.get(timeout=LONGEST) == letter.message_id
            later = letter_to()
            assert server.taken.get(timeout=LONGEST) == later.message_id
            process.terminate()
            assert process.wait(LONGEST) == 0
        finally:
            process.kill()


def test_who_serves_the_pages_sends_the_letters_and_leaves_nobody_behind(server: MailServer) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    letter = letter_to()
    with running(server, "serve", "--port", str(port)) as serving:
        assert server.taken.get(timeout=LONGEST) == letter.message_id
        os.kill(serving.process.pid, signal.SIGTERM)
        assert serving.process.wait(LONGEST) == 0
        while serving.said.get(timeout=LONGEST):  # "" once everybody who could say something has ended
            pass
    assert now_of(letter).state == State.SENT
