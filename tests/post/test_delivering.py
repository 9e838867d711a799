"""Each letter arrives once, whatever the mail server and those who deliver come to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from aiosmtpd.smtp import SMTP
from django.db import connection, transaction
from django.utils import timezone
from pytest_django import Settings

from mailing import TAKEN, MailServer, dies, environment, letter_to
from radslag.domain.letter import Link, Sheet
from radslag.ground.post.actions import delivering
from radslag.ground.post.actions.delivering import LONGEST_TRY, PAUSES, Tally, deliver_due
from radslag.ground.post.actions.posting import Errand, Recipient, post, try_again
from radslag.ground.post.models import Letter

State, Fault = Letter.State, Letter.Fault
SHEET = Sheet(subject="Hej", language="sv", sender="Samverkan", heading="Hej")


@pytest.fixture
def clock(db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2021, 5, 17, 8, 0, tzinfo=timezone.get_current_timezone())) as clock:
        yield clock


def now_of(letter: Letter) -> Letter:
    letter.refresh_from_db()
    return letter


@pytest.mark.django_db
def test_a_letter_arrives_with_both_its_texts_and_is_not_sent_again(server: MailServer) -> None:
    letter = letter_to(unsubscribe="https://samverkan.example/brev/x/")
    assert deliver_due() == Tally(sent=1)
    assert deliver_due() == Tally()
    [mail] = server.received
    assert server.recipients == ["kim@salem.example"]
    assert mail["To"] == "Kim Ek <kim@salem.example>"
    assert mail["From"] == "Samverkan <radslag@samverkan.example>"
    assert mail["Message-ID"] == letter.message_id
    assert mail["List-Unsubscribe"] == "<https://samverkan.example/brev/x/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert now_of(letter).state == State.SENT
    assert letter.sent_at


@pytest.mark.django_db
def test_the_same_thing_is_written_once() -> None:
    errand, to = Errand("note", "note/about-this"), Recipient("kim@salem.example")
    assert post(SHEET, errand, to, acting_user=None)
    assert post(SHEET, errand, to, acting_user=None) is None
    assert Letter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_letter_of_what_never_happened_is_never_sent(server: MailServer) -> None:
    def fail() -> None:
        letter_to()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        fail()
    assert deliver_due() == Tally()
    assert server.received == []


def test_patience_asked_for_is_given_longer_and_longer(
    server: MailServer, clock: time_machine.Traveller
) -> None:
    letter = letter_to()
    server.on_recipient = lambda _: "451 4.7.1 Greylisted"
    for pause in PAUSES:
        assert deliver_due() == Tally(waiting=1)
        assert now_of(letter).fault == Fault.POSTPONED
        assert letter.fault_words == "451 4.7.1 Greylisted"
        clock.shift(pause - timedelta(seconds=10))
        assert deliver_due() == Tally()
        clock.shift(timedelta(seconds=20))
    assert deliver_due() == Tally(given_up=1)
    assert now_of(letter).state == State.GIVEN_UP
    assert list(PAUSES) == sorted(PAUSES)


def test_a_letter_delayed_arrives_in_the_end(server: MailServer, clock: time_machine.Traveller) -> None:
    letter = letter_to()
    server.on_letter = lambda _: "452 4.2.2 Mailbox full"
    assert deliver_due() == Tally(waiting=1)
    server.on_letter = lambda _: TAKEN
    clock.shift(PAUSES[0] + timedelta(seconds=1))
    assert deliver_due() == Tally(sent=1)
    assert now_of(letter).fault == Fault.NONE
    assert [mail["Message-ID"] for mail in server.received] == [letter.message_id]


def test_a_letter_that_lets_somebody_in_is_emptied_the_moment_it_is_sent(
    server: MailServer, clock: time_machine.Traveller
) -> None:
    secret = Link("Logga in", "https://samverkan.example/nyckel/hemlig/")
    letter, other = letter_to(lets_in=True, button=secret), letter_to(button=secret)
    server.on_letter = lambda _: "452 4.2.2 Mailbox full"
    assert deliver_due() == Tally(waiting=2)
    assert secret.url in now_of(letter).text
    server.on_letter = lambda _: TAKEN
    clock.shift(PAUSES[0] + timedelta(seconds=1))
    assert deliver_due() == Tally(sent=2)
    for part in server.received[0].iter_parts():
        assert secret.url in part.get_content()
    assert (now_of(letter).text, letter.html, letter.headers) == ("", "", {})
    assert secret.url in now_of(other).text
    assert deliver_due() == Tally()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["kim@salem.example", "ingen adress"])
def test_a_letter_that_lets_somebody_in_is_emptied_when_it_is_given_up(
    server: MailServer, address: str
) -> None:
    server.on_letter = lambda _: "550 5.1.1 No such person"
    letter = letter_to(address, lets_in=True)
    deliver_due()
    assert (now_of(letter).state, letter.text, letter.html) == (State.GIVEN_UP, "", "")
    assert not try_again(letter, acting_user=None)


@pytest.mark.django_db
@pytest.mark.parametrize("refuses", ["on_recipient", "on_letter"])
def test_a_letter_refused_is_given_up_with_the_reason(server: MailServer, refuses: str) -> None:
    letter, other = letter_to("ingen@salem.example"), letter_to()
    setattr(server, refuses, lambda _: "550 5.1.1 No such person")
    assert deliver_due() == Tally(given_up=2)
    assert (now_of(letter).state, letter.fault) == (State.GIVEN_UP, Fault.REFUSED)
    assert letter.fault_words == "550 5.1.1 No such person"
    setattr(server, refuses, lambda _: TAKEN)
    assert try_again(letter, acting_user=None)
    assert not try_again(letter, acting_user=None)
    assert deliver_due() == Tally(sent=1)
    assert now_of(other).state == State.GIVEN_UP


def test_a_server_that_dies_before_it_has_the_letter_gets_it_later(
    server: MailServer, clock: time_machine.Traveller
) -> None:
    letter = letter_to()
    server.on_recipient = dies
    assert deliver_due() == Tally(waiting=1)
    assert now_of(letter).fault == Fault.UNREACHABLE
    server.on_recipient = lambda _: TAKEN
    clock.shift(PAUSES[0] + timedelta(seconds=1))
    assert deliver_due() == Tally(sent=1)
    assert len(server.received) == 1


def test_a_server_that_dies_with_the_letter_is_not_given_it_twice(
    server: MailServer, clock: time_machine.Traveller
) -> None:
    letter = letter_to()
    server.on_letter = dies
    assert deliver_due() == Tally(given_up=1)
    assert now_of(letter).fault == Fault.UNSURE
    server.on_letter = lambda _: TAKEN
    clock.shift(timedelta(days=7))
    assert deliver_due() == Tally()
    assert len(server.received) == 1


@pytest.mark.django_db
def test_without_a_mail_server_the_rest_wait_untried(settings: Settings, server: MailServer) -> None:
    settings.EMAIL_PORT = 9  # where nobody listens
    first, second = letter_to(), letter_to()
    assert deliver_due() == Tally(waiting=1)
    assert (now_of(first).tries, now_of(second).tries) == (1, 0)
    assert first.fault == Fault.UNREACHABLE


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["", "kim", "kim@", "k im@salem.example", "kim@salem.example\r\nBcc: x@y.se"]
)
def test_an_address_that_is_none_is_given_up_at_once(server: MailServer, address: str) -> None:
    assert letter_to(address).state == State.GIVEN_UP
    assert deliver_due() == Tally()


@pytest.mark.django_db(transaction=True)
def test_two_who_deliver_at_once_send_each_letter_once(server: MailServer) -> None:
    letters = {letter_to().message_id for _ in range(12)}
    together = Barrier(2)
    tallies: list[Tally] = []

    def work() -> None:
        together.wait()
        tallies.append(deliver_due())
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(tally.sent for tally in tallies) == len(letters)
    assert Counter(mail["Message-ID"] for mail in server.received) == dict.fromkeys(letters, 1)


def test_one_who_stops_between_sending_and_noting_it_leaves_a_letter_to_be_asked_about(
    server: MailServer, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = letter_to()
    with monkeypatch.context() as patch:
        patch.setattr(delivering, "_conclude", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            deliver_due()
    assert now_of(letter).state == State.SENDING
    assert deliver_due() == Tally()
    clock.shift(LONGEST_TRY + timedelta(seconds=1))
    assert deliver_due() == Tally(given_up=1)
    assert now_of(letter).fault == Fault.UNSURE
    assert len(server.received) == 1


def test_one_who_is_slow_may_still_say_that_it_went_well(
    server: MailServer, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = letter_to()
    send = delivering._send

    def slowly(letter: Letter) -> delivering._Outcome:
        outcome = send(letter)
        clock.shift(LONGEST_TRY + timedelta(seconds=1))
        assert deliver_due() == Tally(given_up=1)
        return outcome

    monkeypatch.setattr(delivering, "_send", slowly)
    assert deliver_due() == Tally(sent=1)
    assert now_of(letter).state == State.SENT


@pytest.mark.django_db(transaction=True)
def test_one_who_is_killed_with_the_letter_taken_does_not_send_it_again(server: MailServer) -> None:
    letter = letter_to()
    killed: list[int] = []

    def take_and_kill(_server: SMTP) -> str:
        os.kill(worker.pid, signal.SIGKILL)
        killed.append(worker.wait())
        return TAKEN

    server.on_letter = take_and_kill
    worker = subprocess.Popen([sys.executable, "-m", "radslag", "deliver"], env=environment(server))
    worker.wait(60)
    assert killed == [-signal.SIGKILL]
    assert now_of(letter).state == State.SENDING
    server.on_letter = lambda _: TAKEN
    with time_machine.travel(timezone.now() + LONGEST_TRY + timedelta(seconds=1)):
        assert deliver_due() == Tally(given_up=1)
    assert now_of(letter).fault == Fault.UNSURE
    assert len(server.received) == 1
