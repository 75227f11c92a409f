"""One colour a speaker: as many as a page needs, far apart, and readable as text on light and on dark paper.

Colours are made in OKLCH (Ottosson 2020), where equal steps of hue look equally far apart, and brought into sRGB by
lowering the chroma. No page relies on them alone: names, numbers and underline styles say the same.
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

LIGHT_PAPER = "#fbfaf6"
DARK_PAPER = "#171614"

# Neighbours in this list lie far apart on the wheel, so that a page with few speakers gets the most unlike ones.
_HUES = (245, 45, 145, 325, 85, 195, 15, 285, 115, 225, 65, 345, 170, 305, 30, 265)


class Colour(NamedTuple):
    """A speaker's colour as ``#rrggbb``, for light and for dark paper."""

    light: str
    dark: str


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _hex(lightness: float, chroma: float, hue: float) -> str:
    while chroma > 0 and not all(0 <= part <= 1 for part in _linear(lightness, chroma, hue)):
        chroma -= 0.004
    encoded = (12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in _linear(lightness, chroma, hue))
    return "#" + "".join(f"{round(255 * min(1, max(0, part))):02x}" for part in encoded)


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two ``#rrggbb`` colours (1 to 21)."""

    def luminance(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def palette() -> tuple[Colour, ...]:
    """The colours, in the order in which speakers get them; a page with more speakers than colours begins again."""
    strong = [Colour(_hex(0.45, 0.13, hue), _hex(0.78, 0.11, hue)) for hue in _HUES]
    deep = [Colour(_hex(0.36, 0.09, hue + 10), _hex(0.87, 0.07, hue + 10)) for hue in _HUES[:8]]
    return (*strong, *deep)
