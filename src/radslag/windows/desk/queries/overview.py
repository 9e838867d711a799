"""What the parts of the desk are made from, asked for once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import prefetch_related_objects
from django.utils import timezone

from radslag.domain.mandate import Act
from radslag.domain.plan_document import Meeting, PlanDocument
from radslag.domain.seats import holds
from radslag.people.bodies.models import Body, Seat
from radslag.people.bodies.queries import vacancies_in
from radslag.people.members.models import Member
from radslag.press.editions.queries import in_force
from radslag.windows.desk.queries.access import Worker, bodies_seen_by, members_seen_by, seats_seen_by
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plans_of


@dataclass(frozen=True)
class Overview:
    """The cooperation as the worker may see it that day; `current` are the decided plans not long past."""

    worker: Worker
    day: date
    plans: Sequence[Plan]
    current: Sequence[tuple[Plan, PlanDocument]]
    bodies: Sequence[Body]
    members: Sequence[Member]
    seats: Sequence[Seat]

    @cached_property
    def decided(self) -> list[Plan]:
        """The plans that are decided, the newest first."""
        return [plan for plan in self.plans if plan.decided_by_id]

    @cached_property
    def undecided(self) -> list[Plan]:
        """The plans that are still worked on, the newest first."""
        return [plan for plan in self.plans if plan.decided_by_id is None]

    @cached_property
    def held(self) -> list[Seat]:
        """The seats held that day."""
        return [seat for seat in self.seats if holds(seat, self.day)]

    @cached_property
    def own(self) -> list[Seat]:
        """The seats that the worker holds that day."""
        return [seat for seat in self.held if seat.account_id == self.worker.user.pk]

    @cached_property
    def missing(self) -> dict[int, tuple[str, ...]]:
        """The members without anybody in full that day, by the key of each body that lacks one."""
        return vacancies_in(self.bodies, self.members, self.seats, self.day)

    @cached_property
    def coming(self) -> list[Meeting]:
        """The meetings to come in the decided calendars, the soonest first."""
        meetings = [meeting for _plan, document in self.current for meeting in document.meetings]
        return sorted((one for one in meetings if one.date >= self.day), key=lambda one: (one.date, one.body))


def overview_of(worker: Worker) -> Overview:
    """What the worker may see today."""
    cooperation, day = worker.cooperation, timezone.localdate()
    plans = plans_of(cooperation, with_drafts=worker.may(Act.SEE_DRAFTS))
    current = [plan for plan in plans if plan.decided_by_id and plan.year >= day.year - 1]
    prefetch_related_objects(current, "editions")
    return Overview(
        worker=worker,
        day=day,
        plans=plans,
        current=[(plan, in_force(plan)) for plan in current],
        bodies=bodies_seen_by(worker),
        members=members_seen_by(worker),
        seats=seats_seen_by(worker),
    )
