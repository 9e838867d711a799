"""The part of an address that is made from a name."""

from collections.abc import Collection
from itertools import chain, count

from django.core.validators import slug_re
from django.utils.text import slugify


def is_slug(words: str) -> bool:
    """Whether the words can be that part of an address, and so be looked for."""
    return slug_re.match(words) is not None


def free_slug(name: str, taken: Collection[str], *, or_else: str, longest: int = 90) -> str:
    """The first not taken that is made from the name, or from other words if it has no letters."""
    wanted = slugify(name)[:longest].strip("-_") or or_else
    return next(
        slug for slug in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if slug not in taken
    )
