"""Stores conferences."""

from collections.abc import Sequence

from django.db import transaction

from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.work.conferences.models import Conference
from radslag.work.plans.models import Plan


@transaction.atomic
def store_conferences(plan: Plan, told: Sequence[domain.Conference], *, acting_user: User | None) -> None:
    """Make the conferences of the plan what was told."""
    plan.conferences.all().delete()
    Conference.objects.bulk_create(
        Conference(
            plan=plan,
            position=position,
            name=each.name,
            date=each.date,
            time=each.time,
            hosts=list(each.hosts),
            audience=each.audience,
            status=each.status,
            online=each.online,
            text=each.text,
        )
        for position, each in enumerate(told)
    )
    enter(
        "conferences.stored",
        plan.title,
        acting_user=acting_user,
        cooperation_slug=plan.cooperation.slug,
        conferences=len(told),
    )
