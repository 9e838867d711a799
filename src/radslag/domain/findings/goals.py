"""Goals and sub-goals that say different things in different places, or that nothing serves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from radslag.domain.findings.spelling import misspellings
from radslag.domain.findings.texts import quoted
from radslag.domain.goal_tree import goal_tree, wording_key
from radslag.domain.plan_document import Finding, PlanDocument, Programme
from radslag.domain.swedish import join_words


class _Goal(NamedTuple):
    """A goal of some kind: where its wording stands, where the others do, and what it is called."""

    pointer: str
    variants_pointer: str
    called: str
    wording: str | None
    variants: tuple[str, ...]


def goal_worded_differently(document: PlanDocument) -> Iterator[Finding]:
    """The overall goal, a goal or a sub-goal has more than one wording in the document.

    A wording that is only misspelt is no other wording.
    """
    slips = {slip.written.lower(): slip.meant.lower() for slip in misspellings(document)}
    for goal in _goals(document.programme) if document.programme else ():
        others = _other_wordings(goal, slips)
        if goal.wording and others:
            wordings = [quoted(text) for text in (goal.wording, *(goal.variants[n] for n in others))]
            yield Finding(
                rule="subgoal-worded-differently"
                if "/subgoals/" in goal.pointer
                else "goal-worded-differently",
                severity="warning",
                message=f"{goal.called} lyder olika på olika ställen: {join_words(wordings)}.",
                places=(goal.pointer, *(f"{goal.variants_pointer}/{number}" for number in others)),
            )


def _goals(programme: Programme) -> Iterator[_Goal]:
    top = "/programme/overall_goal"
    overall = (programme.overall_goal, programme.overall_goal_variants)
    yield _Goal(top, f"{top}_variants", "Det övergripande målet", *overall)
    for number, area in enumerate(programme.focus_areas):
        own = f"/programme/focus_areas/{number}"
        called = f"Målet för {area.name.lower()}"
        yield _Goal(f"{own}/goal", f"{own}/goal_variants", called, area.goal, area.goal_variants)
        for place, subgoal in enumerate(area.subgoals):
            sub = f"{own}/subgoals/{place}"
            yield _Goal(f"{sub}/title", f"{sub}/variants", "Ett delmål", subgoal.title, subgoal.variants)


def _other_wordings(goal: _Goal, slips: dict[str, str]) -> list[int]:
    known = {wording_key(goal.wording or ""), ""}
    others = []
    for number, variant in enumerate(goal.variants):
        key = re.sub(r"\w+", lambda word: slips.get(word[0], word[0]), wording_key(variant))
        if key not in known:
            others.append(number)
        known.add(key)
    return others


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
