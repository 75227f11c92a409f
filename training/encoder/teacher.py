"""The encoder that ``python -m training.encoder`` trains, six layers over pieces, and what it has to teach the
package's: its layers' outputs, its weights.

    teacher_weights/layers.onnx   the layers, 8-bit
    teacher_weights/tables.npz    4-bit piece vectors, the pieces' places, heads
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.network import VOCABULARY, session_of, table_of, vectors_of
from selon.analysis.attribution.encoder.pieces import Pieces

FOLDER = Path(__file__).with_name("teacher_weights")
LAYERS, TABLES = FOLDER / "layers.onnx", FOLDER / "tables.npz"
COMFORTABLE = 300  # pieces of its windows, where regions let them end there
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Teacher:
    """The loaded weights: a session for the layers, vectors of pieces and places, the heads' matrices."""

    session: Any
    vectors: Floats
    places: Floats
    heads: dict[str, Floats]
    pieces: Pieces
    comfortable: int = COMFORTABLE

    def hidden(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """The last layer's vectors (tokens × width) of one window, each that of its token's first piece."""
        return self.layers(rows, begins)[0]

    def layers(self, rows: Sequence[int], begins: Sequence[int]) -> list[Floats]:
        """The last layer's vectors, then those of the layers whose outputs were asked for (``load_teacher``)."""
        summed = self.vectors[np.asarray(rows)] + self.places[: len(rows)]
        return self.session.run(None, {"summed": summed, "begins": np.asarray(begins, np.int64)})  # type: ignore[no-any-return]


def load_teacher(layers: Path = LAYERS, tables: Path = TABLES, outputs: Sequence[int] = ()) -> Teacher:
    """A teacher in two files; also puts out what its layers ``outputs`` (0 the first; not the last) make of the
    tokens."""
    arrays, heads = table_of(tables)
    places = arrays["places"].astype(np.float32)
    return Teacher(session_of(_putting_out(layers, outputs)), vectors_of(arrays), places, heads, Pieces(VOCABULARY))


def _putting_out(layers: Path, outputs: Sequence[int]) -> bytes:
    """The graph of ``layers`` with more outputs."""
    import onnx
    from onnx import TensorProto, helper

    model = onnx.load(str(layers))
    graph = model.graph
    # The norm of the sum comes first, then two a layer: of its attention, of its whole.
    norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
    for k in outputs:
        graph.node.append(helper.make_node("Gather", [norms[2 * k + 2], "begins"], [f"layer.{k}"], axis=0))
        graph.output.append(helper.make_tensor_value_info(f"layer.{k}", TensorProto.FLOAT, ["tokens", "width"]))
    return model.SerializeToString()  # type: ignore[no-any-return]


def packed_vectors(tables: Path = TABLES) -> Mapping[str, npt.NDArray[Any]]:
    """The vectors of all pieces as the tables have them, in 4 bits."""
    arrays, _ = table_of(tables)
    return {name: arrays[name] for name in ("pieces.scale", "pieces.nibbles")}


def state_of(layers: Path = LAYERS) -> Mapping[str, Floats]:
    """The weights in the graph of ``layers`` as PyTorch has them (out × in), but for what the graph has folded:

    a query's weights hold the root of its length, a key has no bias, an output's bias holds that of the values.
    """
    import onnx
    from onnx import numpy_helper

    constants = {x.name: numpy_helper.to_array(x) for x in onnx.load(str(layers)).graph.initializer}
    out: dict[str, Floats] = {}
    for name, value in constants.items():
        if re.search(r"\.(q|k|v|ao|fi|fo)\.weight$", name):
            value = (value.astype(np.float32) * constants[name.removesuffix("weight") + "scale"]).T
        if name.startswith("encoder.") and not name.endswith(".scale"):
            out[name] = np.array(value, np.float32)
    return out
