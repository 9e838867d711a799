"""The founding document, read: everything that is in it, and nothing else."""

from collections import Counter
from datetime import date
from datetime import time as clock

import pytest

from exchange.founding import FOUNDING_DOCUMENT, founding_text, needs_founding_document, text_about_elsewhere
from radslag.domain.findings import check
from radslag.domain.money import Money
from radslag.domain.plan_document import Body, FocusArea, PlanDocument, Responsible
from radslag.domain.prose import Footnote, Paragraph, plain_text
from radslag.press.exchange.plan_json import read_plan_json, to_json, write_plan_json
from radslag.press.exchange.plan_text import Known, read_plan_bytes, read_plan_text

pytestmark = needs_founding_document


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    return read_plan_text(founding_text())


def body(plan: PlanDocument, name: str) -> Body:
    return next(body for body in plan.bodies if body.name == name)


def areas(plan: PlanDocument) -> tuple[FocusArea, ...]:
    assert plan.programme is not None
    return plan.programme.focus_areas


def test_what_it_is(plan: PlanDocument) -> None:
    assert (plan.year, plan.title) == (2021, "Verksamhetsplan och budget 2021")
    assert plan.decided == date(2021, 1, 14)
    assert plan.cooperation.name == "Södertörnskommunerna"
    assert plan.cooperation.area == "Södertörn"


def test_the_eight_members(plan: PlanDocument) -> None:
    names = "Botkyrka Haninge Huddinge Nykvarn Nynäshamn Salem Södertälje Tyresö"
    assert [member.name for member in plan.cooperation.members] == names.split()


def test_the_bodies_and_their_short_names(plan: PlanDocument) -> None:
    assert [(each.name, each.kind, each.abbreviations) for each in plan.bodies] == [
        ("Samarbetskommittén", "committee", ()),
        ("Ledningsgruppen", "management_group", ()),
        ("Kansliet", "secretariat", ("Södertörn",)),
        ("Nätverket för planeringschefer", "network", ("SUP",)),
        ("Nätverket för klimatstrategier", "network", ("Klimatnätverket",)),
        ("Nätverket för näringslivschefer", "network", ("SNUG",)),
        ("Nätverket för kommunikationschefer", "network", ("Kommunikationsnätverket",)),
        ("Nätverket för ekonomidirektörer", "network", ()),
    ]
    for number in range(2, 7):
        assert plan.places[f"/bodies/{number}/abbreviations/0"].doubt == "inferred"


def test_the_chairs_and_how_often_they_meet(plan: PlanDocument) -> None:
    committee, group = body(plan, "Samarbetskommittén"), body(plan, "Ledningsgruppen")
    assert [(chair.person, chair.member, chair.role, chair.year) for chair in committee.chairs] == [
        ("Boel Godner", "Södertälje", "chair", 2021),
        ("Harry Bouveng", "Nynäshamn", "vice_chair", 2021),
    ]
    assert [(chair.person, chair.member, chair.role) for chair in group.chairs] == [
        ("Rickard Sundbom", "Södertälje", "chair")
    ]
    for each, weekday, start in ((committee, 3, clock(13)), (group, 4, clock(8, 30))):
        assert each.meets is not None
        assert (each.meets.text, each.meets.times_per_year) == ("ca sex gånger per år", 6)
        assert each.meets.approximate
        assert (each.meets.weekday, each.meets.start) == (weekday, start)


def test_the_programme(plan: PlanDocument) -> None:
    programme = plan.programme
    assert programme is not None
    assert (programme.title, programme.horizon) == ("Södertörns utvecklingsprogram 2035", 2035)
    assert (programme.adopted, programme.amended) == (date(2019, 5, 28), date(2021, 1, 14))
    assert (programme.in_force.from_, programme.in_force.to) == (date(2019, 1, 1), date(2022, 12, 31))
    assert programme.vision is not None
    assert programme.vision.startswith("Södertörn driver Stockholmsregionen – med starkt näringsliv")
    assert programme.overall_goal is not None
    assert programme.overall_goal.endswith("genom tillgänglighet till arbete, utbildning och näringsliv")
    assert programme.overall_goal_variants == ()
    assert programme.aligned_to_source == "RUFS 2050"
    assert programme.aligned_to == (
        "En tillgänglig region med god livsmiljö",
        "En öppen, jämställd, jämlik och inkluderande region",
        "En ledande tillväxt- och kunskapsregion",
        "En resurseffektiv och resilient region utan klimatpåverkande utsläpp",
    )


