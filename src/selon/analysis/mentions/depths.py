"""How deep in quotations a place of an article is."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from selon.analysis.document import Document


class Depths:
    """How many quotations stand around an offset, asked in time that grows with the logarithm of their number."""

    def __init__(self, document: Document) -> None:
        steps: dict[int, int] = {}
        for quotation in document.quotations:
            steps[quotation.span.start] = steps.get(quotation.span.start, 0) + 1
            steps[quotation.span.end] = steps.get(quotation.span.end, 0) - 1
        self._offsets = sorted(steps)
        self._depths = list(accumulate(steps[offset] for offset in self._offsets))

    def at(self, offset: int) -> int:
        i = bisect_right(self._offsets, offset)
        return self._depths[i - 1] if i else 0
