"""An emblem is told by what it holds, and does nothing but be seen."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.press.exchange.emblem import LARGEST_EMBLEM, Fault, NotAnEmblemError, form_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


def fault_of(data: bytes) -> Fault:
    with pytest.raises(NotAnEmblemError) as caught:
        form_of(data)
    return caught.value.fault


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpg"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        ((SVG % "<path d='M0 0h8v8z'/>").encode(), "svg"),
        (
            ("\ufeff<?xml version='1.0' encoding='UTF-8'?><!-- ö -->" + SVG % "<title>Å</title>").encode(),
            "svg",
        ),
    ],
)
def test_the_kind_is_told_by_what_the_file_holds(data: bytes, form: str) -> None:
    assert form_of(data) == form


@pytest.mark.parametrize(
    "drawn",
    [
        "<style>.a{fill:#123}</style><g class='a'><rect width='1' height='1'/></g>",
        "<defs><linearGradient id='g'/></defs><path fill='url(#g)' d='M0 0'/>",
        "<use xlink:href='#a'/>",
        "<metadata><d:t xmlns:d='http://purl.org/dc/elements/1.1/'>x</d:t></metadata>",
    ],
)
def test_what_drawing_programs_write_is_let_through(drawn: str) -> None:
    assert form_of((SVG % drawn).encode()) == "svg"


@pytest.mark.parametrize(
    "drawn",
    [
        "<script>alert(1)</script>",
        "<path onclick='alert(1)' d='M0 0'/>",
        "<a xlink:href='https://elsewhere.example/'><path d='M0 0'/></a>",
        "<use xlink:href='https://elsewhere.example/#a'/>",
        "<use href='javascript:alert(1)'/>",
        "<image href='https://elsewhere.example/a.png'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        "<style>@import 'https://elsewhere.example/a.css';</style>",
        "<style>.a{background:url(https://elsewhere.example/a)}</style>",
        r"<style>.a{background:\75rl(//elsewhere.example)}</style>",
        "<path style='fill:url(&quot;//elsewhere.example/a#b&quot;)' d='M0 0'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<?xml-stylesheet href='https://elsewhere.example/a.css'?>",
        "<g xml:base='https://elsewhere.example/'/>",
    ],
)
def test_an_svg_that_does_more_than_be_seen_is_refused(drawn: str) -> None:
    assert fault_of((SVG % drawn).encode()) is Fault.DOES_MORE


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
        "<?xml version='1.0' encoding='iso-8859-1'?>",
        "<?xml-stylesheet href='https://elsewhere.example/a.css'?>",
    ],
)
def test_nothing_comes_in_before_the_picture(before: str) -> None:
    assert fault_of((before + SVG % "").encode()) is Fault.DOES_MORE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html><html><script>alert(1)</script></html>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"GIF89a",
        b"<svg/>",
        (SVG % "").encode("utf-16"),
        (SVG % "")[:-3].encode(),
    ],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(data: bytes) -> None:
    assert fault_of(data) is Fault.NO_PICTURE


def test_a_large_file_is_refused_before_it_is_read() -> None:
    assert fault_of(b"\x89PNG\r\n\x1a\n" + b"x" * LARGEST_EMBLEM) is Fault.TOO_LARGE


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: (SVG % text).encode("utf-8", "ignore"))
)
def test_any_file_is_told_or_refused(data: bytes) -> None:
    with suppress(NotAnEmblemError):
        assert form_of(data) in {"png", "jpg", "webp", "svg"}
