"""Trained rankers as arrays: gradient-boosted regression trees, read from an .npz file without pickle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Bits = npt.NDArray[np.unsignedinteger[Any]]

ROWS = 256  # scored at once: what is known of them stays in the processor's cache


class _Masks(NamedTuple):
    """A forest as tests and the leaves that they leave over (QuickScorer: Lucchese et al. 2015).

    A test that fails rules out the leaves to the left of its node; of those that no failed test rules out, the first is
    the one that the row falls into.
    """

    feature: Ints  # of each test
    threshold: Floats
    test: list[Ints]  # round → the test of each tree's node of that round
    kept: list[Bits]  # round → the leaves that stay when it fails
    all: np.unsignedinteger[Any]
    value: Floats  # trees × leaves


@dataclass(frozen=True)
class Forest:
    """Trees over one row of features; a leaf's children are itself. ``predict`` gives one score per row.

    No tree has more than 64 leaves.
    """

    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    roots: Ints
    base: float
    depth: int

    def predict(self, rows: Sequence[Sequence[float]] | Floats) -> npt.NDArray[np.float64]:
        """Scores of ``rows`` (n × features). An empty list gives an empty array."""
        if not len(rows):
            return np.zeros(0)
        matrix = np.asarray(rows, dtype=np.float32)
        return np.concatenate([self._scores(matrix[k : k + ROWS]) for k in range(0, len(matrix), ROWS)])

    def _scores(self, matrix: Floats) -> npt.NDArray[np.float64]:
        masks = self._masks
        # np.take that may clip looks for no index out of bounds: a third of the time of [].
        columns = np.take(np.ascontiguousarray(matrix.T), masks.feature, axis=0, mode="clip")
        passed = columns <= masks.threshold[:, None]
        full = -passed.astype(masks.all.dtype)  # every bit where the test is passed
        left = np.full((len(self.roots), len(matrix)), masks.all)
        stays = np.empty_like(left)
        for test, kept in zip(masks.test, masks.kept, strict=True):
            np.take(full, test, axis=0, out=stays, mode="clip")
            stays |= kept[:, None]
            left &= stays
        leaf = np.bitwise_count(~left & (left - masks.all.dtype.type(1)))  # the number of the lowest bit
        first = np.arange(len(self.roots))[:, None] * masks.value.shape[1]
        values = np.take(masks.value.ravel(), first + leaf, mode="clip")
        scores: npt.NDArray[np.float64] = values.sum(axis=0, dtype=np.float64) + self.base
        return scores

    @cached_property
    def _masks(self) -> _Masks:
        levels = [self.roots]
        while len(nodes := levels[-1][self.left[levels[-1]] != levels[-1]]):
            levels.append(np.concatenate([self.left[nodes], self.right[nodes]]))
        leaf = self.left == np.arange(len(self.left))
        leaves, first = leaf.astype(np.int64), np.zeros(len(leaf), np.int64)
        tree = np.zeros(len(leaf), np.int64)
        tree[self.roots] = np.arange(len(self.roots))
        for level in reversed(levels):
            nodes = level[~leaf[level]]
            leaves[nodes] = leaves[self.left[nodes]] + leaves[self.right[nodes]]
        for level in levels:
            nodes = level[~leaf[level]]
            left, right = self.left[nodes], self.right[nodes]
            first[left], first[right] = first[nodes], first[nodes] + leaves[left]
            tree[left] = tree[right] = tree[nodes]
        most = int(leaves[self.roots].max())
        dtype = next(kind for kind in (np.uint16, np.uint32, np.uint64) if most <= np.iinfo(kind).bits)
        every = np.concatenate(levels)
        inner, outer = every[~leaf[every]], every[leaf[every]]
        value = np.zeros((len(self.roots), most), np.float32)
        value[tree[outer], first[outer]] = self.value[outer]
        pairs = self.feature[inner].astype(np.int64) << 32 | self.threshold[inner].view(np.uint32)
        _, example, test_of = np.unique(pairs, return_index=True, return_inverse=True)
        ruled_out = ((1 << leaves[self.left[inner]].astype(np.uint64)) - np.uint64(1)) << first[inner].astype(np.uint64)
        order = np.argsort(tree[inner], kind="stable")
        nodes_before = np.cumsum([0, *np.bincount(tree[inner], minlength=len(self.roots))[:-1]])
        number = np.arange(len(inner)) - nodes_before[tree[inner][order]]
        everything = dtype(np.iinfo(dtype).max)
        test = np.zeros((most - 1, len(self.roots)), np.int32)
        kept = np.full((most - 1, len(self.roots)), everything)
        test[number, tree[inner][order]] = test_of[order]
        kept[number, tree[inner][order]] = (~ruled_out[order]).astype(dtype)
        tests = self.feature[inner][example], self.threshold[inner][example]
        return _Masks(*tests, list(test), list(kept), everything, value)

    def arrays(self, name: str) -> dict[str, Any]:
        """The forest as arrays to store, each key prefixed by ``name``."""
        fields = ("feature", "threshold", "left", "right", "value", "roots")
        out: dict[str, Any] = {f"{name}.{field}": getattr(self, field) for field in fields}
        out[f"{name}.meta"] = np.array([self.base, self.depth], dtype=np.float64)
        return out


def load_forest(arrays: Mapping[str, Any], name: str) -> Forest:
    """The forest stored under ``name``; raises KeyError where the file lacks it."""
    base, depth = arrays[f"{name}.meta"]
    feature, threshold, left, right, value, roots = (
        arrays[f"{name}.{field}"] for field in ("feature", "threshold", "left", "right", "value", "roots")
    )
    return Forest(feature, threshold, left, right, value, roots, float(base), int(depth))


def averaged(forests: Sequence[Forest]) -> Forest:
    """One forest that predicts the mean of ``forests`` (at least one)."""
    offsets = np.cumsum([0, *(len(forest.feature) for forest in forests[:-1])]).astype(np.int32)
    return Forest(
        np.concatenate([forest.feature for forest in forests]),
        np.concatenate([forest.threshold for forest in forests]),
        np.concatenate([forest.left + offset for forest, offset in zip(forests, offsets, strict=True)]),
        np.concatenate([forest.right + offset for forest, offset in zip(forests, offsets, strict=True)]),
        np.concatenate([forest.value / np.float32(len(forests)) for forest in forests]),
        np.concatenate([forest.roots + offset for forest, offset in zip(forests, offsets, strict=True)]),
        sum(forest.base for forest in forests) / len(forests),
        max(forest.depth for forest in forests),
    )


def from_boosting(model: Any) -> Forest:
    """A Forest from scikit-learn's HistGradientBoostingRegressor (training only)."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 1
    for (tree,) in model._predictors:
        offset = len(feature)
        roots.append(offset)
        for k, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            feature.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(0.0 if leaf else float(node["num_threshold"]))
            left.append(offset + (k if leaf else int(node["left"])))
            right.append(offset + (k if leaf else int(node["right"])))
            value.append(float(node["value"]) if leaf else 0.0)
            depth = max(depth, int(node["depth"]) + 1)
    return Forest(
        np.array(feature, np.int32),
        np.array(threshold, np.float32),
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(value, np.float32),
        np.array(roots, np.int32),
        float(np.ravel(model._baseline_prediction)[0]),
        depth,
    )
