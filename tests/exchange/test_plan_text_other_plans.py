"""Plans of invented cooperations, of other sizes and shapes, and what is no plan at all."""

from datetime import date
from datetime import time as clock

import pytest

from exchange.founding import PLANS, founding_text, needs_founding_document
from radslag.domain.money import Money
from radslag.domain.plan_document import Body, PlanDocument, Responsible
from radslag.press.exchange.encoding import LARGEST
from radslag.press.exchange.plan_text import Known, UnreadableError, read_plan_bytes, read_plan_text


@pytest.fixture(scope="module")
def slatten() -> PlanDocument:
    return read_plan_bytes((PLANS / "slatten-2023.txt").read_bytes())


@pytest.fixture(scope="module")
def lakes() -> PlanDocument:
    return read_plan_bytes((PLANS / "tre-sjoar-2024.txt").read_bytes())


def test_five_members_and_their_bodies(slatten: PlanDocument) -> None:
    assert (slatten.year, slatten.title, slatten.decided) == (
        2023,
        "Verksamhetsplan 2023",
        date(2022, 11, 24),
    )
    assert (slatten.cooperation.name, slatten.cooperation.area) == ("Slättkommunerna", "Slätten")
    names = [member.name for member in slatten.cooperation.members]
    assert names == ["Brovalla", "Kråkhult", "Lilla Näset", "Norrköl", "Östanå"]
    assert [(body.name, body.kind, body.abbreviations) for body in slatten.bodies] == [
        ("Styrgruppen", "committee", ()),
        ("Kommunchefsgruppen", "management_group", ()),
        ("Slättens kansli", "secretariat", ("Slätten",)),
        ("Nätverket för personalchefer", "network", ("HRN",)),
        ("Trygghetsnätverket", "network", ()),
    ]
    people = [chair.person for body in slatten.bodies for chair in body.chairs]
    assert people == ["Maja-Lisa Ek", "Per af Berg"]


def test_a_table_in_two_parts_with_other_heads(slatten: PlanDocument) -> None:
    assert slatten.programme is not None
    areas = slatten.programme.focus_areas
    assert [(area.name, len(area.subgoals)) for area in areas] == [
        ("Kompetensförsörjning", 2),
        ("Trygghet", 1),
    ]
    rows = [(each.focus_area, each.title, each.cost and each.cost.amount) for each in slatten.activities]
    assert rows == [
        (
            "Kompetensförsörjning",
            "Ta fram en gemensam rekryteringskampanj riktad till unga vuxna.",
            Money.from_kronor(250_000),
        ),
        ("Kompetensförsörjning", "Pröva gemensam jobbmässa.", Money.from_kronor(80_000)),
        (
            "Kompetensförsörjning",
            "Ledarutveckling för nya chefer, med mentorer från en annan kommun.",
            Money.from_kronor(120_000),
        ),
        ("Trygghet", "Utreda gemensam tjänsteperson i beredskap.", None),
        ("Trygghet", "Öva tillsammans.", Money.from_kronor(40_000)),
    ]
    assert slatten.activities[1].responsible == (
        Responsible(body="Nätverket för personalchefer"),
        Responsible(member="Norrköl"),
    )
    assert slatten.activities[3].responsible == (
        Responsible(body="Trygghetsnätverket", leads=("Kråkhult", "Lilla Näset")),
    )
    times = [(each.time.from_, each.time.to) for each in slatten.activities if each.time]
    assert times[0] == (date(2023, 4, 1), date(2023, 6, 30))
    assert times[3] == (date(2023, 3, 1), date(2023, 3, 31))


def test_meetings_in_figures_and_words(slatten: PlanDocument) -> None:
    told = [(each.body, each.date, each.start, each.place, each.online) for each in slatten.meetings]
    assert told == [
        ("Styrgruppen", date(2023, 2, 10), clock(9), "Brovalla", False),
        ("Styrgruppen", date(2023, 5, 12), clock(9), "Östanå", False),
        ("Styrgruppen", date(2023, 9, 15), clock(9), None, True),
        ("Styrgruppen", date(2023, 11, 24), clock(9), None, False),
        ("Kommunchefsgruppen", date(2023, 1, 26), clock(13), "Teams", True),
        ("Kommunchefsgruppen", date(2023, 3, 23), clock(13), "Norrköl", False),
    ]
    assert slatten.meetings[3].tentative
    assert slatten.meetings[3].note == "plats meddelas senare"


