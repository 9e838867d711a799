import re
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from radslag.domain.findings import check
from radslag.domain.money import Money
from radslag.domain.prose import plain_text
from radslag.example import load_example
from radslag.press.exchange.plan_json import read_plan_json, to_json, write_plan_json
from radslag.press.exchange.plan_schema import json_schema

FOUNDING_DOCUMENT = Path(__file__).parents[3] / "shared/source/verksamhetsplan-2021.txt"
EXAMPLE = load_example()


def test_it_is_a_valid_plan() -> None:
    Draft202012Validator(json_schema()).validate(to_json(EXAMPLE))
    assert read_plan_json(write_plan_json(EXAMPLE)) == EXAMPLE


def test_the_members_and_their_inhabitants() -> None:
    assert len(EXAMPLE.cooperation.members) == 8
    for member in EXAMPLE.cooperation.members:
        assert [population.date.year for population in member.populations] == list(range(2014, 2025))
    at_the_time = [member.populations[6].count for member in EXAMPLE.cooperation.members]
    assert sum(at_the_time) == 507_552


def test_the_goal_tree() -> None:
    programme = EXAMPLE.programme
    assert programme is not None
    assert [len(area.subgoals) for area in programme.focus_areas] == [3, 3, 3, 3]
    assert all(area.goal for area in programme.focus_areas)
    assert len(programme.aligned_to) == 4
    added = [subgoal for area in programme.focus_areas for subgoal in area.subgoals if subgoal.added_by]
    assert [subgoal.title for subgoal in added] == ["Genom att Södertörns högskola får universitetsstatus"]


def test_the_action_plan_names_only_known_goals_and_parties() -> None:
    assert EXAMPLE.programme is not None
    known = {
        area.name: {subgoal.title for subgoal in area.subgoals} for area in EXAMPLE.programme.focus_areas
    }
    bodies = {body.name for body in EXAMPLE.bodies}
    members = {member.name for member in EXAMPLE.cooperation.members}
    assert len(EXAMPLE.activities) == 22
    for activity in EXAMPLE.activities:
        assert activity.focus_area in known
        assert set(activity.subgoals) <= known[activity.focus_area]
        for party in activity.responsible:
            assert party.body in bodies or party.member in members or party.text


def test_the_meetings() -> None:
    assert Counter(meeting.body for meeting in EXAMPLE.meetings) == {
        "Samarbetskommittén": 7,
        "Ledningsgruppen": 7,
    }
    assert all(meeting.weekday == meeting.date.weekday() for meeting in EXAMPLE.meetings)


def test_the_budget_balances() -> None:
    budget = EXAMPLE.budget
    assert budget is not None
    assert budget.fee is not None
    assert budget.fee.per_inhabitant is not None
    assert budget.fee.population is not None
    fees = budget.fee.per_inhabitant * budget.fee.population
    assert fees == budget.income_total == budget.costs_total == Money.from_kronor(2_030_208)


def test_its_contradictions_survive() -> None:
    text = write_plan_json(EXAMPLE).decode()
    for written in (
        "robust försörjning",
        "god framkomlighet",
        "akademisk utbildning för hela Södertörn",
        "kometensförsörjning",
        "Omvärdsbevakning",
        "Trafikförvatningen",
        "Biogas Öst",
        "BioDriv Öst",
        "en strateg",
        "en utvecklingsledare",
        "ca sex gånger per år",
        "SUPen",
    ):
        assert written in text
    assert sum(activity.title is None for activity in EXAMPLE.activities) == 1
    assert any(len(activity.subgoals) == 2 for activity in EXAMPLE.activities)
    said = {(conference.name, conference.status) for conference in EXAMPLE.conferences}
    assert {("Södertörns Rådslag", "described"), ("Södertörns Rådslag", "merged")} <= said


def test_they_are_found() -> None:
    assert {finding.rule for finding in check(EXAMPLE)} >= {
        "goal-worded-differently",
        "subgoal-worded-differently",
        "subgoal-without-activity",
        "subgoals-run-together",
        "row-without-activity",
        "abolished-but-described",
        "said-differently",
        "abbreviation-for-two-things",
        "meeting-count-differs",
        "names-nearly-alike",
        "misspelt-word",
    }


def test_only_what_the_document_says() -> None:
    assert not EXAMPLE.places
    assert not EXAMPLE.unread
    assert EXAMPLE.reading is None
    assert not EXAMPLE.findings


def runs_of_twelve(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 12]) for start in range(len(words) - 11)}


@pytest.mark.skipif(not FOUNDING_DOCUMENT.exists(), reason="the founding document is not beside the project")
def test_longer_texts_are_restated() -> None:
    texts = [plain_text(section.blocks) for section in EXAMPLE.prose]
    texts += [activity.comment or "" for activity in EXAMPLE.activities]
    texts += [body.description or "" for body in EXAMPLE.bodies]
    texts += [conference.text or "" for conference in EXAMPLE.conferences]
    founding = runs_of_twelve(FOUNDING_DOCUMENT.read_text("utf-8"))
    assert [text for text in texts if runs_of_twelve(text) & founding] == []
