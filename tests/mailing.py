"""Letters to send, and a mail server that takes them, asks for patience, refuses or dies."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection

from radslag.domain.letter import Sheet
from radslag.ground.accounts.models import User
from radslag.ground.post.actions.posting import Errand, Recipient, post
from radslag.ground.post.models import Letter
from radslag.people.members.models import Cooperation

TAKEN = "250 OK"
numbers = count(1)


def letter_to(
    address: str = "kim@salem.example", name: str = "Kim Ek", *, lets_in: bool = False, **changes: Any
) -> Letter:
    """A letter in the outbox, waiting to be sent."""
    told = {"subject": "Hej", "language": "sv", "sender": "Samverkan", "heading": "Hej", "lead": ("Hej!",)}
    errand = Errand("note", f"note/{next(numbers)}", lets_in=lets_in)
    letter = post(Sheet(**told | changes), errand, Recipient(address, name), acting_user=None)
    assert letter
    return letter


def digest(cooperation: Cooperation, reader: User, kind: str = "digest") -> Letter:
    """A letter of that kind to somebody in the cooperation."""
    sheet = Sheet(subject="Vecka 22", language="sv", sender=cooperation.name, heading="Vecka 22")
    errand = Errand(kind, f"{kind}/{cooperation.slug}/{next(numbers)}", cooperation.slug, about="2021-x")
    letter = post(sheet, errand, Recipient(reader.email, str(reader), reader), acting_user=None)
    assert letter
    return letter


@dataclass
class MailServer:
    """What has been received, and how to answer whoever hands it over; without a word for it all is taken."""

    received: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    on_recipient: Callable[[SMTP], str] = lambda _: TAKEN
    on_letter: Callable[[SMTP], str] = lambda _: TAKEN
    port: int = 0
    taken: SimpleQueue[str] = field(default_factory=SimpleQueue)

    async def handle_RCPT(  # noqa: N802 – the server asks by this name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = self.on_recipient(server)
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        answer = self.on_letter(server)
        if answer == TAKEN:
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
            self.recipients += envelope.rcpt_tos
            self.taken.put(self.received[-1]["Message-ID"])
        return answer


def dies(server: SMTP) -> str:
    """Answers nothing more to whoever is connected."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()
    return TAKEN


async def _listen(handler: MailServer, ready: SimpleQueue[Callable[[], object]]) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    listening = await loop.create_server(lambda: SMTP(handler, loop=loop), "127.0.0.1", handler.port)
    handler.port = listening.sockets[0].getsockname()[1]
    ready.put(lambda: loop.call_soon_threadsafe(stopped.set))
    await stopped.wait()
    listening.close()


@contextmanager
def mail_server(port: int = 0) -> Iterator[MailServer]:
    """A real one, on that port or one of its own, in a thread of its own beside the browser's loop."""
    handler, ready = MailServer(port=port), SimpleQueue[Callable[[], object]]()
    thread = Thread(target=lambda: asyncio.run(_listen(handler, ready)))
    thread.start()
    stop = ready.get(timeout=10)
    yield handler
    stop()
    thread.join()


def environment(server: MailServer) -> dict[str, str]:
    """What a process of ours is told, to use the test's own database and that mail server."""
    name = connection.settings_dict["NAME"]
    database = f"sqlite:///{name}"
    if connection.vendor != "sqlite":
        database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "radslag.config.settings",
        "DATABASE_URL": database,
        "RADSLAG_MAIL": f"smtp://127.0.0.1:{server.port}",
        "RADSLAG_MAIL_FROM": "radslag@samverkan.example",
        "PYTHONUNBUFFERED": "1",
    }


def newest() -> Letter:
    """The letter last put in the outbox."""
    return Letter.objects.order_by("-pk")[0]


def path_in(letter: Letter) -> str:
    """The path of the first link in a letter, which must be the same in its text and its HTML."""
    in_text = re.findall(r"https?://[^/\s]+(/\S+)", letter.text)[0]
    assert f'{in_text}"' in letter.html
    return str(in_text)
