"""A letter as plain text."""

from radslag.domain.letter import WIDTH, Link, Part, Row, Sheet, one_line, plain_text

LONG = "https://samverkan.example/" + "x" * 100 + "/"
SHEET = Sheet(
    subject="Hej",
    language="sv",
    sender="Samverkan",
    heading="Vecka 22",
    lead=("Det här väntar på dig. " * 10,),
    button=Link("Till ditt skrivbord", LONG),
    parts=(Part("Väntar på dig", (Row("Gemensam vägplan " * 10, "Klart senast 31 maj 2021", LONG),)),),
    foot="Du får det här för att du deltar.",
    ways_out=(Link("Sluta", LONG),),
)


def test_lines_are_narrow_and_addresses_whole() -> None:
    lines = plain_text(SHEET).splitlines()
    assert lines.count(LONG) == 2
    assert f"  {LONG}" in lines
    assert max(len(line) for line in lines if LONG not in line) <= WIDTH


def test_the_parts_come_in_order_and_the_foot_below_its_mark() -> None:
    text = plain_text(SHEET)
    told = (
        "Vecka 22",
        "Till ditt skrivbord:",
        "Väntar på dig\n-------------",
        "\n-- \nSamverkan\nDu får",
        "Sluta:",
    )
    places = [text.index(words) for words in told]
    assert places == sorted(places)


def test_nothing_written_by_somebody_can_end_a_line() -> None:
    assert one_line("Kim\r\nBcc: alla@salem.example\u2028\x00 Ek ") == "Kim Bcc: alla@salem.example Ek"
