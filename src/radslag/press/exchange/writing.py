"""Which writer makes what: a part of a plan document in a format, as the bytes of a file."""

from collections.abc import Callable, Mapping

from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import write_plan_json

Writer = Callable[[PlanDocument, str], bytes]

MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}

WRITERS: Mapping[tuple[str, str], Writer] = {
    ("plan", "json"): lambda document, _language: write_plan_json(document),
}
"""By what is written and in which format; a writer takes the document and the language, "sv" or "en"."""
