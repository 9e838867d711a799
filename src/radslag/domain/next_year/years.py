"""Years named in words: told apart from other numbers, and moved a year on."""

from __future__ import annotations

import re
from datetime import date

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-])(?![.,]\d)")


def names_year(text: str, year: int) -> bool:
    """Whether the text names the year, alone or in a date."""
    return re.search(rf"(?<!\d){year:04}(?!\d)", text) is not None


def with_year(text: str, old: int, new: int) -> str:
    """The text with the one year exchanged for the other wherever it names it."""
    return re.sub(rf"(?<!\d){old:04}(?!\d)", f"{new:04}", text)


def a_year_on(text: str) -> str:
    """The text with every year that it names exchanged for the next."""
    return _YEAR.sub(lambda match: str(int(match[0]) + 1), text)


def same_date(day: date, year: int) -> date:
    """The date in another year; 29 February becomes 28 in a year that has none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
