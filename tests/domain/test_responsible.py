import pytest

from radslag.domain.plan_document import Responsible
from radslag.domain.responsible import Parties, parse_responsible

PARTIES = Parties(
    members=("Haninge", "Huddinge", "Nynäshamn", "Botkyrka"),
    bodies={
        "Planeringsnätverket": "Planeringsnätverket",
        "SUP": "Planeringsnätverket",
        "SNUG": "Näringslivsnätverket",
        "Klimatnätverket": "Klimatnätverket",
        "Nätverket för mark och exploatering": "Nätverket för mark och exploatering",
    },
    area="Södertörn",
    secretariat="Kansliet",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SUP", [Responsible(body="Planeringsnätverket")]),
        ("klimatnätverket", [Responsible(body="Klimatnätverket")]),
        ("Södertörn och SUP", [Responsible(body="Kansliet"), Responsible(body="Planeringsnätverket")]),
        ("Södertörns kansli.", [Responsible(body="Kansliet")]),
        (
            "SNUG (Haninge, Nynäshamn, Huddinge)",
            [Responsible(body="Näringslivsnätverket", leads=("Haninge", "Nynäshamn", "Huddinge"))],
        ),
        ("SNUG (Huddinge och", [Responsible(body="Näringslivsnätverket", leads=("Huddinge",))]),
        (
            "Södertörn, SUP, Klimatnätverket (laddinfrastruktur)",
            [
                Responsible(body="Kansliet"),
                Responsible(body="Planeringsnätverket"),
                Responsible(body="Klimatnätverket", part="laddinfrastruktur"),
            ],
        ),
        (
            "Huddinge kommun/nätverket för mark och exploatering",
            [Responsible(member="Huddinge"), Responsible(body="Nätverket för mark och exploatering")],
        ),
        (
            "Huddinge, Haninge,\n Botkyrka",
            [Responsible(member="Huddinge"), Responsible(member="Haninge"), Responsible(member="Botkyrka")],
        ),
        (
            "Trafikverket, Region Stockholm",
            [Responsible(text="Trafikverket"), Responsible(text="Region Stockholm")],
        ),
        (
            "SUP samt, vid behov, medverkan från övriga nätverk",
            [
                Responsible(body="Planeringsnätverket"),
                Responsible(text="vid behov, medverkan från övriga nätverk"),
            ],
        ),
        ("Supporten", [Responsible(text="Supporten")]),
        ("(ännu ej utsedd)", [Responsible(text="(ännu ej utsedd)")]),
        ("", []),
        (" och , ", []),
    ],
)
def test_who_is_responsible(text: str, expected: list[Responsible]) -> None:
    assert parse_responsible(text, PARTIES) == tuple(expected)


def test_without_a_secretariat_the_area_is_just_a_name() -> None:
    assert parse_responsible("Södertörn", Parties(area="Södertörn")) == (Responsible(text="Södertörn"),)


def test_a_member_named_like_the_area_is_the_member() -> None:
    parties = Parties(members=("Gotland",), area="Gotland", secretariat="Kansliet")
    assert parse_responsible("Gotland", parties) == (Responsible(member="Gotland"),)
