"""Writes the public pages as files, those that have changed."""

import json
import re
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from radslag.cli.refusals import CommandError
from radslag.people.members.queries import cooperations
from radslag.windows.frame import PUBLISHING

MANIFEST = ".radslag-site.json"
LINK = re.compile(rb"""(?:href|src)="([^"]+)"|url\(["']?([^"')]+)["']?\)""")
ELSEWHERE = re.compile(r"//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def publish(asked: Namespace) -> int:
    """Write every public page and file, remove those that are no more, and touch nothing that is the same."""
    call_command("migrate", verbosity=0)
    found = cooperations()
    if not found:
        raise CommandError(
            "Det finns inget att publicera. Börja med radslag example eller radslag import FIL."
        )
    starts = [reverse("start")] + [
        reverse("site:front", args=[each.slug], current_app=language)
        for each in found
        for language in ("sv", "en")
    ]
    earlier = _written_before(asked.directory)
    written, changed = set[str](), 0
    for path, content in _crawl(starts):
        name = _file_name(path)
        changed += _write(asked.directory / name, content)
        written.add(name)
        if sys.stderr.isatty():
            print(f"\r{len(written)} filer …", end="", file=sys.stderr)
    removed = _remove_stale(asked.directory, earlier, written)
    print(f"{len(written)} filer i {asked.directory}: {changed} ändrade, {removed} borttagna.")
    return 0


def _crawl(starts: list[str]) -> Iterator[tuple[str, bytes]]:
    """Every page and file that can be reached from `starts`, with its content."""
    client, site = Client(), urlsplit(settings.ADDRESS)
    client.defaults |= {
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "SERVER_NAME": site.hostname or "localhost",
        "SERVER_PORT": str(site.port or {"http": 80, "https": 443}[site.scheme]),
        PUBLISHING: "1",
    }
    waiting, seen = deque(starts), set(starts)
    while waiting:
        path = waiting.popleft()
        content, is_linking = _fetch(client, path)
        yield path, content
        for link in _links(path, content) if is_linking else ():
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _fetch(client: Client, path: str) -> tuple[bytes, bool]:
    """The content of an address, and whether it may link to others."""
    if path.startswith("/static/"):
        file = finders.find(unquote(path.removeprefix("/static/")))
        if not isinstance(file, str):
            raise CommandError(f"{path} saknas. Bygg sidorna på nytt med make setup.")
        return Path(file).read_bytes(), path.endswith(".css")
    response = client.get(path, secure=settings.ADDRESS.startswith("https:"))
    if response.status_code != 200:
        raise CommandError(f"{path} svarar {response.status_code}. Rätta länken dit och publicera på nytt.")
    return response.content, response.headers["Content-Type"].startswith("text/html")


def _links(path: str, content: bytes) -> Iterator[str]:
    for match in LINK.finditer(content):
        address = unescape((match[1] or match[2]).decode())
        if not ELSEWHERE.match(address):
            link = urlsplit(urljoin(path, address))
            if link.path and not link.query:
                yield link.path


def _file_name(path: str) -> str:
    name = unquote(path).lstrip("/")
    return f"{name}index.html" if path.endswith("/") else name


def _write(file: Path, content: bytes) -> bool:
    """Write the file unless it says the same already; whether it was written."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def _remove_stale(directory: Path, earlier: set[str], written: set[str]) -> int:
    """Remove the files that an earlier publication wrote and this one did not, and remember this one's."""
    stale = [directory / name for name in earlier - written]
    for file in stale:
        file.unlink(missing_ok=True)
    manifest = directory / MANIFEST
    draft = manifest.with_suffix(".new")
    draft.write_text(json.dumps(sorted(written), indent=0), encoding="utf-8")
    draft.replace(manifest)
    return len(stale)


def _written_before(directory: Path) -> set[str]:
    """The names of the files that the earlier publication wrote, all of them inside the directory."""
    manifest = directory / MANIFEST
    if not manifest.exists():
        return set()
    try:
        names = json.loads(manifest.read_bytes())
        inside = all((directory / name).resolve().is_relative_to(directory.resolve()) for name in names)
    except (ValueError, TypeError):
        inside = False
    if not inside:
        raise CommandError(f"{manifest} är skadad. Publicera i en ny mapp, eller töm den här.")
    return set(names)
