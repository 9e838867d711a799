"""Which reader takes what: any plan file as a plan document."""

from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.encoding import decode
from radslag.press.exchange.plan_json import read_plan_json
from radslag.press.exchange.plan_text import Known, UnreadableError, read_plan_bytes

__all__ = ["Known", "UnreadableError", "decode", "read_plan"]


def read_plan(data: bytes, *, known: Known | None = None) -> PlanDocument:
    """The plan in a file: ``radslag-plan/1`` if it begins as JSON does, else text as copied from a PDF.

    `UnreadableError` or `PlanJsonError`, each one Swedish sentence with the remedy, when there is none.
    """
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return read_plan_json(data) if is_json else read_plan_bytes(data, known=known)
