"""What a ladder is drawn on: its measures at each width, and the SVG so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Drawing:
    """The measures of one drawing, in CSS pixels at the width that it is drawn for."""

    css: str
    width: int
    height: int
    left: int
    font: int
    days: int
    labels: bool
    lane: int = 40
    right: int = 26
    top: int = 18


WIDE = Drawing("wide", width=920, height=330, left=84, font=13, days=8, labels=True)
NARROW = Drawing("narrow", width=340, height=320, left=64, font=13, days=3, labels=False, right=18)


@dataclass(slots=True)
class Canvas:
    drawing: Drawing
    parts: list[str] = field(default_factory=list)

    def put(self, markup: str, *values: object) -> None:
        self.parts.append(Markup(markup).format(*values))
