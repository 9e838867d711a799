"""What does not add up in a plan document: each rule a pure function, all of them in one tuple.

A rule takes the document and yields what it found; it never raises and changes nothing. To add one, write
it in the module of its noun and name it in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from radslag.domain.findings import (
    abbreviations,
    activities,
    changes,
    counts,
    goals,
    meetings,
    missing,
    money,
    names,
    units,
    words,
)
from radslag.domain.plan_document import Finding, PlanDocument

Rule = Callable[[PlanDocument], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    money.fee_differs_from_income,
    money.populations_differ_from_total,
    money.lines_differ_from_total,
    money.budget_not_balanced,
    meetings.weekday_differs,
    meetings.weekday_differs_in_prose,
    meetings.meeting_ends_before_start,
    meetings.meetings_overlap,
    meetings.meeting_outside_year,
    meetings.meeting_on_free_day,
    meetings.meeting_count_differs,
    counts.member_count_differs,
    goals.goal_worded_differently,
    goals.subgoal_without_activity,
    goals.subgoals_run_together,
    activities.row_without_activity,
    activities.activity_without_responsible,
    activities.unknown_responsible,
    changes.abolished_but_described,
    changes.conference_not_in_plan,
    units.said_differently,
    abbreviations.abbreviation_for_two_things,
    abbreviations.abbreviation_unexplained,
    names.names_nearly_alike,
    names.name_written_apart,
    words.misspelt_word,
    words.doubled_word,
    words.phrase_said_twice,
    missing.missing_parts,
    missing.unread_lines,
)
_GRAVITY = {"error": 0, "warning": 1, "notice": 2}


def check(document: PlanDocument) -> tuple[Finding, ...]:
    """Everything that does not add up, the gravest first, otherwise in the order of `RULES`."""
    findings = [finding for rule in RULES for finding in rule(document)]
    return tuple(sorted(findings, key=lambda finding: _GRAVITY[finding.severity]))
