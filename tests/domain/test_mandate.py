"""Who may do what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from radslag.domain.mandate import SECRETARY, Act, Concern, HeldSeat, NotMandatedError, may, require

SALEM, TYRESO = 1, 2
CLIMATE, PLANNING = 10, 20

CHAIR = HeldSeat("committee", "chair", member=SALEM)
DIRECTOR = HeldSeat("management_group", member=SALEM)
IN_NETWORK = HeldSeat("network", body=CLIMATE, member=SALEM)
SUBSTITUTE = HeldSeat("network", "substitute", body=CLIMATE, member=SALEM)
REGISTRAR = HeldSeat(None, "registrar", member=SALEM)
COUNCILLOR = HeldSeat(None, "councillor", member=SALEM)
AUDITOR = HeldSeat(None, "auditor")
OTHERS = (CHAIR, DIRECTOR, IN_NETWORK, SUBSTITUTE, REGISTRAR, COUNCILLOR, AUDITOR)


@pytest.mark.parametrize("act", Act)
def test_the_secretariat_may_do_all_and_nobody_nothing(act: Act) -> None:
    assert may(act, [HeldSeat("network"), SECRETARY])
    assert not may(act, [])
    with pytest.raises(NotMandatedError, match=act.value):
        require(act, [])


@pytest.mark.parametrize(
    ("act", "those_who_may"),
    [
        (Act.OPEN_DESK, OTHERS),
        (Act.SEE_DRAFTS, (CHAIR, DIRECTOR, IN_NETWORK, SUBSTITUTE, REGISTRAR, AUDITOR)),
        (Act.SEE_CONTACTS, (CHAIR, DIRECTOR, IN_NETWORK, SUBSTITUTE, REGISTRAR, AUDITOR)),
        (Act.SEE_REGISTER, (AUDITOR,)),
        (Act.TAKE_IN_PLAN, ()),
        (Act.EDIT_PLAN, ()),
        (Act.SET_UP, ()),
        (Act.CARE_FOR_PERSONAL_DATA, ()),
        (Act.APPOINT, ()),
        (Act.EDIT_ACTIVITY, ()),
    ],
)
def test_what_concerns_the_whole_cooperation(act: Act, those_who_may: tuple[HeldSeat, ...]) -> None:
    assert tuple(seat for seat in OTHERS if may(act, [seat])) == those_who_may


@pytest.mark.parametrize(
    ("about", "those_who_may"),
    [
        (Concern(bodies=frozenset({CLIMATE})), (IN_NETWORK, SUBSTITUTE)),
        (Concern(bodies=frozenset({PLANNING})), ()),
        (Concern(members=frozenset({SALEM})), (DIRECTOR, IN_NETWORK)),
        (Concern(members=frozenset({TYRESO})), ()),
    ],
)
def test_an_activity_is_changed_by_those_who_answer_for_it(
    about: Concern, those_who_may: tuple[HeldSeat, ...]
) -> None:
    assert tuple(seat for seat in OTHERS if may(Act.EDIT_ACTIVITY, [seat], about)) == those_who_may


def test_a_director_appoints_their_own_members_people_to_networks_and_to_nothing_else() -> None:
    own = Concern(members=frozenset({SALEM}), body_kind="network", role="ordinary")
    assert tuple(seat for seat in OTHERS if may(Act.APPOINT, [seat], own)) == (DIRECTOR,)
    assert not may(Act.APPOINT, [DIRECTOR], replace(own, members=frozenset({TYRESO})))
    assert not may(Act.APPOINT, [DIRECTOR], replace(own, body_kind="committee"))
    assert not may(Act.APPOINT, [DIRECTOR], replace(own, role="chair"))
    assert not may(Act.APPOINT, [HeldSeat("management_group", "co_opted", member=SALEM)], own)
