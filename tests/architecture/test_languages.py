"""Swedish on screen: every word of the interface is translated, and nothing else is kept."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|<[^>]+>")


def every_message() -> list[Message]:
    return [message for message in messages.known() if message.id]


def forms(words: object) -> list[str]:
    return [str(word) for word in words] if isinstance(words, (tuple, list)) else [str(words)]


def test_the_catalogue_has_the_words_of_the_screen_and_no_others() -> None:
    def keys(catalogue: object) -> set[tuple[str, str | None]]:
        return {(forms(m.id)[0], m.context) for m in catalogue if m.id}  # type: ignore[attr-defined]

    assert keys(messages.known()) == keys(messages.wanted()), (
        "run tools/messages.py and fill in what it names"
    )


def test_nothing_is_left_in_english() -> None:
    assert [message.id for message in messages.untranslated(messages.known())] == []


@pytest.mark.parametrize("message", every_message(), ids=lambda message: forms(message.id)[0][:40])
def test_a_translation_keeps_placeholders_and_markup(message: Message) -> None:
    kept = set(PLACEHOLDER.findall(forms(message.id)[-1]))
    assert [set(PLACEHOLDER.findall(words)) for words in forms(message.string)][-1] == kept
