"""Shows the pages."""

import os
import socket
from argparse import Namespace

from django.conf import settings
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from radslag.cli.accounts import example_link
from radslag.cli.posting import postman
from radslag.cli.refusals import CommandError

HOST, NAME = "127.0.0.1", "localhost"
"""Where the server listens, and what browsers call it: a passkey belongs to a name, not to a number."""
THREADS = 4
LONGEST_ANSWER = 10
"""Seconds that a page under way is waited for when the server is told to end."""


def serve(asked: Namespace) -> int:
    """Serve the pages until interrupted, and say where they are; letters are written and sent meanwhile."""
    call_command("migrate", verbosity=0)
    port = _free_port(asked.port)
    if not os.environ.get("RADSLAG_ADDRESS"):
        settings.ADDRESS = os.environ["RADSLAG_ADDRESS"] = f"http://{NAME}:{port}"
    server = Granian(
        "radslag.config.wsgi:application",
        HOST,
        port,
        interface=Interfaces.WSGI,
        websockets=False,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=LONGEST_ANSWER,
    )
    server.on_startup(lambda: print(_welcome(port, example_link()), flush=True))
    with postman():
        server.serve()
    return 0


def _welcome(port: int, link: str | None) -> str:
    address = f"http://{NAME}:{port}"
    if link is None:
        return f"Rådslag svarar på {address}/"
    return f"Rådslag svarar på {address}/ – öppna {address}{link} för att logga in i exemplet"


def _free_port(first: int) -> int:
    """The first port from that one on that can be listened to."""
    for port in range(first, min(first + 100, 65_536)):
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((HOST, port))
            except PermissionError as error:
                raise CommandError(f"Port {port} kräver särskild behörighet. Ange en över 1023.") from error
            except OSError:
                continue
            return port
    raise CommandError(f"Ingen ledig port från {first}. Ange en annan med --port.")
