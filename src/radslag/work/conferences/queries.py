"""Named questions about conferences."""

from radslag.domain import plan_document as domain
from radslag.work.conferences.models import Conference
from radslag.work.plans.models import Plan


def told_conferences(plan: Plan) -> tuple[domain.Conference, ...]:
    """The plan's conferences as a plan document tells them."""
    return tuple(_told_conference(each) for each in Conference.objects.filter(plan=plan))


def _told_conference(conference: Conference) -> domain.Conference:
    return domain.Conference(
        name=conference.name,
        date=conference.date,
        time=conference.time,
        hosts=tuple(conference.hosts),
        audience=conference.audience,
        status=conference.status,  # type: ignore[arg-type]
        online=conference.online,
        text=conference.text,
    )
