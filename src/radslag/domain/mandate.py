"""Who may do what in a cooperation, answered from the seats that a person holds and from nothing else."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from radslag.domain.plan_document import BodyKind


class Act(Enum):
    """Something that asks for a mandate; the value says it in the words of a refusal."""

    TAKE_IN_PLAN = "ta in en plan"
    SEE_DRAFTS = "se utkast"
    CHANGE_LOOK = "ändra utseendet"
    BEGIN_COOPERATION = "börja en samverkan"


@dataclass(frozen=True)
class HeldSeat:
    """A seat (uppdrag) that somebody holds today, in a body of that kind."""

    body_kind: BodyKind


class NotMandatedError(PermissionError):
    """The person holds no seat that gives the mandate for the act."""

    def __init__(self, act: Act) -> None:
        super().__init__(f"Du saknar uppdrag att {act.value}. Kansliet kan göra det.")


_BODIES_THAT_MAY: dict[Act, frozenset[BodyKind]] = {
    Act.TAKE_IN_PLAN: frozenset({"secretariat"}),
    Act.SEE_DRAFTS: frozenset({"secretariat"}),
    Act.CHANGE_LOOK: frozenset({"secretariat"}),
    Act.BEGIN_COOPERATION: frozenset({"secretariat"}),
}


def may(act: Act, seats: Collection[HeldSeat]) -> bool:
    """Whether any of the seats gives the mandate for the act."""
    return any(seat.body_kind in _BODIES_THAT_MAY[act] for seat in seats)


def require(act: Act, seats: Collection[HeldSeat]) -> None:
    """Raise `NotMandatedError` unless one of the seats gives the mandate for the act."""
    if not may(act, seats):
        raise NotMandatedError(act)
