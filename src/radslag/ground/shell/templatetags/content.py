"""`{% load content %}`: what was written by people – its language, and its running text."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from radslag.domain.prose import Block, from_json
from radslag.ground.shell.prose_html import prose_html

register = template.Library()


@register.simple_tag
def lang(language: str = "sv") -> SafeString:
    """`<td{% lang plan.language %}>` says so when the words are in another language than the page's."""
    spoken = (get_language() or "sv").split("-")[0]
    if not language or language == spoken:
        return SafeString("")
    return format_html(' lang="{}"', language)


@register.filter
def breakable(text: str) -> SafeString:
    """`{{ title|breakable }}` may be broken into lines after its strokes: Möten/Webb/Utredningar."""
    return format_html_join(mark_safe("/<wbr>"), "{}", ((part,) for part in text.split("/")))


@register.simple_tag
def prose(blocks: Sequence[Block], level: int = 3, key: str = "text") -> SafeString:
    """`{% prose section.blocks level=3 key="section-1" %}` the blocks as HTML."""
    return prose_html(blocks, level, key)


@register.simple_tag
def written(words: str, level: int = 3, key: str = "text") -> SafeString:
    """`{% written words %}` prose as it is stored, a JSON text, as HTML."""
    return prose_html(from_json(json.loads(words or "[]")), level, key)


@register.simple_tag
def ticked(
    words: str, groups: Sequence[tuple[str, Sequence[str]]]
) -> list[tuple[str, list[tuple[str, bool]]]]:
    """`{% ticked words groups as told %}` every line there is, and whether it is among the words.

    First those of the words that are in no group.
    """
    chosen = (words or "").splitlines()
    known = {line for _name, lines in groups for line in lines}
    others = [(line, True) for line in chosen if line and line not in known]
    return [("", others), *((name, [(line, line in chosen) for line in lines]) for name, lines in groups)]
