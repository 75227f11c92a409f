"""The exported layers compute what a transformer's formulas say, as near as 8 bits allow. Needs the onnx package."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from training.encoder.graph import Graph
from training.encoder.teacher import load_teacher, state_of

Floats = npt.NDArray[np.float32]
WIDTH, INNER, HEADS, DEPTH = 64, 128, 4, 2
EPSILON = 1e-12
GELU = np.vectorize(lambda x: 0.5 * x * (1 + math.erf(x / math.sqrt(2))))


def weights() -> dict[str, Floats]:
    random = np.random.default_rng(5)
    shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
    shapes |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
    state = {"encoder.norm.weight": np.ones(WIDTH), "encoder.norm.bias": np.zeros(WIDTH)}
    for k in range(DEPTH):
        for name, (out, into) in shapes.items():
            state[f"encoder.layers.{k}.{name}.weight"] = random.normal(0, into**-0.5, (out, into))
            state[f"encoder.layers.{k}.{name}.bias"] = random.normal(0, 0.3, out)
        for name in ("aln", "oln"):
            state[f"encoder.layers.{k}.{name}.weight"] = random.normal(1, 0.1, WIDTH)
            state[f"encoder.layers.{k}.{name}.bias"] = random.normal(0, 0.1, WIDTH)
    return {name: value.astype(np.float32) for name, value in state.items()}


def by_formula(state: dict[str, Floats], x: Floats) -> Floats:
    def norm(x: Floats, name: str) -> Floats:
        centred = x - x.mean(1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(1, keepdims=True) + EPSILON)
        return scaled * state[f"{name}.weight"] + state[f"{name}.bias"]

    x = norm(x, "encoder.norm")
    for k in range(sum(name.endswith(".q.weight") for name in state)):
        layer = f"encoder.layers.{k}"

        def linear(x: Floats, name: str, layer: str = layer) -> Floats:
            return x @ state[f"{layer}.{name}.weight"].T + state[f"{layer}.{name}.bias"]

        q, k_, v = (linear(x, name).reshape(len(x), HEADS, -1).swapaxes(0, 1) for name in ("q", "k", "v"))
        scores = np.exp(q @ k_.swapaxes(1, 2) / math.sqrt(WIDTH // HEADS))
        attended = (scores / scores.sum(2, keepdims=True) @ v).swapaxes(0, 1).reshape(len(x), WIDTH)
        x = norm(x + linear(attended, "ao"), f"{layer}.aln")
        x = norm(x + linear(GELU(linear(x, "fi")), "fo"), f"{layer}.oln")
    return x


def hidden(state: dict[str, Floats], x: Floats, begins: npt.NDArray[np.int64], signed: bool = True) -> Floats:
    """What onnxruntime makes of the graph; not ``signed``: as on a processor that adds products in 16 bits."""
    import onnx

    model = Graph(state, HEADS, EPSILON).model()
    if not signed:
        product = next(each for each in model.graph.initializer if each.name == "full.product")
        product.CopyFrom(onnx.numpy_helper.from_array(np.array(1, np.int32), product.name))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (out,) = session.run(None, {"summed": x, "begins": begins})
    return out  # type: ignore[no-any-return]


def off(found: Floats, right: Floats) -> float:
    return float(np.linalg.norm(found - right) / np.linalg.norm(right))


INPUT = np.random.default_rng(6).normal(0, 1, (37, WIDTH)).astype(np.float32)
BEGINS = np.array([1, 2, 5, 30], np.int64)


@pytest.mark.parametrize("signed", [True, False])
def test_the_layers_are_the_formulas(signed: bool) -> None:
    state = weights()
    assert off(hidden(state, INPUT, BEGINS, signed), by_formula(state, INPUT)[BEGINS]) < 0.02


def test_every_processor_computes_the_same() -> None:
    """Signed weights and unsigned ones give the same whole numbers."""
    state = weights()
    assert np.allclose(hidden(state, INPUT, BEGINS), hidden(state, INPUT, BEGINS, signed=False), atol=1e-4)


def test_large_products_do_not_overflow() -> None:
    """Numbers that x86 without VNNI can't add in the signed form: all of them large, none negative."""
    state, random = weights(), np.random.default_rng(7)
    state["encoder.norm.weight"][:] = 0
    state["encoder.norm.bias"] = random.uniform(0.6, 1, WIDTH).astype(np.float32)
    for name in ("v", "ao", "fi", "fo"):
        matrix = state[f"encoder.layers.0.{name}.weight"]
        matrix[:] = random.uniform(0.5, 1, matrix.shape) * random.uniform(0.1, 1, (len(matrix), 1))
    assert off(hidden(state, INPUT, BEGINS), by_formula(state, INPUT)[BEGINS]) < 0.02


def saved(folder: Path) -> tuple[Path, Path]:
    """A small teacher's files: its layers and tables."""
    import onnx

    layers, tables = folder / "teacher.onnx", folder / "teacher.npz"
    onnx.save(Graph(weights(), HEADS, EPSILON).model(), str(layers))
    random = np.random.default_rng(8)
    scale = random.uniform(0.01, 0.02, (20, WIDTH // 32)).astype(np.float16)
    nibbles = random.integers(0, 256, (20, WIDTH // 2), np.uint8)
    np.savez(tables, **{"pieces.scale": scale, "pieces.nibbles": nibbles, "places": random.normal(0, 1, (9, WIDTH))})
    return layers, tables


def test_a_teacher_puts_out_what_its_layers_make(tmp_path: Path) -> None:
    layers, tables = saved(tmp_path)
    teacher = load_teacher(layers, tables, outputs=(0,))
    rows, begins = [0, 4, 5, 9, 2], [1, 3]
    last, first = teacher.layers(rows, begins)
    state = weights()
    by_one = {name: value for name, value in state.items() if ".layers.1." not in name}
    pieces = teacher.vectors[rows] + teacher.places[:5]
    for made, wanted in ((last, state), (first, by_one)):
        assert off(made, by_formula(wanted, pieces)[begins]) < 0.03
    assert np.array_equal(last, teacher.hidden(rows, begins))


def test_a_graphs_weights_are_read_back(tmp_path: Path) -> None:
    """But for what the graph has folded: the root of a query's length, the biases of keys and values."""
    layers, _ = saved(tmp_path)
    found, given = state_of(layers), weights()
    root = math.sqrt(WIDTH // HEADS)
    for name, value in found.items():
        wanted = given[name] / root if ".q." in name else given[name]
        if name.endswith("ao.bias"):
            wanted = wanted + given[name.replace("bias", "weight")] @ given[name.replace("ao", "v")]
        assert np.allclose(value, wanted, atol=0.02), name
    assert not any(name.endswith(("k.bias", "v.bias")) for name in found)
