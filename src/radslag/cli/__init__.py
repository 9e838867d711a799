"""The command line: one word says what to do, one line says what went wrong."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import django

from radslag.cli.refusals import EXPECTED, refusal
from radslag.cli.words import parser


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say; answers with the exit code: 0 done, 1 something found, 2 could not."""
    _prepare_streams()
    try:
        asked = parser().parse_args(words)
        code = _command(asked)(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        _stop_writing()
        return 0
    except EXPECTED as error:
        print(" ".join(refusal(error).split()), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _command(asked: Namespace) -> Callable[[Namespace], int]:
    """The function that does it; Django is started first where the database is needed."""
    module, name = asked.does.split(":")
    if module != "files":
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
        django.setup()
    command: Callable[[Namespace], int] = getattr(import_module(f"radslag.cli.{module}"), name)
    return command


def _prepare_streams() -> None:
    """Let every stream take whatever is written: one that is closed, or knows fewer letters than we do."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _stop_writing() -> None:
    """Let what is left to be written go nowhere, since nobody reads it."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
