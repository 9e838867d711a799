"""The founding document, which lies beside the repository, and the same document about somewhere else."""

import re
from pathlib import Path

import pytest

FOUNDING_DOCUMENT = Path(__file__).parents[3] / "shared/source/verksamhetsplan-2021.txt"
PLANS = Path(__file__).parent / "plans"

needs_founding_document = pytest.mark.skipif(
    not FOUNDING_DOCUMENT.exists(), reason="the founding document is not beside the repository"
)

ELSEWHERE = {
    "Södertörns högskola": "Norrlids högskola",
    "Botkyrka": "Alby",
    "Haninge": "Stora Hult",
    "Huddinge": "Brunnsberga",
    "Nykvarn": "Dals-Kil",
    "Nynäshamn": "Ed",
    "Salem": "Västerköping",
    "Södertälje": "Granvik",
    "Tyresö": "Åby",
    "2021-01-14": "2027-03-05",
    "Boel Godner": "Eva-Karin af Ugglas Lind",
    "Harry Bouveng": "Bo Ek",
    "Rickard Sundbom": "Ann-Sofie Lagerkvist",
    "SNUG": "FORT",
    "SUP": "TRAPP",
    "nätverket för planeringschefer": "nätverket för trafikdirektörer",
    "klimatstrategier": "miljöstrateger",
    "Klimatnätverket": "Miljönätverket",
    "klimatnätverket": "miljönätverket",
    "kommunikationschefer": "pressansvariga",
    "Kommunikations-\nnätverket": "Press-\nnätverket",
    "kommunikations-\nnätverket": "press-\nnätverket",
    "näringslivschefer": "företagschefer",
    "Näringslivschefer": "Företagschefer",
    "nätverket för ekonomidirektörer": "nätverket för kamrerer",
    "2021": "2027",
    "20210114": "20270305",
    "2020": "2026",
    "2019": "2025",
    "2022": "2029",
    "2017-02-02": "2024-11-30",
    "2010-08-18": "1998-01-01",
    "2018-03-21": "2023-12-24",
    "14 januari": "5 mars",
    "16 januari": "1 april",
    "29 september": "3 juni",
    "10 september": "2 maj",
    "21 april": "11 november",
    "4 februari": "9 april",
    "kl 13.00-14.30": "kl 9.15-10.45",
    "kl 12.00-17.00": "kl 8.00-16.30",
    "4 kronor": "42,25 kronor",
    "507 552": "61 803",
    "2 030 208": "2 611 177",
    "1 586 000": "2 000 000",
    "444 208": "611 177",
}


def founding_text() -> str:
    """The text as it was copied out of the PDF viewer."""
    return FOUNDING_DOCUMENT.read_text(encoding="utf-8")


def text_about_elsewhere(area: str = "Norrlid") -> str:
    """The same plan with every name, date and sum another one, in lines of other lengths."""
    words = ELSEWHERE | {"Södertörn": area, "SÖDERTÖRN": area.upper()}
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(word) for word in longest_first))
    return pattern.sub(lambda match: words[match[0]], founding_text())
