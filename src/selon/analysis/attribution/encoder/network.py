"""The encoder's weights and its forward pass.

Weights come with the package, without pickle: ``encoder.onnx`` (the layers, 8-bit), ``encoder.npz`` (4-bit piece
vectors, how those of a word are put together, the words' places, heads), ``pieces.tsv`` (the vocabulary).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.pieces import Pieces

FOLDER = Path(__file__).parent
LAYERS, TABLES, VOCABULARY = FOLDER / "encoder.onnx", FOLDER / "encoder.npz", FOLDER / "pieces.tsv"
BLOCK = 32  # weights that share a scale
COMFORTABLE = 200  # pieces of a window, where regions let it end there: it was best, and fastest, between 160 and 300

Floats = npt.NDArray[np.float32]


class Encoder(Protocol):
    """What reads windows: the package's network, or in training one that teaches it."""

    @property
    def heads(self) -> Mapping[str, Floats]: ...

    @property
    def pieces(self) -> Pieces: ...

    @property
    def comfortable(self) -> int:
        """Pieces of a window, where regions let it end there."""

    def hidden(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """The last layer's vectors (tokens × width) of one window: pieces ``rows``, its tokens begin at ``begins``."""


@dataclass(frozen=True, slots=True)
class Network:
    """The loaded weights: a session for the layers, vectors of pieces and of words' places, the heads' matrices.

    Its layers read words: a quarter fewer vectors than pieces.
    """

    session: Any
    vectors: Floats
    places: Floats
    scale: Floats  # of a word's first piece, its second … (pieces × width)
    rest: Floats  # what is made of the sum of all but the first (out × in)
    heads: dict[str, Floats]
    pieces: Pieces
    comfortable: int = COMFORTABLE

    def hidden(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """The last layer's vectors (tokens × width) of one window: pieces ``rows``, its tokens begin at ``begins``."""
        summed = self.summed(rows, begins)
        (out,) = self.session.run(None, {"summed": summed, "begins": np.arange(1, len(summed))})
        return out  # type: ignore[no-any-return]

    def summed(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """What the first layer reads: a vector for the window's start, one for each token."""
        first = np.asarray([0, *begins])
        end = len(rows) - 1  # the window's end is not read
        sizes = np.diff(first, append=end)
        pieces = self.vectors[np.asarray(rows[:end])]
        words: Floats = pieces[first] * self.scale[0]
        long = np.flatnonzero(sizes > 1)
        if len(long):
            others = np.ones(end, bool)
            others[first] = False
            number = np.arange(end) - np.repeat(first, sizes)
            later = pieces[others] * self.scale[number[others]]
            counts = sizes[long] - 1
            words[long] += np.add.reduceat(later, np.cumsum(counts) - counts) @ self.rest.T
        words += self.places[: len(words)]
        return words


@cache
def network() -> Network:
    """The weights that the package ships, loaded once."""
    return load_network(LAYERS, TABLES)


def load_network(layers: Path, tables: Path) -> Network:
    """The weights in two files."""
    arrays, heads = table_of(tables)
    places, scale, rest = (arrays[name].astype(np.float32) for name in ("places", "scale", "rest"))
    return Network(session_of(str(layers)), vectors_of(arrays), places, scale, rest, heads, Pieces(VOCABULARY))


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
