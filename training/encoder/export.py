"""A trained encoder to the files of the package: layers in 8 bits, pieces' vectors in the base's own 4."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch

from selon.analysis.attribution.encoder.network import LAYERS, TABLES
from training.encoder.base import Base
from training.encoder.model import Encoder

BLOCK = 128  # weights that share a scale
INT8 = 4  # onnxruntime's accuracy level: products of 8-bit whole numbers


def export(model: Encoder, base: Base, rows: list[int], layers: Path = LAYERS, tables: Path = TABLES) -> None:
    """Write the package's weights.

    The layers' matrices are kept in 8 bits with a scale for each block, and so are the activations while they run:
    one scale for a whole matrix of activations would drown them in the few large ones behind the GELU (it moves the
    last layer's vectors by a fifth, this by a fortieth).
    """
    import onnx
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

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
        scheme = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=INT8, bits=8)
        packed = MatMulNBitsQuantizer(onnx.load(plain), algo_config=scheme)
        packed.process()
        packed.model.save_model_to_file(str(layers))
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
