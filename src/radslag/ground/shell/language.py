"""The language of a page is part of its address: `/cooperation/page/`, `/cooperation/en/page/`.

Pages of a cooperation stand under two namespaces, `sv` and `en`, the others once, after `in_language`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import ResolverMatch, URLPattern, URLResolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation


@dataclass(frozen=True)
class Edition:
    """The page in one of the languages: where it is, what the language calls itself."""

    code: str
    name: str
    url: str
    current: bool


class LanguageOfAddress:
    """Let each page speak the language of its address, also when there is no page at the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        spoken = language_of(request.path_info)
        with translation.override(spoken):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", spoken)
        return response


def language_of(path: str) -> str:
    """The language named second in the path, or else the first of the installation."""
    named = [*path.split("/"), "", ""][2]
    return named if named in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def spoken() -> Literal["sv", "en"]:
    """The language of the page, for what knows Swedish and takes all else for English."""
    return "sv" if (translation.get_language() or "sv").startswith("sv") else "en"


def in_language(patterns: list[URLPattern | URLResolver]) -> URLResolver:
    """The patterns with `en/` before them on English pages, so that one name leads to both."""
    return URLResolver(LocalePrefixPattern(prefix_default_language=False), patterns)


def editions(request: HttpRequest) -> list[Edition]:
    """The page asked for, in every language; empty when it has no address of its own."""
    match = request.resolver_match
    if match is None or not match.url_name:
        return []
    spoken, query = translation.get_language(), _query(request)
    addresses = {code: _address(match, code) for code, _ in settings.LANGUAGES}
    if len(set(addresses.values())) == 1:
        return []
    return [Edition(code, name, addresses[code] + query, code == spoken) for code, name in settings.LANGUAGES]


def address(request: HttpRequest, name: str, *args: object) -> str:
    """The address of another page, in the language of this one."""
    match = request.resolver_match
    return reverse(name, args=args, current_app=(match.namespace if match else None) or spoken())


def _address(match: ResolverMatch, code: str) -> str:
    name = ":".join([*match.app_names, match.url_name or ""])
    inside = ":".join([code, *match.namespaces[1:]]) if match.namespaces else None
    with translation.override(code):
        return reverse(name, args=match.args, kwargs=match.kwargs, current_app=inside)


def _query(request: HttpRequest) -> str:
    asked = request.META.get("QUERY_STRING", "")
    return f"?{asked}" if asked else ""
