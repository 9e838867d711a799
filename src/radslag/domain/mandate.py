"""Who may do what in a cooperation, answered from the seats that a person holds and from nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from radslag.domain.plan_document import BodyKind
from radslag.domain.seats import FULL, OFFICES, Role


class Act(Enum):
    """Something that asks for a mandate; the value says it in the words of a refusal."""

    OPEN_DESK = "arbeta i samverkan"
    SEE_DRAFTS = "se utkast"
    SEE_CONTACTS = "se kontaktuppgifter"
    SEE_REGISTER = "läsa registret"
    TAKE_IN_PLAN = "ta in en plan"
    EDIT_PLAN = "ändra i planen"
    EDIT_ACTIVITY = "ändra aktiviteten"
    APPOINT = "utse den ledamoten"
    INVITE = "bjuda in"
    SET_UP = "ställa in samverkan"
    BEGIN_COOPERATION = "börja en samverkan"
    KEEP_LETTERS = "sköta breven"
    CARE_FOR_PERSONAL_DATA = "sköta personuppgifter"


@dataclass(frozen=True)
class HeldSeat:
    """A seat (uppdrag) that somebody holds today; `body` and `member` are keys compared for equality only."""

    body_kind: BodyKind | None
    role: Role = "ordinary"
    body: int | None = None
    member: int | None = None


SECRETARY = HeldSeat("secretariat")
"""The seat that operators of the installation, and its command line, count as holding everywhere."""


@dataclass(frozen=True, kw_only=True)
class Concern:
    """What an act is about: the bodies and members it touches; of who is appointed, where and as what."""

    bodies: frozenset[int] = frozenset()
    members: frozenset[int] = frozenset()
    body_kind: BodyKind | None = None
    role: Role | None = None


class NotMandatedError(PermissionError):
    """The person holds no seat that gives the mandate for the act."""

    def __init__(self, act: Act) -> None:
        super().__init__(f"Du saknar uppdrag att {act.value}. Kansliet kan göra det.")


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """Seats in such bodies (None: in no body at all) with such roles; the rest narrows what they reach."""

    kinds: frozenset[BodyKind | None]
    roles: frozenset[Role] = FULL
    own: Literal["anything", "body", "member"] = "anything"
    in_kinds: frozenset[BodyKind] | None = None
    giving: frozenset[Role] | None = None

    def covers(self, seat: HeldSeat, about: Concern) -> bool:
        if seat.body_kind not in self.kinds or seat.role not in self.roles:
            return False
        if self.in_kinds is not None and about.body_kind not in self.in_kinds:
            return False
        if self.giving is not None and about.role not in self.giving:
            return False
        reach = {"body": seat.body in about.bodies, "member": seat.member in about.members, "anything": True}
        return reach[self.own]


_BODIES: frozenset[BodyKind | None] = frozenset(
    {"committee", "management_group", "network", "secretariat", "other"}
)
_SITTING: frozenset[Role] = FULL | {"substitute", "co_opted"}
_SECRETARIAT = _Rule(kinds=frozenset({"secretariat"}), roles=_SITTING)
_ANYBODY_SITTING = _Rule(kinds=_BODIES, roles=_SITTING)
_REGISTRAR = _Rule(kinds=frozenset({None}), roles=frozenset({"registrar"}))
_AUDITOR = _Rule(kinds=frozenset({None}), roles=frozenset({"auditor"}))
_OFFICE = _Rule(kinds=frozenset({None}), roles=OFFICES)

_RULES: Mapping[Act, tuple[_Rule, ...]] = {
    Act.OPEN_DESK: (_ANYBODY_SITTING, _OFFICE),
    Act.SEE_DRAFTS: (_ANYBODY_SITTING, _REGISTRAR, _AUDITOR),
    Act.SEE_CONTACTS: (_ANYBODY_SITTING, _REGISTRAR, _AUDITOR),
    Act.SEE_REGISTER: (_SECRETARIAT, _AUDITOR),
    Act.TAKE_IN_PLAN: (_SECRETARIAT,),
    Act.EDIT_PLAN: (_SECRETARIAT,),
    Act.EDIT_ACTIVITY: (
        _SECRETARIAT,
        _Rule(kinds=_BODIES, roles=_SITTING, own="body"),
        _Rule(kinds=frozenset({"network", "management_group"}), own="member"),
    ),
    Act.APPOINT: (
        _SECRETARIAT,
        _Rule(
            kinds=frozenset({"management_group"}),
            own="member",
            in_kinds=frozenset({"network"}),
            giving=frozenset({"ordinary", "substitute", "co_opted"}),
        ),
    ),
    Act.INVITE: (_SECRETARIAT, _Rule(kinds=frozenset({"management_group"}))),
    Act.SET_UP: (_SECRETARIAT,),
    Act.BEGIN_COOPERATION: (_SECRETARIAT,),
    Act.KEEP_LETTERS: (_SECRETARIAT,),
    Act.CARE_FOR_PERSONAL_DATA: (_SECRETARIAT,),
}

_NOTHING = Concern()


def may(act: Act, seats: Collection[HeldSeat], about: Concern = _NOTHING) -> bool:
    """Whether any of the seats gives the mandate for the act, on what it is about."""
    return any(rule.covers(seat, about) for rule in _RULES[act] for seat in seats)


def require(act: Act, seats: Collection[HeldSeat], about: Concern = _NOTHING) -> None:
    """Raise `NotMandatedError` unless one of the seats gives the mandate for the act."""
    if not may(act, seats, about):
        raise NotMandatedError(act)
