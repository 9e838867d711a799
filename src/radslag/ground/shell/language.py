"""The language of a page is part of its address."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import translation


class LanguageOfAddress:
    """Let each page speak the language whose addresses it stands under: the instance namespace of its URL."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponseBase], _args: Any, _kwargs: Any
    ) -> None:
        match = request.resolver_match
        spoken = match.namespaces[0] if match and match.namespaces else settings.LANGUAGE_CODE
        known = dict(settings.LANGUAGES)
        translation.activate(spoken if spoken in known else settings.LANGUAGE_CODE)


def address(request: HttpRequest, name: str, *args: object) -> str:
    """The address of the page with that name, in the language that the request came in."""
    match = request.resolver_match
    return reverse(name, args=args, current_app=match.namespace if match else None)
