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


def agreement(heard: Heard, lengths: Lengths, candidates: Sequence[Parts]) -> Floats:
    """One row of COLUMNS for each candidate: token ranges in order, or none at all."""
    out = np.zeros((len(candidates), len(COLUMNS)), np.float32)
    column = {name: out[:, k] for k, name in enumerate(COLUMNS)}
    n = len(heard.inside)
    # A silent token on both sides: what lies outside the window is in no span.
    p = np.zeros(n + 2, np.float32)
    p[1:-1] = heard.inside
    mass = np.zeros(n + 3)
    np.cumsum(heard.inside * np.diff(lengths[heard.first : heard.first + n + 1]), out=mass[2:-1])
    mass[-1] = mass[-2]
    total, none = float(mass[-1]), 1.0 - float(p.max())
    column["none"][:], column["mass"][:] = none, total
    counts = np.asarray([len(parts) for parts in candidates], np.int64)
    some = np.flatnonzero(counts)
    column["overlap"][counts == 0] = none
    if len(some):
        ranges = np.asarray([part for parts in candidates for part in parts], np.int64)
        starts = (np.cumsum(counts) - counts)[some]
        ends = starts + counts[some] - 1
        a = np.clip(ranges[:, 0] - heard.first + 1, 0, n + 1)
        b = np.maximum(np.clip(ranges[:, 1] - heard.first + 1, 1, n + 2), a)
        shared = np.add.reduceat(mass[b] - mass[a], starts)
        covered = np.add.reduceat(lengths[ranges[:, 1]] - lengths[ranges[:, 0]], starts)
        column["overlap"][some] = shared / np.maximum(covered + total - shared, 1e-9)
        column["inside"][some] = shared / np.maximum(covered, 1)
        column["share"][some] = shared / max(total, 1e-9)
        i, j = ranges[starts, 0] - heard.first + 1, ranges[ends, 1] - heard.first + 1
        for name, at in (("first", i), ("before", i - 1), ("last", j - 1), ("after", j)):
            column[name][some] = p[np.clip(at, 0, n + 1)]
        column["least"][some] = np.minimum.reduceat(_reduced(np.minimum, p, a, b), starts)
        cut = starts < ends
        column["gap"][some[cut]] = _reduced(np.maximum, p, b[starts[cut]], a[starts[cut] + 1])
    column["behind"][:] = column["overlap"].max(initial=0.0) - column["overlap"]
    return out


def _reduced(by: np.ufunc, values: Floats, first: Ints, last: Ints) -> Floats:
    """``by`` over each range of ``values``; 0 where a range is empty."""
    if not len(first):
        return np.zeros(0, np.float32)
    bounds = np.stack([np.minimum(first, len(values) - 1), np.minimum(last, len(values))], 1).ravel()
    reduced: Floats = by.reduceat(np.append(values, np.float32(0)), bounds)[::2]
    return np.where(first < last, reduced, np.float32(0))
