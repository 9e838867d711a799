"""What the frame round a page is told: whose site it is, and where one can go."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A place to go; `current` when the page shown is there."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """Given to every page as `frame`: the site's name and front page, its menu, its foot.

    `statement` is the address of the accessibility statement; `stylesheet` that of a style sheet with the
    site's own accent colour, which redefines `--ds-color-accent-*`; `emblem` that of its own mark. `others`
    are the desks of the visitor's other sites.
    """

    name: str
    home: str
    menu: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()
    statement: str | None = None
    stylesheet: str | None = None
    emblem: str | None = None
    others: tuple[Link, ...] = ()
