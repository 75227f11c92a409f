"""Cuts a content with several figures into the stretch of words that each figure belongs to.

"1.12 million people marched on Thursday, | 80,000 of them in Paris": a cut lies at the last comma or linking word
between two figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from selon.model import Quantity
from selon.questions.passage import Range, Reading

MARKS = frozenset(",;:()–—")


def segments(reading: Reading, content: Sequence[Range], quantities: Sequence[Quantity]) -> list[list[Range]]:
    """For each quantity (in order of its span) its ranges; together they cover ``content``."""
    cuts: list[int] = []
    for before, after in pairwise(quantities):
        cuts.append(_cut(reading, before.span.end, after.span.start))
    edges = [min(a for a, _ in content), *cuts, max(b for _, b in content)]
    out = []
    for start, end in pairwise(edges):
        out.append([(max(a, start), min(b, end)) for a, b in content if max(a, start) < min(b, end)])
    return out


def _cut(reading: Reading, start: int, end: int) -> int:
    """Where the next figure's stretch begins: the first linking phrase, or else the last mark, or the figure itself."""
    between = reading.text[start:end].lower().replace("’", "'")
    found = reading.cues.find("figures.breaks", between)
    marks = [i for i, c in enumerate(between) if c in MARKS and not (c == "," and between[i + 1 : i + 2].isdigit())]
    if marks and (not found or marks[-1] <= found.start()):
        return start + marks[-1]
    return start + found.start() if found else end
