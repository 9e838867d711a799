"""Swedish as the offices write it: dates, clock times, sums and numbers both ways, and the order of names.

The ``find_`` functions look for every occurrence in running text and say where it stands; the ``parse_``
functions read a text that is nothing else, and answer None when it is something else. No function raises for
any text. Spaces may be ordinary, no-break or thin. The ``format_`` functions write what the ``parse_``
functions read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Generic, TypeVar

from radslag.domain.money import ORE_PER_KRONA, Money

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
LONGEST_SUM = 20

T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value and where it stands: ``text[start:end]`` is how it is written."""

    value: T
    start: int
    end: int


@dataclass(frozen=True)
class Day:
    """A date as written: `weekday` (0 = Monday) is the weekday stated beside it, whether or not it is right;
    `last` is the last day when several days are named ("21–22 april").
    """

    first: date
    weekday: int | None = None
    last: date | None = None


@dataclass(frozen=True)
class Times:
    """A clock time, or from one to another on the same day."""

    start: time
    end: time | None = None


@dataclass(frozen=True)
class Sum:
    """A sum of money; `approximate` when the text says "ca" or the like."""

    amount: Money
    approximate: bool = False


@dataclass(frozen=True)
class Frequency:
    """How many times a year something happens; `approximate` when the text says "ca" or the like."""

    times_per_year: int
    approximate: bool = False


_ABOUT = r"(?P<about>(?:\b(?:ca|c:a|cirka|omkring|ungefär|runt|drygt|knappt|uppskattningsvis)\b\.?|~)\s*)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?)"
_WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:arna|ars?|ens?|s)?|mån|tis|ons|tors?|fre|lör|sön)\b\.?"
_BEFORE_DATE = rf"(?:{_WEEKDAY}|(?:må|ti|on|to|fr|lö|sö)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?::?[ae]\b)?"
_DATE = re.compile(
    rf"(?:\b(?P<before>{_BEFORE_DATE})\s*,?\s+)?(?:\b(?:den|d\.)\s+)?(?<![\w.,/:-])"
    rf"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
    rf"|(?P<compact>(?:19|20)\d{{6}})(?![\w-])"
    rf"|(?:(?P<first>\d{{1,2}})\s*(?:[-–]|och)\s*)?{_DAY}\s+{_MONTH}(?!\w)(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<slash>\d{{1,2}}/\d{{1,2}})(?![\w/])(?:\s+(?P<slash_year>(?:19|20)\d\d)\b)?)"
    rf"(?:\s*\(\s*(?P<after>{_WEEKDAY})\s*\))?",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]?\d|2[0-3])"
_TIMES = re.compile(
    rf"(?:\b(?:kl|klockan)\b\.?\s*(?P<from>{_CLOCK}(?:[.:][0-5]\d)?)(?:\s*(?:[-–—]|till)\s*(?P<to>{_CLOCK}(?:[.:][0-5]\d)?))?"
    rf"|(?<![\w.,:-])(?P<bare_from>{_CLOCK}[.:][0-5]\d)\s*(?:[-–—]|till)\s*(?P<bare_to>{_CLOCK}[.:][0-5]\d))"
    rf"(?![.:]?\d)",
    re.IGNORECASE,
)
_WHOLE = r"\d{1,3}(?:(?:\s|\.)\d{3}){1,5}(?!\d)|\d{1,18}(?!\d)"
_UNITS = {
    "öre": Decimal("0.01"),
    "kr": Decimal(1),
    "kronor": Decimal(1),
    "krona": Decimal(1),
    "sek": Decimal(1),
    ":-": Decimal(1),
    ":–": Decimal(1),
    "tkr": Decimal(1000),
    "tusen kronor": Decimal(1000),
    "mkr": Decimal(1_000_000),
    "mnkr": Decimal(1_000_000),
    "miljon kronor": Decimal(1_000_000),
    "miljoner kronor": Decimal(1_000_000),
    "mdkr": Decimal(1_000_000_000),
    "miljarder kronor": Decimal(1_000_000_000),
}
_UNIT = r"tusen\s+kronor|(?:miljoner|miljon|miljarder)\s+kronor|mdkr|mnkr|mkr|tkr|kronor|krona|kr|sek|öre"
_SUM = re.compile(
    rf"{_ABOUT}(?<![\w.,:/])(?P<minus>[-\u2212](?=\d))?(?<![\d\w])(?P<whole>{_WHOLE})(?:[,.:](?P<part>\d{{1,2}}))?"
    rf"(?:\s*(?P<unit>{_UNIT})(?!\w)|(?P<dash>:[-–](?!\d)))",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"[-\u2212]?(?:{_WHOLE})(?:,\d+)?")
