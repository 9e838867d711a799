"""Who may do what."""

import pytest

from radslag.domain.mandate import Act, HeldSeat, NotMandatedError, may, require


@pytest.mark.parametrize("act", Act)
def test_the_secretariat_may(act: Act) -> None:
    assert may(act, [HeldSeat("network"), HeldSeat("secretariat")])


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("seats", [[], [HeldSeat("network"), HeldSeat("committee")]])
def test_nobody_else_may(act: Act, seats: list[HeldSeat]) -> None:
    assert not may(act, seats)
    with pytest.raises(NotMandatedError, match=act.value):
        require(act, seats)
