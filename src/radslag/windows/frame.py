"""The frame round every page of a cooperation: its menu, its foot, and who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.domain import colours
from radslag.domain.mandate import Act, may
from radslag.ground.shell.frame import Frame, Link
from radslag.ground.shell.language import address
from radslag.people.bodies.queries import held_seats, sits_in

if TYPE_CHECKING:
    from radslag.people.members.models import Cooperation

PUBLISHING = "radslag.publishing"
"""In the environment of a request whose answer becomes a file (`radslag publish`), where nobody signs in."""


def frame_of(request: HttpRequest, cooperation: Cooperation, year: int | None) -> Frame:
    """The frame of the cooperation; without a year's plan its menu is shorter."""
    slug = cooperation.slug
    yearly = [
        (_("Plan"), "plan"),
        (_("Goals"), "goals"),
        (_("Action plan"), "action-plan"),
        (_("Calendar"), "calendar"),
        (_("Budget"), "budget"),
    ]
    lasting = [
        (_("Organisation"), "bodies"),
        (_("Members"), "members"),
        (_("Decisions"), "decisions"),
        (_("Documents"), "documents"),
    ]
    menu = [_link(request, label, page, slug, year) for label, page in yearly if year]
    menu += [_link(request, label, page, slug) for label, page in lasting]
    if year:
        menu.append(_link(request, _("To sort out"), "findings", slug, year))
    return Frame(
        name=cooperation.name,
        home=address(request, "site:front", slug),
        menu=tuple(menu),
        foot=() if PUBLISHING in request.META else _door(request, cooperation),
        statement=address(request, "site:accessibility", slug),
        stylesheet=style_sheet_address(slug, cooperation.accent) if cooperation.accent else None,
        emblem=emblem_address(cooperation) if cooperation.emblem else None,
        others=tuple(_other_desks(request, cooperation)),
    )


def style_sheet_address(slug: str, accent: str) -> str:
    """Where the style sheet with the tones of that colour is; other tones would be at another address."""
    names = {"cooperation": slug, "accent": accent.removeprefix("#"), "seal": colours.seal(accent)}
    return reverse("site:colours", kwargs=names, current_app="sv")


def emblem_address(cooperation: Cooperation) -> str:
    """Where the cooperation's emblem is; another picture would be at another address."""
    seal, _dot, form = cooperation.emblem.partition(".")
    return reverse("site:emblem", args=[cooperation.slug, seal, form], current_app="sv")


def _other_desks(request: HttpRequest, cooperation: Cooperation) -> list[Link]:
    sites = [] if PUBLISHING in request.META else sits_in(request.user)
    return [
        Link(each.name, address(request, "site:desk:desk", each.slug))
        for each in sites
        if each != cooperation
    ]


def _door(request: HttpRequest, cooperation: Cooperation) -> tuple[Link, ...]:
    """The way in, or what there is for those who are in."""
    desk = address(request, "site:desk:desk", cooperation.slug)
    if not request.user.is_authenticated:
        return (Link(_("Sign in"), f"{reverse('account_login')}?{urlencode({'next': desk})}"),)
    own = Link(_("My sign-in"), reverse("mfa_index"))
    works_here = may(Act.OPEN_DESK, held_seats(request.user, cooperation))
    return (Link(_("My desk"), desk), own) if works_here else (own,)


def _link(request: HttpRequest, label: str, page: str, *args: object) -> Link:
    url = address(request, f"site:{page}", *args)
    return Link(label, url, current=request.path == url or (page != "plan" and request.path.startswith(url)))
