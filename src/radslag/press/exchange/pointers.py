"""Values of a JSON document by their pointer (RFC 6901)."""

from __future__ import annotations

import copy
import re
from typing import Any

_POSITION = re.compile(r"0|[1-9][0-9]{0,8}")


def value_at(data: Any, pointer: str) -> Any:
    """The value the pointer names, None where there is none."""
    for key in _keys(pointer):
        if isinstance(data, list) and _is_position(key, data):
            data = data[int(key)]
        elif isinstance(data, dict):
            data = data.get(key)
        else:
            return None
    return data


def with_value(data: Any, pointer: str, value: Any) -> Any:
    """A copy of `data` with the value put where the pointer says, or taken away if it is None.

    Objects on the way are made when missing; `KeyError` if the pointer runs past a list or into a value.
    """
    changed = copy.deepcopy(data)
    *way, last = _keys(pointer) or [""]
    holder = changed
    for key in way:
        holder = _item(holder, key)
    if isinstance(holder, list):
        _item(holder, last)
        holder[int(last)] = value
    elif not isinstance(holder, dict):
        raise KeyError(pointer)
    elif value is None:
        holder.pop(last, None)
    else:
        holder[last] = value
    return changed


def _item(holder: Any, key: str) -> Any:
    if isinstance(holder, list) and _is_position(key, holder):
        return holder[int(key)]
    if isinstance(holder, dict):
        return holder.setdefault(key, {})
    raise KeyError(key)


def _is_position(key: str, items: list[Any]) -> bool:
    return _POSITION.fullmatch(key) is not None and int(key) < len(items)


def _keys(pointer: str) -> list[str]:
    return [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]
