"""How far a span agrees with the signals: the overlap (Jaccard) to expect of it, in characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Lengths = npt.NDArray[np.int64]  # the running sum of the tokens' lengths, one longer than the tokens
Parts = tuple[tuple[int, int], ...]  # token ranges


class Heard(NamedTuple):
    """How likely each token from ``first`` on is inside a span; no other token is."""

    first: int
    inside: Floats


class Expected:
    """The overlap to expect of token ranges. No range at all is as good as the likeliest token is unlikely."""

    def __init__(self, heard: Heard, lengths: Lengths) -> None:
        self._first, self._last = heard.first, heard.first + len(heard.inside)
        self._lengths = lengths
        own = np.diff(lengths[self._first : self._last + 1])
        self._mass = np.concatenate([[0.0], np.cumsum(heard.inside * own)])
        self._none = 1.0 - float(heard.inside.max(initial=0.0))

    def of(self, parts: Iterable[tuple[int, int]]) -> float:
        """Likely characters under ``parts``, of all that are under them or likely elsewhere (0 to 1)."""
        shared, covered = 0.0, 0
        for a, b in parts:
            covered += int(self._lengths[b] - self._lengths[a])
            a, b = max(a, self._first), min(b, self._last)
            if a < b:
                shared += float(self._mass[b - self._first] - self._mass[a - self._first])
        if not covered:
            return self._none
        return shared / (covered + float(self._mass[-1]) - shared)
