"""What the environment says, checked once; what is wrong with it is told in one sentence with the remedy."""

import secrets
from contextlib import suppress
from email.utils import formataddr, parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

SHORTEST_SECRET = 32
MAIL_PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}
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


def mail(url: str) -> dict[str, Any]:
    """Django's settings for the mail server at the address; without one, letters are written to a folder."""
    if not url:
        return {"EMAIL_BACKEND": "radslag.ground.shell.letters.WrittenLetters"}
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in MAIL_PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            "RADSLAG_MAIL går inte att förstå. Skriv smtp://namn:lösenord@värd:port, "
            "med starttls:// eller smtps:// om servern krypterar."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "starttls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }


def mail_sender(told: str, address: str) -> str:
    """Whom letters are from: what was told, or else a sender at the host of the site."""
    name, plain = parseaddr(told or f"Rådslag <radslag@{urlsplit(address).hostname}>")
    try:
        if told:
            validate_email(plain)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"RADSLAG_MAIL_FROM är ”{told}”. Skriv en adress, som Kansliet <kansli@samverkan.se>."
        ) from error
    return formataddr((name, plain))


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
