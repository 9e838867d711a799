"""Whatever happens to the text on its way: no traceback, no line lost, nothing invented."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.founding import PLANS, founding_text, needs_founding_document
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import to_json
from radslag.press.exchange.plan_text import UnreadableError, read_plan_text

NOT_WORDS_OF_THE_SOURCE = {"kind", "role", "status", "online", "tentative", "year", "date", "weekday"}
SPELT_ELSEWHERE = re.compile(
    r"/bodies/\d+/(name|abbreviations/\d+)|/decisions/\d+/text|.*/(body|decided_by)|/documents/.*|/programme/title"
)
"""Values given as the document spells them in another place, or taken from the contents list."""

Mangle = Callable[[list[str]], list[str]]
some_lines = st.sets(st.integers(0, 1000), max_size=60)


def dropped(numbers: set[int]) -> Mangle:
    return lambda lines: [line for number, line in enumerate(lines) if number not in numbers]


def doubled(numbers: set[int]) -> Mangle:
    return lambda lines: [line for number, line in enumerate(lines) for _ in range(1 + (number in numbers))]


def broken(numbers: set[int]) -> Mangle:
    """The lines broken in two before their middle word."""

    def mangle(lines: list[str]) -> list[str]:
        result = []
        for number, line in enumerate(lines):
            words = line.split()
            half = len(words) // 2
            parts = [" ".join(words[:half]), " ".join(words[half:])]
            result += parts if number in numbers and half else [line]
        return result

    return mangle


def run_together(numbers: set[int]) -> Mangle:
    """The lines joined to the line above, blank or not."""

    def mangle(lines: list[str]) -> list[str]:
        result: list[str] = []
        for number, line in enumerate(lines):
            if number in numbers and result:
                result[-1] = f"{result[-1].rstrip()} {line.strip()}"
            else:
                result.append(line)
        return result

    return mangle


def with_page_breaks(numbers: set[int]) -> Mangle:
    return lambda lines: [
        part
        for number, line in enumerate(lines)
        for part in (["", str(number % 90), "\f"] if number in numbers else []) + [line]
    ]


def truncated(numbers: set[int]) -> Mangle:
    return lambda lines: lines[: max(numbers, default=len(lines))]


def turned(numbers: set[int]) -> Mangle:
    """The text cut in two and its halves changed round."""
    return lambda lines: lines[min(numbers, default=0) :] + lines[: min(numbers, default=0)]


def without_blank_lines(numbers: set[int]) -> Mangle:
    low, high = min(numbers, default=0), max(numbers, default=0)
    return lambda lines: [line for at, line in enumerate(lines) if line.strip() or not low <= at <= high]


manglings = st.lists(
    st.builds(
        lambda mangle, numbers: mangle(numbers),
        st.sampled_from(
            [dropped, doubled, broken, run_together, with_page_breaks, truncated, turned, without_blank_lines]
        ),
        some_lines,
    ),
    min_size=1,
    max_size=3,
)


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text)).casefold()


def value_at(data: Any, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        data = data[int(key)] if isinstance(data, list) else data.get(key)
        if data is None:
            return None
    return data


def check(text: str) -> None:
    try:
        plan = read_plan_text(text)
    except UnreadableError:
        return
    check_account(text, plan)
    check_nothing_invented(text, plan)


def check_account(text: str, plan: PlanDocument) -> None:
    reading = plan.reading
    assert reading is not None
    assert reading.lines == sum(bool(line.strip()) for line in text.split("\n"))
    assert reading.lines == reading.used + reading.furniture + reading.unread
    unread = [
        number
        for each in plan.unread
        for number in range(each.place.line or 0, (each.place.to_line or 0) + 1)
    ]
    furniture = [
        n for each in plan.furniture for n in range(each.place.line or 0, (each.place.to_line or 0) + 1)
    ]
    assert len(unread) == reading.unread
    assert len(furniture) == reading.furniture
    assert not set(unread) & set(furniture)


def check_nothing_invented(text: str, plan: PlanDocument) -> None:
    lines = dict(enumerate(text.split("\n"), 1))
    for each in plan.furniture:
        lines |= dict.fromkeys(range(each.place.line or 0, (each.place.to_line or 0) + 1), "")
    everything = squeezed(text)
    data = to_json(plan)
    for pointer, place in plan.places.items():
        value = value_at(data, pointer)
        if pointer.rpartition("/")[2] in NOT_WORDS_OF_THE_SOURCE or not isinstance(value, str):
            continue
        if not value or re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d:\d\d", value):
            continue
        assert place.line is not None
        assert place.to_line is not None
        near = everything
        if not SPELT_ELSEWHERE.fullmatch(pointer):
            near = squeezed("".join(lines[number] for number in range(place.line, place.to_line + 1)))
        for word in value.split():
            spelt = "Nätverk" if word == "Nätverket" else word
            assert squeezed(spelt) in near, (pointer, word)


@needs_founding_document
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(manglings)
def test_a_mangled_founding_document(mangles: list[Mangle]) -> None:
    lines = founding_text().split("\n")
    for mangle in mangles:
        lines = mangle(lines)
    check("\n".join(lines))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(PLANS.glob("*.txt"))), st.sets(st.integers(0, 110), max_size=20), manglings)
def test_a_mangled_plan_of_another_cooperation(path: Any, numbers: set[int], mangles: list[Mangle]) -> None:
    lines = dropped(numbers)(path.read_text(encoding="utf-8").split("\n"))
    for mangle in mangles:
        lines = mangle(lines)
    check("\n".join(lines))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Delmål Aktivitet Ansvarig Tid",
                "Mål: x",
                "Delmål:",
                "- ",
                "1. Rubrik",
                "Styrgruppen",
                "14 januari",
                "*",
                "(",
                "Intäkter",
                "Summa 4 kr",
                "Verksamhetsplan 2021",
                "Löpande",
                "Ja.",
                "",
                " ",
                "Innehåll",
                "-",
                "1",
                "Nätverk: chefer",
                "och",
                "A, B och C",
                "Övergripande mål",
                "Vision",
                "Mål i RUFS",
                "Konferenser",
                "Beslutad 1 maj 2021",
                "4 kr per invånare",
            ]
        )
        | st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=30),
        max_size=30,
    )
)
def test_any_lines_at_all(lines: list[str]) -> None:
    check("\n".join(lines))
