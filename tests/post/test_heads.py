"""Whatever people are called and write, a letter has one head and arrives whole."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pytest_django import Settings

from mailing import MailServer, letter_to
from radslag.ground.post.actions.delivering import Tally, deliver_due


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Åsa Öberg", "Åsa Öberg"),
        ('Kim "Åkern" Ek', 'Kim "Åkern" Ek'),
        ("Ek, Kim \\ <kim@annan.example>", "Ek, Kim \\ <kim@annan.example>"),
        ("Kim\r\nBcc: alla@salem.example", "Kim Bcc: alla@salem.example"),
        ("Åsa " * 60, ("Åsa " * 60).strip()),
    ],
)
def test_a_name_is_only_a_name(server: MailServer, name: str, read: str) -> None:
    letter_to(name=name, sender=name, subject=f"Om {name}")
    assert deliver_due() == Tally(sent=1)
    [mail] = server.received
    assert server.recipients == ["kim@salem.example"]
    assert mail["Bcc"] is None
    assert [address.addr_spec for address in mail["To"].addresses] == ["kim@salem.example"]
    for head in ("To", "From"):  # a long name is written in pieces, between which some readers see spaces
        [shown] = [address.display_name for address in mail[head].addresses]
        assert shown.replace(" ", "") == read.replace(" ", "")
    assert mail["Subject"].strip() == f"Om {read}"


@pytest.mark.django_db
def test_an_address_with_other_letters_in_its_domain_is_written_as_mail_servers_know_it(
    server: MailServer,
) -> None:
    letter_to("kim@åkerö.example")
    assert deliver_due() == Tally(sent=1)
    assert server.recipients == ["kim@" + "åkerö".encode("idna").decode() + ".example"]


@pytest.mark.django_db
def test_a_line_of_any_length_arrives_whole(server: MailServer) -> None:
    words = "å" * 5_000
    letter_to(lead=(words,))
    assert deliver_due() == Tally(sent=1)
    for part in server.received[0].iter_parts():
        assert words in part.get_content()


@pytest.mark.django_db
def test_what_people_write_is_no_markup(server: MailServer) -> None:
    letter_to(heading="<script>alert(1)</script>")
    deliver_due()
    plain, html = server.received[0].iter_parts()
    assert "<script>alert(1)</script>" in plain.get_content()
    assert "&lt;script&gt;" in html.get_content()


@pytest.mark.django_db
def test_without_a_mail_server_a_letter_is_a_file_that_a_mail_program_opens(
    settings: Settings, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = "radslag.ground.post.backends.FolderBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "letters"
    letter = letter_to(subject="Vägar")
    assert deliver_due() == Tally(sent=1)
    [file] = settings.EMAIL_FILE_PATH.iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (file.suffix, mail["Subject"], mail["Message-ID"]) == (".eml", "Vägar", letter.message_id)
