"""A plan in which everything adds up, and an empty one."""

from __future__ import annotations

from domain.builders import plan
from radslag.domain.findings import check
from radslag.domain.plan_document import Cooperation, Place, PlanDocument, Unread


def test_a_plan_in_which_everything_adds_up_has_no_findings() -> None:
    assert check(plan()) == ()


def test_an_empty_plan_lacks_every_part_and_nothing_else() -> None:
    empty = PlanDocument(year=None, title="", cooperation=Cooperation(name=""))
    assert [finding.rule for finding in check(empty)] == [
        "missing-year",
        "missing-members",
        "missing-activities",
        "missing-meetings",
        "missing-budget",
    ]


def test_unread_stretches_are_counted_and_pointed_at() -> None:
    unread = (Unread(place=Place(line=3), text="§§"), Unread(place=Place(line=9), text="x"))
    finding = check(plan(unread=unread))[0]
    assert (finding.rule, finding.places) == ("unread-lines", ("/unread/0", "/unread/1"))
    assert finding.message == "Två stycken i källan kunde inte tolkas och finns bara som text."


def test_the_gravest_come_first() -> None:
    severities = [
        finding.severity for finding in check(plan(year=None, unread=(Unread(place=Place(), text="x"),)))
    ]
    assert severities == ["warning", "notice"]
