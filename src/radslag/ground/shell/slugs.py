"""The part of an address that is made from a name."""

from collections.abc import Collection
from itertools import chain, count

from django.utils.text import slugify


def free_slug(name: str, taken: Collection[str], *, or_else: str, longest: int = 90) -> str:
    """The first not taken that is made from the name, or from other words if it has no letters."""
    wanted = slugify(name)[:longest].strip("-_") or or_else
    return next(
        slug for slug in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if slug not in taken
    )
