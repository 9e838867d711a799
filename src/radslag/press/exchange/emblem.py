"""Tells what kind of picture an emblem is by what it holds, and refuses what could do more than be seen."""

from __future__ import annotations

import re
from enum import Enum
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "svg": "image/svg+xml"}
LARGEST_EMBLEM = 200_000

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = re.compile(
    r"svg|g|defs|symbol|use|title|desc|metadata|style|path|rect|circle|ellipse|line|polyline|polygon|text|tspan"
    r"|textPath|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter"
    r"|fe(?:Blend|ColorMatrix|ComponentTransfer|Composite|Flood|Func[ABGR]|GaussianBlur|Merge|MergeNode|Offset)"
)
_INERT = re.compile(
    r"\{http://(?:www\.inkscape\.org/|sodipodi\.sourceforge\.net/|www\.w3\.org/1999/02/22-rdf-syntax-ns#"
    r"|creativecommons\.org/ns#|web\.resource\.org/cc/|purl\.org/dc/elements/1\.1/|ns\.adobe\.com/)"
)
"""What drawing programs note for themselves, and browsers pass over."""
_LEADS_AWAY = re.compile(
    r"url\(\s*[\"']?\s*(?!#)[^)\s]|@import|@font-face|image-set|\\|script:|expression\(", re.IGNORECASE
)
_OTHER_ENCODING = re.compile(r"\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_INSTRUCTION = re.compile(r"<\?(?!xml\s|xpacket\b)", re.IGNORECASE)


class Fault(Enum):
    """Why a file cannot be an emblem."""

    TOO_LARGE = "larger than 200 kB"
    NO_PICTURE = "not PNG, JPEG, WebP or SVG"
    DOES_MORE = "SVG that does more than be seen"


class NotAnEmblemError(ValueError):
    """The file cannot be an emblem."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def form_of(data: bytes) -> str:
    """The kind of the picture, as a file's name would end: png, jpg, webp or svg."""
    if len(data) > LARGEST_EMBLEM:
        raise NotAnEmblemError(Fault.TOO_LARGE)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    _require_plain_svg(data)
    return "svg"


def _require_plain_svg(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
        root: Element = fromstring(text.encode())
    except DefusedXmlException as error:
        raise NotAnEmblemError(Fault.DOES_MORE) from error
    except (ValueError, ParseError) as error:
        raise NotAnEmblemError(Fault.NO_PICTURE) from error
    if root.tag != f"{_SVG}svg":
        raise NotAnEmblemError(Fault.NO_PICTURE)
    if _OTHER_ENCODING.match(text) or _INSTRUCTION.search(text) or any(map(_does_more, root.iter())):
        raise NotAnEmblemError(Fault.DOES_MORE)


def _does_more(element: Element) -> bool:
    namespace, drawn = element.tag[: len(_SVG)], element.tag[len(_SVG) :]
    if not (namespace == _SVG and _DRAWN.fullmatch(drawn)) and not _INERT.match(element.tag):
        return True
    styled = element.tag == f"{_SVG}style" and _LEADS_AWAY.search(element.text or "")
    return bool(styled) or any(_attribute_does_more(name, value) for name, value in element.attrib.items())


def _attribute_does_more(name: str, value: str) -> bool:
    if _INERT.match(name):
        return False
    local = name.rpartition("}")[2].casefold()
    if local == "href":
        return not value.strip().startswith("#")
    return local.startswith("on") or local == "base" or bool(_LEADS_AWAY.search(value))
