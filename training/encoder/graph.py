"""The layers as an ONNX graph, written operator by operator in the form that onnxruntime runs fastest.

Every product with a weight matrix is one of whole numbers of 8 bits. The matrix has a scale for each output, the
activations one for each row (a piece), found while it runs: one for all would drown them in the few large ones behind
the GELU (it moves the last layer's vectors by a fifth, this by a thirtieth).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OPSET, FORM = 21, 10  # of ONNX: its operators, its file
OWN = "com.microsoft"  # onnxruntime's own operators
TOP = 255  # largest number of 8 bits
MIDDLE, LOW = 128, 24  # the numbers that stand for zero: of any activation; behind a GELU, where little is below zero
LOWEST = 0.17  # a GELU goes no farther below zero
TINY = 1e-9


class _Numbers(NamedTuple):
    """Activations as whole numbers: the step of each row (rows × 1), and which number stands for zero."""

    numbers: str
    step: str
    zero: str


class Graph:
    """Writes the graph of the layers, from ``summed`` (pieces × width) to ``hidden`` (tokens × width).

    ``begins`` are the pieces that tokens begin with: the others are read in every layer, but not put out by the last.
    """

    def __init__(self, state: Mapping[str, Floats], heads: int, epsilon: float) -> None:
        """``state``: the encoder's weights by their names in PyTorch; ``epsilon``: of the layer norms."""
        self._state, self._heads, self._epsilon = state, heads, epsilon
        self._nodes: list[Any] = []
        self._constants: dict[str, npt.NDArray[Any]] = {}

    def model(self) -> Any:
        """The onnx.ModelProto. Needs the onnx package."""
        from onnx import TensorProto, helper, numpy_helper

        self._whole()
        width = self._state["encoder.norm.weight"].size
        depth = sum(name.endswith(".q.weight") for name in self._state)
        x = self._norm("summed", "encoder.norm")
        for k in range(depth):
            x = self._layer(x, f"encoder.layers.{k}", "begins" if k == depth - 1 else None)
        self._op("Identity", x, name="hidden")
        graph = helper.make_graph(
            self._nodes,
            "layers",
            [
                helper.make_tensor_value_info("summed", TensorProto.FLOAT, ["pieces", width]),
                helper.make_tensor_value_info("begins", TensorProto.INT64, ["tokens"]),
            ],
            [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["tokens", width])],
            [numpy_helper.from_array(value, name) for name, value in self._constants.items()],
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=FORM)

    def _op(self, kind: str, *inputs: str, name: str = "", domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        name = name or f"{kind}.{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def _constant(self, name: str, value: npt.ArrayLike, dtype: npt.DTypeLike = np.float32) -> str:
        self._constants[name] = np.asarray(value, dtype)
        return name

    def _whole(self) -> None:
        """Whether products of 8 signed bits are whole here, which the machine says when it loads the graph.

        x86 without VNNI adds two of them in 16 bits and stops at the largest. There the weights are made unsigned,
        whose products are slower and whole: the same numbers, and so the same claims, on every machine.
        """
        full = self._constant("full.left", np.full((8, 64), TOP), np.uint8)
        right = self._constant("full.right", np.full((64, 16), 127), np.int8)
        product = self._op("ReduceMin", self._op("MatMulInteger", full, right), keepdims=0)
        self._op("Equal", product, self._constant("full.product", 64 * TOP * 127, np.int32), name="whole")
        for name, zero, least in (("middle", MIDDLE, TINY), ("low", LOW, LOWEST / LOW)):
            self._constant(f"{name}.zero", zero, np.uint8)
            self._constant(f"{name}.share", 1 / (TOP - zero))
            self._constant(f"{name}.least", least)
        self._constant("one", 1.0)
        self._constant("shift", 128, np.int16)
        self._constant("shifted", 128, np.uint8)
        self._constant("last axis", [1], np.int64)
        self._constant("any", [-1], np.int64)

    def _numbers(self, x: str, after_gelu: bool = False) -> _Numbers:
        name = "low" if after_gelu else "middle"
        largest = self._op("ReduceMax", x if after_gelu else self._op("Abs", x), "last axis")
        step = self._op("Max", self._op("Mul", largest, f"{name}.share"), f"{name}.least")
        steps = self._op("Reshape", step, "any")
        zeros = self._op("Expand", f"{name}.zero", self._op("Shape", steps))
        return _Numbers(self._op("QuantizeLinear", x, steps, zeros, axis=0), step, f"{name}.zero")

    def _product(self, x: _Numbers, name: str, weight: Floats) -> str:
        """``x`` times ``weight`` (out × in)."""
        scale = np.maximum(np.abs(weight).max(axis=1), TINY) / 127
        whole = self._constant(f"{name}.weight", np.rint(weight / scale[:, None]).T, np.int8)
        scales = self._constant(f"{name}.scale", scale)
        inputs = (x.numbers, "one", scales, x.zero)
        product = self._op("If", "whole", then_branch=_signed(whole, *inputs), else_branch=_unsigned(whole, *inputs))
        return self._op("Mul", product, x.step)

    def _norm(self, x: str, name: str) -> str:
        parts = [self._constant(f"{name}.{part}", self._state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self._op("LayerNormalization", x, *parts, axis=-1, epsilon=self._epsilon)

    def _biased(self, x: str, name: str, bias: Floats) -> str:
        return self._op("Add", x, self._constant(f"{name}.bias", bias))

    def _layer(self, x: str, name: str, only: str | None) -> str:
        """One layer; with ``only`` (indices of rows) what these make of all."""
        weight, bias = (
            {part: self._state[f"{name}.{part}.{kind}"] for part in ("q", "k", "v", "ao", "fi", "fo")}
            for kind in ("weight", "bias")
        )
        size = len(weight["q"]) // self._heads
        heads = self._constant("heads", [-1, self._heads, size], np.int64)
        width = self._constant("width", [-1, self._heads * size], np.int64)
        numbers = self._numbers(x)
        # A key's bias adds the same to every score of a query, which the softmax takes out again; that of a value goes
        # through the weights, whose sum is 1, to the output's.
        key, value = (self._op("Reshape", self._product(numbers, f"{name}.{p}", weight[p]), heads) for p in "kv")
        if only is not None:
            x, whole, step = (self._op("Gather", part, only, axis=0) for part in (x, numbers.numbers, numbers.step))
            numbers = _Numbers(whole, step, numbers.zero)
        root = np.float32(np.sqrt(size))
        query = self._product(numbers, f"{name}.q", weight["q"] / root)
        query = self._op("Reshape", self._biased(query, f"{name}.q", bias["q"] / root), heads)
        scores = self._op("FusedMatMul", query, key, domain=OWN, transBatchA=1, transBatchB=1, transB=1)
        attended = self._op("FusedMatMul", self._op("Softmax", scores, axis=-1), value, domain=OWN, transBatchB=1)
        attended = self._op("Reshape", self._op("Transpose", attended, perm=[1, 0, 2]), width)
        out = self._product(self._numbers(attended), f"{name}.ao", weight["ao"])
        out = self._biased(out, f"{name}.ao", bias["ao"] + weight["ao"] @ bias["v"])
        x = self._norm(self._op("Add", x, out), f"{name}.aln")
        inner = self._product(self._numbers(x), f"{name}.fi", weight["fi"])
        inner = self._op("FastGelu", inner, self._constant(f"{name}.fi.bias", bias["fi"]), domain=OWN)
        out = self._product(self._numbers(inner, after_gelu=True), f"{name}.fo", weight["fo"])
        return self._norm(self._op("Add", x, self._biased(out, f"{name}.fo", bias["fo"])), f"{name}.oln")


def _signed(weight: str, numbers: str, one: str, scales: str, zero: str) -> Any:
    """The branch that multiplies by a weight matrix as it is."""
    from onnx import helper

    inputs = (numbers, weight, one, scales, zero)
    return _branch([helper.make_node("MatMulIntegerToFloat", inputs, [f"{weight}.signed"], domain=OWN)])


def _unsigned(weight: str, numbers: str, one: str, scales: str, zero: str) -> Any:
    """The branch that multiplies by the matrix made unsigned, once, when the graph is loaded."""
    from onnx import TensorProto, helper

    wide, moved, whole, out = (f"{weight}.{part}" for part in ("wide", "moved", "whole", "unsigned"))
    inputs = (numbers, whole, one, scales, zero, "shifted")
    return _branch(
        [
            helper.make_node("Cast", [weight], [wide], to=TensorProto.INT16),
            helper.make_node("Add", [wide, "shift"], [moved]),
            helper.make_node("Cast", [moved], [whole], to=TensorProto.UINT8),
            helper.make_node("MatMulIntegerToFloat", inputs, [out], domain=OWN),
        ]
    )


def _branch(nodes: list[Any]) -> Any:
    """A branch of an ``If`` that puts out what its last node does."""
    from onnx import TensorProto, helper

    (name,) = nodes[-1].output
    return helper.make_graph(nodes, name, [], [helper.make_tensor_value_info(name, TensorProto.FLOAT, None)])
