"""The governing documents (styrdokument) that the text refers to, with their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from radslag.domain.plan_document import Document, DocumentKind
from radslag.domain.swedish import Day, Found, find_dates
from radslag.press.exchange.plan_text.furniture import Annex
from radslag.press.exchange.plan_text.lines import Passage
from radslag.press.exchange.plan_text.placed import Placed, Places
from radslag.press.exchange.plan_text.wording import likeness

_KINDS: dict[DocumentKind, str] = {
    "agreement": r"avtal(?:et)?\b|överenskommelse\w*",
    "platform": r"plattform\w*",
    "directive": r"direktiv\w*|riktlinje\w*|policy\w*|arbetsordning\w*|reglemente\w*",
    "action_plan": r"\bhandlingsplan\w*",
    "programme": r"program(?:met)?\b|strategi(?:n)?\b",
}
_KIND = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()), re.IGNORECASE)
_LABEL = re.compile(r"(?:^|\s)(?:\d{1,2}\s+)?styrdokument\w*\s*:\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"^[\s,;.]*(?:och\s+|samt\s+)?")
_LONGEST_TITLE = 120
_SAME_CLAUSE = re.compile(r"(?P<clause>[^.,;:()]{3,}?)\s*(?:,|\()\s*$")
_TITLE = re.compile(rf"(?:\b[A-ZÅÄÖ]\w*s\s+)?\b\w*(?:{'|'.join(_KINDS.values())})", re.IGNORECASE)


def read_documents(
    passages: Sequence[Passage], annexes: Sequence[Annex], carried: Sequence[str]
) -> list[Placed[Document]]:
    """Documents listed after "Styrdokument:", titles with a date beside them, and annexes not in the file.

    `carried` are titles of what the file itself holds: they are no references. The same document named twice
    is given once, as it is listed or else first met.
    """
    found: list[Placed[Document]] = []
    listed = [document for passage in passages for document in _listed(passage)]
    beside = [document for passage in passages for document in _dated(passage)]
    for document in [*listed, *beside, *(_annex(annex) for annex in annexes)]:
        known = any(_same(document.value, other.value) for other in found)
        held = any(likeness(document.value.title, title) > 0.6 for title in carried)
        if not known and not held:
            found.append(document)
    return found


def _same(one: Document, other: Document) -> bool:
    if one.date and other.date:
        return one.date == other.date and one.kind == other.kind
    return likeness(one.title, other.title) > 0.6


def _listed(passage: Passage) -> Iterator[Placed[Document]]:
    """The titles after "Styrdokument:", each up to its date."""
    label = _LABEL.search(passage.text)
    start = label.end() if label else len(passage.text)
    for day in find_dates(passage.text):
        if day.start >= start:
            separator = _BETWEEN.match(passage.text[start : day.start])
            start += separator.end() if separator else 0
            title = passage.part(start, day.start)
            yield _document(title, passage, day)
            start = day.end


def _dated(passage: Passage) -> Iterator[Placed[Document]]:
    """Titles of a known kind right before a date: "Direktiv för medverkan i nätverk (2019-04-26)"."""
    if _LABEL.search(passage.text):
        return
    for day in find_dates(passage.text):
        before = _SAME_CLAUSE.search(passage.text, max(0, day.start - _LONGEST_TITLE), day.start)
        titles = list(_TITLE.finditer(before["clause"])) if before else []
        if before and titles:
            title = next((each for each in titles if each[0][0].isupper()), titles[-1])
            yield _document(passage.part(before.start() + title.start(), day.start), passage, day)


def _document(title: Passage, passage: Passage, day: Found[Day]) -> Placed[Document]:
    places = Places()
    words = title.text.rstrip(" ,(")
    places.note("/title", title.part(0, len(words)))
    places.note("/date", passage.part(day.start, day.end))
    name = words[:1].upper() + words[1:]
    return places.around(Document(title=name, date=day.value.first, kind=_kind(words)))


def _annex(annex: Annex) -> Placed[Document]:
    passage = Passage(annex.title, ((0, annex.line),))
    day = next(find_dates(annex.title), None)
    if day is not None and day.start > 0:
        return _document(passage.part(0, day.start), passage, day)
    places = Places()
    places.note("/title", passage)
    return places.around(Document(title=annex.title, kind=_kind(annex.title)))


def _kind(title: str) -> DocumentKind:
    match = _KIND.search(title)
    return match.lastgroup if match else "other"  # type: ignore[return-value]
