"""Who may open the desk of which cooperation."""

from typing import Any

from django.http import Http404, HttpRequest

from radslag.domain import mandate
from radslag.ground.accounts.models import User
from radslag.people.bodies.queries import held_seats
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperation_at
from radslag.work.plans.queries import plans_of


def cooperation_or_404(slug: str) -> Cooperation:
    """The cooperation at that address."""
    if found := cooperation_at(slug):
        return found
    raise Http404


def signed_in_or_404(request: HttpRequest, slug: str) -> tuple[Cooperation, User]:
    """The cooperation and who asks; what they may do there is for the action to say."""
    if not isinstance(request.user, User):
        raise Http404
    return cooperation_or_404(slug), request.user


def worked_in_or_404(
    request: HttpRequest, slug: str, act: mandate.Act = mandate.Act.OPEN_DESK
) -> tuple[Cooperation, User]:
    """The cooperation and who works in it; to whoever may not do that, there is no such page."""
    cooperation, user = cooperation_at(slug), request.user
    if cooperation is None or not isinstance(user, User):
        raise Http404
    if not mandate.may(act, held_seats(user, cooperation)):
        raise Http404
    return cooperation, user


def operator_or_404(request: HttpRequest) -> User:
    """Whoever runs the installation, and so may begin cooperations; to others there is no such page."""
    user = request.user
    if isinstance(user, User) and mandate.may(mandate.Act.BEGIN_COOPERATION, held_seats(user, None)):
        return user
    raise Http404


def plain_page(cooperation: Cooperation) -> dict[str, Any]:
    """A page that shows nothing but itself; the newest decided plan is there for the menu."""
    return {"cooperation": cooperation, "plan": next(iter(plans_of(cooperation)), None)}
