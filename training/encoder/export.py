"""A trained encoder to the files of the package: layers in 8 bits, pieces' vectors in the base's own 4."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch

from selon.analysis.attribution.encoder.network import LAYERS, TABLES
from training.encoder.base import Base
from training.encoder.model import Encoder


def export(model: Encoder, base: Base, rows: list[int], layers: Path = LAYERS, tables: Path = TABLES) -> None:
    """Write the package's weights. Seven of eight bits are used, so that every processor counts the same sums."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model.encoder,
            (torch.zeros(1, 7, base.width),),
            str(plain),
            input_names=["summed"],
            output_names=["hidden"],
            dynamic_axes={"summed": {1: "pieces"}, "hidden": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, layers, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
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
