"""Plans of invented cooperations in other hands: counted members, chairs a sentence later, dated lines."""

from datetime import date
from datetime import time as clock

import pytest

from exchange.founding import PLANS
from radslag.domain.money import Money
from radslag.domain.plan_document import PlanDocument, Population
from radslag.domain.prose import plain_text
from radslag.press.exchange.plan_text import read_plan_bytes


@pytest.fixture(scope="module")
def lakeside() -> PlanDocument:
    return read_plan_bytes((PLANS / "malarbygden-2024.txt").read_bytes())


@pytest.fixture(scope="module")
def plains() -> PlanDocument:
    return read_plan_bytes((PLANS / "ostra-slattlandet-2025.txt").read_bytes())


def test_members_in_a_table_of_inhabitants(lakeside: PlanDocument) -> None:
    assert lakeside.cooperation.name == "Mälarbygdens kommuner"
    names = [member.name for member in lakeside.cooperation.members]
    assert (len(names), names[0], names[5], names[-1]) == (11, "Almvik", "Granby Norra", "Näsviken")
    assert lakeside.cooperation.members[0].populations == (Population(date=date(2023, 11, 1), count=12_345),)


def test_networks_explained_in_brackets_carry_rows(lakeside: PlanDocument) -> None:
    told = [
        (row.title, [party.body or party.member for party in row.responsible]) for row in lakeside.activities
    ]
    assert told[1] == ("Kampanj för arbetspendling.", ["Nätverket för näringslivschefer", "Almvik"])
    assert told[4] == (
        "Utbilda handläggare i klarspråk.",
        ["Nätverket för digitaliseringsansvariga", "Lindholmen"],
    )
    assert [row.cost and row.cost.amount for row in lakeside.activities][:2] == [
        Money.from_kronor(50_000),
        Money.from_kronor(120_000),
    ]


def test_chairs_told_a_sentence_later_are_inferred(lakeside: PlanDocument, plains: PlanDocument) -> None:
    told = [(chair.person, chair.member, chair.role) for chair in lakeside.bodies[0].chairs]
    assert told == [("Karin Lund", "Almvik", "chair"), ("Olle Strand", "Bergsbo", "vice_chair")]
    assert lakeside.places["/bodies/0/chairs/0/person"].doubt == "inferred"
    assert [chair.person for chair in plains.bodies[0].chairs] == ["Lars Berg", "Stina Quist"]


def test_a_title_over_three_lines_and_fourteen_members(plains: PlanDocument) -> None:
    assert plains.title == "Verksamhetsplan för Östra Slättlandets samarbetskommitté 2025"
    assert (plains.year, len(plains.cooperation.members)) == (2025, 14)


def test_a_calendar_with_heads_of_columns(lakeside: PlanDocument, plains: PlanDocument) -> None:
    assert [(each.date, each.start, each.place) for each in lakeside.meetings][:1] == [
        (date(2024, 3, 12), clock(9), "Rådhuset i Almvik")
    ]
    assert [(each.body, each.date, each.place) for each in plains.meetings][3:5] == [
        ("Samarbetskommittén", date(2025, 12, 4), "Askeryd"),
        ("Ledningsgruppen", date(2025, 1, 24), "Teams"),
    ]


def test_cells_on_lines_of_their_own_below_labelled_areas(plains: PlanDocument) -> None:
    told = [(row.focus_area, row.title, row.cost and row.cost.text) for row in plains.activities]
    assert told[:3] == [
        ("Trygghet", "Trygghetsvandringar i alla kommuner", "0 kr"),
        ("Trygghet", "Gemensam upphandling av väktare", "150 000 kr"),
        ("Arbetsgivare", "Gemensamt traineeprogram", "600 000 kr"),
    ]


def test_sums_in_thousands_and_with_ore() -> None:
    text = (
        "Verksamhetsplan 2022\nBelopp i tkr\nIntäkter\nMedlemsavgifter 854\nSumma 854\n"
        "Kostnader\nSamordnare 50 % 420\nInsatser 434\nSumma 854\n"
    )
    budget = read_plan_bytes(text.encode()).budget
    assert budget is not None
    assert [line.amount for line in budget.costs] == [Money.from_kronor(420_000), Money.from_kronor(434_000)]
    with_ore = read_plan_bytes("Verksamhetsplan 2022\nIntäkter (kr)\nAvgifter 1 622 273,25\n".encode()).budget
    assert with_ore is not None
    assert with_ore.income[0].amount == Money(162_227_325)


def test_no_sentence_word_person_or_group_becomes_a_member() -> None:
    text = (
        "Verksamhetsplan 2022\nÅkommunerna\nEn kommun är värd. Varje kommun betalar.\n"
        "Ordförande är Siv Ek, Ovansjö kommun, och vice ordförande är Per Ahl, Nedansjö kommun.\n"
        "Kommunernas chefer möts i Ekonomirådet, Planrådet och Skolrådet.\nAvgiften är 4 kr per invånare.\n"
    )
    plan = read_plan_bytes(text.encode())
    assert [member.name for member in plan.cooperation.members] == ["Ovansjö", "Nedansjö"]
    assert plan.places["/cooperation/members/0/name"].doubt == "inferred"


