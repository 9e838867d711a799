"""The reference pages say what the code does."""

import pytest

import reference


@pytest.mark.parametrize("name", reference.pages())
def test_every_page_is_current(name: str) -> None:
    page = reference.REFERENCE / name
    assert page.read_text(encoding="utf-8") == reference.pages()[name], "run make docs"


def test_no_other_page_is_kept() -> None:
    assert {page.name for page in reference.REFERENCE.iterdir()} == set(reference.pages())
