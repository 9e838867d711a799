"""What awaits those who work in a cooperation."""

from typing import Any

from radslag.press.editions.models import Draft
from radslag.press.editions.queries import drafts_of
from radslag.windows.desk.queries.access import Worker, own_members, plain_page
from radslag.work.plans.queries import plans_of


def desk_page(worker: Worker) -> dict[str, Any]:
    """What awaits a decision, and every plan there is."""
    cooperation = worker.cooperation
    drafts = drafts_of(cooperation)
    return plain_page(cooperation) | {
        "waiting": [draft for draft in drafts if draft.status == Draft.Status.WAITING],
        "own": own_members(worker),
        "plans": plans_of(cooperation, with_drafts=True),
    }
