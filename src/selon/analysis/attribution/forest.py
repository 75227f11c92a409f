"""Trained rankers as arrays: gradient-boosted regression trees, read from an .npz file without pickle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over one row of features; a leaf's children are itself. ``predict`` gives one score per row."""

    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    roots: Ints
    base: float
    depth: int

    def predict(self, rows: Sequence[Sequence[float]]) -> npt.NDArray[np.float64]:
        """Scores of ``rows`` (n × features). An empty list gives an empty array."""
        if not len(rows):
            return np.zeros(0)
        matrix = np.asarray(rows, dtype=np.float32)
        at = np.broadcast_to(self.roots, (len(matrix), len(self.roots))).copy()
        index = np.arange(len(matrix))[:, None]
        for _ in range(self.depth):
            go_left = matrix[index, self.feature[at]] <= self.threshold[at]
            at = np.where(go_left, self.left[at], self.right[at])
        scores: npt.NDArray[np.float64] = self.value[at].sum(axis=1, dtype=np.float64) + self.base
        return scores

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
