"""The words of the command line: what can be asked for, and how it is refused when it is not understood."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from radslag import __version__

REFUSALS = (
    (r"the following arguments are required: (.+)", r"\1 saknas"),
    (r"unrecognized arguments: (.+)", r"\1 hör inte hit"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan betyda \2"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"\1 kan inte vara \2. Välj \3"),
    (r"argument (\S+): expected one argument", r"\1 ska följas av ett värde"),
    (r"argument (\S+): ignored explicit argument .+", r"\1 följs inte av något värde"),
    (r"argument (\S+): (.+)", r"\1: \2"),
)
"""What argparse says, and the same in Swedish."""

HEADINGS = (
    ("usage:", "Skriv så:"),
    ("positional arguments:", "Ord:"),
    ("options:", "Tillval:"),
    ("show this help message and exit", "visa den här hjälpen"),
    ("show program's version number and exit", "visa vilken version det är"),
)


class OneLineParser(ArgumentParser):
    """Refuses words it does not know in one Swedish line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and end."""
        said = next(
            (
                found.expand(swedish)
                for english, swedish in REFUSALS
                if (found := re.fullmatch(english, message))
            ),
            message,
        )
        self.exit(2, f"{self.prog}: {said.replace(chr(39), '')}. Se {self.prog} --help.\n")

    def format_help(self) -> str:
        """The help with its headings in Swedish."""
        text = super().format_help()
        for english, swedish in HEADINGS:
            text = text.replace(english, swedish)
        return text


def parser() -> ArgumentParser:
    """The parser of everything that can be asked for; `does` names the module and function that does it."""
    made = OneLineParser(prog="radslag", description="Driver en samverkan mellan kommuner.")
    made.add_argument("--version", action="version", version=f"radslag {__version__}")
    commands = made.add_subparsers(required=True, metavar="KOMMANDO")

    def command(name: str, does: str, help_text: str) -> ArgumentParser:
        added = commands.add_parser(name, help=help_text, description=help_text)
        added.set_defaults(does=does)
        return added

    _of_the_installation(command)
    _of_plans(command)
    return made


def _of_the_installation(command: Callable[[str, str, str], ArgumentParser]) -> None:
    command("example", "stored:example", "lägg in exemplet Södertörn 2021")
    operator = command("operator", "accounts:operator", "låt någon sköta installationen och logga in")
    operator.add_argument("email", type=_email, metavar="E-POST")
    serve = command("serve", "serving:serve", "visa sidorna")
    serve.add_argument(
        "--port", type=_port, metavar="PORT", default=8000, help="första port att pröva (8000)"
    )
    deliver = command("deliver", "posting:deliver", "skriv dagens brev och skicka dem som väntar")
    deliver.add_argument("--watch", action="store_true", help="fortsätt tills den ombeds sluta")
    command("verify", "stored:verify", "bevisa att inget i registren har ändrats")


def _of_plans(command: Callable[[str, str, str], ArgumentParser]) -> None:
    read = command("read", "files:read", "läs en plan och skriv den som JSON")
    read.add_argument("file", type=_path, metavar="FIL")
    taken_in = command("import", "stored:take_in", "läs en plan till ett utkast för granskning")
    taken_in.add_argument("file", type=_path, metavar="FIL")
    taken_in.add_argument("--accept", action="store_true", help="spara den som den är läst")
    taken_in.add_argument("--supersede", action="store_true", help="ersätt en tidigare läsning av samma plan")
    taken_in.add_argument("--cooperation", metavar="ADRESS", help="samverkans adress, om filen inte avgör")
    check = command("check", "stored:check", "visa vad som inte går ihop")
    export = command("export", "stored:export", "skriv en plan, eller en del av den, till en fil")
    export.add_argument("what", metavar="VAD", help="plan, action-plan, calendar eller budget")
    export.add_argument("--to", required=True, metavar="FORMAT", help="pdf, json, xlsx, csv eller ics")
    export.add_argument("file", type=_path, metavar="FIL")
    export.add_argument("--language", choices=("sv", "en"), default="sv", metavar="SPRÅK")
    export.add_argument("--per", type=_day, metavar="DATUM", help="som den gällde den dagen")
    for which in (check, export):
        which.add_argument("--cooperation", metavar="ADRESS")
        which.add_argument("--year", type=_year, metavar="ÅR")
    publish = command("publish", "publishing:publish", "skriv de offentliga sidorna som filer")
    publish.add_argument("directory", type=_path, metavar="MAPP")


def _path(word: str) -> Path:
    if not word:
        raise ArgumentTypeError("sökvägen är tom")
    return Path(word)


def _email(word: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", word) or len(word) > 254:
        raise ArgumentTypeError(f"”{word}” är ingen e-postadress. Skriv den som namn@kommun.se")
    return word


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise ArgumentTypeError(f"”{word}” är inget datum. Skriv det som 2021-01-14") from error


def _year(word: str) -> int:
    if not re.fullmatch(r"\d{4}", word, re.ASCII):
        raise ArgumentTypeError(f"”{word}” är inget år. Skriv det med fyra siffror")
    return int(word)


def _port(word: str) -> int:
    if not re.fullmatch(r"\d{1,5}", word, re.ASCII) or not 0 < int(word) < 65_536:
        raise ArgumentTypeError(f"”{word}” är ingen port. Välj ett tal mellan 1024 och 65535")
    return int(word)
