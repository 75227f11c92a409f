"""A trained encoder to the teacher's files: layers in 8 bits, pieces' vectors in the base's own 4."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.encoder.base import Base
from training.encoder.graph import Graph
from training.encoder.model import Encoder
from training.encoder.teacher import LAYERS, TABLES


def export(model: Encoder, base: Base, rows: list[int], layers: Path = LAYERS, tables: Path = TABLES) -> None:
    """Write its weights."""
    import onnx

    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    onnx.save(Graph(state, base.heads, base.epsilon).model(), str(layers))
    np.savez_compressed(
        tables,
        **{
            "pieces.scale": base.scale[rows],
            "pieces.nibbles": base.nibbles[rows],
            "places": state["places"].astype(np.float16),
            "head.distance": state["distance"],
            **{f"head.{name}": state[name] for name in ("cue.weight", "cue.bias", "pair.weight", "pair.bias")},
        },
    )
