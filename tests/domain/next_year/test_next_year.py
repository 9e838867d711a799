"""Next year's plan: what goes on, what is left, what is counted anew, what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.builders import BUSES, COUNTED, ROADS, plan, programme, sections
from radslag.domain.money import Money
from radslag.domain.next_year import Choices, next_year, proposals, proposed
from radslag.domain.plan_document import Activity, Chair, Conference, Decision, Document, InForce, Time

SPRING = Time(text="Våren 2023", from_=date(2023, 1, 1), to=date(2023, 6, 30))
ALWAYS = Time(text="Löpande", recurring=True)
LONG = Time(text="2022–2025", from_=date(2022, 1, 1), to=date(2025, 12, 31))
COUNTS = {"Björkby": 31_000, "Granfors": 20_500, "Tallköping": 10_000}


def told(document: object, topic: str, choices: Choices | None = None) -> list[str]:
    made = next_year(document, choices or Choices())  # type: ignore[arg-type]
    return [each.message.replace("\u00a0", " ") for each in made.questions if each.topic == topic]


def activity(time: Time | None) -> Activity:
    return replace(ROADS, time=time)


def test_the_new_plan_bears_the_next_year_and_is_not_decided() -> None:
    old = plan(
        title="Verksamhetsplan 2023 för 12023 skäl",
        decided=date(2023, 1, 12),
        decisions=(Decision(date=date(2023, 1, 12), text="Planen fastställs."),),
        documents=(Document(title="Handlingsplan 2023", kind="action_plan"), Document(title="Avtal 2023")),
    )
    new = next_year(old, Choices()).document
    assert (new.year, new.title, new.decided) == (2024, "Verksamhetsplan 2024 för 12023 skäl", None)
    assert (new.decisions, new.places, new.findings, new.reading) == ((), {}, (), None)
    assert [each.title for each in new.documents] == ["Handlingsplan 2024", "Avtal 2023"]
    assert new.prose == old.prose


def test_a_plan_without_a_year_has_no_next() -> None:
    with pytest.raises(ValueError, match="no year"):
        next_year(plan(year=None), Choices())


def test_what_goes_on_is_proposed_and_what_has_ended_is_left_to_decide() -> None:
    times = (ALWAYS, SPRING, LONG, None, Time(text="Snarast"), Time(text="2 ggr/år", recurring=True))
    old = plan(activities=tuple(activity(time) for time in times))
    assert [(each.goes_on, each.reason) for each in proposals(old, 2024)] == [
        (True, "Pågår löpande."),
        (False, "Skulle vara klar 30 juni 2023."),
        (True, "Pågår till 31 december 2025."),
        (True, "Ingen tid är angiven."),
        (True, "Inget slut är angivet."),
        (True, "Återkommer under året."),
    ]
    assert proposed(old).rows == {1, 3, 4, 5, 6}


def test_only_the_chosen_rows_go_on_and_times_that_ran_out_move_a_year() -> None:
    old = plan(activities=(activity(ALWAYS), activity(SPRING), activity(LONG), BUSES))
    new = next_year(old, Choices(rows=frozenset({2, 3}))).document
    assert new.activities == (
        activity(Time(text="Våren 2024", from_=date(2024, 1, 1), to=date(2024, 6, 30))),
        activity(LONG),
    )
    moved = told(old, "activities", Choices(rows=frozenset({2, 3})))
    assert moved == [
        "Aktivitet 1: tiden ”Våren 2023”, till 30 juni 2023, är flyttad till ”Våren 2024”, till 30 juni 2024."
    ]


def test_a_leap_day_is_the_last_of_february_a_year_on() -> None:
    leap = Time(text="Klart 29 februari 2024", to=date(2024, 2, 29))
    new = next_year(plan(year=2024, activities=(activity(leap),)), Choices(rows=frozenset({1}))).document
    assert new.activities[0].time == Time(text="Klart 29 februari 2025", to=date(2025, 2, 28))


def test_chairs_are_asked_for_unless_given() -> None:
    assert told(plan(), "chairs") == ["Samarbetskommittén ska välja ordförande för 2024."]
    elected = Choices(
        chairs=(("samarbetskommittén", Chair(person="Kim Ek", member=None, role="chair", year=0)),)
    )
    new = next_year(plan(), elected)
    assert new.document.bodies[0].chairs == (Chair(person="Kim Ek", member=None, role="chair", year=2024),)
    assert told(plan(), "chairs", elected) == []


def test_a_chair_for_no_given_year_stays() -> None:
    old = plan()
    lasting = Chair(person="Åsa Lindh", member="Björkby", role="chair", year=None)
    old = replace(old, bodies=(replace(old.bodies[0], chairs=(lasting,)), *old.bodies[1:]))
    assert next_year(old, Choices()).document.bodies[0].chairs == (lasting,)
    assert told(old, "chairs") == []


def test_the_fee_is_counted_on_the_new_inhabitants_when_they_are_known() -> None:
    new = next_year(plan(), Choices(populations=COUNTS)).document
    assert new.budget is not None
    assert new.budget.fee is not None
    assert (new.budget.fee.population, new.budget.fee.population_date) == (61_500, date(2023, 12, 31))
    assert [line.amount for line in new.budget.income] == [Money.from_kronor(246_000)]
    assert new.budget.income_total == Money.from_kronor(246_000)
    assert new.budget.costs == plan().budget.costs  # type: ignore[union-attr]
    assert {each.date for each in new.cooperation.members[0].populations} == {COUNTED, date(2023, 12, 31)}


def test_until_then_the_income_is_approximate_and_the_figures_are_asked_for() -> None:
    some = Choices(populations={"Björkby": 31_000})
    new = next_year(plan(), some).document
    assert new.budget is not None
    assert new.budget.fee is not None
    assert new.budget.fee.population is None
    assert [(line.amount, line.approximate) for line in new.budget.income] == [
        (Money.from_kronor(240_000), True)
    ]
    assert told(plan(), "budget", some) == [
        (
            "Invånarna den 31 december 2023 saknas för Granfors och Tallköping. "
            "SCB publicerar dem i februari 2024; till dess är avgiften preliminär."
        ),
        "Avgiften 4 kr per invånare saknar uppgift om beslut. Bekräfta att den gäller 2024.",
        "Kostnaderna är desamma som 2023. Räkna om dem.",
    ]


def test_conferences_wait_for_a_date_and_cancelled_ones_are_left() -> None:
    planned = Conference(name="Vägdagen", date=date(2023, 4, 19), time="förmiddagen", status="planned")
    old = plan(
        conferences=(planned, replace(planned, status="cancelled"), replace(planned, status="described"))
    )
    new = next_year(old, Choices()).document
    assert new.conferences == (replace(planned, date=None, time=None), replace(planned, status="described"))
    assert told(old, "conferences") == ["Vägdagen: sätt ut datum för 2024."]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (2023, "gällde till 31 december 2023. Det behöver förnyas."),
        (2024, "gäller till 31 december 2024. 2024 är sista året: förbered nästa program."),
    ],
)
def test_a_programme_that_ends_is_told_of(last: int, words: str) -> None:
    old = plan(programme=programme(in_force=InForce(to=date(last, 12, 31))))
    assert told(old, "programme") == [f"Utvecklingsprogram för trakten {words}"]


def test_a_programme_that_goes_on_is_not() -> None:
    assert told(plan(programme=programme(in_force=InForce(to=date(2025, 12, 31)))), "programme") == []


def test_texts_that_name_the_old_year_are_marked_and_not_rewritten() -> None:
    old = plan(
        prose=sections("Ordförande 2023 är Kim Ek.", "Avtalet är från 2010."),
        activities=(replace(ROADS, title="Hålla vägdagen våren 2023.", comment=None),),
    )
    made = next_year(old, Choices(rows=frozenset({1})))
    assert made.document.prose == old.prose
    assert [(each.pointer, each.message) for each in made.questions if each.topic == "texts"] == [
        ("/prose/0/blocks/0", "Arbetsformer, stycke 1 nämner 2023: ”Ordförande 2023 är Kim Ek”."),
        ("/activities/0/title", "Aktivitet 1, rubrik nämner 2023: ”Hålla vägdagen våren 2023”."),
    ]
