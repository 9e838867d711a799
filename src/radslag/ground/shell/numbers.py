"""Numbers as they come with an address or a form."""

MOST_DIGITS = 18


def number_in(words: str) -> int | None:
    """The number that the words are, if a database can hold it; None if they are anything else."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS else None
