"""Plan documents of every shape the dataclasses allow, for property tests of readers and writers."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from radslag.domain import prose
from radslag.domain.money import Money
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import LARGEST_INTEGER

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
sums = st.integers(-(10**14), 10**14).map(Money)
clocks = st.times().map(lambda clock: clock.replace(microsecond=0))

_inlines = st.lists(
    st.builds(
        prose.Text,
        texts,
        st.sampled_from([(), ("bold",), ("italic",), ("bold", "italic")]),
        st.sampled_from([None, "https://exempel.se/a?b=c#d", "mailto:a@exempel.se"]),
    )
    | st.builds(prose.Footnote, texts),
    max_size=3,
).map(tuple)
_leaves = (
    st.builds(prose.Paragraph, _inlines)
    | st.builds(prose.Heading, st.integers(1, 4), _inlines)
    | st.builds(prose.Table, st.lists(st.lists(_inlines, max_size=2).map(tuple), max_size=2).map(tuple))
)
blocks = st.recursive(
    _leaves,
    lambda inner: st.builds(
        prose.ListBlock,
        st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(tuple),
        st.booleans(),
    ),
    max_leaves=3,
)

_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(-LARGEST_INTEGER, LARGEST_INTEGER),
    bool: st.booleans(),
    date: st.dates(),
    time: clocks,
    Money: sums,
    type(None): st.none(),
    prose.Block: blocks,
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type that fields of the plan document have."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    arguments = get_args(hint)
    match get_origin(hint):
        case None:
            return records(hint)
        case origin if origin is Literal:
            return st.sampled_from(arguments)
        case types.UnionType | typing.Union:
            return st.one_of(*map(values, arguments))
        case origin if origin is tuple:
            return st.lists(values(arguments[0]), max_size=2).map(tuple)
        case origin if origin is Mapping:
            return st.dictionaries(texts, values(arguments[1]), max_size=2)
    raise TypeError(f"no strategy for {hint}")


@cache
def records(record: type) -> st.SearchStrategy[Any]:
    """Records of a dataclass, every field drawn, also those with a default."""
    hints = get_type_hints(record)
    fields = {field.name: values(hints[field.name]) for field in dataclasses.fields(record)}
    return st.builds(record, **fields)


plan_documents: st.SearchStrategy[PlanDocument] = records(PlanDocument)
