"""Rows point inwards, and every row belongs to one cooperation."""

from collections import deque
from typing import Any

from django.db.models import ForeignKey, Model

from architecture import house
from radslag.people.members.models import Cooperation


def keys(model: type[Model]) -> dict[ForeignKey[Any, Any], type[Model]]:
    fields = (field for field in model._meta.get_fields() if isinstance(field, ForeignKey))
    return {field: field.remote_field.model for field in fields}


def test_foreign_keys_follow_the_order_of_the_house() -> None:
    order = house.order()
    against = [
        f"{model.__name__}.{key.name} -> {house.context(target)}"
        for model in house.models()
        for key, target in keys(model).items()
        if house.context(target) != house.context(model)
        and order[house.context(target)] >= order[house.context(model)]
    ]
    assert against == []


def leads_to_cooperation(model: type[Model]) -> bool:
    seen, waiting = {model}, deque([model])
    while waiting:
        one = waiting.popleft()
        if one is Cooperation:
            return True
        onwards = {target for key, target in keys(one).items() if not key.null} - seen
        seen |= onwards
        waiting.extend(onwards)
    return False


def test_every_row_belongs_to_a_cooperation() -> None:
    """Below the floor of the members stand people's accounts, and a register that names the cooperation."""
    astray = [
        model.__name__
        for model in house.models()
        if not leads_to_cooperation(model) and not house.context(model).startswith("radslag.ground.")
    ]
    assert astray == []
