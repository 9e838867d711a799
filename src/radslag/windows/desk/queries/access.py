"""Who may open the desk of which cooperation."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from radslag.domain import mandate
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import appointing, held_seats, seats_in
from radslag.people.members.models import Cooperation, Member
from radslag.people.members.queries import cooperation_at
from radslag.work.plans.queries import known_bodies, only_in_drafts, plans_of


def cooperation_or_404(slug: str) -> Cooperation:
    """The cooperation at that address."""
    if found := cooperation_at(slug):
        return found
    raise Http404


@dataclass(frozen=True)
class Worker:
    """Somebody at work in a cooperation, with the seats that say what they may."""

    cooperation: Cooperation
    user: User
    seats: tuple[mandate.HeldSeat, ...]

    def may(self, act: mandate.Act) -> bool:
        """Whether the seats give the mandate for the act."""
        return mandate.may(act, self.seats)

    def appoints(self, body: Body | None, member: Member | None, role: str = "ordinary") -> bool:
        """Whether they may appoint to the body for the member in that role."""
        return mandate.may(mandate.Act.APPOINT, self.seats, appointing(body, member, role))


def worker_or_404(request: HttpRequest, slug: str, act: mandate.Act = mandate.Act.OPEN_DESK) -> Worker:
    """Who works in the cooperation at that address; to whoever may not do that, there is no such page."""
    cooperation, user = cooperation_at(slug), request.user
    if cooperation is None or not isinstance(user, User):
        raise Http404
    worker = Worker(cooperation, user, held_seats(user, cooperation))
    if not worker.may(act):
        raise Http404
    return worker


def signed_in_or_404(request: HttpRequest, slug: str) -> tuple[Cooperation, User]:
    """The cooperation and who asks; what they may do there is for the action to say."""
    if not isinstance(request.user, User):
        raise Http404
    return cooperation_or_404(slug), request.user


def worked_in_or_404(
    request: HttpRequest, slug: str, act: mandate.Act = mandate.Act.OPEN_DESK
) -> tuple[Cooperation, User]:
    """The cooperation and who works in it; to whoever may not do that, there is no such page."""
    worker = worker_or_404(request, slug, act)
    return worker.cooperation, worker.user


def bodies_seen_by(worker: Worker) -> list[Body]:
    """The bodies that the worker may know: those in drafts are for those who see drafts."""
    if worker.may(mandate.Act.SEE_DRAFTS):
        return list(worker.cooperation.bodies.all())
    return known_bodies(worker.cooperation)


def seats_seen_by(worker: Worker) -> list[Seat]:
    """The seats that the worker may know of, in the same way."""
    if worker.may(mandate.Act.SEE_DRAFTS):
        return seats_in(worker.cooperation)
    return seats_in(worker.cooperation, but=only_in_drafts(worker.cooperation))


def members_seen_by(worker: Worker) -> list[Member]:
    """The members that the worker may know of, in the same way."""
    if worker.may(mandate.Act.SEE_DRAFTS):
        return list(worker.cooperation.members.all())
    return list(worker.cooperation.members.filter(~only_in_drafts(worker.cooperation)))


def own_members(worker: Worker) -> list[Member]:
    """The members that the worker sits for."""
    keys = {seat.member for seat in worker.seats if seat.member}
    return list(worker.cooperation.members.filter(pk__in=keys)) if keys else []


def operator_or_404(request: HttpRequest) -> User:
    """Whoever runs the installation, and so may begin cooperations; to others there is no such page."""
    user = request.user
    if isinstance(user, User) and mandate.may(mandate.Act.BEGIN_COOPERATION, held_seats(user, None)):
        return user
    raise Http404


def plain_page(cooperation: Cooperation) -> dict[str, Any]:
    """A page that shows nothing but itself; the newest decided plan is there for the menu."""
    return {"cooperation": cooperation, "plan": next(iter(plans_of(cooperation)), None)}
