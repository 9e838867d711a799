"""What is written on a day, to whom, and what the links in it do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

import people
from conftest import ACCENT
from radslag.domain.plan_document import Time
from radslag.example import load_example
from radslag.ground.accounts.models import User
from radslag.ground.post.models import Letter
from radslag.ground.post.queries import wish_of
from radslag.ground.register.models import Entry
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store
from radslag.press.letters.actions import choose, daily_round
from radslag.press.letters.queries.links import GOOD_FOR, Purpose, link, way_in

DUE = date(2021, 6, 30)
NEAR = date(2021, 6, 28)
SATURDAY = date(2021, 6, 26)


@pytest.fixture(autouse=True)
def _on_a_day_when_something_is_near() -> object:
    morning = datetime(2021, 6, 28, 8, 0, tzinfo=timezone.get_current_timezone())
    with time_machine.travel(morning, tick=False):  # a link is signed with its second
        yield


def letters(kind: str) -> list[Letter]:
    return list(Letter.objects.filter(kind=kind))


def path_in(letter: Letter, purpose: Purpose, cooperation: Cooperation) -> str:
    address = link(purpose, letter.once, cooperation, letter.language)
    assert address in letter.text
    return address.removeprefix("http://localhost:8000")


def part_of(text: str, heading: str) -> str:
    """What stands under a heading of a letter."""
    _before, _line, after = text.partition(f"{heading}\n{'-' * len(heading)}")
    return after.partition("---")[0]


def test_the_day_is_written_once(cooperation: Cooperation, secretary: User) -> None:
    assert daily_round(SATURDAY, acting_user=None) == 0
    written = daily_round(NEAR, acting_user=None)
    assert written == len(letters("reminder")) + len(letters("digest")) > 1
    assert daily_round(NEAR, acting_user=None) == 0
    assert daily_round(NEAR + timedelta(days=1), acting_user=None) == 0
    assert daily_round(DUE, acting_user=None) == len(letters("reminder")) / 2
    assert Entry.objects.filter(verb="letters.written").count() == 2


def test_what_is_due_early_in_a_year_is_reminded_of_before_that_year(
    cooperation: Cooperation, secretary: User
) -> None:
    example = load_example()
    due = replace(example.activities[0], time=Time(text="10 januari 2022", to=date(2022, 1, 10)))
    plan = replace(example, year=2022, decided=date(2021, 12, 10), activities=(due,))
    store(plan, cooperation, acting_user=None)
    daily_round(date(2021, 12, 27), acting_user=None)
    assert [letter.subject for letter in letters("reminder") if "10 januari" in letter.subject]


def test_each_person_is_written_to_in_their_language(cooperation: Cooperation, secretary: User) -> None:
    choose(cooperation, acting_user=secretary, language="en")
    daily_round(NEAR, acting_user=None)
    assert letters("digest")[0].subject == "Week 26: 3 things await you"
    assert "/en/2021/handlingsplan/" in letters("reminder")[0].html
    assert 'lang="en"' in letters("reminder")[0].html
    choose(cooperation, acting_user=secretary, language="sv")
    daily_round(DUE, acting_user=None)
    assert letters("reminder")[-1].subject.startswith("Sista dagen: ")


def test_swedish_words_in_an_english_letter_say_so(cooperation: Cooperation, secretary: User) -> None:
    people.network_member(cooperation)
    choose(cooperation, acting_user=secretary, language="en")
    daily_round(NEAR, acting_user=None)
    reminder, digest = (
        next(letter.html for letter in letters(kind) if letter.account == secretary)
        for kind in ("reminder", "digest")
    )
    assert re.search(r"<h1[^>]* lang=\"sv\">", reminder)
    network = people.body_of(cooperation, "network").name
    assert re.findall(rf"<div style=\"font-weight:600;\" lang=\"sv\">{network}</div>", digest)
    assert 'lang="en">' in digest
    assert not re.search(r"<h2[^>]* lang=", digest)
    choose(cooperation, acting_user=secretary, language="sv")
    daily_round(DUE, acting_user=None)
    assert letters("reminder")[-1].html.count("lang=") == 1


def test_what_is_not_wished_for_is_not_written_and_what_waits_is_withdrawn(
    cooperation: Cooperation, secretary: User
) -> None:
    daily_round(NEAR, acting_user=None)
    choose(cooperation, acting_user=secretary, digest="never", reminders=False)
    assert {letter.state for letter in Letter.objects.all()} == {Letter.State.WITHDRAWN}
    assert daily_round(DUE + timedelta(days=7), acting_user=None) == 0


def test_a_network_hears_of_its_own_and_the_secretariat_of_vacancies(
    cooperation: Cooperation, secretary: User
) -> None:
    person = people.network_member(cooperation)
    daily_round(NEAR, acting_user=None)
    told = {letter.account_id: letter.text for letter in letters("digest")}
    assert "Lediga platser" in told[secretary.pk]
    assert "Lediga platser" not in told.get(person.pk, "")


def test_the_digest_says_of_each_body_what_its_page_says(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    people.network_member(cooperation)
    daily_round(NEAR, acting_user=None)
    [text] = [letter.text for letter in letters("digest") if letter.account == secretary]
    vacant, unappointed = (part_of(text, heading) for heading in ("Lediga platser", "Ingen utsedd ännu"))
    assert "* " in vacant
    assert "* " in unappointed
    client.force_login(secretary)
    overview = client.get(f"/{cooperation.slug}/arbete/organisation/").content.decode()
    assert overview.count("Ingen utsedd ännu") == unappointed.count("* ")
    for body in cooperation.bodies.all():
        path = f"/{cooperation.slug}/arbete/organisation/{body.slug}/"
        shown = client.get(path).content.decode()
        assert (f"* {body.name}\n" in vacant) == ("Vakant" in shown), body
        assert (f"* {body.name}\n" in unappointed) == ("Ingen utsedd ännu" in shown), body


@pytest.mark.parametrize("purpose", [Purpose.NO_DIGEST, Purpose.NO_REMINDERS])
def test_one_click_stops_letters_without_signing_in(
    client: Client, cooperation: Cooperation, secretary: User, purpose: Purpose
) -> None:
    daily_round(NEAR, acting_user=None)
    letter = letters("digest" if purpose is Purpose.NO_DIGEST else "reminder")[0]
    path = path_in(letter, purpose, cooperation)
    assert letter.headers["List-Unsubscribe"].endswith(f"{path}>")
    assert client.get(path).status_code == 200
    assert wish_of(secretary).reminders
    assert wish_of(secretary).digest == "weekly"
    strict = Client(enforce_csrf_checks=True)
    for _ in range(2):
        assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    wish = wish_of(secretary)
    assert (wish.digest == "never", wish.reminders is False) == (
        purpose is Purpose.NO_DIGEST,
        purpose is Purpose.NO_REMINDERS,
    )
    entry = Entry.objects.get(verb="letters.chosen")
    assert (entry.acting_user, entry.details["by_link"]) == (secretary, True)


def test_a_reminder_put_off_rests_a_week_and_comes_again(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    daily_round(NEAR, acting_user=None)
    letter = letters("reminder")[0]
    path = path_in(letter, Purpose.LATER, cooperation)
    for _ in range(2):
        assert "måndag 5 juli 2021" in client.post(path).content.decode()
    assert Entry.objects.filter(verb="reminder.postponed").count() == 1
    daily_round(DUE, acting_user=None)
    assert Letter.objects.filter(about=letter.about).count() == 1
    daily_round(date(2021, 7, 5), acting_user=None)
    assert Letter.objects.filter(about=letter.about).count() == 2


def test_a_link_too_old_forged_or_of_another_cooperation_changes_nothing(
    client: Client, cooperation: Cooperation, neighbour: Cooperation, secretary: User
) -> None:
    daily_round(NEAR, acting_user=None)
    letter = letters("digest")[0]
    path = path_in(letter, Purpose.NO_DIGEST, cooperation)
    elsewhere = path.replace(f"/{cooperation.slug}/", f"/{neighbour.slug}/")
    for wrong in (f"{path[:-3]}xx/", f"/{cooperation.slug}/brev/x/", elsewhere):
        answer = client.post(wrong)
        assert answer.status_code == 404
        assert "Länken är inte hel" in answer.content.decode()
    with time_machine.travel(timezone.now() + GOOD_FOR[Purpose.NO_DIGEST] + timedelta(days=1)):
        answer = client.post(path)
        assert answer.status_code == 410
        assert "Länken är för gammal" in answer.content.decode()
    assert wish_of(secretary).digest == "weekly"


def test_the_way_in_goes_by_the_door_and_back(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    path = way_in("brev", cooperation, "sv").removeprefix("http://localhost:8000")
    inside = f"/{cooperation.slug}/arbete/brev/"
    assert client.get(path).headers["Location"].startswith("/konto/logga-in/?next=")
    client.force_login(secretary)
    assert client.get(path).headers["Location"] == inside
    assert client.post(inside, {"digest": "never", "language": "en"}).status_code == 302
    assert (wish_of(secretary).digest, wish_of(secretary).reminders) == ("never", False)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_link_that_a_mail_scanner_opens_does_nothing(
    client: Client, cooperation: Cooperation, secretary: User, purpose: Purpose
) -> None:
    daily_round(NEAR, acting_user=None)
    letter = letters("digest" if purpose is Purpose.NO_DIGEST else "reminder")[0]
    path = path_in(letter, purpose, cooperation)
    for ask in (client.get, client.head, client.options):
        ask(path, headers={"Sec-Purpose": "prefetch", "User-Agent": "Scanner"})
    letter.refresh_from_db()
    assert letter.postponed_until is None
    assert (wish_of(secretary).digest, wish_of(secretary).reminders) == ("weekly", True)
    assert not Entry.objects.filter(verb__in=("letters.chosen", "reminder.postponed")).exists()


@pytest.mark.parametrize("purpose", list(Purpose))
def test_somebody_else_who_is_signed_in_does_nothing_by_anothers_link(
    client: Client, cooperation: Cooperation, secretary: User, purpose: Purpose
) -> None:
    daily_round(NEAR, acting_user=None)
    letter = letters("digest" if purpose is Purpose.NO_DIGEST else "reminder")[0]
    path = path_in(letter, purpose, cooperation)
    client.force_login(people.director(cooperation))
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 404
        assert "Länken är någon annans" in answer.content.decode()
        assert secretary.email not in answer.content.decode()
    letter.refresh_from_db()
    assert letter.postponed_until is None
    assert (wish_of(secretary).digest, wish_of(secretary).reminders) == ("weekly", True)
    client.force_login(secretary)
    assert client.post(path).status_code == 200


@pytest.mark.parametrize("digest", ["weekly", "never"])
@pytest.mark.parametrize("reminders", [True, False])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_one_chooses_is_what_one_gets(
    client: Client, cooperation: Cooperation, secretary: User, digest: str, reminders: bool, language: str
) -> None:
    client.force_login(secretary)
    page = f"/{cooperation.slug}/arbete/brev/"
    sent = {"digest": digest, "language": language} | ({"reminders": "on"} if reminders else {})
    assert "Ditt val är sparat." in client.post(page, sent, follow=True).content.decode()
    shown = client.get(page).content.decode()
    assert f'value="{digest}" selected' in shown
    assert f'value="{language}" selected' in shown
    assert ("checked" in shown) is reminders
    daily_round(NEAR, acting_user=None)
    assert {letter.kind for letter in Letter.objects.all()} == {
        kind for kind, wished in (("digest", digest == "weekly"), ("reminder", reminders)) if wished
    }
    assert {letter.language for letter in Letter.objects.all()} <= {language}


def test_a_choice_that_is_none_is_refused_by_its_field(
    client: Client, cooperation: Cooperation, secretary: User
) -> None:
    client.force_login(secretary)
    answer = client.post(f"/{cooperation.slug}/arbete/brev/", {"digest": "hourly", "language": "tlh"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="ds-validation-message"') == 2
    assert wish_of(secretary).digest == "weekly"


@time_machine.travel("2021-06-28T08:00:00+02:00", tick=False)
def test_letters_have_the_cooperations_own_colour(cooperation_with_look: Cooperation) -> None:
    secretary = people.secretary(cooperation_with_look)
    daily_round(date(2021, 6, 28), acting_user=None)
    letters = Letter.objects.filter(account=secretary)
    assert letters
    assert all(f"background:{ACCENT}" in letter.html for letter in letters)
