"""Takes a picture of every page, letter and page of a PDF, to be looked at: pictures/index.html.

Both languages, on a phone and on a desk; public pages as a stranger sees them, others as the secretary does.
Numbered pages beyond the desk are alike, so one of each kind is enough.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
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
ADDRESS = re.compile(r"(http://[\w.]+:\d+/).* (http://\S+)")
SECRETARY = "kansli@radslag.example"  # made an operator, who may begin cooperations
NUMBER = re.compile(r"/\d{1,3}/")
START, DESK, DOOR, BEGINNING = "sodertorn/", "arbete/", "konto/", "ny-samverkan/"
NOT_OPENED = ("/logga-ut/", "/lank/", "/inbjudan/", "/oidc/", "/saml/")
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
        tempfile.TemporaryDirectory() as data,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        with example_site(data) as (address, link):
            pages, documents = public_pages(browser, address)
            pages += pages_of_the_secretary(browser, address, link)
        pages += letters(browser, Path(data))
    for document in documents:
        pages += pages_of(document)
    write_index(pages)
    print(f"{len(pages)} pictures: {(PICTURES / 'index.html').as_uri()}")
    return 0


@contextmanager
def example_site(data: str) -> Iterator[tuple[str, str]]:
    """A server of the example, on data of its own; gives its address and a link that signs one in."""
    command, environment = [sys.executable, "-m", "radslag"], scratch(data)
    for words in (["example"], ["operator", SECRETARY]):
        subprocess.run([*command, *words], env=environment, check=True, stdout=subprocess.DEVNULL)
    with subprocess.Popen([*command, "serve"], env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None  # noqa: S101
            found = next(found for line in server.stdout if (found := ADDRESS.search(line)))
            yield found[1], found[2]
        finally:
            server.terminate()


def scratch(data: str | Path) -> dict[str, str]:
    """The environment of a program that keeps its data there."""
    return os.environ | {"RADSLAG_DATA": str(data), "PYTHONUNBUFFERED": "1"}


def windows_of(browser: Browser) -> dict[str, Page]:
    """A window of each size."""
    return {
        name: browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE").new_page()
        for name, (width, height) in SIZES.items()
    }


def public_pages(browser: Browser, address: str) -> tuple[list[Path], list[Path]]:
    """Pictures of every page that a stranger reaches from the address, and the PDFs found on the way."""
    reached = walk(windows_of(browser), [address], lambda url: url.startswith(address))
    documents = [fetched(url) for url in reached if url.endswith(".pdf")]
    return [picture for pictures in reached.values() for picture in pictures], documents


def pages_of_the_secretary(browser: Browser, address: str, link: str) -> list[Path]:
    """Pictures of the desk, the door, the beginning and a plan for next year, signed in."""
    windows = windows_of(browser)
    window = windows["desktop"]
    window.goto(link)
    window.locator("form button[type=submit]").last.click()
    windows["phone"].context.add_cookies(window.context.cookies())  # type: ignore[arg-type]
    form = f"{address}{START}{DESK}nasta-ar/"
    asked = [picture_of(windows[name], form, name, "nästa-år-frågor") for name in ("phone", "desktop")]
    window.locator("form button[type=submit]").last.click()
    window.wait_for_load_state("networkidle")
    seen: set[str] = set()

    def of_the_secretary(url: str) -> bool:
        path = url.removeprefix(address)
        kind = NUMBER.sub("/n/", path)
        if kind in seen or any(each in url for each in NOT_OPENED):
            return False
        seen.add(kind)
        return f"/{DESK}" in path or path.startswith((DOOR, BEGINNING))

    places = (f"{START}{DESK}", f"{START}en/{DESK}", DOOR, BEGINNING, f"{BEGINNING}en/")
    reached = walk(windows, [address + place for place in places], of_the_secretary)
    return asked + [picture for pictures in reached.values() for picture in pictures]


def walk(windows: dict[str, Page], start: list[str], wanted: Callable[[str], bool]) -> dict[str, list[Path]]:
    """The pictures of all pages reached from the first, by address; a PDF has none."""
    waiting = list(start)
    reached: dict[str, list[Path]] = {url: [] for url in start}
    while waiting:
        url = waiting.pop(0)
        if url.endswith(".pdf"):
            continue
        reached[url] = [picture_of(window, url, name) for name, window in windows.items()]
        found = [link for link in links_of(windows["desktop"]) if link not in reached]
        new = [link for link in sorted(set(found)) if wanted(link)]
        reached |= {link: [] for link in new}
        waiting += new
    return reached


def letters(browser: Browser, data: Path) -> list[Path]:
    """Pictures of a letter of each kind in each language, as whoever gets it sees it."""
    folder = data / "samples"
    folder.mkdir()
    script = Path(__file__).with_name("sample_letters.py")
    subprocess.run([sys.executable, script, folder], env=scratch(data), check=True)
    return [
        picture_of(window, letter.as_uri(), size, letter.stem)
        for size, window in windows_of(browser).items()
        for letter in sorted(folder.iterdir())
    ]


def links_of(page: Page) -> list[str]:
    """The pages and PDFs that the page links to, without what is asked of them."""
    hrefs: list[str] = page.eval_on_selector_all("a[href]", HREFS)
    plain = (href.split("#")[0] for href in hrefs if "?" not in href)
    return [href for href in plain if href.endswith(("/", ".pdf")) and "/static/" not in href]


def file_of(url: str) -> str:
    """A file name that says which page it is."""
    return urlsplit(url).path.strip("/").replace("/", "·") or "start"


def picture_of(page: Page, url: str, size: str, name: str = "") -> Path:
    """The whole page, in the window it is given."""
    page.goto(url, wait_until="networkidle")
    picture = PICTURES / f"{name or file_of(url)}·{size}.png"
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
