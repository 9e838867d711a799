"""`{% load shell %}`: dates and sums in the page's language, the frame's parts, and the drawings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString

from radslag.domain.money import Money
from radslag.ground.shell import formats
from radslag.ground.shell.language import Edition, editions

register = template.Library()


@register.filter
def day(value: date | None, style: str = "") -> str:
    """`{{ d|day }}` 14 januari 2021 · `d|day:"weekday"` with the weekday · `d|day:"short"` without year.

    Both together: `d|day:"weekday short"`. A moment falls on the day that it is in Sweden.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return formats.format_date(value, weekday="weekday" in style, year="short" not in style)


@register.filter
def clock(value: datetime) -> str:
    """`{{ entry.at|clock }}` 13.00, as clocks in Sweden show it."""
    return formats.format_times(timezone.localtime(value).time())


@register.filter
def number(value: int | Decimal | None) -> str:
    """`{{ n|number }}` 507 552."""
    return "" if value is None else formats.format_number(value)


@register.filter
def money(value: Money | None, approximate: bool = False) -> str:  # noqa: FBT001, FBT002 – a filter's argument
    """`{{ line.amount|money:line.approximate }}` ca 444 208 kr."""
    return "" if value is None else formats.format_money(value, approximate=approximate)


@register.filter
def joined(words: Sequence[object]) -> str:
    """`{{ names|joined }}` Botkyrka, Salem och Tyresö."""
    return formats.join_words([str(word) for word in words])


@register.simple_tag
def times(start: time | None, end: time | None = None) -> str:
    """`{% times m.start m.end %}` 13.00–14.30, or nothing when no time is set."""
    return "" if start is None else formats.format_times(start, end)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """`{% control form.title %}` the field's own input, dressed, and tied to its help and faults."""
    return field.as_widget(attrs={"class": "ds-input"})


@register.simple_tag(takes_context=True)
def language_editions(context: Context) -> list[Edition]:
    """`{% language_editions as editions %}` the page's address in every language."""
    request = context.get("request")
    return editions(request) if isinstance(request, HttpRequest) else []


@register.filter
def plain(value: float) -> str:
    """A number as SVG wants it, whatever the page's language."""
    return f"{value:g}" if abs(value) < 1e5 else f"{value:.0f}"


@register.inclusion_tag("shell/pictures/bar.html")
def bar(width: float) -> dict[str, float]:
    """`{% bar width %}` a bar as long as that many hundredths of its cell."""
    return {"width": width}
