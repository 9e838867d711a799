"""What can be edited, and the pages that it is edited in."""

from radslag.decisions.meetings.actions import MEETING
from radslag.ground.editing.queries import Kind
from radslag.people.bodies.actions.editing import BODY
from radslag.work.budget.actions import FEE, LINE
from radslag.work.conferences.actions import CONFERENCE
from radslag.work.plans.actions.editing import ACTIVITY, PLAN, SECTION
from radslag.work.programme.actions import FOCUS_AREA, PROGRAMME, SUBGOAL

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PLAN,
        ACTIVITY,
        SECTION,
        MEETING,
        CONFERENCE,
        FEE,
        LINE,
        PROGRAMME,
        FOCUS_AREA,
        SUBGOAL,
        BODY,
    )
}
"""Everything that is edited; to add a kind, declare it in the actions of its context and name it here."""
