"""A forest's scores are the sums of the leaves that a walk down each tree ends in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analysis.attribution.forest import ROWS, Forest, averaged

FEATURES = 6


def grown(random: np.random.Generator, trees: int, leaves: int) -> Forest:
    """Trees of at most ``leaves`` leaves, each split at a leaf taken at random."""
    feature, threshold, left, right, value, roots = [], [], [], [], [], []

    def leaf() -> int:
        feature.append(0)
        threshold.append(0.0)
        left.append(len(left))
        right.append(len(right))
        value.append(float(random.normal()))
        return len(left) - 1

    for _ in range(trees):
        roots.append(leaf())
        open_ = [roots[-1]]
        for _ in range(int(random.integers(0, leaves))):
            node = open_.pop(int(random.integers(len(open_))))
            feature[node], threshold[node], value[node] = int(random.integers(FEATURES)), random.integers(4) / 2, 0.0
            left[node], right[node] = leaf(), leaf()
            open_ += [left[node], right[node]]
    whole = (np.array(each, np.int32) for each in (feature, left, right, roots))
    feature_, left_, right_, roots_ = whole
    return Forest(
        feature_, np.array(threshold, np.float32), left_, right_, np.array(value, np.float32), roots_, 0.25, leaves
    )


def walked(forest: Forest, row: list[float]) -> float:
    total = forest.base
    for node in forest.roots:
        while forest.left[node] != node:
            below = row[forest.feature[node]] <= forest.threshold[node]
            node = forest.left[node] if below else forest.right[node]
        total += float(forest.value[node])
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 7), st.sampled_from([1, 2, 16, 17, 40, 64]), st.integers(1, 20))
def test_scores_are_the_sums_of_the_leaves(seed: int, trees: int, leaves: int, rows: int) -> None:
    random = np.random.default_rng(seed)
    forest = grown(random, trees, leaves)
    matrix = (random.integers(0, 5, (rows, FEATURES)) / 2).tolist()
    assert forest.predict(matrix) == pytest.approx([walked(forest, row) for row in matrix], abs=1e-5)


def test_no_row_no_score_and_a_row_is_scored_the_same_among_many() -> None:
    random = np.random.default_rng(1)
    forest = averaged([grown(random, 5, 16), grown(random, 9, 8)])
    matrix = random.normal(0, 1, (2 * ROWS + 3, FEATURES)).tolist()
    assert not len(forest.predict([]))
    scores = forest.predict(matrix)
    assert list(scores[[0, ROWS, -1]]) == [float(forest.predict([matrix[k]])[0]) for k in (0, ROWS, -1)]
