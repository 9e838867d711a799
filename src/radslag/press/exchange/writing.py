"""Which writer makes what: a part of a plan document in a format, as the bytes of a file."""

from collections.abc import Callable, Mapping

from radslag.domain.colours import readable
from radslag.domain.comparison import Comparison
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.calendar_feed import write_calendar_feed
from radslag.press.exchange.comparison_sheet import comparison_sheet
from radslag.press.exchange.plan_json import fingerprint, write_plan_json
from radslag.press.exchange.plan_pdf import Theme, write_plan_pdf
from radslag.press.exchange.plan_sheet import (
    Sheet,
    action_plan_sheet,
    budget_sheet,
    calendar_sheet,
    write_csv,
    write_xlsx,
)
from radslag.press.exchange.words import Language

Writer = Callable[[PlanDocument, Language, str], bytes]
ComparisonWriter = Callable[[Comparison, Language], bytes]
SheetMaker = Callable[[PlanDocument, Language], Sheet]

MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}


def _csv(make: SheetMaker) -> Writer:
    return lambda document, language, _accent: write_csv(make(document, language))


def _xlsx(*makers: SheetMaker) -> Writer:
    def write(document: PlanDocument, language: Language, _accent: str) -> bytes:
        sheets = [make(document, language) for make in makers]
        return write_xlsx(sheets, title=document.title, dated=document.decided)

    return write


def _pdf(document: PlanDocument, language: Language, accent: str) -> bytes:
    seal = fingerprint(document) if document.decided else None
    return write_plan_pdf(document, language=language, theme=Theme(accent=readable(accent)), fingerprint=seal)


WRITERS: Mapping[tuple[str, str], Writer] = {
    ("plan", "pdf"): _pdf,
    ("plan", "json"): lambda document, _language, _accent: write_plan_json(document),
    ("plan", "xlsx"): _xlsx(action_plan_sheet, calendar_sheet, budget_sheet),
    ("action-plan", "csv"): _csv(action_plan_sheet),
    ("action-plan", "xlsx"): _xlsx(action_plan_sheet),
    ("calendar", "csv"): _csv(calendar_sheet),
    ("calendar", "xlsx"): _xlsx(calendar_sheet),
    ("calendar", "ics"): lambda document, language, _accent: write_calendar_feed(document, language=language),
    ("budget", "csv"): _csv(budget_sheet),
    ("budget", "xlsx"): _xlsx(budget_sheet),
}
"""By what is written and in which format.

A writer takes the document, the language, "sv" or "en", and the cooperation's colour as #rrggbb, "" for none.
"""


def _comparison_xlsx(comparison: Comparison, language: Language) -> bytes:
    title = f"{comparison.before.title} – {comparison.after.title}"
    return write_xlsx([comparison_sheet(comparison, language)], title=title, dated=comparison.after.decided)


COMPARISON_WRITERS: Mapping[str, ComparisonWriter] = {
    "csv": lambda comparison, language: write_csv(comparison_sheet(comparison, language)),
    "xlsx": _comparison_xlsx,
}
"""What writes two plans side by side, by format."""
