"""Which reader takes what, in whatever encoding it comes."""

import codecs

import pytest

from radslag.domain.plan_document import Cooperation, PlanDocument
from radslag.press.exchange.plan_json import PlanJsonError, write_plan_json
from radslag.press.exchange.reading import UnreadableError, read_plan

PLAN = PlanDocument(year=2023, title="Plan för åtta", cooperation=Cooperation(name="Ålandsviken"))
WRITTEN = write_plan_json(PLAN).decode()


@pytest.mark.parametrize(
    "data",
    [
        WRITTEN.encode(),
        codecs.BOM_UTF8 + WRITTEN.encode(),
        WRITTEN.encode("utf-16"),
        WRITTEN.encode("cp1252"),
        b"\n\n" + WRITTEN.encode(),
    ],
)
def test_a_plan_in_json_is_read_in_every_usual_encoding(data: bytes) -> None:
    assert read_plan(data) == PLAN


@pytest.mark.parametrize(
    "data", [WRITTEN.encode("utf-16-le"), WRITTEN.encode("utf-32"), b"", b"{" * 30_000_000]
)
def test_what_cannot_be_decoded_is_refused_as_text_is(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_plan(data)


@pytest.mark.parametrize("data", [b"{", b"{}", b'{"', b' { "format": 1'])
def test_what_begins_as_json_is_told_as_json(data: bytes) -> None:
    with pytest.raises(PlanJsonError):
        read_plan(data)


def test_other_braces_are_no_json() -> None:
    with pytest.raises(UnreadableError, match="ingen verksamhetsplan"):
        read_plan(rb"{\rtf1\ansi Verksamhetsplan 2021}")
