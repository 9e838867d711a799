"""Rows point inwards, and every row belongs to one cooperation."""

from collections import deque

from django.db.models import ForeignKey, Model
from django.db.models.fields import Field

from architecture import house
from radslag.people.members.models import Cooperation


def keys(model: type[Model]) -> list[Field]:
    return [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]


def test_foreign_keys_follow_the_order_of_the_house() -> None:
    order = house.order()
    against = [
        f"{model.__name__}.{key.name} -> {house.context(key.related_model)}"
        for model in house.models()
        for key in keys(model)
        if key.related_model.__module__.startswith("radslag.")
        and house.context(key.related_model) != house.context(model)
        and order[house.context(key.related_model)] >= order[house.context(model)]
    ]
    assert against == []


def leads_to_cooperation(model: type[Model]) -> bool:
    seen, waiting = {model}, deque([model])
    while waiting:
        one = waiting.popleft()
        if one is Cooperation:
            return True
        onwards = {key.related_model for key in keys(one) if not key.null} - seen
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