def test_the_goal_tree(plan: PlanDocument) -> None:
    assert [(area.name, area.group, len(area.subgoals)) for area in areas(plan)] == [
        ("Infrastruktur", "Regionala utvecklingsfrågor", 3),
        ("Utbildning", "Regionala utvecklingsfrågor", 3),
        ("Näringsliv", "Regionala utvecklingsfrågor", 3),
        ("Funktionell samordning", "Internt samarbete", 3),
    ]
    assert all(area.goal for area in areas(plan))
    added = {each.title: each.added_by for area in areas(plan) for each in area.subgoals if each.added_by}
    assert added == {"Genom att Södertörns högskola får universitetsstatus": date(2021, 1, 14)}
    assert plan.places["/programme/focus_areas/1/subgoals/2/added_by"].line == 619


def test_the_goals_in_other_words(plan: PlanDocument) -> None:
    infrastructure, education, *_ = areas(plan)
    assert infrastructure.goal_variants == (
        "Stark infrastruktur som en förutsättning för hållbar utveckling",
    )
    assert infrastructure.subgoals[2].title == "Baserat på en robust teknisk försörjning"
    assert infrastructure.subgoals[2].variants == ("Baserat på en robust försörjning",)
    assert infrastructure.subgoals[0].variants == (
        "Utifrån god framkomlighet och minskad klimatpåverkan från resor och transporter",
    )
    assert education.goal_variants == (
        "Akademisk utbildning som säkrar framtidens kompetensförsörjning",
        "Akademisk utbildning som säkrar framtida kometensförsörjning",
    )
    assert plan.places["/programme/focus_areas/1/goal_variants/1"].line == 361
    assert education.subgoals[0].variants == (
        "Genom tillgänglighet till akademisk utbildning för hela Södertörn",
        "Tillgänglighet till akademisk utbildning för hela Södertörn",
    )


def test_the_rows_of_the_action_plan(plan: PlanDocument) -> None:
    assert Counter(activity.focus_area for activity in plan.activities) == {
        "Infrastruktur": 10,
        "Utbildning": 2,
        "Näringsliv": 3,
        "Funktionell samordning": 7,
    }
    nameless = [number for number, activity in enumerate(plan.activities) if activity.title is None]
    assert nameless == [11]
    assert plan.activities[11].comment == (
        "Huddinge och Botkyrka driver frågan i det befintliga utvecklingsarbetet för Flemingsberg."
    )
    assert plan.places["/activities/11/comment"].doubt == "ambiguous"
    carried = {title for activity in plan.activities for title in activity.subgoals}
    missing = [each.title for area in areas(plan) for each in area.subgoals if each.title not in carried]
    assert missing == ["Utifrån en stark infrastruktur"]


def test_cells_broken_over_lines_and_run_together(plan: PlanDocument) -> None:
    first, training, existing = (plan.activities[number] for number in (0, 10, 12))
    assert first.title == "Transportinfrastrukturplaneringen inför kommande nationell plan och länsplan."
    assert first.time is not None
    assert (first.time.text, first.time.recurring) == ("Löpande", True)
    assert first.comment is not None
    assert first.comment.startswith("Bevakning, påverkan och Södertörnsgemensamma remissvar. Löpande dialog")
    assert training.subgoals == (
        "Genom tillgänglighet till högre utbildning för hela Södertörn",
        "Inriktad mot både näringsliv och kommuner",
    )
    assert training.time is not None
    assert training.time.text == "ca 1-2 ggr/år"
    assert existing.title is not None
    assert existing.title.endswith(
        "befintliga näringslivet (stötta, ställa om och få befintliga företag att växa)."
    )
    assert plan.places["/activities/12/title"].line == 386
    assert plan.places["/activities/12/title"].to_line == 389


def test_two_subgoals_merged_into_one_cell_are_handed_down(plan: PlanDocument) -> None:
    for activity in plan.activities[15:20]:
        assert activity.subgoals == ("För bättre verksamhet", "För ekonomisk effektivitet")


