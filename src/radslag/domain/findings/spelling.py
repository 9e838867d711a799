"""Slips of the finger, told by the document's own vocabulary: no dictionary is consulted.

A word is a slip for another only when it stands once, the other is better supported by the rest of the text,
the two differ by one slip that fingers make, and not where Swedish words are inflected or composed. Vowels
that change between forms of one word (man, män) are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from radslag.domain.findings.texts import passages
from radslag.domain.plan_document import PlanDocument

SHORTEST_WORD, LONGEST_WORD = 8, 80
"""Letters; the time that a comparison takes grows with the square of the longest."""
COMMON_START, COMMON_END = 2, 3
KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
CHANGING_VOWELS = frozenset("aeoåäöé")
ENDINGS = re.compile(
    r"|a[dnrst]?|ade|are|ats|bar|d[ae]?|des|e[nrst]?|e[nr]a|e[nt]s|i|i?er|ka?|n[aes]?|nas|nde|or|r[ae]?|ra[drst]|rna"
    r"|s|sk|ska|st|t[aes]?|tas"
)
REAL_PAIRS = (
    ("inventer", "invester"),
    ("planer", "planter"),
    ("utbredning", "utredning"),
    ("regering", "reglering"),
    ("reaktion", "redaktion"),
    ("delning", "deltning"),
    ("styrkning", "styrning"),
    ("lagning", "lagring"),
    ("riktning", "ritning"),
    ("fullför", "fullgör"),
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Slip:
    """A word `written`, most likely `meant` as another, both as they stand; `pointer` is where."""

    written: str
    meant: str
    pointer: str


@dataclass(frozen=True)
class _Vocabulary:
    contexts: Mapping[str, set[tuple[str, str]]]
    pointers: Mapping[str, str]
    spelt: Mapping[str, str]

    def count(self, word: str) -> int:
        """How often the word stands in the source, as far as its neighbours tell.

        A sentence may be quoted in several parts of the document, and cut off beside the word in some.
        """
        contexts = self.contexts[word]
        return sum(not any(_is_cut_from(one, other) for other in contexts) for one in contexts)


def _is_cut_from(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one != other and all(a in {"", b} for a, b in zip(one, other, strict=True))


def misspellings(document: PlanDocument) -> Iterator[Slip]:
    """The document's likely slips, in order of appearance."""
    vocabulary = _vocabulary(document)
    people = {
        word.lower()
        for body in document.bodies
        for chair in body.chairs
        for word in _WORD.findall(chair.person)
    }
    for written, meant in _neighbours(vocabulary):
        if written not in people and meant not in people and _is_slip(written, meant, vocabulary):
            spelt = vocabulary.spelt
            yield Slip(spelt[written], spelt[meant], vocabulary.pointers[written])


def _vocabulary(document: PlanDocument) -> _Vocabulary:
    contexts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    pointers: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for passage in passages(document):
        words = ["", *(word.replace("-", "") for word in _WORD.findall(passage.text)), ""]
        for before, word, after in zip(words, words[1:], words[2:], strict=False):
            if SHORTEST_WORD - 1 <= len(word) <= LONGEST_WORD:
                contexts[word.lower()].add((before.lower(), after.lower()))
                pointers.setdefault(word.lower(), passage.pointer)
                spelt.setdefault(word.lower(), word)
    return _Vocabulary(contexts, pointers, spelt)


def _neighbours(vocabulary: _Vocabulary) -> Iterator[tuple[str, str]]:
    """Ordered pairs of words that become equal when a letter is dropped from one or both."""
    shortened: dict[str, list[str]] = defaultdict(list)
    for word in vocabulary.contexts:
        for key in {word, *(word[:n] + word[n + 1 :] for n in range(COMMON_START, len(word)))}:
            shortened[key].append(word)
    pairs = {(one, other) for words in shortened.values() for one in words for other in words if one != other}
    order = list(vocabulary.contexts)
    place = {word: number for number, word in enumerate(order)}
    yield from sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _is_slip(written: str, meant: str, vocabulary: _Vocabulary) -> bool:
    if vocabulary.count(written) != 1 or len(meant) < SHORTEST_WORD:
        return False
    place = _where_they_part(written, meant)
    if place is None or _is_real_pair(written, meant):
        return False
    if not (_letters_missed_or_doubled(written, meant, place) or _keys_mistaken(written, meant, place)):
        return False
    others = [word for word in vocabulary.contexts if word not in {written, meant}]
    if any(written[max(place - 4, 0) : place + 3] in word for word in others):
        return False
    known = any(meant[max(place - 4, 0) : place + 3] in word for word in others)
    return known or vocabulary.count(meant) > 1


def _where_they_part(written: str, meant: str) -> int | None:
    """The first letter that differs, unless it is in the prefix or inflection explains it."""
    shorter = min(len(written), len(meant))
    place = next((n for n in range(shorter) if written[n] != meant[n]), shorter)
    after = next((n for n in range(shorter) if written[-1 - n] != meant[-1 - n]), shorter)
    inflected = after < COMMON_END and all(ENDINGS.fullmatch(word[place:]) for word in (written, meant))
    return place if place >= COMMON_START and not inflected else None


def _is_real_pair(one: str, other: str) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in REAL_PAIRS)


def _letters_missed_or_doubled(written: str, meant: str, place: int) -> bool:
    if len(written) + 1 == len(meant):
        return written == meant[:place] + meant[place + 1 :]
    if len(written) == len(meant) + 1:
        beside = written[place - 1] + written[place + 1 : place + 2]
        return any(written[place] == letter or _adjacent(written[place], letter) for letter in beside)
    return False


def _keys_mistaken(written: str, meant: str, place: int) -> bool:
    if len(written) != len(meant):
        return False
    if written[place + 1 :] == meant[place + 1 :]:
        letters = {written[place], meant[place]}
        return not letters <= CHANGING_VOWELS and _adjacent(written[place], meant[place])
    swapped = meant[:place] + meant[place + 1] + meant[place] + meant[place + 2 :]
    return written == swapped


def _adjacent(one: str, other: str) -> bool:
    for row, letters in enumerate(KEYBOARD):
        if one in letters:
            at = letters.index(one)
            below = KEYBOARD[row + 1][max(at - 1, 0) : at + 1] if row < 2 else ""
            above = KEYBOARD[row - 1][at : at + 2] if row > 0 else ""
            return other in letters[max(at - 1, 0) : at + 2] + below + above
    return False
