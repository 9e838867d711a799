"""The frame round every page of a cooperation: its menu, its foot, and who is signed in."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.domain.mandate import Act, may
from radslag.ground.shell.frame import Frame, Link
from radslag.ground.shell.language import address
from radslag.people.bodies.queries import held_seats
from radslag.people.members.queries import cooperation_at

PUBLISHING = "radslag.publishing"
"""In the environment of a request whose answer becomes a file (`radslag publish`), where nobody signs in."""


def frame_of(request: HttpRequest, slug: str, name: str, year: int | None) -> Frame:
    """The frame of the cooperation with that address and name; without a year's plan its menu is shorter."""
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
        name=name,
        home=address(request, "site:front", slug),
        menu=tuple(menu),
        foot=() if PUBLISHING in request.META else _door(request, slug),
        statement=address(request, "site:accessibility", slug),
    )


def _door(request: HttpRequest, slug: str) -> tuple[Link, ...]:
    """The way in, or what there is for those who are in."""
    desk = address(request, "site:desk:desk", slug)
    if not request.user.is_authenticated:
        return (Link(_("Sign in"), f"{reverse('account_login')}?{urlencode({'next': desk})}"),)
    own = Link(_("My sign-in"), reverse("mfa_index"))
    works_here = may(Act.OPEN_DESK, held_seats(request.user, cooperation_at(slug)))
    return (Link(_("My desk"), desk), own) if works_here else (own,)


def _link(request: HttpRequest, label: str, page: str, *args: object) -> Link:
    url = address(request, f"site:{page}", *args)
    return Link(label, url, current=request.path == url or (page != "plan" and request.path.startswith(url)))
