"""Parts that a plan should have and this one lacks, and lines of the source that nobody understood."""

from __future__ import annotations

from collections.abc import Iterator

from radslag.domain.plan_document import Finding, PlanDocument
from radslag.domain.swedish import number_word


def missing_parts(document: PlanDocument) -> Iterator[Finding]:
    """The plan has no year, members, action plan, calendar or budget."""
    budget = document.budget
    parts = (
        ("year", "/year", "Planens år framgår inte.", document.year is not None),
        ("members", "/cooperation/members", "Planen nämner inga medlemmar.", document.cooperation.members),
        ("activities", "/activities", "Planen har ingen handlingsplan.", document.activities),
        ("meetings", "/meetings", "Planen har inga mötesdatum.", document.meetings),
        (
            "budget",
            "/budget",
            "Planen har ingen budget.",
            budget and (budget.income or budget.costs or budget.fee),
        ),
    )
    for name, pointer, message, present in parts:
        if not present:
            yield Finding(rule=f"missing-{name}", severity="warning", message=message, places=(pointer,))


def unread_lines(document: PlanDocument) -> Iterator[Finding]:
    """Lines of the source that the reader could not place."""
    count = len(document.unread)
    if count:
        lines = "Ett stycke" if count == 1 else f"{number_word(count).capitalize()} stycken"
        yield Finding(
            rule="unread-lines",
            severity="notice",
            message=f"{lines} i källan kunde inte tolkas och finns bara som text.",
            places=tuple(f"/unread/{number}" for number in range(count)),
        )
