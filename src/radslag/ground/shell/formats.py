"""Dates, clock times, sums and numbers as the page's language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from django.utils.translation import get_language

from radslag.domain import swedish
from radslag.domain.money import Money
from radslag.domain.swedish import MINUS, NO_BREAK_SPACE

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_swedish() -> bool:
    """Whether the page speaks Swedish; every other language is written as English."""
    return (get_language() or "sv").startswith("sv")


def format_date(day: date, *, weekday: bool = False, year: bool = True) -> str:
    """14 januari 2021, 14 January 2021; with the weekday before, or without the year."""
    if in_swedish():
        return swedish.format_date(day, weekday=weekday, year=year)
    words = [ENGLISH_WEEKDAYS[day.weekday()]] if weekday else []
    words += [str(day.day), ENGLISH_MONTHS[day.month - 1]]
    return " ".join([*words, str(day.year)] if year else words)


def format_times(start: time, end: time | None = None) -> str:
    """13.00–14.30, 13:00–14:30."""
    if in_swedish():
        return swedish.format_times(start, end)
    return f"{start:%H:%M}" if end is None else f"{start:%H:%M}–{end:%H:%M}"


def format_number(number: int | Decimal) -> str:
    """2 030 208, 2,030,208, with a true minus sign."""
    if in_swedish():
        return swedish.format_number(number)
    return f"{MINUS if number < 0 else ''}{abs(number):,}"


def format_money(amount: Money, *, approximate: bool = False) -> str:
    """ca 444 208 kr, about SEK 444,208; öre only where there are any."""
    if in_swedish():
        return swedish.format_money(amount, approximate=approximate)
    kronor = amount.kronor
    written = format_number(int(kronor) if kronor == int(kronor) else kronor.quantize(Decimal("0.01")))
    return f"{'about ' if approximate else ''}SEK{NO_BREAK_SPACE}{written}"


def join_words(words: Sequence[str]) -> str:
    """Botkyrka, Salem och Tyresö; Botkyrka, Salem and Tyresö."""
    if in_swedish():
        return swedish.join_words(words)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
