import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from exchange.strategies import plan_documents
from radslag.domain import prose
from radslag.domain.money import Money
from radslag.domain.plan_document import (
    Activity,
    Body,
    Budget,
    BudgetLine,
    Cooperation,
    FocusArea,
    Meeting,
    Member,
    PlanDocument,
    Programme,
    Section,
    Subgoal,
)
from radslag.example import load_example
from radslag.press.exchange.plan_json import fingerprint
from radslag.press.exchange.plan_pdf import Theme, write_plan_pdf
from radslag.press.exchange.plan_pdf.typesetting import unambiguous

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
EXAMPLE = load_example()
LEAST = PlanDocument(year=None, title="Plan", cooperation=Cooperation(name="Åsalandet"))
ODD = "#let x = 1; $y^2$ *fet* _kursiv_ <märke> @hänvisning \\ \"'` // 😀 漢字 [a](b) {c} ~ = - + / //"


def faults(pdf: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [f"{one.rule_id}: {one.message}" for report in reports for one in report.failures]


def pages(pdf: bytes) -> list[str]:
    read = pypdfium2.PdfDocument(pdf)
    return [" ".join(one.get_textpage().get_text_bounded().split()) for one in read]


def words(text: str) -> str:
    """The text without spaces and hyphens, so that divided words are found."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", text)


@pytest.fixture(scope="module")
def example_pdf() -> bytes:
    return write_plan_pdf(EXAMPLE, fingerprint=fingerprint(EXAMPLE))


def test_the_example_is_accessible_and_archivable(example_pdf: bytes) -> None:
    assert faults(example_pdf) == []


def test_it_says_what_it_is(example_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(example_pdf)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Verksamhetsplan och budget 2021"
        assert metadata["dc:creator"] == ["Södertörnskommunerna"]
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["xmp:CreateDate"].startswith("2021-01-14")
        assert str(pdf.Root.Lang) == "sv"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/Outlines" in pdf.Root


def structure(pdf: bytes) -> list[str]:
    """The kinds of all structure elements, in reading order."""
    found: list[str] = []

    def walk(element: object) -> None:
        if isinstance(element, pikepdf.Array):
            for one in element:
                walk(one)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append(str(element.S))
            walk(element.get("/K"))

    with pikepdf.open(BytesIO(pdf)) as opened:
        walk(opened.Root.StructTreeRoot.K)
    return found


def test_headings_tables_and_drawings_are_tagged(example_pdf: bytes) -> None:
    kinds = structure(example_pdf)
    assert kinds.count("/H1") == 14
    assert kinds.count("/Table") >= 12
    assert kinds.count("/TH") > 50
    assert kinds.count("/Figure") == 1
    assert {"/TOC", "/L", "/Note", "/Link"} <= set(kinds)


def test_everything_in_the_plan_is_on_its_pages(example_pdf: bytes) -> None:
    text = words("".join(pages(example_pdf)))
    assert EXAMPLE.programme is not None
    said = [member.name for member in EXAMPLE.cooperation.members]
    said += [section.heading for section in EXAMPLE.prose]
    said += [activity.title for activity in EXAMPLE.activities if activity.title]
    said += [activity.comment for activity in EXAMPLE.activities if activity.comment]
    said += [one.title for area in EXAMPLE.programme.focus_areas for one in area.subgoals]
    said += [decision.text for decision in EXAMPLE.decisions]
    said += [chair.person for body in EXAMPLE.bodies for chair in body.chairs]
    said += ["Beslutad 14 januari 2021 av Samarbetskommittén", "torsdag 2 september", "13.00–14.30"]
    said += ["4 kr × 507 552 invånare = 2 030 208 kr", "ca 1 586 000 kr", "452 936 kr"]
    assert [one for one in said if words(one) not in text] == []


def test_the_action_plan_lies_down_and_every_page_has_its_number(example_pdf: bytes) -> None:
    read = pypdfium2.PdfDocument(example_pdf)
    lying = [number for number, one in enumerate(read, 1) if one.get_width() > one.get_height()]
    texts = pages(example_pdf)
    assert lying == list(range(lying[0], lying[-1] + 1))
    assert all("Aktivitet" in texts[number - 1] for number in lying)
    for number, text in enumerate(texts[1:], 2):
        assert f"{number} ({len(texts)})" in text


def test_a_frozen_plan_carries_its_fingerprint(example_pdf: bytes) -> None:
    assert all(fingerprint(EXAMPLE) in text for text in pages(example_pdf)[1:])
    assert "SHA-256" not in "".join(pages(write_plan_pdf(EXAMPLE)))


def test_the_same_plan_gives_the_same_bytes(example_pdf: bytes) -> None:
    assert write_plan_pdf(EXAMPLE, fingerprint=fingerprint(EXAMPLE)) == example_pdf


def test_in_english() -> None:
    pdf = write_plan_pdf(EXAMPLE, language="en")
    text = words("".join(pages(pdf)))
    for said in ("Contents", "Action plan 2021", "SEK 2,030,208", "Thursday 2 September", "Annex 1"):
        assert words(said) in text
    assert faults(pdf) == []


def test_without_its_family_it_is_set_in_another(tmp_path: Path) -> None:
    pdf = write_plan_pdf(EXAMPLE, theme=Theme(fonts=tmp_path / "none"))
    assert faults(pdf) == []
    assert b"Libertinus" in pdf


def test_a_plan_with_next_to_nothing() -> None:
    pdf = write_plan_pdf(LEAST)
    assert faults(pdf) == []
    assert "Utkast, inte beslutat" in pages(pdf)[0]


def test_the_accent_is_the_cooperations_own() -> None:
    plan = replace(LEAST, prose=(Section(heading="Syfte"),))
    assert write_plan_pdf(plan, theme=Theme(accent="#aa0000")) != write_plan_pdf(plan)


def test_nothing_in_the_plan_is_taken_for_markup() -> None:
    odd = PlanDocument(
        year=2021,
        title=ODD,
        cooperation=Cooperation(name=ODD, members=(Member(name=ODD),)),
        decided=date(2021, 1, 14),
        language=ODD,
        bodies=(Body(name=ODD, kind="network", abbreviations=(ODD,), description=ODD),),
        programme=Programme(
            title=ODD,
            vision=ODD,
            overall_goal=ODD,
            aligned_to=(ODD,),
            focus_areas=(FocusArea(name=ODD, goal=ODD, group=ODD, subgoals=(Subgoal(title=ODD),)),),
        ),
        activities=(Activity(title=ODD, focus_area=ODD, subgoals=(ODD,), comment=ODD),),
        meetings=(Meeting(body=ODD, date=date(2021, 2, 3), note=ODD),),
        budget=Budget(costs=(BudgetLine(title=ODD, amount=Money(-1)),)),
        prose=(Section(heading=ODD, blocks=(prose.paragraph(ODD), prose.bullets([ODD]))),),
    )
    pdf = write_plan_pdf(odd)
    shown = words(ODD.replace("😀", "□").replace("漢", "□").replace("字", "□"))
    assert faults(pdf) == []
    text = words("".join(pages(pdf)))
    assert text.count(shown) >= 20


def test_prose_of_every_kind() -> None:
    blocks = (
        prose.Heading(4, (prose.Text("Djup rubrik"), prose.Footnote("not"))),
        prose.Heading(1, ()),
        prose.Paragraph(
            (
                prose.Text("fet", ("bold",)),
                prose.Text("länk", (), "https://exempel.se/?a=1&b=[2]"),
                prose.Footnote("Fotnot"),
            )
        ),
        prose.ListBlock(
            ((prose.Heading(2, (prose.Text("I en lista"),)), prose.bullets(["inre"])), ()), ordered=True
        ),
        prose.Table((((prose.Text("Huvud"),), ()), ((prose.Text("cell"),),), ())),
        prose.Table(()),
    )
    plan = replace(LEAST, prose=(Section(heading="", blocks=blocks), Section(heading="B", part="programme")))
    pdf = write_plan_pdf(plan)
    assert faults(pdf) == []
    text = "".join(pages(pdf))
    for said in ("Djup rubrik (not)", "länk", "Fotnot", "I en lista", "inre", "Huvud", "cell", "Utan rubrik"):
        assert said in text


def test_rows_and_tables_longer_than_a_page_are_shown_whole() -> None:
    long = " ".join(f"ord{number}" for number in range(3000))
    activities = (
        Activity(title="Lång", comment=long),
        *(Activity(title=f"Aktivitet nr {n}") for n in range(120)),
    )
    areas = tuple(
        FocusArea(name=f"Område {n}", subgoals=tuple(Subgoal(title=f"Delmål {n}.{m}") for m in range(9)))
        for n in range(12)
    )
    meetings = tuple(Meeting(body="Styrelsen", date=date(2021, 1 + n % 12, 1 + n // 12)) for n in range(100))
    plan = replace(
        LEAST, activities=activities, meetings=meetings, programme=Programme(title="P", focus_areas=areas)
    )
    pdf = write_plan_pdf(plan)
    assert faults(pdf) == []
    text = "".join(pages(pdf))
    for said in ("ord0", "ord1500", "ord2999", "Aktivitet nr 119", "Delmål 11.8", "8 december"):
        assert said in text
    assert words(text).count(words("Delmål 11.8")) >= 3


def test_long_compounds_in_titles_are_divided_at_the_edge() -> None:
    long = "Verksamhetsplaneringsförutsättningsutredning"
    section = Section(heading=f"Kommunikationssamordningsgruppens {long.lower()}")
    pdf = write_plan_pdf(replace(LEAST, title=f"{long} 2021", prose=(section,)))
    for one in pypdfium2.PdfDocument(pdf):
        read = one.get_textpage()
        furthest = max(read.get_charbox(at)[2] for at in range(read.count_chars()))
        assert furthest < one.get_width() - 60


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(plan_documents)
@example(
    replace(LEAST, title="\x00\ue000", cooperation=Cooperation(name="\u200b", members=(Member(name=" "),)))
)
@example(replace(LEAST, decided=date(1, 1, 1), language="x"))
def test_every_plan_can_be_printed(plan: PlanDocument) -> None:
    assert faults(write_plan_pdf(plan)) == []


def test_a_stream_that_ends_in_a_carriage_return_is_parted_from_the_keyword_after_it() -> None:
    made, written = pikepdf.new(), BytesIO()
    streams = [b"% first\r", b"% second\n", b"% third\r"]
    for content in streams:
        made.add_blank_page().Contents = made.make_stream(content)
    made.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    parted = unambiguous(written.getvalue())
    assert parted.count(b"\r\r\nendstream") == 2
    with pikepdf.open(BytesIO(parted), attempt_recovery=False) as opened:
        assert [one.Contents.read_raw_bytes() for one in opened.pages] == streams
        assert opened.check_pdf_syntax() == []
