"""A page in the cooperation's frame."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from radslag.windows.frame import frame_of


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The template in the frame of the context's cooperation."""
    return render(request, template, framed(request, context), status=status)


def framed(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context with the frame of its cooperation, whose menu leads to its plan."""
    cooperation, plan = context["cooperation"], context["plan"]
    frame = frame_of(request, cooperation, plan.year if plan else None)
    return {"frame": frame, **context}
