"""What part each line of an article plays: headline, byline, dateline, teaser, caption or body.

A teaser advertises another article ("Lire aussi : …", a related headline between two paragraphs); its claims are
marked and never corroborate. Judged by the line's shape, as the reading room's markup is often gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from selon.analysis.document import Line
from selon.languages import Language
from selon.model import Furniture, Span

DATELINE = re.compile(r"^[^.!?]{0,40}\b(?:19|20)\d\d\b[^.!?]{0,12}$")
ENDS = re.compile(r"[.!?…:;,][\"'”»’)\]\s]*$")


def line_roles(text: str, language: Language) -> list[Line]:
    """Every line of ``text`` that holds words, with its role, in order."""
    lines: list[Line] = []
    offset = 0
    raw = text.split("\n")
    filled = [k for k, line in enumerate(raw) if line.strip()]
    for number, line in enumerate(raw):
        if line.strip():
            role = _role(line, filled.index(number) if number in filled[:3] else number, filled, number, raw)
            lead = len(line) - len(line.lstrip())
            lines.append(Line(Span(offset + lead, offset + len(line.rstrip())), role))
        offset += len(line) + 1
    return lines


def told_roles(lines: list[Line], furniture: Iterable[Furniture]) -> list[Line]:
    """The lines with what the reader knew of them, where their shape alone made them a teaser or a heading."""
    told = {piece.span.start: piece.role for piece in furniture}
    unsure = ("teaser", "heading")
    return [Line(one.span, told.get(one.span.start, one.role)) if one.role in unsure else one for one in lines]


def _role(line: str, rank: int, filled: list[int], number: int, raw: list[str]) -> str:
    bare = line.strip()
    if DATELINE.match(bare) and len(bare) < 60:
        return "dateline"
    if ENDS.search(bare) or len(bare) > 200:
        return "body"
    if rank == 0 and len(filled) > 1:
        return "headline"
    return "teaser" if len(bare.split()) >= 4 else "heading"
