import dataclasses
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from exchange.strategies import plan_documents
from radslag.domain.money import Money
from radslag.domain.plan_document import (
    Activity,
    Budget,
    Cooperation,
    Cost,
    Fee,
    Finding,
    InForce,
    PlanDocument,
    Programme,
    Section,
)
from radslag.domain.prose import paragraph
from radslag.press.exchange.plan_json import (
    PlanJsonError,
    canonical,
    fingerprint,
    from_json,
    read_plan_json,
    to_json,
    write_plan_json,
)

SMALL = PlanDocument(
    year=2021,
    title="Verksamhetsplan",
    cooperation=Cooperation(name="Åsalandet"),
    programme=Programme(title="Program", in_force=InForce(from_=date(2019, 1, 1))),
    activities=(
        Activity(title="Bygga bro", cost=Cost(text="12,50 kr", amount=Money(1250))),
        Activity(title=None, comment="Ingen aktivitet."),
    ),
    budget=Budget(fee=Fee(per_inhabitant=Money.from_kronor(4))),
    prose=(Section(heading="Syfte", blocks=(paragraph("Vi samverkar."),)),),
)


@given(plan_documents)
def test_what_is_written_is_read_back(plan: PlanDocument) -> None:
    assert read_plan_json(write_plan_json(plan)) == plan
    assert from_json(to_json(plan)) == plan


@given(plan_documents)
def test_json_written_by_others_is_read_the_same(plan: PlanDocument) -> None:
    assert from_json(json.loads(json.dumps(to_json(plan)))) == plan


def test_the_form() -> None:
    assert to_json(SMALL) == {
        "format": "radslag-plan/1",
        "year": 2021,
        "title": "Verksamhetsplan",
        "cooperation": {"name": "Åsalandet"},
        "language": "sv",
        "programme": {"title": "Program", "in_force": {"from": "2019-01-01"}},
        "activities": [
            {"title": "Bygga bro", "cost": {"text": "12,50 kr", "amount": 12.5}},
            {"comment": "Ingen aktivitet."},
        ],
        "budget": {"fee": {"per_inhabitant": 4}},
        "prose": [
            {
                "heading": "Syfte",
                "part": "plan",
                "blocks": [{"type": "paragraph", "content": [{"type": "text", "text": "Vi samverkar."}]}],
            }
        ],
    }


def test_the_file_is_readable_text() -> None:
    text = write_plan_json(SMALL).decode("utf-8")
    assert '\n  "title": "Verksamhetsplan",\n' in text
    assert "Åsalandet" in text


@pytest.mark.parametrize(("written", "ore"), [("0.07", 7), ("1586000.10", 158600010), ("2030208", 203020800)])
def test_sums_are_exact(written: str, ore: int) -> None:
    plan = f'{{"format": "radslag-plan/1", "title": "P", "cooperation": {{"name": "S"}}, \
        "budget": {{"income": [{{"title": "Avgifter", "amount": {written}}}]}}}}'
    read = read_plan_json(plan.encode())
    assert read.budget is not None
    assert read.budget.income[0].amount == Money(ore)
    assert read_plan_json(write_plan_json(read)) == read


def test_the_fingerprint_is_of_what_the_plan_says() -> None:
    checked = dataclasses.replace(
        SMALL, findings=(Finding(rule="r", severity="error", message="Fel.", places=()),)
    )
    assert fingerprint(checked) == fingerprint(SMALL)
    assert fingerprint(dataclasses.replace(SMALL, year=2022)) != fingerprint(SMALL)
    assert len(fingerprint(SMALL)) == 64
    assert canonical(SMALL).startswith(b'{"activities":[{"cost":{"amount":12.5,"text":')


def test_the_fingerprint_of_a_frozen_plan_never_changes() -> None:
    assert fingerprint(SMALL) == "36abfd50b7cc0de8a379925cc2544c198b342a152b30d576f564fbc1cc6208bd"


def changed(pointer: str, value: object) -> dict[str, Any]:
    data = to_json(SMALL)
    *steps, last = pointer.strip("/").split("/")
    target: Any = data
    for step in steps:
        target = target[int(step) if isinstance(target, list) else step]
    target[int(last) if isinstance(target, list) else last] = value
    return data


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/format", "radslag-plan/2", "”radslag-plan/1”"),
        ("/year", "2021", "ett heltal"),
        ("/year", True, "ett heltal"),
        ("/title", 7, "en text"),
        ("/year", 10**21, "ett heltal av rimlig storlek"),
        ("/title", "halv \ud83d", "en text"),
        ("/title", "ingen \0", "en text"),
        ("/prose/0/blocks/0/content/0/text", "halv \ud83d", "en text"),
        ("/decided", "20210114", "ett datum"),
        ("/decided", "2021-02-30", "ett datum"),
        ("/meetings", {}, "en lista"),
        ("/places", [], "ett objekt"),
        ("/activities/0", "Bygga bro", "ett objekt"),
        ("/activities/0/cost/amount", 12.505, "två decimaler"),
        ("/activities/0/cost/amount", "12.50", "två decimaler"),
        ("/activities/0/cost/amount", float("inf"), "två decimaler"),
        ("/activities/0/cost/approximate", 1, "true eller false"),
        ("/prose/0/part", "annex", "ett av plan, programme"),
        ("/prose/0/blocks/0", {"type": "script"}, "rätta det"),
    ],
)
def test_a_misfit_is_told_with_its_place_and_remedy(pointer: str, value: object, expected: str) -> None:
    with pytest.raises(PlanJsonError) as caught:
        from_json(changed(pointer, value))
    assert caught.value.pointer == pointer
    assert pointer in str(caught.value)
    assert expected in str(caught.value)
    str(caught.value).encode()


def test_a_key_that_is_no_text_is_refused_where_it_stands() -> None:
    with pytest.raises(PlanJsonError, match="Värdet vid /places ska vara en text"):
        from_json(to_json(SMALL) | {"places": {"/ti\0tle": {"line": 1}}})


def test_a_missing_field_is_told() -> None:
    data = to_json(SMALL)
    del data["cooperation"]["name"]
    with pytest.raises(PlanJsonError, match="Fältet /cooperation/name saknas; lägg till det"):
        from_json(data)


def test_an_unknown_field_is_told_not_lost() -> None:
    with pytest.raises(PlanJsonError, match="Fältet /activities/0/till~1från finns inte"):
        from_json({**to_json(SMALL), "activities": [{"till/från": 1}]})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "inte giltig JSON från rad 1, tecken 1"),
        (b'{"format": "radslag-plan/1",\n "year" 2021}', "rad 2, tecken 9"),
        (b"%PDF-1.7", "inte giltig JSON"),
        (b'"\xe5\xe4\xf6"', "UTF-8"),
        (b"[" * 100_000, "läsa som JSON"),
        (b'{"year": NaN}', "NaN"),
        (b'{"year": 1, "year": 2}', "två gånger"),
        (b"[]", "ska vara ett objekt"),
        (b'{"year": ' + b"9" * 5000 + b"}", "läsa som JSON"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(PlanJsonError, match=message) as caught:
        read_plan_json(data)
    assert "\n" not in str(caught.value)


def test_an_enormous_exponent_is_refused_at_once() -> None:
    data = write_plan_json(SMALL).replace(b"12.5,", b"1e999999999,").replace(b"12.5\n", b"1e999999999\n")
    with pytest.raises(PlanJsonError, match="två decimaler"):
        read_plan_json(data)
