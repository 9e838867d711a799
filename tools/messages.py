"""Bring the Swedish catalogue up to date with the words on screen, and say what is untranslated.

English stands in the code, Swedish in `src/radslag/locale/sv/LC_MESSAGES/django.po`. Run this after changing
any words on screen, and fill in what it names.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/radslag"
SWEDISH = PACKAGE / "locale/sv/LC_MESSAGES/django.po"
FUNCTIONS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEAD = r"""# Swedish words for the screen.
msgid ""
msgstr ""
"Language: sv\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def main() -> int:
    """Write the catalogue; the exit code is 1 while anything in it is untranslated."""
    catalogue = known()
    catalogue.update(wanted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO(HEAD.encode())
    written.seek(0, io.SEEK_END)
    write_po(written, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)
    SWEDISH.parent.mkdir(parents=True, exist_ok=True)
    SWEDISH.write_bytes(written.getvalue())
    missing = [str(message.id) for message in untranslated(catalogue)]
    print(*missing, sep="\n")
    print(f"{len(missing)} of {len(catalogue)} untranslated in {SWEDISH.relative_to(ROOT)}", file=sys.stderr)
    return 1 if missing else 0


def known() -> Catalog:
    """The catalogue as it stands; a new one when there is none."""
    if not SWEDISH.exists():
        return Catalog(locale="sv", charset="utf-8")
    with SWEDISH.open("rb") as file:
        return read_po(file, locale="sv", ignore_obsolete=True)


def wanted() -> Catalog:
    """Every message of the package's Python and templates."""
    catalogue = Catalog(locale="sv", charset="utf-8")
    for path in sources():
        for _line, message, _comments, context in messages_in(path):
            catalogue.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)], context=context)
    return catalogue


def sources() -> Iterator[Path]:
    """The files that may hold words for the screen."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and not {"migrations", "built"} & set(path.parts):
            yield path


def messages_in(path: Path) -> Iterator[tuple[int, Any, list[str], str | None]]:
    """The messages of a file; a template is first turned into what Python would make of it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        lines = templatize(text, origin=str(path)).splitlines()
        text = "\n".join(line.lstrip() for line in lines)
    yield from extract("python", io.BytesIO(text.encode()), FUNCTIONS, options={"encoding": "utf-8"})


def untranslated(catalogue: Catalog) -> list[Message]:
    """What has no Swedish, or Swedish that nobody has looked at."""

    def lacks(message: Message) -> bool:
        words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        return message.fuzzy or not all(words)

    return [message for message in catalogue if message.id and lacks(message)]


if __name__ == "__main__":
    sys.exit(main())
