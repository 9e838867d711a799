"""The tones that pages need of one chosen colour, each dark enough to be read (WCAG 2.2).

Tones are made in linear light, where luminance adds up: towards black by scaling, towards white by mixing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

ACCENT = "#0b5a6b"
"""The colour of an installation, and of a cooperation that has chosen none."""
TEXT_CONTRAST = 4.5
OTHER_CONTRAST = 3.0
WHITE = "#ffffff"
_MARGIN = 1.04
"""What rounding to whole steps may take away."""
_HEX = re.compile(r"#[0-9a-f]{6}")
_PALE = {
    "background-tinted": 0.9,
    "surface-tinted": 0.8,
    "surface-hover": 0.7,
    "surface-active": 0.6,
    "border-subtle": 0.5,
}
"""The luminance of the tones that only lie behind text or part things for the eye."""


@dataclass(frozen=True)
class _Light:
    """A colour as linear light, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def luminance(self) -> float:
        return 0.2126 * self.red + 0.7152 * self.green + 0.0722 * self.blue


def is_colour(text: str) -> bool:
    """Whether the text is a colour as #rrggbb in small letters."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, 1 to 21, as WCAG counts it."""
    darker, lighter = sorted((_light(one).luminance, _light(other).luminance))
    return (lighter + 0.05) / (darker + 0.05)


def readable(accent: str) -> str:
    """The colour, as much darker as white text on it needs to be read; `ACCENT` for ""."""
    accent = accent or ACCENT
    return accent if contrast(accent, WHITE) >= TEXT_CONTRAST else _toned(accent, _most(TEXT_CONTRAST))


def ramp(accent: str) -> dict[str, str]:
    """Designsystemet's tones of the colour, by what follows `--ds-color-accent-`."""
    base = readable(accent)
    luminance = _light(base).luminance
    pale = {name: _toned(accent, level) for name, level in _PALE.items()}
    on_tint = _light(pale["surface-tinted"]).luminance
    subtle = min(luminance, _most(TEXT_CONTRAST, on_tint))
    return {
        "background-default": WHITE,
        "surface-default": WHITE,
        **pale,
        "border-default": _toned(base, _most(OTHER_CONTRAST, on_tint)),
        "border-strong": _toned(base, subtle),
        "text-subtle": _toned(base, subtle),
        "text-default": _toned(base, min(subtle, 0.03)),
        "base-default": base,
        "base-hover": _toned(base, luminance * 0.65),
        "base-active": _toned(base, luminance * 0.4),
        "base-contrast-default": WHITE,
        "base-contrast-subtle": _toned(base, max(0.86, _least(TEXT_CONTRAST, luminance))),
    }


def style_sheet(accent: str) -> str:
    """The tones as a style sheet that replaces the pages' own."""
    tones = "".join(f"--ds-color-accent-{name}:{tone};" for name, tone in ramp(accent).items())
    return f":root{{{tones}}}\n"


def seal(accent: str) -> str:
    """What tells the style sheet of the colour from any other that it might have had."""
    return hashlib.sha256(style_sheet(accent).encode()).hexdigest()[:12]


def _most(wanted: float, behind: float = 1.0) -> float:
    """The most luminance that has the contrast against a lighter one."""
    return (behind + 0.05) / (wanted * _MARGIN) - 0.05


def _least(wanted: float, behind: float) -> float:
    """The least luminance that has the contrast against a darker one."""
    return min(1.0, (behind + 0.05) * wanted * _MARGIN - 0.05)


def _toned(colour: str, luminance: float) -> str:
    """The colour made darker or lighter until it has that luminance."""
    light = _light(colour)
    parts, has = (light.red, light.green, light.blue), light.luminance
    if luminance <= has:
        share = luminance / has if has else 0.0
        return _hex([part * share for part in parts])
    share = (luminance - has) / (1 - has)
    return _hex([part + (1 - part) * share for part in parts])


def _light(colour: str) -> _Light:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _Light(*(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts))


def _hex(parts: list[float]) -> str:
    shown = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02x}" for part in shown)
