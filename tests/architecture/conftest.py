"""What stands in the addresses that the tests ask for."""

from typing import Any

import pytest

from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import take_in
from radslag.press.exchange.plan_json import write_plan_json


@pytest.fixture
def fillings(cooperation: Cooperation, secretary: User) -> dict[str, Any]:
    """What may stand in an address: something that is there, for every parameter."""
    return {
        "cooperation": cooperation.slug,
        "body": cooperation.bodies.all()[0].slug,
        "member": cooperation.members.all()[0].slug,
        "year": 2021,
        "number": take_in(
            write_plan_json(load_example()), "plan.json", cooperation, acting_user=secretary
        ).pk,
        "name": "verksamhetsplan",
        "form": "json",
    }
