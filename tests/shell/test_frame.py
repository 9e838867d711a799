"""The frame's promises to every page: language, strict policy, faults that are told kindly."""

import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("shell.gallery"), pytest.mark.django_db]


@pytest.mark.parametrize(("address", "language"), [("/bygden/", "sv"), ("/bygden/en/", "en")])
def test_a_page_speaks_the_language_of_its_address(client: Client, address: str, language: str) -> None:
    response = client.get(address)
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()


def test_a_page_leads_to_itself_in_the_other_language_with_what_was_asked(client: Client) -> None:
    html = client.get("/bygden/", {"word": "el"}).content.decode()
    assert 'href="/bygden/en/?word=el" hreflang="en" lang="en">English</a>' in html
    assert 'hreflang="en" href="http://testserver/bygden/en/?word=el"' in html


def test_there_is_nothing_inline_for_the_policy_to_refuse(client: Client) -> None:
    html = client.get("/bygden/").content.decode()
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", html)


@pytest.mark.parametrize(
    ("address", "words"), [("/bygden/x/", "Sidan finns inte"), ("/bygden/en/x/", "The page is not here")]
)
def test_a_missing_page_says_so_in_the_language_of_its_address(
    client: Client, address: str, words: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert words in response.content.decode()


def test_our_own_fault_is_admitted(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/bygden/broken/")
    assert response.status_code == 500
    assert "Felet är vårt" in response.content.decode()


def test_a_form_too_old_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/bygden/", {"title": "x"})
    assert response.status_code == 403
    assert "Formuläret var öppet för länge" in response.content.decode()
