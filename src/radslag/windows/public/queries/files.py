"""The plan as files: what is written, and what writes it."""

from dataclasses import replace

from django.http import Http404

from radslag.domain import action_plan as table
from radslag.domain.plan_document import PlanDocument
from radslag.people.members.models import Cooperation
from radslag.press.editions.queries import in_force
from radslag.press.exchange.writing import COMPARISON_WRITERS, WRITERS, ComparisonWriter, Writer
from radslag.windows.public.queries.site import current_plan
from radslag.work.plans.models import Plan

FILES = {
    "verksamhetsplan": "plan",
    "handlingsplan": "action-plan",
    "kalender": "calendar",
    "budget": "budget",
    "program": "programme",
}


def formats_of(name: str) -> tuple[str, ...]:
    """The formats that the file with that name is written in."""
    return tuple(form for part, form in WRITERS if part == FILES.get(name))


def writer_or_404(name: str, form: str) -> Writer:
    """What writes the file with that name in that format."""
    if writer := WRITERS.get((FILES.get(name, ""), form)):
        return writer
    raise Http404


def comparison_writer_or_404(form: str) -> ComparisonWriter:
    """What writes two plans side by side in that format."""
    if writer := COMPARISON_WRITERS.get(form):
        return writer
    raise Http404


def document_of(plan: Plan) -> PlanDocument:
    """The plan as a document, for those that write files of it."""
    return in_force(plan)


def current_document(cooperation: Cooperation) -> PlanDocument:
    """The current plan as a document."""
    if plan := current_plan(cooperation):
        return in_force(plan)
    raise Http404


def narrowed(document: PlanDocument, selection: table.Selection) -> PlanDocument:
    """The document with only the activities that the selection lets through, in its order."""
    rows = table.select(table.number_rows(document.activities), selection)
    return replace(document, activities=tuple(row.activity for row in rows))
