"""Rows of the action plan (handlingsplan) that lack an activity or somebody to carry it out."""

from __future__ import annotations

from collections.abc import Iterator

from radslag.domain.findings.texts import quoted
from radslag.domain.plan_document import Activity, Finding, PlanDocument, Responsible

UNKNOWN = "ansvarig i handlingsplanen, men är varken medlem eller ett organ eller nätverk som planen nämner"
UNKNOWN_LEAD = "ledande medlem i handlingsplanen, men är ingen av medlemmarna"


def row_without_activity(document: PlanDocument) -> Iterator[Finding]:
    """A row that has a comment, a time or a responsible but no activity."""
    for number, activity in enumerate(document.activities):
        if not activity.title:
            yield Finding(
                rule="row-without-activity",
                severity="warning",
                message=f"En rad i handlingsplanen saknar aktivitet{_what_it_has(activity)}",
                places=(f"/activities/{number}/comment" if activity.comment else f"/activities/{number}",),
            )


def _what_it_has(activity: Activity) -> str:
    under = f" under delmålet {quoted(activity.subgoals[0])}" if activity.subgoals else ""
    return (
        f"{under}: där står bara kommentaren {quoted(activity.comment)}." if activity.comment else f"{under}."
    )


def activity_without_responsible(document: PlanDocument) -> Iterator[Finding]:
    """An activity that nobody answers for."""
    for number, activity in enumerate(document.activities):
        if activity.title and not activity.responsible:
            yield Finding(
                rule="activity-without-responsible",
                severity="warning",
                message=f"Aktiviteten {quoted(activity.title)} har ingen ansvarig.",
                places=(f"/activities/{number}/title",),
            )


def unknown_responsible(document: PlanDocument) -> Iterator[Finding]:
    """A responsible party, or a member leading it, that is none of the document's bodies and members."""
    bodies = {body.name for body in document.bodies}
    bodies |= {short for body in document.bodies for short in body.abbreviations}
    members = {member.name for member in document.cooperation.members}
    reported: set[str] = set()
    for number, activity in enumerate(document.activities):
        for place, party in enumerate(activity.responsible):
            for name, stands in _unknown(party, bodies, members):
                if name not in reported:
                    reported.add(name)
                    yield Finding(
                        rule="unknown-responsible",
                        severity="warning",
                        message=f"{quoted(name)} står som {stands}.",
                        places=(f"/activities/{number}/responsible/{place}",),
                    )


def _unknown(party: Responsible, bodies: set[str], members: set[str]) -> Iterator[tuple[str, str]]:
    if party.body is not None:
        if party.body not in bodies:
            yield party.body, UNKNOWN
    elif party.member is not None:
        if party.member not in members:
            yield party.member, UNKNOWN
    elif party.text and not _is_proviso(party.text):
        yield party.text, UNKNOWN
    leads = party.leads if party.part is None or not _is_name(party.part) else (*party.leads, party.part)
    for lead in leads:
        if lead not in members:
            yield lead, UNKNOWN_LEAD


def _is_proviso(text: str) -> bool:
    """Whether the text is no name but a condition such as "vid behov övriga nätverk"."""
    return len(text.split()) > 2 and not text[:1].isupper()


def _is_name(part: str) -> bool:
    """Whether what stands in brackets is one word with a capital, as a member's name is."""
    return part.istitle() and part.isalpha()
