"""What went wrong, as one Swedish sentence with its place and the remedy."""

import errno

from django.core.exceptions import ImproperlyConfigured
from django.db import Error as DatabaseFault
from django.db import connection

from radslag.press.exchange.plan_json import PlanJsonError
from radslag.press.exchange.reading import UnreadableError


class CommandError(Exception):
    """Something the user can put right; the message is one line saying how."""


EXPECTED = (CommandError, UnreadableError, PlanJsonError, ImproperlyConfigured, OSError, DatabaseFault)
"""What can go wrong without a fault of ours."""

REASONS = {
    errno.ENOENT: "finns inte. Kontrollera sökvägen.",
    errno.EISDIR: "är en mapp. Ange en fil.",
    errno.ENOTDIR: "går genom en fil som om den vore en mapp. Kontrollera sökvägen.",
    errno.EEXIST: "är en fil. Ange en mapp.",
    errno.EACCES: "får inte läsas eller skrivas av dig. Kontrollera rättigheterna.",
    errno.EPERM: "får inte läsas eller skrivas av dig. Kontrollera rättigheterna.",
    errno.EROFS: "ligger där inget får skrivas. Välj en annan plats.",
    errno.ENOSPC: "ryms inte, för disken är full. Frigör plats och försök igen.",
    errno.ENAMETOOLONG: "har ett för långt namn. Välj ett kortare.",
}


def refusal(error: Exception) -> str:
    """The sentence for one of those `EXPECTED`."""
    match error:
        case OSError():
            where = error.filename or "Det som skulle skrivas"
            return f"{where} {REASONS.get(error.errno or 0) or f'går inte att använda ({error}).'}"
        case DatabaseFault():
            return _of_database(str(error).split("\n", maxsplit=1)[0])
    return str(error)


def _of_database(reason: str) -> str:
    where = connection.settings_dict
    if connection.vendor == "sqlite":
        return (
            f"Databasen {where['NAME']} går inte att använda ({reason}). "
            "Kontrollera filen och dess mapp, eller lägg tillbaka en säkerhetskopia."
        )
    return (
        f"Databasen {where['NAME']} på {where['HOST'] or 'den egna datorn'} går inte att använda ({reason}). "
        "Kontrollera DATABASE_URL och att servern är igång."
    )
