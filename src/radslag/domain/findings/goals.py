"""Goals and sub-goals that say different things in different places, or that nothing serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from radslag.domain.findings.spelling import misspellings
from radslag.domain.findings.texts import quoted
from radslag.domain.goal_tree import goal_tree, wording_key
from radslag.domain.plan_document import Finding, PlanDocument
from radslag.domain.swedish import join_words


def goal_worded_differently(document: PlanDocument) -> Iterator[Finding]:
    """The overall goal, a goal or a sub-goal has more than one wording in the document."""
    programme = document.programme
    if programme is None:
        return
    overall = (programme.overall_goal, programme.overall_goal_variants)
    wordings = [("/programme", "overall_goal", "Det övergripande målet", *overall)]
    for number, area in enumerate(programme.focus_areas):
        pointer = f"/programme/focus_areas/{number}"
        wordings.append((pointer, "goal", f"Målet för {area.name.lower()}", area.goal, area.goal_variants))
        wordings += [
            (f"{pointer}/subgoals/{place}", "title", "Ett delmål", subgoal.title, subgoal.variants)
            for place, subgoal in enumerate(area.subgoals)
        ]
    slips = {slip.written.lower(): slip.meant.lower() for slip in misspellings(document)}
    for pointer, field, what, wording, variants in wordings:
        others = _other_wordings(wording or "", variants, slips)
        if wording and others:
            yield _worded_differently(pointer, field, what, (wording, *(variants[n] for n in others)), others)


def _other_wordings(wording: str, variants: Sequence[str], slips: dict[str, str]) -> list[int]:
    known = {wording_key(wording), ""}
    others = []
    for number, variant in enumerate(variants):
        key = re.sub(r"\w+", lambda word: slips.get(word[0], word[0]), wording_key(variant))
        if key not in known:
            others.append(number)
        known.add(key)
    return others


def _worded_differently(
    pointer: str, field: str, what: str, wordings: Sequence[str], variants: Sequence[int]
) -> Finding:
    listed = "variants" if field == "title" else f"{field}_variants"
    return Finding(
        rule="subgoal-worded-differently" if field == "title" else "goal-worded-differently",
        severity="warning",
        message=f"{what} lyder olika på olika ställen: {join_words([quoted(text) for text in wordings])}.",
        places=(f"{pointer}/{field}", *(f"{pointer}/{listed}/{number}" for number in variants)),
    )


def subgoal_without_activity(document: PlanDocument) -> Iterator[Finding]:
    """A sub-goal that no row of the action plan serves."""
    if not document.activities:
        return
    for node in goal_tree(document).subgoals_without_rows():
        yield Finding(
            rule="subgoal-without-activity",
            severity="warning",
            message=f"Delmålet {quoted(node.subgoal.title)} har ingen aktivitet i handlingsplanen.",
            places=(f"{node.pointer}/title",),
        )


def subgoals_run_together(document: PlanDocument) -> Iterator[Finding]:
    """Sub-goals that the action plan only ever names together, so that neither has activities of its own."""
    named = [activity.subgoals for activity in document.activities]
    alone = {wording_key(subgoals[0]) for subgoals in named if len(subgoals) == 1}
    for subgoals in dict.fromkeys(named):
        if len(subgoals) > 1 and not any(wording_key(title) in alone for title in subgoals):
            rows = [number for number, others in enumerate(named) if others == subgoals]
            yield Finding(
                rule="subgoals-run-together",
                severity="notice",
                message=f"Delmålen {join_words([quoted(title) for title in subgoals])} står i samma ruta i "
                "handlingsplanen, så det framgår inte vilket av dem aktiviteterna hör till.",
                places=tuple(f"/activities/{number}/subgoals" for number in rows),
            )
