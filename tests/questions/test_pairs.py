"""Pairs of facets, kept in arrays at the start and in dictionaries later: the same as if all were in one dictionary."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.questions.pairs import Pairs, Scored

FACETS = 6
EARLY = FACETS - 2  # the last two come later
pair = st.tuples(st.integers(0, FACETS - 1), st.integers(0, FACETS - 1)).filter(lambda p: p[0] < p[1])


@given(
    st.dictionaries(pair.filter(lambda p: p[1] < EARLY), st.floats(-100, 5)),
    st.lists(st.tuples(st.booleans(), pair, st.floats(-100, 5)), max_size=12),
)
def test_pairs_are_those_of_a_dictionary(
    early: dict[tuple[int, int], float], changes: list[tuple[bool, tuple[int, int], float]]
) -> None:
    ordered = sorted(early)
    codes = np.array(ordered, dtype=np.int64).reshape(-1, 2)
    pairs = Pairs.of(Scored(codes, np.array([early[p] for p in ordered], dtype=np.float64)), EARLY)
    wanted = dict(early)
    for enters, (a, b), value in changes:
        if enters and (a, b) not in wanted:
            pairs.add(b, a, value)
            wanted[a, b] = value
        elif not enters:
            pairs.forget(b, a)
            wanted.pop((a, b), None)
    for i in range(FACETS):
        found = dict(pairs.of_facet(i))
        assert found == {a + b - i: value for (a, b), value in wanted.items() if i in (a, b)}
        assert all(pairs.has(i, j) == (j in found) for j in range(FACETS) if j != i)
