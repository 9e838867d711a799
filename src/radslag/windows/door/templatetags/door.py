"""`{% load door %}`: what the pages of the door hand to their script."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(value: dict[str, Any]) -> str:
    """`data-options="{{ options|as_json }}"` what a passkey is asked with, for the script to read."""
    return json.dumps(value, cls=DjangoJSONEncoder)