def test_a_budget_in_thousands(slatten: PlanDocument) -> None:
    budget = slatten.budget
    assert budget is not None
    assert budget.fee is not None
    assert (budget.fee.per_inhabitant, budget.fee.population) == (Money(2100), 61_430)
    assert budget.income_total == budget.costs_total == Money.from_kronor(1_490_000)
    assert [line.title for line in budget.costs] == ["Löner", "Handlingsplanens insatser", "Övrigt"]
    assert [each.title for each in slatten.documents] == ["Samverkansavtalet"]


def test_page_numbers_heads_and_contents_are_furniture(slatten: PlanDocument) -> None:
    assert slatten.unread == ()
    kinds = {each.kind for each in slatten.furniture}
    assert kinds == {"page_number", "table_of_contents", "header"}


def test_a_small_plan_says_what_is_missing(lakes: PlanDocument) -> None:
    assert (lakes.year, lakes.cooperation.name) == (2024, "Samverkan Tre Sjöar")
    assert [member.name for member in lakes.cooperation.members] == ["Ekeby", "Sjöhult", "Vintrosa"]
    missing = {pointer for pointer, place in lakes.places.items() if place.doubt == "incomplete"}
    assert missing == {"/activities", "/programme", "/decided"}
    assert lakes.unread == ()
    assert lakes.budget is not None
    assert lakes.budget.fee is not None
    assert lakes.budget.fee.per_inhabitant == Money(4225)
    assert [line.amount for line in lakes.budget.costs] == [Money(90_000_000), Money(30_412_500)]
    assert [each.date for each in lakes.decisions] == [date(2023, 12, 5)]
    assert (lakes.meetings[0].place, lakes.meetings[0].tentative) == ("Folkets hus, Sjöhult", True)


def test_names_in_the_database_are_recognised() -> None:
    text = (
        "Verksamhetsplan 2022\nAktivitet Ansvarig Tid\n"
        "Bygga vidare. Planforum Löpande\nMäta nöjdhet. Ö-gruppen Våren\n"
    )
    body = Body(name="Planforum", kind="network", abbreviations=("PF",))
    alone = read_plan_text(text)
    helped = read_plan_text(text, known=Known(bodies=(body,), members=("Mora",)))
    assert alone.activities[0].responsible == (Responsible(text="Planforum"),)
    assert [each.responsible for each in helped.activities] == [
        (Responsible(body="Planforum"),),
        (Responsible(body="Ö-gruppen"),),
    ]
    assert helped.cooperation.members == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Filen är tom"),
        (b" \r\n\t\n", "Filen är tom"),
        (bytes(range(256)) * 8, "inte text"),
        (b"%PDF-1.7\n\x00\x01\x02" + b"x" * 100, "inte text"),
        ("Verksamhetsplan".encode("utf-16-le"), "inte text"),
        (b"\xff\xfeV", "inte text"),
        (b"a" * (LARGEST + 1), "högst 20 MB"),
        (b"Kommun;Antal\nBrovalla;12\n" * 20, "ingen verksamhetsplan"),
        ("Verksamhetsplan för Södertörn på Öland år 2021".encode().decode("cp1252").encode(), "gått sönder"),
        ("Det var en gång en text om ingenting alls. ".encode() * 50, "ingen verksamhetsplan"),
        (b"Verksamhetsplan 2021\n" + b"ord " * 9000, "radbrytningar"),
        (b"Verksamhetsplan 2021\n" * 20_001, "högst 20000"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as refused:
        read_plan_bytes(data)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@needs_founding_document
def test_two_plans_in_one_file_are_refused() -> None:
    text = founding_text()
    with pytest.raises(UnreadableError, match="2021 från rad 14 och 2022 från rad 926"):
        read_plan_text(text + text.replace("2021", "2022"))


def test_the_same_plan_twice_in_one_file_is_refused() -> None:
    text = (PLANS / "slatten-2023.txt").read_text(encoding="utf-8")
    with pytest.raises(UnreadableError, match="flera planer"):
        read_plan_text(text + text)


@needs_founding_document
def test_half_a_plan_is_a_draft() -> None:
    lines = founding_text().split("\n")
    half_a_table = read_plan_text("\n".join(lines[:340]))
    assert len(half_a_table.activities) == 8
    assert len(half_a_table.meetings) == 14
    without_table = read_plan_text("\n".join(lines[:261] + lines[490:]))
    assert without_table.activities == ()
    assert without_table.places["/activities"].doubt == "incomplete"
    assert without_table.programme is not None
    assert [len(area.subgoals) for area in without_table.programme.focus_areas] == [3, 3, 3, 3]
