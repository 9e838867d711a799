"""Words to values and back, and two people's words in one."""

from __future__ import annotations

from collections import Counter
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain import editing
from radslag.domain.editing import FaultError
from radslag.domain.merging import merged, merged_words
from radslag.domain.money import Money
from radslag.domain.prose import paragraph, to_json
from radslag.domain.swedish import Sum


@pytest.mark.parametrize(
    ("form", "words", "value"),
    [
        (editing.line(), "  två   ord\n", "två ord"),
        (editing.line(), " ", None),
        (editing.text(), "en rad \r\n\r\nen till\r\n", "en rad\n\nen till"),
        (editing.day(2021), "14 januari", date(2021, 1, 14)),
        (editing.day(), "", None),
        (editing.day_of_week(2021), "torsdag 14 januari", (date(2021, 1, 14), 3)),
        (editing.hours(), "13", (time(13), None)),
        (editing.hours(), "kl. 13:00-14:30", (time(13), time(14, 30))),
        (editing.money(), "ca 444 208", Sum(Money(44_420_800), approximate=True)),
        (editing.money(), "42,25 kr", Sum(Money(4225))),
        (editing.number(), "507 552", 507_552),
        (editing.names(), "SNUG\n\n Näring  ut \nSNUG", ["SNUG", "Näring ut"]),
        (editing.choice({True: "ja", False: "nej"}), "ja", True),
    ],
)
def test_words_become_the_value_and_the_value_its_words_again(
    form: editing.Form[object], words: str, value: object
) -> None:
    assert form.read(words) == value
    assert form.read(form.write(value)) == value


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (editing.line(needed=True), "  "),
        (editing.line(longest=5), "sex tecken"),
        (editing.line(), "noll\0"),
        (editing.day(2021), "31 februari"),
        (editing.day(2021, needed=True), ""),
        (editing.day(2021), "mån" + " " * 100_000),
        (editing.hours(), "efter lunch"),
        (editing.money(), "mycket"),
        (editing.money(about=False), "ca 4 kr"),
        (editing.money(), "99 000 000 000 000 kr"),
        (editing.number(range(3)), "3"),
        (editing.choice({True: "ja"}), "kanske"),
        (editing.prose(), "{"),
        (editing.prose(), '[{"type": "script"}]'),
        (editing.prose(), '[{"type": "paragraph", "content": [{"type": "text", "text": "\\ud800"}]}]'),
        (editing.prose(), "[" * 100_000),
    ],
)
def test_words_that_cannot_be_the_value_are_refused_in_a_sentence(
    form: editing.Form[object], words: str
) -> None:
    with pytest.raises(FaultError, match=r"^[A-ZÅÄÖ”].*\.$"):
        form.read(words)


def test_running_text_is_merged_block_by_block() -> None:
    def words(*texts: str) -> str:
        return editing.write_prose([paragraph(text) for text in texts])

    form = editing.prose()
    both = form.merged(words("a", "b", "c"), words("A", "b", "c"), words("a", "b", "C"))
    assert both is not None
    assert to_json(form.read(both)) == to_json([paragraph(text) for text in ("A", "b", "C")])
    assert form.merged(words("a"), words("b"), words("c")) is None


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("ett två tre fyra", "ETT två tre fyra", "ett två tre FYRA", "ETT två tre FYRA"),
        ("ett två", "noll ett två", "ett två tre", "noll ett två tre"),
        ("ett två", "ett nu två", "ett då två", None),
        ("ett två tre", "ett tre", "ett två TRE", None),
        ("", "mitt", "ditt", None),
        ("a\n\nb", "A\n\nb", "a\n\nb c", "A\n\nb c"),
        ("lika", "olika", "olika", "olika"),
    ],
)
def test_two_changes_are_one_unless_they_touch(base: str, mine: str, theirs: str, both: str | None) -> None:
    assert merged_words(base, mine, theirs) == both
    assert merged_words(base, theirs, mine) == both


few = st.lists(st.sampled_from("abc"), max_size=6)


@given(few, few, few)
def test_nothing_that_either_added_is_lost_in_what_is_merged(
    base: list[str], mine: list[str], theirs: list[str]
) -> None:
    assert merged(base, base, theirs) == theirs
    both = merged(base, mine, theirs)
    if both is not None:
        assert Counter(both) >= Counter(mine) - Counter(base)
        assert Counter(both) >= Counter(theirs) - Counter(base)


def test_several_that_two_have_ticked_are_all_there_and_keep_their_order() -> None:
    form = editing.names(chosen=True)
    assert form.merged("A\nB", "A\nB\nC", "B\nD") == "B\nD\nC"
    assert form.in_order("C\nA\nB", "B\nA\nX") == "B\nA\nC"
    assert editing.names().in_order("C\nA", "A\nC") == "C\nA"
