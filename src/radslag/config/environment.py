"""What the environment says, checked once; what is wrong with it is told in one sentence with the remedy."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

SHORTEST_SECRET = 32
MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def site_address(told: str) -> str:
    """Where the pages are to be found by others, without a stroke at its end."""
    try:
        parts = urlsplit(told)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f"RADSLAG_ADDRESS är ”{told}”. Skriv var sidorna finns, som https://samverkan.se, utan sökväg."
        )
    return told.rstrip("/")


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at the address, or for SQLite in the folder when there is none."""
    try:
        found = dict(dj_database_url.parse(url or f"sqlite:///{folder / 'radslag.sqlite3'}"))
    except ValueError:
        found = {}
    if found.get("ENGINE") not in ENGINES:
        raise ImproperlyConfigured(
            "DATABASE_URL går inte att förstå. Skriv postgres://namn:lösenord@värd/databas, "
            "eller ta bort den för SQLite i RADSLAG_DATA."
        )
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return found


def kept_secret(file: Path) -> str:
    """The secret in the file, which is made the first time it is asked for."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(secrets.token_urlsafe(64), encoding="ascii")
    secret = file.read_bytes().decode("ascii", "replace").strip()
    if len(secret) < SHORTEST_SECRET:
        raise ImproperlyConfigured(f"{file} är för kort för en hemlighet. Ta bort filen, så görs en ny.")
    return secret


@dataclass(frozen=True)
class MailServer:
    """The way out for letters: without a host they are written as files."""

    backend: str = "radslag.ground.post.backends.FolderBackend"
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_server(url: str) -> MailServer:
    """The mail server at the address; none when there is none."""
    if not url:
        return MailServer()
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in MAIL_PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            "RADSLAG_MAIL går inte att förstå. Skriv smtp+starttls://namn:lösenord@värd:587, smtps:// eller "
            "smtp://, med särskilda tecken i lösenordet som %40, eller ta bort den för brev som filer."
        )
    return MailServer(
        backend="radslag.ground.post.backends.SmtpBackend",
        host=parts.hostname or "",
        port=parts.port or MAIL_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )


def mail_from(told: str, address: str, *, needed: bool) -> str:
    """Who letters come from; a made-up sender at the site's own host will do only while none are sent."""
    if told or needed:
        if not _is_mail_address(parseaddr(told)[1]):
            raise ImproperlyConfigured(
                f"RADSLAG_MAIL_FROM är ”{told}”. "
                "Skriv adressen som breven kommer från, som radslag@samverkan.se."
            )
        return told
    own = f"radslag@{urlsplit(address).hostname}"
    return own if _is_mail_address(own) else "radslag@localhost"


def _is_mail_address(told: str) -> bool:
    try:
        validate_email(told)
    except ValidationError:
        return False
    return True
