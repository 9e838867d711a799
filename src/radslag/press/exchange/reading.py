"""Which reader takes what: any plan file as a plan document."""

import re

from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.encoding import NotTextError, decode
from radslag.press.exchange.plan_json import read_plan_json
from radslag.press.exchange.plan_text import Known, UnreadableError, read_plan_text

__all__ = ["Known", "UnreadableError", "decode", "read_plan"]

_JSON = re.compile(r"\s*\{\s*(?:[\"}]|\Z)")


def read_plan(data: bytes, *, known: Known | None = None) -> PlanDocument:
    """The plan in a file: ``radslag-plan/1`` if it begins as JSON does, else text as copied from a PDF.

    `UnreadableError` or `PlanJsonError`, each one Swedish sentence with the remedy, when there is none.
    """
    try:
        text = decode(data)
    except NotTextError as error:
        raise UnreadableError(str(error)) from error
    return read_plan_json(text.encode()) if _JSON.match(text) else read_plan_text(text, known=known)
