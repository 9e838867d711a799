"""The plan as a document to read, print and archive: PDF/UA-1 and PDF/A-2a in one file, set by Typst."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from radslag.domain.colours import ACCENT
from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_pdf.composition import compose
from radslag.press.exchange.plan_pdf.typesetting import typeset
from radslag.press.exchange.words import Language, Words

FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True)
class Theme:
    """How the document looks: the one colour beside black, and the folder that has Inter as TrueType files.

    While the folder is missing the text is set in Libertinus Serif, which Typst carries.
    """

    accent: str = ACCENT
    fonts: Path = FONTS


def write_plan_pdf(
    document: PlanDocument,
    *,
    language: Language = "sv",
    theme: Theme = Theme(),
    fingerprint: str | None = None,
) -> bytes:
    """The whole plan with its action plan and programme as annexes; the same plan gives the same bytes.

    `language` is that of labels, dates and sums; what the plan says stays in its own. `fingerprint` is set
    at the foot of every page of a frozen plan. A character that no font has is shown as □.
    """
    content = compose(document, Words(language))
    look = {"accent": theme.accent, "fingerprint": fingerprint}
    return typeset(content | look, fonts=theme.fonts, dated=document.decided)
