"""A plan document as JSON and back: the exchange form ``radslag-plan/1``.

The form follows the dataclasses of `radslag.domain.plan_document`: a key is a field's name without a closing
underscore, so a field added there is carried here at once. A value that is empty (null, false, no items) and
what its field would be anyway is left out; the fingerprint of a frozen plan then survives the addition.
Sums are kronor, dates and times ISO 8601, prose the editor's JSON.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from radslag.domain import prose
from radslag.domain.money import ORE_PER_KRONA, Money
from radslag.domain.plan_document import PlanDocument

FORMAT = "radslag-plan/1"
ABOUT_THE_READING = ("places", "unread", "furniture", "reading", "findings")
LARGEST_WITH_ORE = 10**13
"""Sums below this many kronor keep their öre exactly, whatever JSON reader they pass."""

LARGEST_INTEGER = 10**20
"""Nothing that a plan counts is more, and numbers without end take time without end to write."""

_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")

Record = TypeVar("Record")


class PlanJsonError(ValueError):
    """The JSON is no plan: `pointer` (RFC 6901) is where, the message a Swedish sentence with the remedy."""

    def __init__(self, pointer: str, message: str) -> None:
        super().__init__(message)
        self.pointer = pointer


def to_json(document: PlanDocument) -> dict[str, Any]:
    """The document as plain JSON values; `from_json` of it gives an equal document back.

    Whole kronor become integers, sums with öre floats: exact below `LARGEST_WITH_ORE`.
    """
    return {"format": FORMAT, **_record_to_json(document)}


def from_json(data: object) -> PlanDocument:
    """The document that `data` tells of; `PlanJsonError` at the first value that does not fit."""
    if not isinstance(data, dict):
        raise _misfit("", "ett objekt", data)
    if data.get("format") != FORMAT:
        raise _misfit("/format", f"”{FORMAT}”", data.get("format"))
    _refuse_no_characters(data, "")
    fields = {key: value for key, value in data.items() if key != "format"}
    return _record_from_json(PlanDocument, fields, "")


def write_plan_json(document: PlanDocument) -> bytes:
    """The document as indented UTF-8; equal documents give equal bytes."""
    return (json.dumps(to_json(document), ensure_ascii=False, indent=2) + "\n").encode()


def read_plan_json(data: bytes) -> PlanDocument:
    """The document in a file written by `write_plan_json` or by hand; `PlanJsonError` if it is none."""
    try:
        values = json.loads(
            data, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_object_of_pairs
        )
        return from_json(values)
    except PlanJsonError:
        raise
    except json.JSONDecodeError as error:
        message = f"Filen är inte giltig JSON från rad {error.lineno}, tecken {error.colno}; rätta den där."
        raise PlanJsonError("", message) from error
    except (ValueError, RecursionError) as error:
        raise PlanJsonError("", "Filen går inte att läsa som JSON; spara den på nytt i UTF-8.") from error


def canonical(document: PlanDocument) -> bytes:
    """What the plan says, in one form only: sorted keys, no space, nothing about how it was read."""
    said = {key: value for key, value in to_json(document).items() if key not in ABOUT_THE_READING}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(document: PlanDocument) -> str:
    """SHA-256 of the canonical form, in hex: what a decision freezes."""
    return hashlib.sha256(canonical(document)).hexdigest()


def key_of(field: dataclasses.Field[Any]) -> str:
    """The key a field has in JSON: ``from_`` is ``from``."""
    return field.name.removesuffix("_")


hints_of: Callable[[type], Mapping[str, Any]] = cache(get_type_hints)
"""The types of a dataclass's fields, by field name."""


def is_optional(hint: object) -> bool:
    """Whether None is one of the values of the type."""
    return get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)


def without_none(hint: object) -> Any:
    """The type that is left of ``X | None``."""
    return next(kind for kind in get_args(hint) if kind is not NoneType)


def default_of(field: dataclasses.Field[Any], hint: object) -> Any:
    """What the field is when nothing is said; `dataclasses.MISSING` when it must be said."""
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if is_optional(hint) else dataclasses.MISSING


def _record_to_json(record: Any) -> dict[str, Any]:
    hints = hints_of(type(record))
    result = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        written = _value_to_json(value)
        if written or value != default_of(field, hints[field.name]):
            result[key_of(field)] = written
    return result


def _value_to_json(value: Any) -> Any:
    written: Any = value
    match value:
        case Money():
            written = _kronor_to_json(value)
        case date():
            written = value.isoformat()
        case time():
            written = value.isoformat().removesuffix(":00")
        case Mapping():
            written = {key: _value_to_json(value[key]) for key in sorted(value)}
        case tuple():
            written = [_value_to_json(item) for item in value]
        case prose.Paragraph() | prose.Heading() | prose.ListBlock() | prose.Table():
            written = prose.to_json([value])[0]
        case _ if dataclasses.is_dataclass(value):
            written = _record_to_json(value)
    return written


def _kronor_to_json(money: Money) -> int | float:
    kronor = money.kronor
    return int(kronor) if kronor == kronor.to_integral_value() else float(kronor)


def _record_from_json(record: type[Record], data: object, pointer: str) -> Record:
    if not isinstance(data, dict):
        raise _misfit(pointer, "ett objekt", data)
    hints = hints_of(record)
    fields = {key_of(field): field for field in dataclasses.fields(record)}  # type: ignore[arg-type]
    for key in data:
        if key not in fields:
            _refuse_key(f"{pointer}/{_escaped(key)}")
    values = {}
    for key, field in fields.items():
        if key in data:
            values[field.name] = _value_from_json(hints[field.name], data[key], f"{pointer}/{key}")
        elif (default := default_of(field, hints[field.name])) is not dataclasses.MISSING:
            values[field.name] = default
        else:
            raise PlanJsonError(f"{pointer}/{key}", f"Fältet {pointer}/{key} saknas; lägg till det.")
    return record(**values)


