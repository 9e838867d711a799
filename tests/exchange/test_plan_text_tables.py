"""The action plan laid out anew – other widths, fewer columns, no space between cells – is the same plan."""

import textwrap

import pytest

from exchange.founding import founding_text, needs_founding_document
from radslag.domain.plan_document import Activity, PlanDocument, Responsible
from radslag.press.exchange.plan_text import read_plan_text

pytestmark = needs_founding_document

HEADS = {
    "subgoal": "Delmål",
    "activity": "Aktivitet",
    "responsible": "Ansvarig",
    "cost": "Kostnad",
    "time": "Tid",
    "comment": "Kommentar",
}
WIDTHS = {"subgoal": 38, "activity": 46, "responsible": 18, "cost": 18, "time": 12, "comment": 66}
Cells = dict[str, str]


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    return read_plan_text(founding_text())


def party(plan: PlanDocument, responsible: Responsible) -> str:
    shorts = {body.name: (*body.abbreviations, body.name)[0] for body in plan.bodies}
    name = shorts.get(responsible.body or "") or responsible.member or responsible.text or ""
    inside = ", ".join(responsible.leads) or responsible.part
    return f"{name} ({inside})" if inside else name


def rows_of(plan: PlanDocument) -> list[tuple[str | None, Cells]]:
    """The cells of every activity, with its sub-goals where they differ from those of the row above."""
    rows: list[tuple[str | None, Cells]] = []
    above: tuple[str, ...] = ()
    for activity in plan.activities:
        cells = {
            "subgoal": "" if activity.subgoals == above else ". ".join(activity.subgoals) + ".",
            "activity": activity.title or "",
            "responsible": ", ".join(party(plan, each) for each in activity.responsible),
            "cost": activity.cost.text if activity.cost else "",
            "time": activity.time.text if activity.time else "",
            "comment": activity.comment or "",
        }
        rows.append((activity.focus_area, cells))
        above = activity.subgoals
    return rows


def laid_out(plan: PlanDocument, columns: list[str], scale: float, *, spaced: bool) -> str:
    """The plan as a viewer copies it when its columns are so many times as wide."""
    assert plan.programme is not None
    goals = {area.name: f"{area.name} - {area.goal}." for area in plan.programme.focus_areas}
    out = [" ".join(HEADS[column] for column in columns)]
    last: str | None = None
    for area, cells in rows_of(plan):
        if area != last:
            out.append(goals[area or ""])
            last = area
        line = ""
        for column in columns:
            wrapped = textwrap.wrap(
                cells[column], int(WIDTHS[column] * scale), break_long_words=False, break_on_hyphens=False
            )
            first, rest = wrapped[:1], wrapped[1:]
            line = " ".join([line, *first]).strip()
            if rest:
                out += [line, *rest, *[""] * spaced]
                line = ""
        out += [line, *[""] * spaced] if line else []
    lines = founding_text().split("\n")
    return "\n".join([*lines[:261], *out, "", *lines[490:]])


def told(activity: Activity, columns: list[str]) -> tuple[object, ...]:
    values = {
        "activity": activity.title,
        "responsible": activity.responsible,
        "cost": activity.cost and activity.cost.text,
        "time": activity.time and activity.time.text,
        "comment": activity.comment,
    }
    return tuple(values[column] for column in columns if column in values)


@pytest.mark.parametrize("scale", [0.7, 1.5])
@pytest.mark.parametrize("left_out", ["", "subgoal", "cost", "time", "comment"])
@pytest.mark.parametrize("spaced", [True, False])
def test_another_layout_is_the_same_plan(
    plan: PlanDocument, scale: float, left_out: str, *, spaced: bool
) -> None:
    columns = [column for column in HEADS if column != left_out]
    again = read_plan_text(laid_out(plan, columns, scale, spaced=spaced))
    got = {told(activity, columns) for activity in again.activities}
    wanted = [told(each, columns) for each in plan.activities if any(told(each, columns))]
    right = sum(row in got for row in wanted)
    assert right >= (len(wanted) - 3 if spaced else 0.6 * len(wanted))
    if spaced and left_out not in ("subgoal", "time"):
        assert right == len(again.activities) == len(wanted)


def test_a_group_that_only_the_table_names_is_parted_from_the_comment_beside_it() -> None:
    text = (
        founding_text()
        .replace("Klimatnätverket", "Energigruppen")
        .replace("klimatnätverket", "energigruppen")
    )
    activities = read_plan_text(text).activities
    assert len(activities) == 22
    assert activities[19].responsible == (Responsible(body="Energigruppen"),)
    assert (activities[19].comment or "").startswith("Uppföljning av seminariet")
