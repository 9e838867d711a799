"""The JSON Schema of ``radslag-plan/1``, made from the dataclasses; run as a module it writes it out."""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
from collections.abc import Mapping
from datetime import date, time
from typing import Any, Literal, get_args, get_origin

from radslag.domain import prose
from radslag.domain.money import Money
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import (
    FORMAT,
    LARGEST_INTEGER,
    default_of,
    hints_of,
    is_optional,
    key_of,
    without_none,
)

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{6})?)?$"},
    Money: {"type": "number", "description": "Swedish kronor, at most two decimals"},
    prose.Block: {"$ref": "#/$defs/Block"},
}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that every written plan validates against."""
    definitions: dict[str, Any] = {}
    plan = _record_schema(PlanDocument, definitions)
    plan["properties"] = {"format": {"const": FORMAT}, **plan["properties"]}
    plan["required"] = ["format", *plan["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **plan,
        "$defs": dict(sorted((definitions | _prose_definitions()).items())),
    }


def _record_schema(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = hints_of(record)
    properties, required = {}, []
    for field in dataclasses.fields(record):
        default = default_of(field, hints[field.name])
        properties[key_of(field)] = _value_schema(hints[field.name], definitions)
        if default is dataclasses.MISSING:
            required.append(key_of(field))
        elif isinstance(default, str | bool):
            properties[key_of(field)] |= {"default": default}
    return {
        "description": " ".join(inspect.cleandoc(record.__doc__ or "").split()),
        **_object(properties, required),
    }


def _value_schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if is_optional(hint):
        return {"anyOf": [_value_schema(without_none(hint), definitions), {"type": "null"}]}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return _array(_value_schema(get_args(hint)[0], definitions))
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _value_schema(get_args(hint)[1], definitions)}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = _record_schema(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _prose_definitions() -> dict[str, Any]:
    inlines = _array({"$ref": "#/$defs/Inline"})
    blocks = _array({"$ref": "#/$defs/Block"})
    level = _object({"level": {"type": "integer", "minimum": 1, "maximum": 4}}, ["level"])
    row = _node("tableRow", content=_array(_node("tableCell", content=inlines)))
    return {
        "Block": {
            "description": "A block of running text, as the editor stores it.",
            "oneOf": [
                _node("paragraph", content=inlines),
                _node("heading", attrs=level, content=inlines),
                _node("bulletList", content=_array(_node("listItem", content=blocks))),
                _node("orderedList", content=_array(_node("listItem", content=blocks))),
                _node("table", content=_array(row)),
            ],
        },
        "Inline": {
            "description": "A run of characters, or a note called from the text.",
            "oneOf": [
                {
                    **_node("text", text={"type": "string"}, marks=_array(_mark())),
                    "required": ["type", "text"],
                },
                _node("footnote", attrs=_object({"text": {"type": "string"}}, ["text"])),
            ],
        },
    }


def _mark() -> dict[str, Any]:
    address = {"type": "string", "pattern": "^(https?://|mailto:)"}
    return {
        "oneOf": [_node("bold"), _node("italic"), _node("link", attrs=_object({"href": address}, ["href"]))]
    }


def _node(kind: str, **parts: dict[str, Any]) -> dict[str, Any]:
    return _object({"type": {"const": kind}, **parts}, ["type", *parts])


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def schema_text() -> str:
    """The schema as the file in ``docs/reference/`` holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
