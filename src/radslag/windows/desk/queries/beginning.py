"""A cooperation that is about to begin, as its page shows it."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from radslag.domain.body_templates import BODY_TEMPLATES
from radslag.domain.municipalities import by_county, search
from radslag.ground.shell.drawing.sweden import map_of
from radslag.people.members.queries import is_free, municipalities, proposed_slug

Rows = Sequence[tuple[str, str]]
MIDSUMMER = 7


def first_answers() -> dict[str, Any]:
    """What the form holds to begin with; in the autumn the plan is next year's."""
    today: date = timezone.localdate()
    year = today.year + (today.month >= MIDSUMMER)
    return {"bodies": _template("committee"), "plan": "empty", "year": year, "members": []}


def resumed_answers(sent: QueryDict) -> dict[str, Any]:
    """What was filled in so far, after the button that was pressed has done its work."""
    rows = list(zip(sent.getlist("body"), sent.getlist("kind"), strict=False))
    verb, _dash, which = sent.get("do", "").partition("-")
    slug = sent.get("slug", "")
    if verb == "template":
        rows = _template(which) or rows
    elif verb == "add":
        rows.append(("", "network"))
    elif verb == "remove" and which.isdecimal():
        rows = [row for number, row in enumerate(rows) if str(number) != which]
    if (name := sent.get("name", "").strip()) and slug == sent.get("proposed", ""):
        slug = proposed_slug(name)
    return sent.dict() | {"members": sent.getlist("members"), "bodies": rows, "slug": slug}


def beginning_page(find: str, members: Collection[str], slug: str, bodies: Rows) -> dict[str, Any]:
    """The municipalities to choose from, those chosen always among them; the address, and if it is free."""
    every = municipalities()
    chosen = [each for each in every if each.code in members]
    found = search(find, every)
    shown = every if not find.strip() else tuple(dict.fromkeys([*found, *chosen]))
    return {
        "counties": [
            (county, [(each, each in chosen) for each in inside]) for county, inside in by_county(shown)
        ],
        "found": len(found) if find.strip() else None,
        "chosen": [each for _county, inside in by_county(chosen) for each in inside],
        "drawing": map_of(each.code for each in chosen),
        "slug": slug,
        "is_address": re.fullmatch("[a-z0-9-]+", slug) is not None,
        "is_free": is_free(slug),
        "proposal": proposed_slug(slug),
        "rows": list(enumerate(bodies)),
    }


def _template(name: str) -> list[tuple[str, str]]:
    return [(body.name, body.kind) for body in BODY_TEMPLATES.get(name, ())]