def test_who_is_responsible_and_what_it_costs(plan: PlanDocument) -> None:
    network = "Nätverket för näringslivschefer"
    assert plan.activities[13].responsible == (
        Responsible(body=network, leads=("Haninge", "Nynäshamn", "Huddinge")),
    )
    assert plan.activities[1].responsible == (
        Responsible(body="Kansliet"),
        Responsible(body="Nätverket för planeringschefer"),
        Responsible(body="Nätverket för klimatstrategier", part="laddinfrastruktur"),
    )
    assert [party.member for party in plan.activities[7].responsible] == ["Huddinge", "Haninge", "Botkyrka"]
    assert plan.activities[17].responsible == (
        Responsible(body="Nätverket för kommunikationschefer"),
        Responsible(text="vid vid behov, medverkan från övriga nätverk"),
    )
    costs = [activity.cost.text for activity in plan.activities if activity.cost]
    assert costs == [
        "Ev mindre kostnader för konsultstöd.",
        "Ja, konsultstöd /processtöd, stäms av i förväg.",
        "Ja. Stäms av före beslut om ev deltagande.",
        "Ja.",
    ]


def test_the_meetings(plan: PlanDocument) -> None:
    assert Counter(meeting.body for meeting in plan.meetings) == {
        "Samarbetskommittén": 7,
        "Ledningsgruppen": 7,
    }
    by_date = {meeting.date: meeting for meeting in plan.meetings}
    first, salem = by_date[date(2021, 1, 14)], by_date[date(2021, 9, 2)]
    assert (first.kind, first.online, first.place) == ("planning_conference", True, "Teams")
    assert (first.start, first.end, first.weekday) == (clock(13), clock(14, 30), 3)
    assert (salem.place, salem.start, salem.end, salem.online) == ("Salem", clock(12), clock(17), False)
    perhaps, open_place = by_date[date(2021, 3, 12)], by_date[date(2021, 9, 8)]
    assert (perhaps.place, perhaps.tentative, perhaps.note) == ("Huddinge", True, "ev StorSthlm")
    assert (open_place.place, open_place.tentative, open_place.note) == (None, True, "plats ej beslutad")
    assert (open_place.weekday, open_place.kind) == (2, "planning_conference")
    assert by_date[date(2021, 11, 19)].place == "Huddinge"


def test_the_conferences(plan: PlanDocument) -> None:
    told = [(each.name, each.status, each.date) for each in plan.conferences]
    assert told == [
        ("Södertörnskonferensen", "planned", date(2021, 4, 21)),
        ("Södertörnskonferensen", "cancelled", date(2020, 9, 29)),
        ("Södertörns Rådslag", "merged", None),
        ("Nyckeltalskonferensen", "abolished", None),
        ("Södertörns Rådslag", "described", None),
        ("Södertörnskonferensen", "described", None),
        ("Temadag Effektiv verksamhetsutveckling", "described", None),
    ]
    planned, cancelled, *_ = plan.conferences
    assert planned.online
    assert planned.time == "förmiddagen"
    assert planned.hosts == ("Nätverket för kommunikationschefer", "Kansliet")
    assert cancelled.hosts == ("Botkyrka", "Salem")


def test_the_fee_and_both_sides_of_the_budget(plan: PlanDocument) -> None:
    budget = plan.budget
    assert budget is not None
    assert budget.fee is not None
    assert (budget.fee.per_inhabitant, budget.fee.population) == (Money(400), 507_552)
    assert (budget.fee.population_date, budget.fee.decided) == (date(2020, 12, 31), date(2017, 2, 2))
    assert budget.fee.decided_by == "Samarbetskommittén"
    whole = Money.from_kronor(2_030_208)
    assert [(line.title, line.amount) for line in budget.income] == [("Avgifter från kommunerna", whole)]
    assert [(line.title, line.amount, line.approximate) for line in budget.costs] == [
        ("Personal (strateg och administratör)", Money.from_kronor(1_586_000), True),
        ("Möten/Webb/Utredningar/Konsultstöd/Resor m m", Money.from_kronor(444_208), True),
    ]
    assert budget.income_total == budget.costs_total == whole


def test_the_dated_decisions(plan: PlanDocument) -> None:
    assert Counter((decision.date, decision.body) for decision in plan.decisions) == {
        (date(2017, 2, 2), "Samarbetskommittén"): 1,
        (date(2019, 5, 28), None): 1,
        (date(2020, 1, 16), "Samarbetskommittén"): 1,
        (date(2020, 9, 10), "Ledningsgruppen"): 1,
        (date(2021, 1, 14), None): 2,
        (date(2021, 1, 14), "Samarbetskommittén"): 1,
    }


