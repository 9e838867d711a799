"""What the rules say of the founding document, line by line: no less and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from radslag.domain.findings import check
from radslag.domain.plan_document import Finding
from radslag.press.exchange.plan_text import read_plan_text

FOUNDING_DOCUMENT = Path(__file__).parents[3] / "shared/source/verksamhetsplan-2021.txt"
EXPECTED = [
    ("goal-worded-differently", ["infrastruktur", "är en förutsättning", "som en förutsättning"]),
    ("subgoal-worded-differently", ["”Utifrån framkomlighet", "”Utifrån god framkomlighet"]),
    ("subgoal-worded-differently", ["robust teknisk försörjning", "robust försörjning"]),
    ("goal-worded-differently", ["framtida kompetens", "framtidens kompetens"]),
    ("subgoal-worded-differently", ["till högre utbildning", "till akademisk utbildning"]),
    ("subgoal-worded-differently", ["Inriktad mot både näringsliv", "Både för näringsliv"]),
    ("subgoal-without-activity", ["Utifrån en stark infrastruktur"]),
    ("row-without-activity", ["universitetsstatus", "Huddinge och Botkyrka driver frågan"]),
    ("abolished-but-described", ["Södertörns Rådslag", "16 januari 2020"]),
    ("said-differently", ["Kansli", "strateg", "utvecklingsledare"]),
    ("abbreviation-for-two-things", ["SUP", "Södertörns utvecklingsprogram 2035", "SUPen"]),
    ("meeting-count-differs", ["Ledningsgruppen", "ca sex", "sju datum"]),
    ("subgoals-run-together", ["till högre utbildning", "Inriktad mot både"]),
    ("subgoals-run-together", ["För bättre verksamhet", "För ekonomisk effektivitet"]),
    ("conference-not-in-plan", ["Temadag"]),
    ("abbreviation-unexplained", ["SNUG"]),
    ("abbreviation-unexplained", ["ÅVS"]),
    ("names-nearly-alike", ["Biogas Öst", "BioDriv Öst"]),
    ("name-written-apart", ["Södertörns konferens", "Södertörnskonferensen"]),
    ("misspelt-word", ["kometensförsörjning", "kompetensförsörjning"]),
    ("misspelt-word", ["Trafikförvatningen", "Trafikförvaltningen"]),
    ("doubled-word", ["vid vid behov"]),
    ("phrase-said-twice", ["i huvudsak"]),
]

pytestmark = pytest.mark.skipif(not FOUNDING_DOCUMENT.exists(), reason="the founding document is not here")


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    found = check(read_plan_text(FOUNDING_DOCUMENT.read_text(encoding="utf-8")))
    return [finding for finding in found if finding.rule != "unread-lines"]


def test_the_findings_are_these(findings: list[Finding]) -> None:
    assert [finding.rule for finding in findings] == [rule for rule, _ in EXPECTED]
    for finding, (_, words) in zip(findings, EXPECTED, strict=True):
        message = finding.message.replace("\u00a0", " ")
        assert [word for word in words if word not in message] == []


def test_none_of_them_is_an_error(findings: list[Finding]) -> None:
    assert {finding.severity for finding in findings} == {"warning", "notice"}
