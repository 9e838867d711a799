"""The rules about goals, each seen to fire and to keep silent."""

from __future__ import annotations

from dataclasses import replace

from domain.builders import BUSES, ROADS, found, plan, programme, sections, told
from radslag.domain.plan_document import Subgoal

ROAD, BUS = Subgoal(title="Säkrare skolvägar"), Subgoal(title="Tätare busstrafik")


def test_a_subgoal_with_two_wordings() -> None:
    wordings = replace(ROAD, variants=("Trygga skolvägar",))
    assert told(plan(programme=programme(wordings, BUS)), "subgoal-worded-differently") == [
        "Ett delmål lyder olika på olika ställen: ”Säkrare skolvägar” och ”Trygga skolvägar”."
    ]
    (finding,) = found(plan(programme=programme(wordings, BUS)), "subgoal-worded-differently")
    assert finding.places == (
        "/programme/focus_areas/0/subgoals/0/title",
        "/programme/focus_areas/0/subgoals/0/variants/0",
    )


def test_case_full_stop_and_hyphenation_are_no_other_wording() -> None:
    same = replace(ROAD, variants=("säkrare skol-\nvägar.", "Säkrare skolvägar*"))
    assert not found(plan(programme=programme(same, BUS)), "subgoal-worded-differently")


def test_a_goal_and_the_overall_goal_with_two_wordings() -> None:
    document = plan(programme=programme(ROAD, BUS, overall_goal_variants=("En trakt där många kommer fram",)))
    assert told(document, "goal-worded-differently") == [
        (
            "Det övergripande målet lyder olika på olika ställen: ”En trakt där alla kommer fram” och "
            "”En trakt där många kommer fram”."
        )
    ]
    area = replace(programme().focus_areas[0], goal_variants=("Trygga vägar för barn",))
    assert told(plan(programme=replace(programme(), focus_areas=(area,))), "goal-worded-differently") == [
        "Målet för vägar lyder olika på olika ställen: ”Trygga vägar för alla” och ”Trygga vägar för barn”."
    ]


def test_a_wording_that_is_only_misspelt_is_left_to_that_rule() -> None:
    goal = Subgoal(title="Bättre kompetensförsörjning", variants=("Bättre kometensförsörjning",))
    prose = sections("All kompetensförsörjning hänger samman.")
    document = plan(programme=programme(goal, BUS), prose=prose)
    assert not found(document, "subgoal-worded-differently")
    assert found(document, "misspelt-word")


def test_a_subgoal_that_nothing_serves() -> None:
    assert told(plan(activities=(ROADS,)), "subgoal-without-activity") == [
        "Delmålet ”Tätare busstrafik” har ingen aktivitet i handlingsplanen."
    ]
    assert not found(plan(activities=()), "subgoal-without-activity")


def test_subgoals_in_one_cell() -> None:
    both = replace(ROADS, subgoals=("Säkrare skolvägar", "Tätare busstrafik"))
    (finding,) = found(plan(activities=(both, both)), "subgoals-run-together")
    assert finding.message == (
        "Delmålen ”Säkrare skolvägar” och ”Tätare busstrafik” står i samma ruta i handlingsplanen, så det "
        "framgår inte vilket av dem aktiviteterna hör till."
    )
    assert finding.places == ("/activities/0/subgoals", "/activities/1/subgoals")


def test_an_activity_for_two_subgoals_that_have_their_own_is_in_order() -> None:
    both = replace(ROADS, subgoals=("Säkrare skolvägar", "Tätare busstrafik"))
    assert not found(plan(activities=(ROADS, BUSES, both)), "subgoals-run-together")
