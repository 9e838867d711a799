"""Takes a picture of every public page and of every page of every PDF, to be looked at: pictures/index.html.

Both languages, on a phone and on a desk.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import launch_options

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "pictures"
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
DOTS_PER_POINT = 1.5
ADDRESS = re.compile(r"http://[\w.]+:\d+/")
HREFS = "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
INDEX = """<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>Rådslag</title>
<style>
body {{ font: 16px sans-serif; margin: 2rem }}
figure {{ display: inline-block; vertical-align: top; margin: 0 1rem 2rem 0 }}
img {{ display: block; border: 1px solid #999; max-width: 40rem }}
</style>
{figures}
"""
FIGURE = '<figure><figcaption>{title}</figcaption><img loading="lazy" src="{source}" alt=""></figure>'


def main() -> int:
    """Make all pictures anew."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    with (
        example_site() as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        pages, documents = photograph(browser, address)
    for document in documents:
        pages += pages_of(document)
    write_index(pages)
    print(f"{len(pages)} pictures: {(PICTURES / 'index.html').as_uri()}")
    return 0


@contextmanager
def example_site() -> Iterator[str]:
    """A server of the example, on data of its own; gives its address."""
    command = [sys.executable, "-m", "radslag"]
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"RADSLAG_DATA": data, "PYTHONUNBUFFERED": "1"}
        subprocess.run([*command, "example"], env=environment, check=True, stdout=subprocess.DEVNULL)
        with subprocess.Popen(
            [*command, "serve"], env=environment, stdout=subprocess.PIPE, text=True
        ) as server:
            try:
                assert server.stdout is not None  # noqa: S101
                yield next(found.group() for line in server.stdout if (found := ADDRESS.search(line)))
            finally:
                server.terminate()


def photograph(browser: Browser, address: str) -> tuple[list[Path], list[Path]]:
    """Pictures of every page that can be reached from the address, and the PDFs found on the way."""
    windows = {
        name: browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE").new_page()
        for name, (width, height) in SIZES.items()
    }
    waiting, seen = [address], {address}
    pictures: list[Path] = []
    documents: list[Path] = []
    while waiting:
        url = waiting.pop(0)
        if url.endswith(".pdf"):
            documents.append(fetched(url))
        else:
            pictures += [picture_of(window, url, name) for name, window in windows.items()]
            found = {link for link in links_of(windows["desktop"]) if link.startswith(address)} - seen
            seen |= found
            waiting += sorted(found)
    return pictures, documents


def links_of(page: Page) -> list[str]:
    """The pages and PDFs that the page links to, without what is asked of them."""
    hrefs: list[str] = page.eval_on_selector_all("a[href]", HREFS)
    plain = (href.split("#")[0] for href in hrefs if "?" not in href)
    return [href for href in plain if href.endswith(("/", ".pdf")) and "/static/" not in href]


def file_of(url: str) -> str:
    """A file name that says which page it is."""
    return urlsplit(url).path.strip("/").replace("/", "·") or "start"


def picture_of(page: Page, url: str, size: str) -> Path:
    """The whole page, in the window it is given."""
    page.goto(url, wait_until="networkidle")
    picture = PICTURES / f"{file_of(url)}·{size}.png"
    page.screenshot(path=picture, full_page=True)
    return picture


def fetched(url: str) -> Path:
    """The document at the address, kept among the pictures under its own name."""
    document = PICTURES / file_of(url)
    with urlopen(url) as answer:  # noqa: S310
        document.write_bytes(answer.read())
    return document


def pages_of(document: Path) -> list[Path]:
    """Pictures of the pages of a PDF."""
    pictures = []
    for number, page in enumerate(pypdfium2.PdfDocument(document), 1):
        picture = PICTURES / f"{document.name}·{number:02}.png"
        page.render(scale=DOTS_PER_POINT).to_pil().save(picture)
        pictures.append(picture)
    return pictures


def write_index(pictures: list[Path]) -> None:
    """One page with them all."""
    figures = "\n".join(
        FIGURE.format(title=escape(picture.stem), source=escape(picture.name)) for picture in sorted(pictures)
    )
    (PICTURES / "index.html").write_text(INDEX.format(figures=figures), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
