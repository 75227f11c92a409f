"""How far a span agrees with the signals: the overlap (Jaccard) to expect of it, in characters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Expected:
    """The overlap to expect of token ranges, given how likely each token is inside (``first`` on) and its length.

    ``lengths`` is the running sum of the tokens' lengths, one longer than the tokens. No range at all is as good as the
    likeliest token is unlikely.
    """

    def __init__(self, first: int, inside: Floats, lengths: npt.NDArray[np.int64]) -> None:
        self._first, self._last = first, first + len(inside)
        self._lengths = lengths
        own = np.diff(lengths[first : self._last + 1])
        self._mass = np.concatenate([[0.0], np.cumsum(inside * own)])
        self._none = 1.0 - float(inside.max(initial=0.0))

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
        total = covered + float(self._mass[-1]) - shared
        return shared / total


def heard(first: int, inside: Floats, gap: int = 2, parts: int = 2) -> tuple[tuple[int, int], ...]:
    """The token ranges that the probabilities draw by themselves: runs over a half, small gaps bridged, longest kept."""
    runs: list[list[int]] = []
    for k in np.flatnonzero(inside > 0.5):
        if runs and k - runs[-1][1] <= gap:
            runs[-1][1] = int(k) + 1
        else:
            runs.append([int(k), int(k) + 1])
    kept = sorted(sorted(runs, key=lambda run: run[0] - run[1])[:parts])
    return tuple((first + a, first + b) for a, b in kept)
