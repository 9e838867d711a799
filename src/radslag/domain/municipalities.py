"""Sweden's municipalities as one looks for them: by any part of the name, or by their county (län)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from radslag.domain.swedish import sort_key

COUNTIES = {
    "01": "Stockholms län",
    "03": "Uppsala län",
    "04": "Södermanlands län",
    "05": "Östergötlands län",
    "06": "Jönköpings län",
    "07": "Kronobergs län",
    "08": "Kalmar län",
    "09": "Gotlands län",
    "10": "Blekinge län",
    "12": "Skåne län",
    "13": "Hallands län",
    "14": "Västra Götalands län",
    "17": "Värmlands län",
    "18": "Örebro län",
    "19": "Västmanlands län",
    "20": "Dalarnas län",
    "21": "Gävleborgs län",
    "22": "Västernorrlands län",
    "23": "Jämtlands län",
    "24": "Västerbottens län",
    "25": "Norrbottens län",
}
_KIND = re.compile(r"\s+(?:kommuns?|stads?|region)$")


@dataclass(frozen=True)
class Municipality:
    """A municipality (kommun): its four-digit code, whose first two tell the county, and its name."""

    code: str
    name: str

    @property
    def county(self) -> str:
        """The name of its county."""
        return COUNTIES.get(self.code[:2], "")


def search(words: str, municipalities: Iterable[Municipality]) -> list[Municipality]:
    """Those whose name holds the words, or whose county begins with them; all for no words.

    The words may stand in the genitive and with what it is: "haninges", "Haninge kommun", "Stockholms stad".
    A letter typed without its ring or dots finds the one with them, never the other way.
    """
    asked = " ".join(words.casefold().split())
    wanted = _KIND.sub("", asked)
    return [
        each
        for each in municipalities
        if _is_named(wanted, each.name) or any(form.startswith(asked) for form in _spellings(each.county))
    ]


def by_county(municipalities: Iterable[Municipality]) -> list[tuple[str, list[Municipality]]]:
    """The municipalities under their counties, both in Swedish order."""
    counties: dict[str, list[Municipality]] = {}
    for each in sorted(municipalities, key=lambda each: (sort_key(each.county), sort_key(each.name))):
        counties.setdefault(each.county, []).append(each)
    return list(counties.items())


def _is_named(wanted: str, name: str) -> bool:
    spelled = _spellings(name)
    return any(wanted in form for form in spelled) or (
        wanted.endswith("s") and len(wanted) > 2 and any(form.endswith(wanted[:-1]) for form in spelled)
    )


def _spellings(name: str) -> tuple[str, str]:
    folded = name.casefold()
    plain = unicodedata.normalize("NFD", folded)
    return folded, "".join(letter for letter in plain if not unicodedata.combining(letter))
