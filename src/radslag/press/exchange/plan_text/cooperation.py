"""Who co-operates: the cooperation's name, its area and its members, learned from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from radslag.domain.plan_document import Cooperation, Doubt, Member
from radslag.domain.swedish import parse_number
from radslag.press.exchange.plan_text.known import Known
from radslag.press.exchange.plan_text.lines import Passage, Source
from radslag.press.exchange.plan_text.placed import Placed, Places

_PROPER = r"[A-ZÅÄÖ][\wé]+(?:-[A-ZÅÄÖ][\wé]+)?"
_NAME = rf"{_PROPER}(?: {_PROPER}){{0,2}}"
_MUNICIPALITY = rf"{_NAME}(?: kommun| stad)?"
_LIST = rf"(?:{_MUNICIPALITY},\s*)*{_MUNICIPALITY},?\s+(?:och|samt)\s+{_MUNICIPALITY}"
_COMMA_LIST = rf"{_MUNICIPALITY}(?:,\s*{_MUNICIPALITY})+(?:,?\s+(?:och|samt)\s+{_MUNICIPALITY})?"
_MEMBER_LIST = re.compile(
    rf"(?:[Kk]ommun(?:erna)?|[Mm]edlem\w*|[Ss]amverka\w*|[Mm]ellan)\b[^.()]{{0,60}}?[:(]?\s*"
    rf"\b(?P<names>{_COMMA_LIST}|{_LIST})(?P<genitive>s? kommuner(?:na)?)?"
)
_ANY_LIST = re.compile(rf"\b(?:{_COMMA_LIST}|{_LIST})\b")
_ONE_MEMBER = re.compile(rf"\b(?P<name>{_PROPER}(?: {_PROPER})?) (?:kommun|stad)\b(?!\w)")
_BETWEEN = re.compile(r",\s*(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_TOGETHER = r"(?:kommunerna|samarbetet|samverkan)"
_COMPOUND = re.compile(
    rf"\b(?!(?:Medlems|Värd|Grann|Kommun|Projekt))(?P<name>(?P<stem>[A-ZÅÄÖ][\wåäöé-]{{2,}}?){_TOGETHER})s?\b"
)
_COVER_NAME = re.compile(
    rf"(?:[Ss]amverkan|[Ss]amarbetet|[Kk]ommunerna|[Kk]ommunalförbundet|[Rr]egion)\b[\w ]{{0,20}} {_NAME}"
    rf"|{_NAME}(?:s [Kk]ommunalförbund| samverkar|regionen|rådet)"
)
_THE_AREA = re.compile(rf"\bkommuner(?:na)? (?:i|på|inom|kring|runt|längs)\s+(?P<area>{_NAME})")
_NUMBER_OF = re.compile(r"\b(?P<count>\d{1,2}|[a-zåäö]+)\s+(?:\w+\s)?(?:medlems)?kommuner(?:na)?\b")
_MEMBERS_HEAD = re.compile(
    r"(?:medlemmar|medlemskommuner|deltagande kommuner|kommuner i samverkan\w*):?", re.IGNORECASE
)


def read_cooperation(source: Source, passages: Sequence[Passage], known: Known) -> Placed[Cooperation]:
    """The cooperation, as far as the text names it."""
    places = Places()
    name = _find_name(source, passages, known)
    if name:
        places.note("/name", name)
    area = _find_area(name.text if name else "", passages, known)
    if area:
        places.note("/area", area, "inferred" if area.text != known.area else None)
    listed, doubt = _members(source, passages, known)
    stated = _stated_count(passages)
    if stated and stated != len(listed) and doubt is None:
        doubt = "incomplete"
    if listed and (label := _label_above(source, listed[0])):
        places.note("/members", label)
    for number, member in enumerate(listed):
        places.note(f"/members/{number}/name", member, doubt)
    cooperation = Cooperation(
        name=_without_genitive(name.text) if name else "",
        area=area.text if area else None,
        members=tuple(Member(name=member.text) for member in listed),
    )
    return places.around(cooperation)


def _find_name(source: Source, passages: Sequence[Passage], known: Known) -> Passage | None:
    """The known name, or the place name with "kommunerna" met most often, or one on the cover."""
    if known.cooperation and (found := _first(passages, re.compile(re.escape(known.cooperation)))):
        return found
    met = Counter(match["name"] for passage in passages for match in _COMPOUND.finditer(passage.text))
    if met:
        best = max(met, key=lambda name: (name.endswith("kommunerna"), met[name]))
        return _first(passages, re.compile(rf"\b{re.escape(best)}s?\b"))
    cover = [
        Passage(line.text, ((0, line.number),)) for line, _ in zip(source.filled(), range(10), strict=False)
    ]
    return next((line for line in cover if _COVER_NAME.fullmatch(line.text)), None)


def _find_area(name: str, passages: Sequence[Passage], known: Known) -> Passage | None:
    """The place name that stands for all the members: the stem of their name, or "kommunerna på …"."""
    if known.area and (found := _first(passages, re.compile(rf"\b{re.escape(known.area)}\b"))):
        return found
    if stem := _COMPOUND.match(name):
        forms = (stem["stem"].removesuffix("s"), stem["stem"], stem["stem"] + "e")
        met = [found for form in forms if (found := _first(passages, re.compile(rf"\b{re.escape(form)}\b")))]
        if met:
            return met[0]
    return _first(passages, _THE_AREA, "area")


def _members(source: Source, passages: Sequence[Passage], known: Known) -> tuple[list[Passage], Doubt | None]:
    """The longest list of municipalities, or – in doubt – every name that the text calls a municipality."""
    met = {name: _first(passages, re.compile(rf"\b{re.escape(name)}s?\b")) for name in known.members}
    of_known = [passage.part(0, len(name)) for name, passage in met.items() if passage]
    lists = [*_lists(source, passages), *_bulleted(source)]
    longest = max(lists, key=len, default=[])
    if len(of_known) >= len(longest) and of_known:
        return of_known, None
    if len(longest) >= 3:
        return longest, None
    return list(_inferred(source, passages)), "inferred"


def _lists(source: Source, passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    for passage in passages:
        for match in _MEMBER_LIST.finditer(passage.text):
            names = list(_split(passage.of(match, "names"), source))
            if len({name.text for name in names}) == len(names):
                yield names


def _split(names: Passage, source: Source) -> Iterator[Passage]:
    start = 0
    for end, following in [*((m.start(), m.end()) for m in _BETWEEN.finditer(names.text)), (None, 0)]:
        name = names.part(start, end)
        yield name.part(0, len(_nominative(name.text, source)))
        start = following


def _nominative(name: str, source: Source) -> str:
    """The name without "kommun", and without a genitive s where the text also has it without."""
    bare = re.sub(r" (?:kommun|stad)$", "", name)
    shorter = bare.removesuffix("s")
    return shorter if shorter != bare and shorter.split()[-1].lower() in source.vocabulary else bare


def _bulleted(source: Source) -> Iterator[list[Passage]]:
    """Names one a line under a heading that says they are the members."""
    lines = list(source.filled())
    for at, line in enumerate(lines):
        if _MEMBERS_HEAD.fullmatch(line.text):
            names = []
            for below in lines[at + 1 :]:
                text = below.item or below.text
                if not re.fullmatch(_MUNICIPALITY, text):
                    break
                start = len(below.text) - len(text)
                whole = Passage(below.text, ((0, below.number),))
                names.append(whole.part(start, start + len(_nominative(text, source))))
            yield names


def _label_above(source: Source, first: Passage) -> Passage | None:
    """The heading of the list that the first member stands in, if it is a list."""
    above = [line for line in source.filled() if line.number < first.starts[0][1]][-1:]
    labels = [line for line in above if _MEMBERS_HEAD.fullmatch(line.text)]
    return Passage(labels[0].text, ((0, labels[0].number),)) if labels else None


def _inferred(source: Source, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Names with "kommun" after them, and names listed together with those."""
    found: dict[str, Passage] = {}
    for passage in passages:
        for match in _ONE_MEMBER.finditer(passage.text):
            name = passage.of(match, "name")
            name = name.part(0, len(_nominative(name.text, source)))
            found.setdefault(name.text, name)
    for passage in passages:
        for match in _ANY_LIST.finditer(passage.text):
            together = list(_split(passage.of(match), source))
            if any(name.text in found for name in together):
                for name in together:
                    found.setdefault(name.text, name)
    yield from found.values()


def _stated_count(passages: Iterable[Passage]) -> int | None:
    """How many municipalities the text says there are ("de åtta kommunerna")."""
    for passage in passages:
        for match in _NUMBER_OF.finditer(passage.text):
            count = parse_number(match["count"])
            if count is not None and count >= 2:
                return int(count)
    return None


def _first(passages: Iterable[Passage], pattern: re.Pattern[str], group: int | str = 0) -> Passage | None:
    for passage in passages:
        if match := pattern.search(passage.text):
            return passage.of(match, group)
    return None


def _without_genitive(name: str) -> str:
    return name.removesuffix("s") if re.search(rf"{_TOGETHER}s$", name) else name
