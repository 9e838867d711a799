"""The action plan in every state: filtered, grouped, sorted, and as the same file."""

from __future__ import annotations

import csv
import re
from html import unescape
from io import StringIO

import pytest
from django.test import Client

from radslag.people.members.models import Cooperation

SNUG = "Nätverket för näringslivschefer"


@pytest.fixture
def path(cooperation: Cooperation) -> str:
    return f"/{cooperation.slug}/2021/handlingsplan/"


def page(client: Client, path: str, **asked: str) -> str:
    response = client.get(path, asked)
    assert response.status_code == 200
    return response.content.decode()


def rows(page: str) -> list[int]:
    """The numbers of the activities on the page, in its order."""
    return [int(number) for number in re.findall(r'<th scope="row"[^>]*><a href="[^"]*/(\d+)/"', page)]


def headings(page: str) -> list[str]:
    found = re.findall(r'<th scope="(?:rowgroup|colgroup)"[^>]*>(.*?)</th>', page, re.DOTALL)
    return [
        " ".join(unescape(re.sub(r"<span class=.*?</span>|<[^>]+>", "", heading)).split())
        for heading in found
    ]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, list(range(1, 23))),
        ({"focus_area": "Utbildning"}, [11, 12]),
        ({"body": SNUG, "grouping": "none"}, [6, 11, 13, 14, 15]),
        ({"member": "Huddinge", "grouping": "none"}, [8, 14, 15]),
        ({"time": "Våren", "grouping": "none"}, [3, 17, 19]),
        ({"text": "LADDINFRASTRUKTUR", "grouping": "none"}, [2]),
        ({"text": "almedalen"}, [18]),
        ({"body": SNUG, "member": "Botkyrka", "grouping": "none"}, [11, 15]),
        ({"focus_area": "Ingen sådan", "order": "baklänges", "grouping": "åt skogen"}, list(range(1, 23))),
    ],
)
def test_filters_let_the_right_rows_through(
    client: Client, path: str, asked: dict[str, str], shown: list[int]
) -> None:
    assert rows(page(client, path, **asked)) == shown


def test_a_narrowed_list_says_how_many_of_how_many(client: Client, path: str) -> None:
    narrowed = page(client, path, time="Våren")
    assert "Visar <strong>3</strong> av 22" in narrowed
    assert f'<a href="{path}">Visa alla</a>' in narrowed


def test_nothing_found_says_so_and_shows_the_way_back(client: Client, path: str) -> None:
    empty = page(client, path, text="finns inte")
    assert "Ingen aktivitet passar" in empty
    assert f'<a href="{path}">Visa alla 22 aktiviteter</a>' in empty


def test_goals_are_headed_as_in_the_programme_those_without_activity_too(client: Client, path: str) -> None:
    told = headings(page(client, path))
    assert told[:2] == [
        "Infrastruktur",
        "Utifrån framkomlighet och minskad klimatpåverkan från resor och transporter",
    ]
    assert "Utifrån en stark infrastruktur" in told
    assert "Utifrån en stark infrastruktur" not in headings(page(client, path, focus_area="Näringsliv"))


def test_rows_are_grouped_by_each_member_that_leads_them(client: Client, path: str) -> None:
    told = headings(page(client, path, grouping="member"))
    assert told == ["Botkyrka", "Haninge", "Huddinge", "Nynäshamn", "Södertälje", "Ingen kommun namngiven"]


def test_grouped_by_time_and_by_who_answers(client: Client, path: str) -> None:
    assert headings(page(client, path, grouping="time")) == [
        "ca 1-2 ggr/år",
        "Löpande",
        "Våren",
        "Ingen tid angiven",
    ]
    assert SNUG in headings(page(client, path, grouping="body"))
    assert headings(page(client, path, grouping="none")) == []


def test_sorting_is_told_and_undone_where_it_was_asked_for(client: Client, path: str) -> None:
    sorted_page = page(client, path, order="title", grouping="none", member="Huddinge")
    assert rows(sorted_page) == [14, 15, 8]
    assert sorted_page.count('aria-sort="ascending"') == 1
    assert 'href="?grouping=none&amp;member=Huddinge"' in sorted_page


def test_only_the_list_is_sent_when_only_that_is_asked_for(client: Client, path: str) -> None:
    response = client.get(path, {"time": "Våren"}, headers={"HX-Request": "true"})
    part = response.content.decode()
    assert part.lstrip().startswith('<section id="results"')
    assert "<html" not in part
    assert rows(part) == [3, 17, 19]
    assert "HX-Request" in response.headers["Vary"]


def test_going_back_gets_the_whole_page(client: Client, path: str) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(path, headers=headers).content.decode()


def test_the_file_holds_what_the_page_shows(client: Client, path: str) -> None:
    shown = page(client, path, member="Huddinge", order="title")
    [address] = re.findall(r'href="([^"]*handlingsplan\.csv[^"]*)"', shown)
    file = client.get(unescape(address)).content.decode("utf-8-sig")
    titles = [row[0] for row in list(csv.reader(StringIO(file), delimiter=";"))[1:]]
    assert len(titles) == 3
