"""The document model for running text."""

from typing import Any

import pytest

from radslag.domain.prose import (
    DEEPEST,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    ProseError,
    Table,
    Text,
    bullets,
    from_json,
    paragraph,
    plain_text,
    to_json,
)

BLOCKS = (
    Heading(1, (Text("Syfte"),)),
    Paragraph(
        (
            Text("Vi "),
            Text("samverkar", ("bold", "italic")),
            Text(" enligt "),
            Text("avtalet", (), "https://exempel.se/avtal"),
            Footnote("Från 2010."),
        )
    ),
    bullets(["ett", "två"]),
    ListBlock(((paragraph("först"), bullets(["inuti"])), (paragraph("sedan"),)), ordered=True),
    Table((((Text("Kommun"),), (Text("Avgift"),)), ((Text("Salem"),), ()))),
)


def test_the_editors_form_gives_the_same_blocks_back() -> None:
    assert from_json(to_json(BLOCKS)) == BLOCKS


def test_plain_text_has_every_word_in_order() -> None:
    assert plain_text(BLOCKS).split("\n") == [
        "Syfte",
        "Vi samverkar enligt avtalet (Från 2010.)",
        "ett",
        "två",
        "först",
        "inuti",
        "sedan",
        "Kommun\tAvgift",
        "Salem\t",
    ]


@pytest.mark.parametrize(
    "nodes",
    [
        "text",
        [{"type": "image", "attrs": {"src": "x"}}],
        [{"type": "heading", "attrs": {"level": 9}}],
        [{"type": "paragraph", "content": "text"}],
        [{"type": "paragraph", "content": [{"type": "text"}]}],
        [{"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [{"type": "blink"}]}]}],
        [{"type": "bulletList", "content": [{"type": "paragraph"}]}],
        [{"type": "table", "content": [{"type": "paragraph"}]}],
        [None],
    ],
)
def test_what_is_not_prose_is_refused(nodes: object) -> None:
    with pytest.raises(ProseError):
        from_json(nodes)


def in_lists(times: int) -> dict[str, Any]:
    """A paragraph inside that many lists."""
    node: dict[str, Any] = {"type": "paragraph"}
    for _ in range(times):
        node = {"type": "bulletList", "content": [{"type": "listItem", "content": [node]}]}
    return node


def test_lists_deeper_than_any_text_has_are_refused() -> None:
    from_json([in_lists(DEEPEST)])
    with pytest.raises(ProseError, match="deep"):
        from_json([in_lists(DEEPEST + 1)])


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//exempel.se", "/a"])
def test_a_link_that_could_do_harm_is_refused(href: str) -> None:
    link = {"type": "link", "attrs": {"href": href}}
    with pytest.raises(ProseError):
        from_json([{"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [link]}]}])