def _value_from_json(hint: Any, data: object, pointer: str) -> Any:
    if hint == prose.Block:
        return _block_from_json(data, pointer)
    if is_optional(hint):
        return None if data is None else _value_from_json(without_none(hint), data, pointer)
    if get_origin(hint) in _GENERICS:
        return _GENERICS[get_origin(hint)](get_args(hint), data, pointer)
    if hint in _SCALARS:
        return _SCALARS[hint](data, pointer)
    return _record_from_json(hint, data, pointer)


def _block_from_json(data: object, pointer: str) -> prose.Block:
    try:
        return prose.from_json([data])[0]
    except prose.ProseError as error:
        message = f"Stycket vid {pointer} är inte text, rubrik, lista eller tabell i rätt form; rätta det."
        raise PlanJsonError(pointer, message) from error


def _choice_from_json(choices: tuple[str, ...], data: object, pointer: str) -> str:
    if isinstance(data, str) and data in choices:
        return data
    raise _misfit(pointer, "ett av " + ", ".join(choices), data)


def _items_from_json(kinds: tuple[Any, ...], data: object, pointer: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise _misfit(pointer, "en lista", data)
    return tuple(_value_from_json(kinds[0], item, f"{pointer}/{number}") for number, item in enumerate(data))


def _mapping_from_json(kinds: tuple[Any, ...], data: object, pointer: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise _misfit(pointer, "ett objekt", data)
    return {
        key: _value_from_json(kinds[1], value, f"{pointer}/{_escaped(key)}") for key, value in data.items()
    }


def _refuse_no_characters(data: object, pointer: str) -> None:
    """Refuse, wherever they stand, NUL and the halves of characters, which no file or database takes."""
    match data:
        case str() if _NO_CHARACTER.search(data):
            raise _misfit(pointer, "en text", data)
        case list():
            for number, item in enumerate(data):
                _refuse_no_characters(item, f"{pointer}/{number}")
        case dict():
            for key, value in data.items():
                _refuse_no_characters(key, pointer)
                _refuse_no_characters(value, f"{pointer}/{_escaped(key)}")


def _text_from_json(data: object, pointer: str) -> str:
    if isinstance(data, str):
        return data
    raise _misfit(pointer, "en text", data)


def _integer_from_json(data: object, pointer: str) -> int:
    if isinstance(data, int) and not isinstance(data, bool) and abs(data) <= LARGEST_INTEGER:
        return data
    raise _misfit(pointer, "ett heltal av rimlig storlek", data)


def _flag_from_json(data: object, pointer: str) -> bool:
    if isinstance(data, bool):
        return data
    raise _misfit(pointer, "true eller false", data)


def _date_from_json(data: object, pointer: str) -> date:
    try:
        if isinstance(data, str) and (day := date.fromisoformat(data)).isoformat() == data:
            return day
    except ValueError:
        pass
    raise _misfit(pointer, "ett datum som 2021-01-14", data)


def _time_from_json(data: object, pointer: str) -> time:
    try:
        if isinstance(data, str) and ":" in data and (clock := time.fromisoformat(data)).tzinfo is None:
            return clock
    except ValueError:
        pass
    raise _misfit(pointer, "ett klockslag som 13:00", data)


def _money_from_json(data: object, pointer: str) -> Money:
    if isinstance(data, int) and not isinstance(data, bool):
        return Money(data * ORE_PER_KRONA)
    kronor = Decimal(repr(data)) if isinstance(data, float) else data
    if isinstance(kronor, Decimal) and -LARGEST_WITH_ORE < kronor < LARGEST_WITH_ORE:
        rounded = round(kronor, 2)
        if rounded == kronor:
            return Money.from_kronor(rounded)
    raise _misfit(pointer, "en summa i kronor med högst två decimaler", data)


_GENERICS: dict[Any, Callable[[tuple[Any, ...], object, str], Any]] = {
    Literal: _choice_from_json,
    tuple: _items_from_json,
    Mapping: _mapping_from_json,
}
_SCALARS: dict[type, Callable[[object, str], Any]] = {
    str: _text_from_json,
    int: _integer_from_json,
    bool: _flag_from_json,
    date: _date_from_json,
    time: _time_from_json,
    Money: _money_from_json,
}


def _misfit(pointer: str, expected: str, found: object) -> PlanJsonError:
    text = str(found) if isinstance(found, Decimal) else json.dumps(found, ensure_ascii=False, default=str)
    shown = (text if len(text) <= 40 else text[:39] + "…").encode(errors="backslashreplace").decode()
    where = f"Värdet vid {pointer}" if pointer else "Filens innehåll"
    return PlanJsonError(pointer, f"{where} ska vara {expected}, men är {shown}; rätta det.")


def _refuse_key(pointer: str) -> NoReturn:
    message = f"Fältet {pointer} finns inte i {FORMAT}; ta bort det eller rätta stavningen."
    raise PlanJsonError(pointer, message)


def _refuse_constant(name: str) -> NoReturn:
    raise PlanJsonError("", f"Filen innehåller {name}, som inte är ett tal; skriv ett tal där.")


def _object_of_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise PlanJsonError("", f"Fältet ”{twice}” står två gånger i samma objekt; ta bort det ena.")
    return result


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
