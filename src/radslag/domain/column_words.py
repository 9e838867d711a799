"""What the words in the action plan's columns for cost and time mean: a sum, days, whether it goes on."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from radslag.domain.plan_document import Cost, Time
from radslag.domain.swedish import find_dates, find_sums, parse_month

_RECURRING = re.compile(
    r"löpande|årlig|kontinuerlig|tills vidare|pågå|hela året|\bggr\b|\bgånger\b|\bgång\b", re.IGNORECASE
)
_SPANS = {
    r"\bvår": ((1, 1), (6, 30)),
    r"\bhöst": ((7, 1), (12, 31)),
    r"\bförsta halvåret|\bhalvår 1": ((1, 1), (6, 30)),
    r"\bandra halvåret|\bhalvår 2": ((7, 1), (12, 31)),
    r"\b(?:kvartal|kv\.?|q)\s*1\b": ((1, 1), (3, 31)),
    r"\b(?:kvartal|kv\.?|q)\s*2\b": ((4, 1), (6, 30)),
    r"\b(?:kvartal|kv\.?|q)\s*3\b": ((7, 1), (9, 30)),
    r"\b(?:kvartal|kv\.?|q)\s*4\b": ((10, 1), (12, 31)),
    r"\b(?:tertial|t)\s*1\b": ((1, 1), (4, 30)),
    r"\b(?:tertial|t)\s*2\b": ((5, 1), (8, 31)),
    r"\b(?:tertial|t)\s*3\b": ((9, 1), (12, 31)),
}
_YEAR = re.compile(r"\b20\d\d\b")


def cost_in_words(text: str) -> Cost:
    """The words, with the first sum that they name."""
    found = next(find_sums(text), None)
    if found is None:
        return Cost(text=text)
    return Cost(text=text, amount=found.value.amount, approximate=found.value.approximate)


def time_in_words(text: str, year: int | None) -> Time:
    """The words, with the days that they mean in `year` or the year they name, or that it goes on."""
    recurring = _RECURRING.search(text) is not None
    stated = _YEAR.search(text)
    first, last = _dates(text, int(stated[0]) if stated else year)
    if first is not None and not recurring:
        return Time(text=text, from_=first, to=last)
    return Time(text=text, recurring=recurring)


def _dates(text: str, year: int | None) -> tuple[date | None, date | None]:
    """The first and last day that the words mean, as far as they mean any."""
    days = [found.value for found in find_dates(text, year)]
    if days:
        return days[0].first, days[-1].last or days[-1].first
    months = [month for word in re.findall(r"[a-zåäö]{3,}\.?", text.lower()) if (month := parse_month(word))]
    if months and year is not None:
        return date(year, min(months), 1), date(year, max(months), monthrange(year, max(months))[1])
    spans = [span for words, span in _SPANS.items() if re.search(words, text, re.IGNORECASE)]
    if year is None or not spans:
        return None, None
    return date(year, *min(first for first, _ in spans)), date(year, *max(last for _, last in spans))
