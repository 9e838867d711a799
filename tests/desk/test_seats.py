"""Seats on the desk: looked at as of any day, filled, replaced, put right and undone."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import people
from radslag.ground.accounts.models import User
from radslag.people.bodies.models import Body, Seat
from radslag.people.members.models import Cooperation, Member

NAMES = ["O’Brien", "Åsa-Märit Öst", "李", "Kim 🙂 Ek", "שרה כהן", "D'Arc <b>&amp;", "=1+1", "x" * 300]
MOST_QUERIES = 12


@pytest.fixture
def network(cooperation: Cooperation) -> Body:
    return people.body_of(cooperation, "network")


@pytest.fixture
def members(cooperation: Cooperation) -> list[Member]:
    return list(cooperation.members.all())


@pytest.fixture
def desk(cooperation: Cooperation, secretary: User, client: Client) -> str:
    """The address of the desk, with the secretary signed in."""
    client.force_login(secretary)
    return f"/{cooperation.slug}/arbete/"


def told(**said: object) -> dict[str, object]:
    """What is filled in to appoint Kim Ek."""
    return {"person": "Kim Ek", "role": "ordinary", "from_day": "2026-03-01", **said}


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == status
    return answer.content.decode()


def faults(answer: str) -> list[str]:
    """What stands by the fields."""
    return re.findall(r'<div class="ds-validation-message" id="id_(\w+)_error">', answer)


def test_a_vacancy_is_told_in_words_and_filled_in_two_steps(
    client: Client, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    director = people.director(cooperation)
    people.seated(cooperation, "Mo Al", "ordinary", network, members[1])
    client.force_login(director)
    desk = f"/{cooperation.slug}/arbete/"
    assert f"{members[0].name}, " in page(client, f"{desk}organisation/")
    shown = page(client, f"{desk}kommun/{members[0].slug}/")
    [form] = set(re.findall(r'href="([^"]*/utse/[^"]*fran=kommun)"', shown.replace("&amp;", "&"))) & {
        f"{desk}organisation/{network.slug}/utse/?kommun={members[0].slug}&fran=kommun"
    }
    sent = told(member=members[0].pk, email="Kim@Ek.example", fran="kommun")
    answer = client.post(form, sent, follow=True).content.decode()
    assert "Kim Ek är ledamot för" in answer
    assert "Ångra" in answer
    seat = network.seats.get(person="Kim Ek")
    assert (seat.account and seat.account.email, seat.appointed_by) == ("kim@ek.example", director)


def test_what_was_done_is_undone_and_the_earlier_holder_is_back(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "ordinary", network, members[0])
    seat = network.seats.get()
    done = client.post(f"{desk}uppdrag/{seat.pk}/byt-ut/", told(member=members[0].pk), follow=True)
    shown = done.content.decode()
    assert "Mo Al lämnar uppdraget efter 28 februari 2026" in shown
    entries = re.findall(r'name="entries" value="([\d-]+)"', shown)[0]
    again = client.post(
        f"{desk}uppdrag/angra/", {"entries": entries, "at": f"organ:{network.slug}"}, follow=True
    )
    assert "Ångrat" in again.content.decode()
    assert [(each.person, each.to_day) for each in network.seats.all()] == [("Mo Al", None)]
    late = client.post(
        f"{desk}uppdrag/angra/", {"entries": entries, "at": f"organ:{network.slug}"}, follow=True
    )
    assert "har ändrats sedan dess" in late.content.decode()


def test_every_seat_has_its_history_and_only_the_last_is_undone_from_there(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "ordinary", network, members[0], from_day=date(2021, 1, 1))
    seat = network.seats.get()
    client.post(f"{desk}uppdrag/{seat.pk}/", told(member=members[0].pk, person="Mo Alm"))
    for place in (f"organisation/{network.slug}/", f"kommun/{members[0].slug}/", f"uppdrag/{seat.pk}/"):
        shown = page(client, f"{desk}{place}")
        assert "Uppdraget för Mo Alm rättades" in shown
        assert "Mo Al utsågs till" in shown
        assert shown.count('<button class="quiet" type="submit">Ångra') == 1
    [number] = re.findall(r'name="entries" value="(\d+)"', shown)
    client.post(f"{desk}uppdrag/angra/", {"entries": number, "at": f"organ:{network.slug}"})
    assert network.seats.get().person == "Mo Al"

    client.force_login(people.network_member(cooperation))
    shown = page(client, f"{desk}organisation/{network.slug}/")
    assert "Uppdraget för Mo Alm rättades" in shown
    assert "uppdrag/angra/" not in shown


def test_the_second_of_two_who_fill_the_same_place_is_told_and_chooses(
    client: Client, desk: str, network: Body, members: list[Member]
) -> None:
    path = f"{desk}organisation/{network.slug}/utse/"
    assert client.post(path, told(member=members[0].pk, person="Mo Al")).status_code == 302
    second = client.post(path, told(member=members[0].pk))
    shown = second.content.decode()
    assert second.status_code == 422
    assert "Mo Al utsågs just hit av Kim" in shown
    assert 'value="Kim Ek"' in shown
    [known] = re.findall(r'name="known" value="([\d,]+)"', shown)
    assert client.post(path, told(member=members[0].pk, known=known)).status_code == 302
    assert network.seats.count() == 2


def test_the_second_of_two_who_change_the_same_seat_is_told_and_chooses(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "ordinary", network, members[0], from_day=date(2021, 1, 1))
    path = f"{desk}uppdrag/{network.seats.get().pk}/"
    [known] = re.findall(r'name="known" value="(\d+)"', page(client, path))
    first = told(member=members[0].pk, person="Mo Alm", known=known)
    assert client.post(path, first).status_code == 302
    second = client.post(path, first | {"person": "Mo Lind"})
    shown = second.content.decode()
    assert second.status_code == 422
    assert "Kim Ek ändrade detta medan du skrev. Uppdraget för Mo Alm rättades" in shown
    assert 'value="Mo Lind"' in shown
    assert network.seats.get().person == "Mo Alm"
    [known] = re.findall(r'name="known" value="(\d+)"', shown)
    assert client.post(path, first | {"person": "Mo Lind", "known": known}).status_code == 302
    assert network.seats.get().person == "Mo Lind"


def test_a_director_appoints_no_chair(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "chair", network, people.member_of(cooperation))
    client.force_login(people.director(cooperation))
    path = f"{desk}organisation/{network.slug}/utse/"
    assert 'value="substitute"' in page(client, path)
    assert 'value="chair"' not in page(client, path)
    own = people.member_of(cooperation).pk
    assert client.post(path, told(member=own, role="vice_chair")).status_code == 422
    assert client.get(f"{desk}uppdrag/{network.seats.get().pk}/").status_code == 404
    assert network.seats.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"person": ""}, "person"),
        ({"person": "x" * 301}, "person"),
        ({"person": "a\0b"}, "person"),
        ({"email": "kim"}, "email"),
        ({"phone": "ring mig"}, "phone"),
        ({"from_day": "2021-02-30"}, "from_day"),
        ({"from_day": "0001-01-01"}, "from_day"),
        ({"to_day": "2026-02-28"}, "to_day"),
        ({"member": "0"}, "member"),
        ({"role": "king"}, "role"),
        ({"role": "auditor"}, "role"),
    ],
)
def test_what_cannot_be_is_told_by_its_field_and_nothing_typed_is_lost(
    client: Client, desk: str, network: Body, members: list[Member], said: dict[str, str], field: str
) -> None:
    sent = told(member=members[0].pk, decision="KS 2026 § 1") | said
    answer = client.post(f"{desk}organisation/{network.slug}/utse/", sent)
    assert answer.status_code == 422
    assert faults(answer.content.decode())[:1] == [field]
    assert 'value="KS 2026 § 1"' in answer.content.decode()
    assert not network.seats.exists()


def test_two_chairs_at_once_are_told_by_the_role_in_the_language_of_the_page(
    client: Client, desk: str, network: Body, members: list[Member]
) -> None:
    path = f"organisation/{network.slug}/utse/"
    client.post(f"{desk}{path}", told(member=members[0].pk, role="chair"))
    english = desk.replace("/arbete/", "/en/arbete/")
    again = client.post(f"{english}{path}", told(member=members[1].pk, role="chair", person="Mo Al"))
    assert "Kim Ek has that office until further notice" in again.content.decode()
    assert faults(again.content.decode()) == ["role"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_every_character_that_people_have(
    client: Client, desk: str, network: Body, members: list[Member], name: str
) -> None:
    sent = told(member=members[0].pk, person=name, email="kim@ek.example", phone="+46 70-123 45 67")
    assert client.post(f"{desk}organisation/{network.slug}/utse/", sent).status_code == 302
    assert network.seats.get().person == name
    assert "<b>&amp;" not in page(client, f"{desk}organisation/{network.slug}/")
    for form in ("vcf", "csv"):
        assert client.get(f"{desk}organisation/{network.slug}/kontakter.{form}").status_code == 200


def test_a_person_in_two_members_is_told_and_not_refused(
    client: Client, desk: str, network: Body, members: list[Member]
) -> None:
    path = f"{desk}organisation/{network.slug}/utse/"
    client.post(path, told(member=members[0].pk, email="kim@ek.example"))
    answer = client.post(path, told(member=members[1].pk, email="KIM@ek.example"), follow=True)
    assert f"också är ledamot för {members[0].name}" in answer.content.decode()
    assert len({seat.account_id for seat in network.seats.all()}) == 1


def test_any_day_can_be_asked_and_one_that_is_not_is_told(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    days = {"from_day": date(2021, 3, 1), "to_day": date(2021, 12, 31)}
    people.seated(cooperation, "Kim Ek", "ordinary", network, members[0], **days)
    path = f"{desk}organisation/{network.slug}/"
    then = page(client, f"{path}?per=2021-06-30")
    assert "Så såg det ut 30 juni 2021" in then
    assert 'class="holder__name"><bdi>Kim Ek' in then
    assert "Utse" not in then
    assert 'class="holder__name"><bdi>Kim Ek' not in page(client, path)
    assert faults(page(client, f"{path}?per=2021-02-30")) == ["per"]


def test_contacts_are_shown_to_those_who_may_and_to_nobody_else(
    client: Client, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Kim Ek", "ordinary", network, members[0], phone="070-1")
    path = f"/{cooperation.slug}/arbete/organisation/{network.slug}/"
    for role, sees in (("auditor", True), ("councillor", False)):
        client.force_login(people.CAST[role](cooperation))
        assert ("kim@" in page(client, path), "070-1" in page(client, path)) == (sees, sees)
        assert client.get(f"{path}kontakter.vcf").status_code == (200 if sees else 404)
    public = page(Client(), f"/{cooperation.slug}/organisation/{network.slug}/")
    assert "Kim Ek" in public
    assert "kim@" not in public
    assert "070-1" not in public
    assert "saknar" not in public


def test_a_new_board_chair_takes_over_every_seat_that_follows_the_office(
    client: Client, desk: str, cooperation: Cooperation, members: list[Member]
) -> None:
    people.chair(cooperation)
    path = f"{desk}kommun/{members[0].slug}/ny/kommunstyrelseordforande/"
    assert path in page(client, f"{desk}kommun/{members[0].slug}/")
    answer = client.post(path, told(), follow=True)
    assert "Kim Ek är ledamot för" in answer.content.decode()
    held = Seat.objects.filter(cooperation=cooperation, ex_officio="board_chair").order_by("pk")
    assert [(seat.person, seat.to_day) for seat in held] == [
        ("Charlie Ordförande", date(2026, 2, 28)),
        ("Kim Ek", None),
    ]


def test_a_seat_is_changed_ended_and_taken_back(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "ordinary", network, members[0], from_day=date(2021, 1, 1))
    seat = network.seats.get()
    assert (
        client.post(f"{desk}uppdrag/{seat.pk}/", told(member=members[0].pk, person="Mo Alm")).status_code
        == 302
    )
    client.post(f"{desk}uppdrag/{seat.pk}/avsluta/", {"to_day": "2026-05-01"})
    seat.refresh_from_db()
    assert (seat.person, seat.to_day) == ("Mo Alm", date(2026, 5, 1))
    wrong = client.post(f"{desk}uppdrag/{seat.pk}/avsluta/", {"to_day": "2026-02-30"}, follow=True)
    assert "ingen sådan dag" in wrong.content.decode()
    assert client.post(f"{desk}uppdrag/{seat.pk}/ta-tillbaka/").status_code == 302
    assert not network.seats.exists()


def test_a_chair_does_not_stay_into_the_next_ones_time(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    days = {"from_day": date(2021, 1, 1), "to_day": date(2021, 12, 31)}
    people.seated(cooperation, "Mo Al", "chair", network, members[0], **days)
    people.seated(cooperation, "Kim Ek", "chair", network, members[1], from_day=date(2022, 1, 1))
    first = network.seats.get(person="Mo Al")
    later = client.post(f"{desk}uppdrag/{first.pk}/avsluta/", {"to_day": "2022-06-30"}, follow=True)
    assert "Kim Ek har redan det uppdraget" in later.content.decode()
    first.refresh_from_db()
    assert first.to_day == date(2021, 12, 31)


def test_who_has_left_already_is_not_kept_by_being_replaced(
    client: Client, desk: str, cooperation: Cooperation, network: Body, members: list[Member]
) -> None:
    people.seated(cooperation, "Mo Al", "ordinary", network, members[0], to_day=date(2021, 12, 31))
    seat = network.seats.get()
    assert client.post(f"{desk}uppdrag/{seat.pk}/byt-ut/", told(member=members[0].pk)).status_code == 302
    seat.refresh_from_db()
    assert seat.to_day == date(2021, 12, 31)


def test_offices_are_given_by_the_secretariat_and_a_registrar_needs_a_municipality(
    client: Client, desk: str, cooperation: Cooperation, members: list[Member]
) -> None:
    path = f"{desk}uppdrag/utse/"
    refused = client.post(path, told(role="registrar"))
    assert faults(refused.content.decode()) == ["member"]
    for role in ("registrar", "councillor", "auditor"):
        assert client.post(path, told(role=role, member=members[0].pk)).status_code == 302
    given = {seat.role: seat.member for seat in cooperation.seats.filter(person="Kim Ek", body=None)}
    assert given == {"registrar": members[0], "councillor": members[0], "auditor": None}


def test_sixty_people_in_three_hundred_seats_ask_no_more_than_twelve_queries(
    client: Client, desk: str, cooperation: Cooperation, secretary: User, members: list[Member]
) -> None:
    crowd = [User(email=f"p{number}@crowd.example") for number in range(60)]
    User.objects.bulk_create(crowd)
    bodies = list(cooperation.bodies.all())[:5]
    soon = timezone.localdate() + timedelta(days=30)
    Seat.objects.bulk_create(
        Seat(
            cooperation=cooperation,
            body=bodies[number % 5],
            member=members[number % 8],
            person=f"Person {number % 60}",
            account=crowd[number % 60],
            appointed_by=secretary,
            role="ordinary",
            to_day=soon if number % 7 else date(2021, 1, 1),
        )
        for number in range(300)
    )
    seat = Seat.objects.filter(person="Person 1")[0]
    own = f"organisation/{bodies[0].slug}/"
    paths = ("", "organisation/", own, f"{own}kontakter.vcf", f"{own}utse/", f"kommun/{members[0].slug}/")
    counts = {}
    for path in (*paths, "uppdrag/", "uppdrag/utse/", f"uppdrag/{seat.pk}/", f"uppdrag/{seat.pk}/byt-ut/"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{desk}{path}").status_code == 200
        counts[path] = len(asked)
    assert {path: count for path, count in counts.items() if count > MOST_QUERIES} == {}


def test_a_municipality_without_anybody_is_not_said_to_have_every_place_filled(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    client.force_login(secretary)
    member = people.member_of(cooperation)
    path = f"/{cooperation.slug}/arbete/kommun/{member.slug}/"
    assert "Alla platser är besatta" not in client.get(path).content.decode()
    for body in cooperation.bodies.exclude(kind="secretariat"):
        people.seated(cooperation, f"Ledamot{body.pk} Ek", "ordinary", body, member)
    assert "Alla platser är besatta" in client.get(path).content.decode()
