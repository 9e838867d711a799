"""Named questions about how a cooperation looks."""

from radslag.domain.look import Look
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import latest
from radslag.people.looks.models import Emblem
from radslag.people.members.models import Cooperation


def look_of(cooperation: Cooperation) -> Look:
    """How the cooperation looks."""
    return Look(
        name=cooperation.name, area=cooperation.area, accent=cooperation.accent, emblem=cooperation.emblem
    )


def latest_change(cooperation: Cooperation) -> Entry | None:
    """When its look was last changed, by whom and from what."""
    return latest(cooperation.slug, "look.changed")


def look_before(change: Entry | None) -> Look | None:
    """How the cooperation looked before that change."""
    return Look(**change.old) if change and change.old else None


def emblem_of(cooperation: Cooperation, file_name: str) -> Emblem | None:
    """The emblem in that file, in use or not."""
    return Emblem.objects.filter(cooperation=cooperation, file_name=file_name).first()
