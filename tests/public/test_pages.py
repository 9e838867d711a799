"""The public pages say what the plan says, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.test import Client

import people
from radslag.domain.plan_document import Body, Chair, Decision, Document, Meeting, Member, Programme
from radslag.example import load_example
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.bodies.actions.seats import Appointment, give_seat
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import decide, store

IN_2021 = date(2021, 3, 1)

FACTS = {
    "": ["Södertörn driver Stockholmsregionen", "Beslutad 14 januari 2021", "8 medlemmar", "523\xa0622"],
    "2021/": ["Verksamhetsplan och budget 2021", "Arbetsformer", "Sigill", "lades till genom"],
    "2021/mal/": [
        "Gäller 2019–2022",
        "Tillagt genom beslut 14 januari 2021",
        "RUFS 2050",
        "robust försörjning",
    ],
    "2021/handlingsplan/": [
        "<strong>22</strong> aktiviteter",
        "Tvärförbindelse Södertörn.",
        "ingen aktivitet",
    ],
    "2021/handlingsplan/8/": ["Aktivitet 8 av 22", "Tvärförbindelse Södertörn.", "Haninge", "Löpande"],
    "2021/handlingsplan/12/": ["Rad utan aktivitet", "Flemingsberg"],
    "2021/kalender/": [
        "Onsdag 8 september",
        "Inte fastställt",
        "12.00–19.00",
        "Sammanslagen",
        "kalender.ics",
    ],
    "2021/budget/": ["4\xa0kr per invånare", "2\xa0030\xa0208\xa0kr", "452\xa0936\xa0kr", "2 februari 2017"],
    "2021/att-reda-ut/": ["ca sex gånger per år", "/2021/handlingsplan/12/", "BioDriv Öst"],
    "organisation/": ["Boel Godner", "SNUG", "Ledningsgruppen"],
    "organisation/samarbetskommitten/": ["Harry Bouveng", "Planeringskonferens", "kalender.ics"],
    "medlemmar/": ["Nykvarn", "114\xa0304", "21,8\xa0%", "<svg"],
    "medlemmar/sodertalje/": ["Passage Södertälje kanal.", "100\xa0111", "Boel Godner"],
    "beslut/": ["Avgiften är 4 kronor per invånare och år.", "10 september 2020"],
    "handlingar/": ["Kommunikationsplattform", "21 mars 2018", "/2021/verksamhetsplan.json"],
    "tillganglighet/": ["WCAG", "EN 301 549"],
}
ENGLISH = {
    "": ["Decided 14 January 2021", "8 members", "523,622"],
    "2021/mal/": [
        "Added by decision 14 January 2021",
        '<h1 lang="sv">Södertörns utvecklingsprogram 2035</h1>',
    ],
    "2021/handlingsplan/": ["<strong>22</strong> activities", '<td data-label="Time" lang="sv">Löpande</td>'],
    "2021/kalender/": ["Wednesday 8 September", "Not settled", "12:00–19:00"],
    "2021/budget/": ["SEK\xa02,030,208", "2 February 2017"],
    "medlemmar/": ["21.8%"],
}


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("path", FACTS)
def test_a_page_tells_what_the_plan_says(client: Client, cooperation: Cooperation, path: str) -> None:
    page = text(client, f"/{cooperation.slug}/{path}")
    assert [fact for fact in FACTS[path] if fact not in page] == []


@pytest.mark.parametrize("path", ENGLISH)
def test_a_page_tells_the_same_in_english(client: Client, cooperation: Cooperation, path: str) -> None:
    page = text(client, f"/{cooperation.slug}/en/{path}")
    assert [fact for fact in ENGLISH[path] if fact not in page] == []
    into_swedish = set(re.findall(r'href="(/sodertorn/(?!en/)[^"]*)"', page))
    assert into_swedish == {f"/{cooperation.slug}/{path}"}


def test_every_page_has_a_title_and_one_main_heading_of_its_own(
    client: Client, cooperation: Cooperation
) -> None:
    pages = [text(client, f"/{cooperation.slug}/{path}") for path in FACTS]
    titles = {page.partition("<title>")[2].partition("</title>")[0] for page in pages}
    assert len(titles) == len(FACTS)
    assert {page.count("<h1") for page in pages} == {1}


@pytest.mark.parametrize(
    "path", ["2020/", "2021/handlingsplan/23/", "organisation/ingen/", "medlemmar/ingen/", "2021/ingen.pdf"]
)
def test_what_is_not_there_is_not_found(client: Client, cooperation: Cooperation, path: str) -> None:
    assert client.get(f"/{cooperation.slug}/{path}").status_code == 404
    assert client.get(f"/ingen-alls/{path}").status_code == 404


def test_the_only_cooperation_is_where_one_starts(client: Client, cooperation: Cooperation) -> None:
    assert client.get("/").headers["Location"] == f"/{cooperation.slug}/"


def test_several_cooperations_are_chosen_among(
    client: Client, cooperation: Cooperation, neighbour: Cooperation
) -> None:
    page = text(client, "/")
    assert f'href="/{cooperation.slug}/"' in page
    assert f'href="/{neighbour.slug}/"' in page


def test_an_empty_installation_says_what_to_do(client: Client, db: None) -> None:
    assert "radslag example" in text(client, "/")


def test_a_cooperation_without_a_plan_has_pages_that_say_so(client: Client, db: None) -> None:
    cooperation = begin_cooperation(load_example().cooperation, acting_user=None)
    paths = ["", "organisation/", "medlemmar/", "beslut/", "handlingar/", "tillganglighet/"]
    pages = [text(client, f"/{cooperation.slug}/{path}") for path in paths]
    assert "Ingen plan är beslutad ännu" in pages[0]
    assert client.get(f"/{cooperation.slug}/kalender.ics").status_code == 404


@time_machine.travel(IN_2021, tick=False)
def test_what_is_next_is_told_while_the_year_lasts(client: Client, cooperation: Cooperation) -> None:
    page = text(client, f"/{cooperation.slug}/")
    assert "Fredag 12 mars 2021" in page
    assert "Onsdag 21 april 2021" in page
    assert "Torsdag 4 februari 2021" not in page


@time_machine.travel(date(2026, 11, 23), tick=False)
def test_a_calendar_that_has_ended_says_so(client: Client, cooperation: Cooperation) -> None:
    assert "Kalendern för 2021 är slut" in text(client, f"/{cooperation.slug}/")


@time_machine.travel(IN_2021, tick=False)
def test_a_plan_that_is_not_decided_is_nowhere_to_be_seen(client: Client, cooperation: Cooperation) -> None:
    document = replace(
        load_example(),
        year=2022,
        decided=None,
        decisions=(),
        meetings=(Meeting(body="Samarbetskommittén", date=date(2021, 3, 3)),),
    )
    store(document, cooperation, acting_user=None)
    assert client.get(f"/{cooperation.slug}/2022/").status_code == 404
    assert "3 mars 2021" not in text(client, f"/{cooperation.slug}/")


@time_machine.travel(date(2022, 3, 1), tick=False)
def test_what_a_plan_not_decided_says_of_the_bodies_is_nowhere_to_be_seen(
    client: Client, cooperation: Cooperation
) -> None:
    example = load_example()
    committee = replace(
        example.bodies[0],
        description="Något helt annat.",
        chairs=(
            Chair(person="Kim Ek", role="chair", year=2022, member="Salem"),
            Chair(person="Love Ek", member=None, role="chair", year=2021),
        ),
    )
    proposed = Body(name="Föreslaget nätverk", kind="network")
    told = replace(example, year=2022, decided=None, decisions=(), meetings=())
    plan = store(replace(told, bodies=(committee, proposed)), cooperation, acting_user=None)
    pages = ("organisation/", "organisation/samarbetskommitten/", "medlemmar/salem/", "medlemmar/sodertalje/")

    seen = "".join(text(client, f"/{cooperation.slug}/{page}") for page in pages)
    assert "Boel Godner" in seen
    for words in ("Något helt annat", "Kim Ek", "Love Ek", "Föreslaget"):
        assert words not in seen
    assert client.get(f"/{cooperation.slug}/organisation/foreslaget-natverk/").status_code == 404
    client.force_login(people.chair(cooperation))
    assert "Föreslaget" in text(client, f"/{cooperation.slug}/organisation/foreslaget-natverk/")
    client.logout()

    decide(plan, date(2022, 2, 1), acting_user=None)
    seen = "".join(text(client, f"/{cooperation.slug}/{page}") for page in pages)
    for words in ("Något helt annat", "Kim Ek", "Föreslaget"):
        assert words in seen


def test_what_only_a_plan_not_decided_tells_of_decisions_and_papers_is_nowhere_to_be_seen(
    client: Client, cooperation: Cooperation
) -> None:
    example = load_example()
    assert example.programme
    draft = replace(
        example,
        year=2022,
        decided=None,
        programme=replace(example.programme, title="Nästa program", adopted=date(2021, 5, 4)),
        decisions=(*example.decisions, Decision(date=date(2021, 5, 5), text="Avgiften höjs.")),
        documents=(*example.documents, Document(title="Nytt avtal", kind="agreement")),
    )
    plan = store(draft, cooperation, acting_user=None)
    pages = ("", "beslut/", "handlingar/")
    words = ("Avgiften höjs", "Nytt avtal", "Nästa program beslutas")

    seen = "".join(text(client, f"/{cooperation.slug}/{page}") for page in pages)
    assert [told for told in words if told in seen] == []
    assert example.decisions[0].text in seen
    assert example.documents[0].title in seen
    decide(plan, date(2022, 2, 1), acting_user=None)
    seen = "".join(text(client, f"/{cooperation.slug}/{page}") for page in pages)
    assert [told for told in words if told not in seen] == []


def test_a_member_that_only_a_draft_tells_of_is_none_to_others(
    client: Client, cooperation: Cooperation
) -> None:
    example = load_example()
    told = replace(example.cooperation, members=(*example.cooperation.members, Member(name="Nacka")))
    plan = replace(example, year=2022, decided=None, decisions=(), meetings=(), cooperation=told)
    stored = store(plan, cooperation, acting_user=None)
    pages = ("", "medlemmar/")
    assert all("Nacka" not in text(client, f"/{cooperation.slug}/{page}") for page in pages)
    assert client.get(f"/{cooperation.slug}/medlemmar/nacka/").status_code == 404
    decide(stored, date(2022, 1, 13), acting_user=None)
    assert "Nacka" in text(client, f"/{cooperation.slug}/medlemmar/")
    assert client.get(f"/{cooperation.slug}/medlemmar/nacka/").status_code == 200


def test_a_body_is_known_to_all_once_somebody_sits_in_it(client: Client, cooperation: Cooperation) -> None:
    body = begin_body(cooperation, "Cykelnätverket", "network", acting_user=None)
    assert "Cykelnätverket" not in text(client, f"/{cooperation.slug}/organisation/")
    give_seat(cooperation, Appointment(person="Kim Ek", role="ordinary", body=body), acting_user=None)
    assert "Cykelnätverket" in text(client, f"/{cooperation.slug}/organisation/")
    assert "Kim Ek" in text(client, f"/{cooperation.slug}/organisation/cykelnatverket/")


def test_a_plan_of_almost_nothing_still_has_all_its_pages(client: Client, db: None) -> None:
    example = load_example()
    document = replace(
        example,
        cooperation=replace(example.cooperation, members=()),
        bodies=(),
        programme=None,
        activities=(),
        meetings=(),
        conferences=(),
        budget=None,
        documents=(),
        prose=(),
    )
    cooperation = begin_cooperation(document.cooperation, acting_user=None)
    store(document, cooperation, acting_user=None)
    plan_pages = ["", "mal/", "handlingsplan/", "kalender/", "budget/", "att-reda-ut/"]
    told = "".join(text(client, f"/{cooperation.slug}/2021/{path}") for path in plan_pages)
    for words in ("inga mål", "inga aktiviteter", "ingen budget", "Inga möten", "ingen löpande text"):
        assert words in told
    assert client.get(f"/{cooperation.slug}/").status_code == 200
    assert client.get(f"/{cooperation.slug}/medlemmar/").status_code == 200


def test_words_of_the_plan_are_never_markup(client: Client, db: None) -> None:
    attack = "<script>alert(1)</script>"
    example = load_example()
    activity = replace(example.activities[0], title=attack, comment=attack, focus_area=attack)
    document = replace(
        example, title=attack, activities=(activity,), programme=Programme(title=attack, vision=attack)
    )
    cooperation = begin_cooperation(document.cooperation, acting_user=None)
    store(document, cooperation, acting_user=None)
    for path in (
        "",
        "2021/",
        "2021/mal/",
        "2021/handlingsplan/",
        "2021/handlingsplan/1/",
        "2021/att-reda-ut/",
    ):
        assert attack not in text(client, f"/{cooperation.slug}/{path}")