def test_the_governing_documents(plan: PlanDocument) -> None:
    assert [(each.title, each.date, each.kind) for each in plan.documents] == [
        ("Samarbetskommitténs samarbetsavtal", date(2010, 8, 18), "agreement"),
        ("Kommunikationsplattform", date(2018, 3, 21), "platform"),
        ("Direktiv för medverkan i nätverk", date(2019, 4, 26), "directive"),
    ]


def test_the_running_text(plan: PlanDocument) -> None:
    numbered = [(section.number, section.heading) for section in plan.prose if section.number]
    assert [number for number, _ in numbered] == [str(number) for number in range(1, 10)]
    assert numbered[4] == ("5", "Internt samarbete")
    text = "\n".join(plain_text(section.blocks) for section in plan.prose)
    assert "i det befintliga utvecklingsarbetet för Flemingsberg" in text
    assert "Respekt för den demokratiska processen i den enskilda kommunen." in text.split("\n")
    notes = [
        part.text
        for section in plan.prose
        for block in section.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Footnote)
    ]
    assert len(notes) == 1
    assert notes[0].startswith("Styrdokument: Samarbetskommitténs samarbetsavtal, 2010-08-18")


def test_every_line_is_accounted_for(plan: PlanDocument) -> None:
    reading = plan.reading
    assert reading is not None
    assert reading.lines == sum(bool(line.strip()) for line in founding_text().split("\n")) == 514
    assert reading.lines == reading.used + reading.furniture + reading.unread
    assert [each.text for each in plan.unread] == ["HÅLLBAR UTVECKLING", "Övergripande mål", "Delmål"]


def test_other_encodings_read_the_same(plan: PlanDocument) -> None:
    text = founding_text()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert read_plan_bytes(text.encode(encoding)) == plan
    assert read_plan_bytes(FOUNDING_DOCUMENT.read_bytes().replace(b"\n", b"\r\n")) == plan


def test_it_goes_through_json_unchanged(plan: PlanDocument) -> None:
    assert read_plan_json(write_plan_json(plan)) == plan


def shape(value: object) -> object:
    """The form of a plan without its words, sums and dates."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items() if key != "places"}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return type(value).__name__ if not isinstance(value, int | float) else "number"


@pytest.mark.parametrize("area", ["Norrlid", "Norra Bygden"])
def test_the_same_plan_about_somewhere_else_has_the_same_shape(plan: PlanDocument, area: str) -> None:
    elsewhere = read_plan_text(text_about_elsewhere(area))
    assert shape(to_json(elsewhere)) == shape(to_json(plan))
    assert elsewhere.cooperation.name == f"{area}skommunerna"
    assert elsewhere.cooperation.area == area
    assert {each.name for each in elsewhere.conferences} >= {f"{area}skonferensen", f"{area}s Rådslag"}
    about_names = {"abolished-but-described", "name-written-apart", "unknown-responsible"}
    assert [each.rule for each in check(elsewhere) if each.rule in about_names] == [
        "abolished-but-described",
        "name-written-apart",
    ]
    assert "Stora Hult" in [member.name for member in elsewhere.cooperation.members]
    assert [each.abbreviations for each in elsewhere.bodies[3:7]] == [
        ("TRAPP",),
        ("Miljönätverket",),
        ("FORT",),
        ("Pressnätverket",),
    ]
    assert elsewhere.places.keys() == plan.places.keys()


def test_what_is_known_helps_when_the_programme_is_missing(plan: PlanDocument) -> None:
    text = founding_text()
    without_programme = text[: text.index("Bilaga 1 Handlingsplan 2021 \n Bilaga 2")]
    alone = read_plan_text(without_programme)
    assert len(alone.activities) == 22
    assert [len(area.subgoals) for area in areas(alone)] == [3, 3, 3, 3]
    assert {alone.places[f"/cooperation/members/{n}/name"].doubt for n in range(3)} == {"inferred"}
    members = tuple(member.name for member in plan.cooperation.members)
    helped = read_plan_text(without_programme, known=Known(members=members, bodies=plan.bodies))
    assert {member.name for member in helped.cooperation.members} <= set(members)
    assert helped.activities[13].responsible == plan.activities[13].responsible
