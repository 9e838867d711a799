"""The chain that the register hangs in."""

from dataclasses import replace

import pytest

from radslag.domain.chain import BEGINNING, Link, first_break, seal


def a_chain(length: int) -> list[Link]:
    links: list[Link] = []
    previous = BEGINNING
    for number in range(1, length + 1):
        content = {"verb": "gjorde", "subject": f"sak {number}"}
        link = Link(number, content, previous, seal(number, content, previous))
        links.append(link)
        previous = link.seal
    return links


def test_a_whole_chain_holds() -> None:
    links = a_chain(4)
    assert first_break(links, 4, links[-1].seal) is None
    assert first_break([], 0, BEGINNING) is None


def test_the_seal_does_not_depend_on_the_order_of_keys() -> None:
    assert seal(1, {"a": 1, "b": 2}, BEGINNING) == seal(1, {"b": 2, "a": 1}, BEGINNING)


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_changed_entry_is_named(at: int) -> None:
    links = a_chain(4)
    head = links[-1].seal
    links[at] = replace(links[at], content={"verb": "gjorde", "subject": "annat"})
    broken = first_break(links, 4, head)
    assert broken is not None
    assert broken.number == at + 1
    assert "har ändrats" in broken.reason


def test_an_entry_changed_with_its_seal_is_given_away_by_the_next() -> None:
    links = a_chain(4)
    head = links[-1].seal
    content = {"verb": "gjorde", "subject": "annat"}
    links[1] = replace(links[1], content=content, seal=seal(2, content, links[0].seal))
    broken = first_break(links, 4, head)
    assert broken is not None
    assert broken.number == 3


@pytest.mark.parametrize("gone", [0, 1, 3])
def test_a_removed_entry_is_named(gone: int) -> None:
    links = a_chain(4)
    head = links[-1].seal
    del links[gone]
    broken = first_break(links, 4, head)
    assert broken is not None
    assert broken.number == gone + 1
    assert "saknas" in broken.reason
