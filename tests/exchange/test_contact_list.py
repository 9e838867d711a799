"""Contacts as cards and as a table: every character survives, and nothing is taken for a command."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as some

from radslag.press.exchange.contact_list import LONGEST_LINE, Contact, write_table, write_vcards

KIM = Contact(name="Kim Ek", title="Ledamot", organisation="Salem", email="kim@ek.example", phone="+46 70 1")


def test_a_card_says_who_and_how() -> None:
    card = write_vcards([KIM]).decode()
    assert card.split("\r\n")[:4] == ["BEGIN:VCARD", "VERSION:3.0", "N:Ek;Kim;;;", "FN:Kim Ek"]
    assert "\r\nEMAIL;TYPE=INTERNET,WORK:kim@ek.example\r\nTEL;TYPE=WORK,VOICE:+46 70 1\r\n" in card


@given(some.text(some.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=300))
def test_any_name_is_read_back_from_its_card(name: str) -> None:
    lines = write_vcards([Contact(name=name, title="", organisation="")]).split(b"\r\n")
    assert max(len(line) for line in lines) <= LONGEST_LINE
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")
    [told] = [line.removeprefix("FN:") for line in unfolded if line.startswith("FN:")]
    read = told.replace("\\\\", "\0").replace("\\;", ";").replace("\\,", ",").replace("\0", "\\")
    assert read == name


def test_a_name_in_the_table_is_no_formula() -> None:
    evil = Contact(name='=HYPERLINK("x")', title="Ledamot; ersättare", organisation="Åre", phone="+46 70 1")
    rows = list(csv.reader(io.StringIO(write_table([evil], "ABCDE").decode("utf-8-sig")), delimiter=";"))
    assert rows[1] == ['\'=HYPERLINK("x")', "Ledamot; ersättare", "Åre", "", "+46 70 1"]
