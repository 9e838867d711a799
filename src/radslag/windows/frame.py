"""The frame round every page of a cooperation: its menu, its foot, and who is signed in."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from radslag.ground.shell.frame import Frame, Link
from radslag.ground.shell.language import address

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
    door = (_("My desk"), "desk:desk") if request.user.is_authenticated else (_("Sign in"), "desk:sign-in")
    return Frame(
        name=name,
        home=address(request, "site:front", slug),
        menu=tuple(menu),
        foot=() if PUBLISHING in request.META else (_link(request, *door, slug),),
        statement=address(request, "site:accessibility", slug),
    )


def _link(request: HttpRequest, label: str, page: str, *args: object) -> Link:
    url = address(request, f"site:{page}", *args)
    return Link(label, url, current=request.path == url or (page != "plan" and request.path.startswith(url)))
