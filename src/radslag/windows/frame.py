"""The frame round every page of a cooperation: its menu, its foot, and who is signed in."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from radslag.ground.shell.frame import Frame, Link
from radslag.ground.shell.language import address
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import Plan

PUBLISHING = "radslag.publishing"
"""In the environment of a request whose answer becomes a file, where nobody can sign in."""


def frame_of(request: HttpRequest, cooperation: Cooperation, plan: Plan | None) -> Frame:
    """The cooperation's frame; without a plan the menu has only what needs none."""
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
    menu = [_link(request, label, name, cooperation.slug, plan.year) for label, name in yearly if plan]
    menu += [_link(request, label, name, cooperation.slug) for label, name in lasting]
    if plan:
        menu.append(_link(request, _("To sort out"), "findings", cooperation.slug, plan.year))
    signed_in = request.user.is_authenticated
    door = (_("My desk"), "desk:desk") if signed_in else (_("Sign in"), "desk:sign-in")
    return Frame(
        name=cooperation.name,
        home=address(request, "site:front", cooperation.slug),
        menu=tuple(menu),
        foot=() if PUBLISHING in request.META else (_link(request, *door, cooperation.slug),),
        statement=address(request, "site:accessibility", cooperation.slug),
    )


def _link(request: HttpRequest, label: str, name: str, *args: object) -> Link:
    url = address(request, f"site:{name}", *args)
    return Link(label, url, current=request.path == url)