_TENS = {
    "tjugo": 20,
    "trettio": 30,
    "fyrtio": 40,
    "femtio": 50,
    "sextio": 60,
    "sjuttio": 70,
    "åttio": 80,
    "nittio": 90,
}
_UNIT_WORDS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEEN_WORDS = (
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
)
_NUMBER_WORDS: dict[str, int] = (
    {word: number for number, word in enumerate(_UNIT_WORDS + _TEEN_WORDS)}
    | _TENS
    | {
        ten + unit: tens + units
        for ten, tens in _TENS.items()
        for units, unit in enumerate(_UNIT_WORDS)
        if units
    }
    | {ten + "en": tens + 1 for ten, tens in _TENS.items()}
    | {"en": 1, "aderton": 18}
)
_PER_YEAR = {
    "år": 1,
    "året": 1,
    "halvår": 2,
    "termin": 2,
    "tertial": 3,
    "kvartal": 4,
    "månad": 12,
    "månaden": 12,
}
_FREQUENCY = re.compile(
    rf"{_ABOUT}(?<![\w.,/–-])(?P<count>\d+|{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})\s+"
    rf"(?:gånger|gång|ggr|ggn|möten|sammanträden|träffar)\s*"
    rf"(?:(?:/|per|om|i|under|varje)\s*)(?P<per>{'|'.join(sorted(_PER_YEAR, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


def parse_month(word: str) -> int | None:
    """The month 1–12 that a word names, in full or shortened ("sept.")."""
    stem = word.strip().rstrip(".").lower()
    if len(stem) < 3:
        return None
    shortened = len(stem) == 3 or stem == "sept"
    return next((n for n, m in enumerate(MONTHS, 1) if m == stem or (shortened and m.startswith(stem))), None)


def parse_weekday(word: str) -> int | None:
    """The weekday, 0 = Monday, that a word names in any form: torsdag, torsdagen, torsdagar, tors."""
    stem = word.strip().rstrip(".").lower()
    return _weekday(stem) if re.fullmatch(_WEEKDAY, stem) else None


def _weekday(stem: str) -> int:
    return next(n for n, weekday in enumerate(WEEKDAYS) if weekday.startswith(stem[:3]))


def find_dates(text: str, year: int | None = None) -> Iterator[Found[Day]]:
    """Every date in the text; one without a year is taken in `year`, or passed over when that is None.

    "22/1" counts as a date only first in the text or after a weekday or "den", for it may be a fraction.
    """
    for match in _DATE.finditer(text):
        if match["slash"] and match.start("slash") == match.start() and text[: match.start()].strip():
            continue
        day = _day(match, year)
        if day is not None:
            yield Found(day, match.start(), match.end())


def parse_date(text: str, year: int | None = None) -> date | None:
    """The date that the text is, with or without a weekday beside it."""
    stripped = text.strip()
    found = next(find_dates(stripped, year), None)
    return found.value.first if found and (found.start, found.end) == (0, len(stripped)) else None


def _day(match: re.Match[str], year: int | None) -> Day | None:
    written = _year_month_day(match, year)
    if written is None:
        return None
    stated = match["before"] or match["after"]
    weekday = _weekday(stated.lower().rstrip(".")) if stated else None
    try:
        last = date(*written)
        first = last.replace(day=int(match["first"])) if match["first"] else last
    except ValueError:
        return None
    return Day(first, weekday, last if last > first else None)


def _year_month_day(match: re.Match[str], year: int | None) -> tuple[int, int, int] | None:
    if digits := (match["iso"] or match["compact"]):
        digits = digits.replace("-", "")
        return int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if match["slash"]:
        day, month = (int(part) for part in match["slash"].split("/"))
    else:
        day, month = int(match["day"]), parse_month(match["month"]) or 0
    stated = match["year"] or match["slash_year"] or year
    return None if stated is None else (int(stated), month, day)


def find_times(text: str) -> Iterator[Found[Times]]:
    """Every clock time after "kl", and every range with minutes: "kl 13", "kl. 13:00–14:30", "8.30-11.00"."""
    for match in _TIMES.finditer(text):
        start, end = match["from"] or match["bare_from"], match["to"] or match["bare_to"]
        yield Found(Times(_clock(start), _clock(end) if end else None), match.start(), match.end())


def parse_times(text: str) -> Times | None:
    """The clock time or range of times that the text is, with or without "kl"."""
    stripped = text.strip()
    found = next(find_times(stripped), None)
    return found.value if found and (found.start, found.end) == (0, len(stripped)) else None


def _clock(written: str) -> time:
    hour, _, minute = written.replace(":", ".").partition(".")
    return time(int(hour), int(minute or 0))


def find_weekdays(text: str) -> Iterator[Found[int]]:
    """Every weekday named in full, in any form: "torsdagar kl 13.00-14.30" gives 3."""
    for match in re.finditer(rf"\b{_WEEKDAY}", text, re.IGNORECASE):
        weekday = parse_weekday(match[0])
        if weekday is not None and "dag" in match[0].lower():
            yield Found(weekday, match.start(), match.end())


def find_sums(text: str) -> Iterator[Found[Sum]]:
    """Every sum with its unit: "ca 1 586 000 kr", "42,25 kr", "4 kronor", "1,5 mkr", "500 tkr", "300:-"."""
    for match in _SUM.finditer(text):
        unit = " ".join((match["unit"] or match["dash"]).lower().split())
        number = Decimal(re.sub(r"[\s.]", "", match["whole"]) + "." + (match["part"] or "0"))
        ore = number * _UNITS[unit] * 100
        if ore == ore.to_integral_value() and len(match["whole"]) <= LONGEST_SUM:
            amount = Money(int(-ore if match["minus"] else ore))
            yield Found(Sum(amount, bool(match["about"])), match.start(), match.end())


def parse_sum(text: str) -> Sum | None:
    """The sum of money that the text is."""
    stripped = text.strip()
    found = next(find_sums(stripped), None)
    return found.value if found and (found.start, found.end) == (0, len(stripped)) else None


def parse_number(text: str) -> Decimal | None:
    """The number that the text is, in figures ("507 552", at most 18) or in words from noll to nittionio."""
    stripped = text.strip()
    if _NUMBER.fullmatch(stripped):
        return Decimal(re.sub(r"[\s.]", "", stripped).replace(MINUS, "-").replace(",", "."))
    number = _NUMBER_WORDS.get(stripped.lower())
    return None if number is None else Decimal(number)


def find_frequencies(text: str) -> Iterator[Found[Frequency]]:
    """Every "ca sex gånger per år", "2 ggr/år", "en gång i månaden" as times a year, but no ranges."""
    for match in _FREQUENCY.finditer(text):
        count = parse_number(match["count"])
        if count is not None:
            times = int(count) * _PER_YEAR[match["per"].lower()]
            yield Found(Frequency(times, bool(match["about"])), match.start(), match.end())


def format_date(day: date, *, weekday: bool = False, year: bool = True) -> str:
    """14 januari 2021; with `weekday` torsdag 14 januari 2021; without `year` 14 januari."""
    words = [WEEKDAYS[day.weekday()]] if weekday else []
    words += [str(day.day), MONTHS[day.month - 1]]
    return " ".join([*words, f"{day.year:04}"] if year else words)


def format_times(start: time, end: time | None = None) -> str:
    """13.00–14.30, or 13.00 when there is no end; seconds are left out."""
    return f"{start:%H.%M}" if end is None else f"{start:%H.%M}–{end:%H.%M}"


def format_number(number: int | Decimal) -> str:
    """2 030 208 or 42,25, with no-break spaces between thousands and a true minus sign."""
    sign = MINUS if number < 0 else ""
    whole, _, part = f"{abs(Decimal(number)):,f}".partition(".")
    grouped = whole.replace(",", NO_BREAK_SPACE)
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"


def format_money(amount: Money, *, approximate: bool = False) -> str:
    """2 030 208 kr, 42,25 kr or ca 444 208 kr, with no-break spaces; öre only where there are any."""
    kronor, ore = divmod(abs(amount.ore), ORE_PER_KRONA)
    about = f"ca{NO_BREAK_SPACE}" if approximate else ""
    sign = MINUS if amount.ore < 0 else ""
    part = f",{ore:02}" if ore else ""
    return f"{about}{sign}{format_number(kronor)}{part}{NO_BREAK_SPACE}kr"


def number_word(number: int) -> str:
    """The number as running text has it: a word from noll to tolv, figures above."""
    return (_UNIT_WORDS + _TEEN_WORDS)[number] if 0 <= number <= 12 else format_number(number)


def join_words(words: Sequence[str]) -> str:
    """Salem; Botkyrka och Salem; Botkyrka, Salem och Tyresö."""
    return " och ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


_ORDER = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "ß": "ss"}
    | dict(zip("àáâãçèéêëìíîïñòóôõùúûýÿ", "aaaaceeeeiiiinoooouuuyy", strict=True))
)


def sort_key(text: str) -> str:
    """What to sort names by: å, ä, ö last, other accents and case without weight, w a letter of its own.

    Keys compare rightly as strings everywhere, also in a database that orders by code point.
    """
    return " ".join(text.lower().translate(_ORDER).split())
