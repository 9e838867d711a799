"""Whatever is sent to any address is answered with a page, a way on or a refusal, never a fault of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import people
from architecture.addresses import ADDRESSES
from architecture.test_addresses import ask, path_of

SENT = [name for name, answers in ADDRESSES.items() if answers.post]
NAMES = (
    *(
        "accent",
        "area",
        "base",
        "bodies",
        "body",
        "body_kind",
        "body_name",
        "code",
        "decision",
        "digest",
        "do",
    ),
    *("email", "entries", "ex_officio", "file", "from_day", "kind", "known", "language", "member"),
    *("members", "move", "name", "number", "person", "phone", "plan", "pointer", "role", "rows", "slug"),
    *(
        "supersede",
        "at",
        "back",
        "key",
        "to",
        "to_day",
        "words",
        "year",
        "issuer",
        "metadata",
        "client_id",
        "domains",
    ),
)
ODD = some.sampled_from(
    [
        "",
        "0",
        "-1",
        "9" * 400,
        "²",
        "a\0b",
        "2021-02-30",
        "9999-12-31",
        "[]",
        "{}",
        "null",
        "1,,2",
        "../..",
        "%s",
    ]
)
WORDS = ODD | some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
FILES = some.binary(max_size=200).map(lambda data: SimpleUploadedFile("plan.txt", data))
ANYTHING = some.dictionaries(
    some.sampled_from(NAMES), WORDS | some.lists(WORDS, max_size=3) | FILES, max_size=14
)


@pytest.mark.parametrize("name", SENT)
def test_anything_that_is_sent_is_answered(fillings: Mapping[str, Any], name: str) -> None:
    client, path = Client(), path_of(name, "sv", fillings)
    client.force_login(people.operator())
    usual = (ADDRESSES[name].post or ADDRESSES["front"].get).data  # type: ignore[union-attr]

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ANYTHING)
    def answered(sent: dict[str, Any]) -> None:
        assert ask(client, path, "post", {**usual, **sent}) < 500

    answered()
