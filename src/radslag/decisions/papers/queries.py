"""Named questions about governing documents."""

from django.db.models import Q

from radslag.decisions.papers.models import GoverningDocument
from radslag.domain import plan_document as domain
from radslag.people.members.models import Cooperation


def documents_of(cooperation: Cooperation, *, but: Q) -> list[GoverningDocument]:
    """The governing documents of the cooperation `but` some, the newest first, undated last."""
    return sorted(
        cooperation.documents.filter(~but),
        key=lambda document: (document.date is None, -(document.date.toordinal() if document.date else 0)),
    )


def told_document(document: GoverningDocument) -> domain.Document:
    """The document as a plan document tells it."""
    return domain.Document(title=document.title, date=document.date, kind=document.kind)  # type: ignore[arg-type]
