"""Who co-operates: the cooperation's name, its area and its members, learned from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from radslag.domain.plan_document import Cooperation, Doubt, Member
from radslag.domain.swedish import parse_number
from radslag.press.exchange.plan_text.known import Known
from radslag.press.exchange.plan_text.lines import Passage, Source
from radslag.press.exchange.plan_text.member_tables import (
    MUNICIPALITY,
    NAME,
    PROPER,
    FoundMember,
    counted_members,
    is_place,
    label_above,
    listed_members,
)
from radslag.press.exchange.plan_text.placed import Placed, Places

_LIST = rf"(?:{MUNICIPALITY},\s*)*{MUNICIPALITY},?\s+(?:och|samt)\s+{MUNICIPALITY}"
_COMMA_LIST = rf"{MUNICIPALITY}(?:,\s*{MUNICIPALITY})+(?:,?\s+(?:och|samt)\s+{MUNICIPALITY})?"
_MEMBER_LIST = re.compile(
    rf"(?:[Kk]ommun(?:er(?:na)?)?|[Mm]edlem\w*|[Ss]amverka\w*|[Mm]ellan)\b[^.()]{{0,60}}?[:(]?\s*"
    rf"\b(?P<names>{_COMMA_LIST}|{_LIST})(?P<genitive>s? kommuner(?:na)?)?"
)
_ANY_LIST = re.compile(rf"\b(?:{_COMMA_LIST}|{_LIST})\b")
_ONE_MEMBER = re.compile(rf"\b(?P<name>{PROPER}(?: {PROPER})?) (?:kommun|stad)\b(?!\w)")
_BETWEEN = re.compile(r",\s*(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_TOGETHER = r"(?:kommunerna|samarbetet|samverkan)"
_COMPOUND = re.compile(
    rf"\b(?!(?:Medlems|Värd|Grann|Kommun|Projekt))(?P<name>(?P<stem>[A-ZÅÄÖ][\wåäöé-]{{2,}}?){_TOGETHER})s?\b"
)
_COVER_NAME = re.compile(
    rf"(?:[Ss]amverkan|[Ss]amarbetet|[Kk]ommunerna|[Kk]ommunalförbundet|[Rr]egion)\b[\w ]{{0,20}} {NAME}"
    rf"|{NAME}(?:s [Kk]ommunalförbund|s [Kk]ommuner|s (?:samarbete|samverkan)| samverkar|regionen|rådet)"
    rf"|[A-ZÅÄÖ][\wåäö-]*{_TOGETHER}(?: (?:i|på|vid|kring|längs|runt) {NAME})?"
)
_COVER_OWNERS = re.compile(rf"(?P<name>{NAME}s [Kk]ommuner)s (?:samarbets|samverkans)(?:kommitté|råd|nämnd)")
_OWNER = re.compile(rf"\b{NAME}s\s+(?:samarbets|samverkans)(?:kommitté|råd|nämnd)(?=n?\b)")
_THE_AREA = re.compile(rf"\bkommuner(?:na)? (?:i|på|inom|kring|runt|längs)\s+(?P<area>{NAME})")
_MOST_WORDS_BEFORE = 2
_NUMBER_OF = re.compile(r"\b(?P<count>\d{1,2}|[a-zåäö]+)\s+(?:\w+\s)?(?:medlems)?kommuner(?:na)?\b")


def read_cooperation(source: Source, passages: Sequence[Passage], known: Known) -> Placed[Cooperation]:
    """The cooperation, as far as the text names it."""
    places = Places()
    name = _find_name(source, passages, known)
    if name:
        places.note("/name", name)
    area = _find_area(name.text if name else "", passages, known)
    if area:
        places.note("/area", area, "inferred" if area.text != known.area else None)
    stated = _stated_count(passages)
    listed, doubt = _members(source, passages, known, stated)
    if stated and stated != len(listed) and doubt is None:
        doubt = "incomplete"
    if listed and (label := label_above(source, listed[0].name)):
        places.note("/members", label)
    for number, member in enumerate(listed):
        places.note(f"/members/{number}/name", member.name, doubt)
        if member.population and member.counted:
            places.note(f"/members/{number}/populations/0/count", member.counted)
    cooperation = Cooperation(
        name=_without_genitive(name.text) if name else "",
        area=area.text if area else None,
        members=tuple(
            Member(name=each.name.text, populations=(each.population,) if each.population else ())
            for each in listed
        ),
    )
    return places.around(cooperation)


def _find_name(source: Source, passages: Sequence[Passage], known: Known) -> Passage | None:
    """The known name, or the place name with "kommunerna" met most often, or one on the cover."""
    if known.cooperation and (found := _first(passages, re.compile(re.escape(known.cooperation)))):
        return found
    met = Counter(match["name"] for passage in passages for match in _COMPOUND.finditer(passage.text))
    cover = [
        Passage(line.text, ((0, line.number),)) for line, _ in zip(source.filled(), range(10), strict=False)
    ]
    on_cover = next((line for line in cover if _COVER_NAME.fullmatch(line.text)), None)
    if on_cover and (not met or any(on_cover.text.startswith(f"{name} ") for name in met)):
        return on_cover
    if not met and (owners := _first(cover, _COVER_OWNERS, "name")):
        return owners
    if met:
        best = max(met, key=lambda name: (name.endswith("kommunerna"), met[name]))
        return _first(passages, re.compile(rf"\b{_with_words_before(best, passages)}s?\b"))
    if owner := _first(passages, _OWNER):
        return owner
    return None


def _with_words_before(name: str, passages: Sequence[Passage]) -> str:
    """A pattern of the name with the proper names that stand before it nearly always ("Norra")."""
    whole = re.escape(name)
    for _ in range(_MOST_WORDS_BEFORE):
        before = re.compile(rf"(?:\b(?P<word>{PROPER}) )?\b{whole}")
        met = Counter(match["word"] for passage in passages for match in before.finditer(passage.text))
        (word, times), *_ = met.most_common(1)
        if word is None or times <= 0.8 * met.total():
            break
        whole = rf"{word} {whole}"
    return whole


def _find_area(name: str, passages: Sequence[Passage], known: Known) -> Passage | None:
    """The place name that stands for all the members: the stem of their name, or "kommunerna på …"."""
    if known.area and (found := _first(passages, re.compile(rf"\b{re.escape(known.area)}\b"))):
        return found
    if stem := _COMPOUND.search(name):
        whole = name[: stem.end("stem")]
        forms = (whole.removesuffix("s"), whole, whole + "e")
        met = [found for form in forms if (found := _first(passages, re.compile(rf"\b{re.escape(form)}\b")))]
        if met:
            return met[0]
    return _first(passages, _THE_AREA, "area")


def _members(
    source: Source, passages: Sequence[Passage], known: Known, stated: int | None
) -> tuple[list[FoundMember], Doubt | None]:
    """The longest list of municipalities, or one as long as the text says that they are many; else, in doubt,
    every name that the text calls a municipality.
    """
    met = {name: _first(passages, re.compile(rf"\b{re.escape(name)}s?\b")) for name in known.members}
    of_known = [FoundMember(passage.part(0, len(name))) for name, passage in met.items() if passage]
    in_text = [[FoundMember(name) for name in names] for names in _lists(source, passages)]
    one_a_line = [[_bare(each, source) for each in found] for found in listed_members(source)]
    counted = [[_bare(each, source) for each in found] for found in counted_members(source)]
    longest = max(
        [*counted, *in_text, *one_a_line], key=lambda each: (len(each) == stated, len(each)), default=[]
    )
    if len(of_known) >= len(longest) and of_known:
        return of_known, None
    if len(longest) >= 3:
        return longest, None
    return [FoundMember(name) for name in _inferred(source, passages)], "inferred"


def _bare(member: FoundMember, source: Source) -> FoundMember:
    return replace(member, name=member.name.part(0, len(_nominative(member.name.text, source))))


def _lists(source: Source, passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    for passage in passages:
        for match in _MEMBER_LIST.finditer(passage.text):
            names = list(_split(passage.of(match, "names"), source))
            if len({name.text for name in names}) == len(names) and all(
                is_place(each.text) for each in names
            ):
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
            known = sum(name.text in found for name in together)
            if len(together) >= 3 and known * 2 >= len(together):
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
