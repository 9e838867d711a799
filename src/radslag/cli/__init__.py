"""The command line: one word says what to do, one line says what went wrong."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import django

from radslag import __version__
from radslag.press.exchange.plan_json import PlanJsonError
from radslag.press.exchange.reading import UnreadableError
from radslag.press.exchange.writing import WRITERS


class CommandError(Exception):
    """Something the user can put right; the message is one line saying how."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say; answers with the exit code: 0 done, 1 something found, 2 could not."""
    asked = _parser().parse_args(words)
    try:
        return _command(asked)(asked)
    except (CommandError, UnreadableError, PlanJsonError) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename or 'Filen'}: {error.strerror or error}. Kontrollera sökvägen.")
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


def _refuse(reason: str) -> int:
    print(" ".join(reason.split()), file=sys.stderr)
    return 2


def _command(asked: Namespace) -> Callable[[Namespace], int]:
    """The function that does it; Django is started first where the database is needed."""
    module, name = asked.does.split(":")
    if module != "files":
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
        django.setup()
    command: Callable[[Namespace], int] = getattr(import_module(f"radslag.cli.{module}"), name)
    return command


class OneLineParser(ArgumentParser):
    """Refuses words it does not know in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and end."""
        self.exit(2, f"{self.prog}: {message}. Se {self.prog} --help.\n")


def _parser() -> ArgumentParser:
    parser = OneLineParser(prog="radslag", description="Driver en samverkan mellan kommuner.")
    parser.add_argument("--version", action="version", version=f"radslag {__version__}")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")

    def command(name: str, does: str, help_text: str) -> ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text)
        made.set_defaults(does=does)
        return made

    command("example", "stored:example", "lägg in exemplet Södertörn 2021")
    serve = command("serve", "serving:serve", "visa sidorna")
    serve.add_argument("--port", type=int, default=8000, help="första port att pröva (8000)")
    read = command("read", "files:read", "läs en plan och skriv den som JSON")
    read.add_argument("file", type=Path, metavar="FIL")
    taken_in = command("import", "stored:take_in", "läs en plan till ett utkast för granskning")
    taken_in.add_argument("file", type=Path, metavar="FIL")
    taken_in.add_argument("--accept", action="store_true", help="spara den som den är läst")
    taken_in.add_argument("--supersede", action="store_true", help="ersätt en tidigare läsning av samma plan")
    taken_in.add_argument("--cooperation", metavar="ADRESS", help="samverkans adress, om filen inte avgör")
    check = command("check", "stored:check", "visa vad som inte går ihop")
    command("verify", "stored:verify", "bevisa att inget i registren har ändrats")
    export = command("export", "stored:export", "skriv en plan, eller en del av den, till en fil")
    export.add_argument("what", choices=sorted({what for what, _ in WRITERS}), metavar="VAD")
    export.add_argument(
        "--to", required=True, choices=sorted({form for _, form in WRITERS}), metavar="FORMAT"
    )
    export.add_argument("file", type=Path, metavar="FIL")
    export.add_argument("--language", choices=("sv", "en"), default="sv")
    export.add_argument("--per", type=date.fromisoformat, metavar="DATUM", help="som den gällde den dagen")
    for which in (check, export):
        which.add_argument("--cooperation", metavar="ADRESS")
        which.add_argument("--year", type=int, metavar="ÅR")
    publish = command("publish", "publishing:publish", "skriv de offentliga sidorna som filer")
    publish.add_argument("directory", type=Path, metavar="MAPP")
    return parser
