"""Stores governing documents."""

from collections.abc import Sequence

from django.db import transaction

from radslag.decisions.papers.models import GoverningDocument
from radslag.domain import plan_document as domain
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.members.models import Cooperation


@transaction.atomic
def store_documents(
    cooperation: Cooperation, told: Sequence[domain.Document], *, acting_user: User | None
) -> list[GoverningDocument]:
    """The governing documents told of, each kept once, in the order told."""
    kept = [
        GoverningDocument.objects.get_or_create(
            cooperation=cooperation, title=document.title, date=document.date, kind=document.kind
        )[0]
        for document in told
    ]
    enter(
        "documents.stored",
        cooperation.name,
        acting_user=acting_user,
        cooperation_slug=cooperation.slug,
        documents=[document.title for document in kept],
    )
    return kept