def test_a_decision_told_by_date_is_no_meeting() -> None:
    text = (
        "Verksamhetsplan 2022\n1 Möten\nStyrgruppen\n14 januari kl 9-10 Ovansjö\n2 Beslut\n"
        "Styrgruppen\n2 februari 2017 Avgiften är fyra kronor. Styrgruppen\n"
    )
    assert [each.date for each in read_plan_bytes(text.encode()).meetings] == [date(2022, 1, 14)]


def test_pages_and_hyphens_of_a_printed_plan() -> None:
    foot = "Åkommunerna · Verksamhetsplan 2022 {} (3)"
    pages = [
        "Verksamhetsplan och\r\nbudget 2022\r\nKommunerna\r\nOvansjö\r\nNedansjö\r\nMellansjö\r\n"
        + foot.format(1),
        f"1 Syfte\r\nVi når målen i sam\ufffeverkan, och de är många.\r\n{foot.format(2)}",
        f"2 Budget\r\nAvgiften är 4 kr per invånare.\r\n{foot.format(3)}",
    ]
    text = "\f".join(pages)
    plan = read_plan_bytes(text.encode())
    assert plan.title == "Verksamhetsplan och budget 2022"
    assert [member.name for member in plan.cooperation.members] == ["Ovansjö", "Nedansjö", "Mellansjö"]
    assert "i samverkan, och" in str(plan.prose)
    assert sum(each.kind == "header" for each in plan.furniture) == 3


def test_a_cooperation_of_two_words_is_named_by_its_cover() -> None:
    text = (
        "Norra Bygdens kommuners samarbetskommitté\nVerksamhetsplan 2022\n1 Syfte\n"
        "Norra Bygdens samarbetskommitté samlar kommunerna på Norra Bygden.\nAvgiften är 4 kr per invånare.\n"
    )
    cooperation = read_plan_bytes(text.encode()).cooperation
    assert (cooperation.name, cooperation.area) == ("Norra Bygdens kommuner", "Norra Bygden")


def test_a_chair_may_have_an_initial() -> None:
    text = (
        "Verksamhetsplan 2022\n1 Organisation\nOrdförande och vice ordförande i styrgruppen 2022 är Kim Å Ek,"
        " Ovansjö kommun och Bo P. von Ahl, Nedansjö kommun.\n"
    )
    assert [each.person for each in read_plan_bytes(text.encode()).bodies[0].chairs] == [
        "Kim Å Ek",
        "Bo P. von Ahl",
    ]


def test_a_section_that_the_contents_call_otherwise_is_known_by_its_number_and_subject() -> None:
    text = (
        "Verksamhetsplan 2022\nInnehåll\n1. Syfte 2\n2. Kalendarium för möten 2\n3. Budget 2\n\n1. Syfte\n"
        "Vi samverkar.\n\n2. Mötesplan 2022\nStyrgruppen\n14 januari kl 9-10 Ovansjö\n\n3. Budget\n"
        "Avgiften är 4 kr per invånare.\n"
    )
    plan = read_plan_bytes(text.encode())
    assert [section.heading for section in plan.prose] == ["Syfte", "Mötesplan 2022", "Budget"]
    assert not plan.unread


def test_days_written_in_many_ways_are_one_list() -> None:
    text = (
        "Verksamhetsplan 2021\n1 Möten\nStyrgruppen\nTorsdag 14 januari 2021, kl. 13–14.30, Teams\n"
        "to 4 feb 13:00 – 14:30 Teams\n2021-04-15 kl 13.00–14.30, Kommunhuset\nVecka 21 eller 3 juni\n"
        "2 sept. kl. 12 – 17, Ovansjö (prel.)\nTorsdagen den 28 oktober klockan 13 i Nedansjö\n"
        "9–10 december internat, Ovansjö\n"
    )
    plan = read_plan_bytes(text.encode())
    assert [each.date for each in plan.meetings] == [
        date(2021, 1, 14),
        date(2021, 2, 4),
        date(2021, 4, 15),
        date(2021, 9, 2),
        date(2021, 10, 28),
        date(2021, 12, 9),
    ]
    assert [each.weekday for each in plan.meetings] == [3, 3, None, None, 3, None]
    assert (plan.meetings[4].place, plan.meetings[4].note) == ("Nedansjö", None)
    assert (plan.meetings[5].place, plan.meetings[5].note) == ("Ovansjö", "9–10 december; internat")
    assert "Vecka 21 eller 3 juni" in plain_text(plan.prose[0].blocks) + str(plan.unread)
