"""One's own page: the way back to where one works."""

from __future__ import annotations

import re

import pytest
from django.test import Client

import people
from radslag.ground.accounts.models import User
from radslag.people.bodies.actions.seats import Appointment, give_seat
from radslag.people.members.models import Cooperation


@pytest.mark.parametrize("language", ["", "en/"])
def test_there_is_a_way_back_to_each_desk_and_to_no_other(
    client: Client, cooperation: Cooperation, neighbour: Cooperation, secretary: User, language: str
) -> None:
    stranger = people.seatless(cooperation)
    told = Appointment(person="Kim Ek", role="auditor", account=secretary)
    for sits_in, person in ((0, stranger), (1, secretary), (2, secretary)):
        if sits_in == 2:
            give_seat(neighbour, told, acting_user=None)
        client.force_login(person)
        page = client.get(f"/konto/{language}").content.decode()
        desks = [f"/{each.slug}/{language}arbete/" for each in (neighbour, cooperation)][2 - sits_in :]
        assert re.findall(r'href="([^"]*/arbete/)"', page) == desks
