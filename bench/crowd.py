"""A whole country's cooperations, with twenty years of plans each."""

from itertools import product

from radslag.decisions.meetings.models import Decision
from radslag.people.members.models import Cooperation
from radslag.work.plans.models import Activity, ActivityGoal, Plan, Responsible

COOPERATIONS = 300
YEARS = range(2006, 2026)
ACTIVITIES = range(24)
AT_ONCE = 2000


def crowd() -> str:
    """Fill the database; says with how much."""
    cooperations = Cooperation.objects.bulk_create(
        Cooperation(slug=f"samverkan-{number}", name=f"Samverkan {number}") for number in range(COOPERATIONS)
    )
    decisions = Decision.objects.bulk_create(
        Decision(cooperation=cooperation, date=f"{year}-01-14", text=f"Plan {year}")
        for cooperation, year in product(cooperations, YEARS)
    )
    plans = Plan.objects.bulk_create(
        Plan(cooperation=decision.cooperation, year=year, title=f"Plan {year}", decided_by=decision)
        for decision, (_cooperation, year) in zip(decisions, product(cooperations, YEARS), strict=True)
    )
    activities = Activity.objects.bulk_create(
        (
            Activity(plan=plan, position=position, title=f"Aktivitet {position}")
            for plan, position in product(plans, ACTIVITIES)
        ),
        batch_size=AT_ONCE,
    )
    ActivityGoal.objects.bulk_create(
        (ActivityGoal(activity=activity, position=0, text="Samverkan") for activity in activities),
        batch_size=AT_ONCE,
    )
    Responsible.objects.bulk_create(
        (Responsible(activity=activity, position=0, text="Kansliet") for activity in activities),
        batch_size=AT_ONCE,
    )
    return f"{COOPERATIONS} cooperations × {len(YEARS)} years"
