"""How well the facets that share a block go together, but for places: worked out at once, and kept for growing.

A million claims have fifty million such pairs: they lie in arrays, 24 bytes each, and are turned into Python's objects
a stretch at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from selon.questions.candidates import Codes, Entries, candidate_pairs
from selon.questions.comparators import score
from selon.questions.parallel import spread
from selon.questions.record import Facet

STRETCH = 100_000  # pairs that are Python's objects at one time


class Scored(NamedTuple):
    """Pairs of numbers of facets, the smaller first (rows of two, in order), and the score of each."""

    codes: Codes
    values: NDArray[np.float64]


def pair_scores(rows: Sequence[Facet], workers: int = 1, entries: Entries | None = None) -> Scored:
    """The candidate pairs of rows (by number) and their scores. ``entries`` are the rows' blocks, where known."""
    codes = candidate_pairs(rows, entries)
    parts = np.array_split(codes, workers)
    return Scored(codes, np.concatenate(spread(lambda part: _scores(rows, parts[part]), workers)))


def _scores(rows: Sequence[Facet], codes: Codes) -> NDArray[np.float64]:
    """The scores of pairs of rows. They are taken by the two articles, whose likeness is then worked out once."""
    number: dict[str, int] = {}
    told = (number.setdefault(row.statement.home, len(number)) for row in rows)
    article = np.fromiter(told, dtype=np.int32, count=len(rows))
    order = np.lexsort((article[codes[:, 1]], article[codes[:, 0]]))
    out = np.empty(len(codes))
    for part in stretches(order):
        known: dict[tuple[int, int, str], float] = {}
        out[part] = [score(rows[x], rows[y], known) for x, y in codes[part].tolist()]
    return out


def stretches(order: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Indices, so many at a time."""
    for start in range(0, len(order), STRETCH):
        yield order[start : start + STRETCH]


class Pairs:
    """The pairs of each facet (by number) with their scores.

    Those that were there from the start (:meth:`of`) lie in arrays: facet ``i`` has the partners ``_partners[a:b]``, in
    order, from ``a = _starts[i]`` to ``b = _starts[i + 1]``. Those that came later lie in dictionaries.
    """

    def __init__(self) -> None:
        self._starts = np.zeros(1, dtype=np.int64)
        self._partners = np.empty(0, dtype=np.int32)
        self._values = np.empty(0, dtype=np.float64)  # not a number: forgotten since
        self._later: dict[int, dict[int, float]] = defaultdict(dict)

    @classmethod
    def of(cls, scored: Scored, facets: int) -> Pairs:
        """The pairs of ``facets`` facets."""
        made = cls()
        one, two = scored.codes[:, 0].astype(np.int32), scored.codes[:, 1].astype(np.int32)
        before, after = np.bincount(two, minlength=facets), np.bincount(one, minlength=facets)
        made._starts = np.concatenate(([0], np.cumsum(before + after)))
        made._partners = np.empty(2 * len(one), dtype=np.int32)
        made._values = np.empty(2 * len(one))
        first = made._starts[:-1]
        back = np.argsort(two, kind="stable")  # for each facet the pairs in which it is the second, in order
        at = _places(first, before)
        made._partners[at], made._values[at] = one[back], scored.values[back]
        at = _places(first + before, after)
        made._partners[at], made._values[at] = two, scored.values
        return made

    def of_facet(self, number: int) -> Iterator[tuple[int, float]]:
        """The partners of a facet, each with the pair's score."""
        here = self._row(number)
        for partner, value in zip(self._partners[here].tolist(), self._values[here].tolist(), strict=True):
            if value == value:
                yield partner, value
        yield from self._later.get(number, {}).items()

    def has(self, one: int, other: int) -> bool:
        """Whether the two are a pair."""
        at = self._at(one, other)
        return (at is not None and bool(self._values[at] == self._values[at])) or other in self._later.get(one, ())

    def add(self, one: int, other: int, value: float) -> None:
        """Enter a pair that is not there."""
        self._later[one][other] = self._later[other][one] = value

    def forget(self, one: int, other: int) -> None:
        """Take a pair out."""
        for a, b in ((one, other), (other, one)):
            at = self._at(a, b)
            if at is not None:
                self._values[at] = np.nan
            self._later.get(a, {}).pop(b, None)

    def _row(self, number: int) -> slice:
        if number + 1 >= len(self._starts):
            return slice(0, 0)
        return slice(int(self._starts[number]), int(self._starts[number + 1]))

    def _at(self, one: int, other: int) -> int | None:
        here = self._row(one)
        at = here.start + int(np.searchsorted(self._partners[here], other))
        return at if at < here.stop and self._partners[at] == other else None


def _places(firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The indices from each of ``firsts`` on, as many as its count, one run after the other."""
    return np.arange(int(counts.sum())) + np.repeat(firsts - np.cumsum(counts) + counts, counts)
