"""How candidate spans agree with what the encoder hears: columns that the forests see beside their own features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Lengths = npt.NDArray[np.int64]  # the running sum of the tokens' lengths, one longer than the tokens
Parts = tuple[tuple[int, int], ...]  # token ranges, in order

COLUMNS = (
    "overlap",  # to be expected of the span (Jaccard, in characters); without a span, as "none"
    "behind",  # by how much the best candidate's overlap is greater
    "inside",  # mean probability of the characters under the span
    "share",  # of the likely characters, how many are under the span
    "first",  # probability of the span's first word, of the word before it, of its last, of the word after it
    "before",
    "last",
    "after",
    "least",  # probability of its unlikeliest word
    "gap",  # of the likeliest word between its parts
    "none",  # how unlikely the likeliest word of all is
    "mass",  # characters to be expected
)
OVERLAP, NONE, MASS = (COLUMNS.index(name) for name in ("overlap", "none", "mass"))


class Heard(NamedTuple):
    """How likely each token from ``first`` on is inside a span; no other token is."""

    first: int
    inside: Floats


def agreement(heard: Sequence[Heard], lengths: Lengths, candidates: Sequence[Sequence[Parts]]) -> list[Floats]:
    """For each reading, what is heard beside its cue and its candidates: a row of COLUMNS for each of them.

    A candidate is token ranges in order, or none at all. The readings of a document are worked out together, as there
    are some eight candidates to each; none changes what another gets.
    """
    if not heard:
        return []
    each = np.asarray([len(own) for own in candidates], np.int64)
    out = np.zeros((int(each.sum()), len(COLUMNS)), np.float32)
    column = {name: out[:, k] for k, name in enumerate(COLUMNS)}
    known = [_known(one, lengths) for one in heard]
    # The readings' words stand one behind another: each candidate counts from where its own begin.
    p = np.concatenate([np.zeros(0, np.float32), *(one.inside for one in known)])
    mass = np.concatenate([np.zeros(0), *(one.mass for one in known)])
    sizes = np.asarray([len(one.inside) for one in known], np.int64)
    begins = np.cumsum(sizes) - sizes
    own = np.repeat(np.arange(len(heard)), each)  # candidate → reading
    total = np.asarray([one.mass[-1] for one in known])[own]
    column["none"][:] = np.asarray([one.none for one in known])[own]
    column["mass"][:] = total
    counts = np.asarray([len(parts) for options in candidates for parts in options], np.int64)
    some = np.flatnonzero(counts)
    column["overlap"][counts == 0] = column["none"][counts == 0]
    if len(some):
        ranges = np.asarray([part for options in candidates for parts in options for part in parts], np.int64)
        starts = (np.cumsum(counts) - counts)[some]
        ends = starts + counts[some] - 1
        of = np.repeat(own, counts)  # range → reading
        shift = np.asarray([one.first for one in heard])[of] - 1
        a = np.clip(ranges[:, 0] - shift, 0, sizes[of] - 1)
        b = np.maximum(np.clip(ranges[:, 1] - shift, 1, sizes[of]), a)
        a, b = a + begins[of], b + begins[of]
        shared = np.add.reduceat(mass[b + of] - mass[a + of], starts)  # a reading's running sum is one longer
        covered = np.add.reduceat(lengths[ranges[:, 1]] - lengths[ranges[:, 0]], starts)
        column["overlap"][some] = shared / np.maximum(covered + total[some] - shared, 1e-9)
        column["inside"][some] = shared / np.maximum(covered, 1)
        column["share"][some] = shared / np.maximum(total[some], 1e-9)
        i, j = ranges[starts, 0] - shift[starts], ranges[ends, 1] - shift[ends]
        for name, word in (("first", i), ("before", i - 1), ("last", j - 1), ("after", j)):
            column[name][some] = p[np.clip(word, 0, sizes[own[some]] - 1) + begins[own[some]]]
        column["least"][some] = np.minimum.reduceat(_reduced(np.minimum, p, a, b), starts)
        cut = starts < ends
        column["gap"][some[cut]] = _reduced(np.maximum, p, b[starts[cut]], a[starts[cut] + 1])
    if len(out):
        best = np.maximum.reduceat(column["overlap"], (np.cumsum(each) - each)[each > 0])
        column["behind"][:] = np.repeat(best, each[each > 0]) - column["overlap"]
    return np.split(out, np.cumsum(each)[:-1])


class _Known(NamedTuple):
    """What is heard beside one cue: its words, the running sum of their characters, how unlikely the likeliest is."""

    inside: Floats
    mass: npt.NDArray[np.float64]
    none: float


def _known(heard: Heard, lengths: Lengths) -> _Known:
    n = len(heard.inside)
    # A silent token on both sides: what lies outside the window is in no span.
    p = np.zeros(n + 2, np.float32)
    p[1:-1] = heard.inside
    mass = np.zeros(n + 3)
    np.cumsum(heard.inside * np.diff(lengths[heard.first : heard.first + n + 1]), out=mass[2:-1])
    mass[-1] = mass[-2]
    return _Known(p, mass, 1.0 - float(p.max()))


def _reduced(by: np.ufunc, values: Floats, first: Ints, last: Ints) -> Floats:
    """``by`` over each range of ``values``; 0 where a range is empty."""
    if not len(first):
        return np.zeros(0, np.float32)
    bounds = np.stack([np.minimum(first, len(values) - 1), np.minimum(last, len(values))], 1).ravel()
    reduced: Floats = by.reduceat(np.append(values, np.float32(0)), bounds)[::2]
    return np.where(first < last, reduced, np.float32(0))
