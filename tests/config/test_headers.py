"""Every answer, whatever it is and whoever asks, tells the browser what it may do with it."""

import pytest
from django.test import Client

from radslag.ground.accounts.models import User
from radslag.people.members.models import Cooperation

PROTECTING = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Cross-Origin-Opener-Policy",
}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/{slug}/", 200),
        ("/{slug}", 301),
        ("/{slug}/2021/verksamhetsplan.json", 200),
        ("/{slug}/finns-inte/", 404),
        ("/static/shell/mark.svg", 200),
        ("/static/finns-inte.css", 404),
    ],
)
def test_every_answer_is_protected(client: Client, cooperation: Cooperation, path: str, status: int) -> None:
    answer = client.get(path.format(slug=cooperation.slug))
    answer.close()
    assert answer.status_code == status
    assert set(answer.headers) >= PROTECTING


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_and_protected(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert set(answer.headers) >= PROTECTING


def test_nobody_keeps_a_copy_of_the_desk(client: Client, cooperation: Cooperation, secretary: User) -> None:
    client.force_login(secretary)
    assert "no-store" in client.get(f"/{cooperation.slug}/arbete/").headers["Cache-Control"]
    assert "Cache-Control" not in client.get(f"/{cooperation.slug}/").headers
