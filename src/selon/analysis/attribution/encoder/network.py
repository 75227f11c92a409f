"""The encoder's weights and its forward pass.

Weights come with the package, without pickle: ``encoder.onnx`` (the layers, 8-bit), ``encoder.npz`` (4-bit piece
vectors, places, heads), ``pieces.tsv`` (the vocabulary).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.pieces import Pieces

FOLDER = Path(__file__).parent
LAYERS, TABLES, VOCABULARY = FOLDER / "encoder.onnx", FOLDER / "encoder.npz", FOLDER / "pieces.tsv"
BLOCK = 32  # weights that share a scale

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """The loaded weights: a session for the layers, vectors of pieces and places, the heads' matrices."""

    session: Any
    vectors: Floats
    places: Floats
    heads: dict[str, Floats]
    pieces: Pieces

    def hidden(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """The last layer's vectors (tokens × width) of one window, each that of its token's first piece."""
        summed = self.vectors[np.asarray(rows)] + self.places[: len(rows)]
        (out,) = self.session.run(None, {"summed": summed, "begins": np.asarray(begins, np.int64)})
        return out  # type: ignore[no-any-return]


@cache
def network() -> Network:
    """The weights that the package ships, loaded once."""
    return load_network(LAYERS, TABLES)


def load_network(layers: Path, tables: Path) -> Network:
    """The weights in two files."""
    arrays, heads = table_of(tables)
    places = arrays["places"].astype(np.float32)
    return Network(session_of(str(layers)), vectors_of(arrays), places, heads, Pieces(VOCABULARY))


def session_of(model: str | bytes) -> Any:
    """A session for a graph (its file, or the graph); one thread, so that workers share a machine evenly."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def table_of(path: Path) -> tuple[dict[str, Any], dict[str, Floats]]:
    """The arrays of a file; those of the heads."""
    with np.load(path, allow_pickle=False) as arrays:
        every = {name: arrays[name] for name in arrays.files}
    return every, {name.removeprefix("head."): every[name] for name in every if name.startswith("head.")}


def vectors_of(arrays: Mapping[str, Any]) -> Floats:
    """The vectors of all pieces (rows × width)."""
    return unpacked(arrays["pieces.scale"], arrays["pieces.nibbles"])


def unpacked(scale: npt.NDArray[np.float16], nibbles: npt.NDArray[np.uint8]) -> Floats:
    """4-bit weights (rows × width / 2 bytes, a scale a block of 32: low nibbles its first half) as float32."""
    rows = len(scale)
    bytes_ = nibbles.reshape(rows, -1, BLOCK // 2)
    low, high = (bytes_ & 15).astype(np.int8) - 8, (bytes_ >> 4).astype(np.int8) - 8
    values = np.concatenate([low, high], axis=2) * scale.astype(np.float32)[:, :, None]
    return values.reshape(rows, -1).astype(np.float32)
