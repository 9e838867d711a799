"""How the cooperation shows itself, and how it would."""

from typing import Any

from radslag.domain import colours
from radslag.domain.look import Look
from radslag.people.looks.queries import latest_change, look_before, look_of
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.access import plain_page


def initial_look(cooperation: Cooperation) -> dict[str, str]:
    """What the form holds to begin with."""
    look = look_of(cooperation)
    return {"name": look.name, "area": look.area, "accent": look.accent or colours.ACCENT}


def look_page(cooperation: Cooperation, tried_name: str, tried_accent: str) -> dict[str, Any]:
    """The look that is tried, with what must be said about its colour, and the change that can be undone."""
    accent = tried_accent or colours.ACCENT
    change = latest_change(cooperation)
    return plain_page(cooperation) | {
        "tried": Look(name=tried_name, accent=accent, emblem=cooperation.emblem),
        "shown": colours.readable(accent),
        "is_new_colour": accent != (cooperation.accent or colours.ACCENT),
        "has_own_look": bool(cooperation.accent or cooperation.emblem),
        "change": change,
        "before": look_before(change),
    }
