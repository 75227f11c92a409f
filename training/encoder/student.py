"""The package's encoder in PyTorch: a few of a teacher's layers, over words instead of pieces.

A word's vector is that of its first piece and what a matrix makes of the others, summed; each piece is scaled by its
place in the word. So the layers read a quarter fewer vectors, and half of the layers do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from selon.analysis.attribution.encoder.network import LAYERS, TABLES
from selon.analysis.attribution.encoder.pieces import MOST
from selon.analysis.attribution.encoder.signals import REACH
from training.encoder.graph import Graph
from training.encoder.teacher import Teacher

HEADS, EPSILON = 12, 1e-12  # as the base has them
PIECES_A_WORD = 1.33  # in our articles: a word's place is about that of its first piece


class Layer(nn.Module):
    """One transformer layer in the form of ``state_of``: the root is in the query's weights, keys and values have no
    bias."""

    def __init__(self, state: Mapping[str, np.ndarray], name: str) -> None:
        super().__init__()
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            weight = torch.tensor(state[f"{name}.{part}.weight"])
            linear = nn.Linear(weight.shape[1], weight.shape[0], bias=part not in "kv")
            linear.weight.data = weight
            if part not in "kv":
                linear.bias.data = torch.tensor(state[f"{name}.{part}.bias"])
            setattr(self, part, linear)
        for part in ("aln", "oln"):
            norm = nn.LayerNorm(len(state[f"{name}.{part}.weight"]), eps=EPSILON)
            norm.weight.data, norm.bias.data = (torch.tensor(state[f"{name}.{part}.{x}"]) for x in ("weight", "bias"))
            setattr(self, part, norm)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        def split(y: Tensor) -> Tensor:
            return y.unflatten(2, (HEADS, -1)).transpose(1, 2)

        query, key, value = split(self.q(x)), split(self.k(x)), split(self.v(x))
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, scale=1.0)
        x = self.aln(x + self.ao(attended.transpose(1, 2).flatten(2)))
        out: Tensor = self.oln(x + self.fo(functional.gelu(self.fi(x))))
        return out


class Student(nn.Module):
    """Begins as the teacher's ``layers`` (0 the first) with its heads and pieces; the pieces' vectors stay."""

    def __init__(self, teacher: Teacher, state: Mapping[str, np.ndarray], layers: Sequence[int]) -> None:
        super().__init__()
        width = teacher.vectors.shape[1]
        self.vectors = torch.tensor(teacher.vectors)
        self.scale = nn.Parameter(torch.ones(MOST, width))
        self.rest = nn.Linear(width, width, bias=False)
        self.rest.weight.data = torch.eye(width)
        at = (torch.arange(len(teacher.places)) * PIECES_A_WORD).long().clamp(max=len(teacher.places) - 1)
        self.places = nn.Parameter(torch.tensor(teacher.places)[at].clone())
        self.norm = nn.LayerNorm(width, eps=EPSILON)
        self.norm.weight.data, self.norm.bias.data = (
            torch.tensor(state[f"encoder.norm.{part}"]) for part in ("weight", "bias")
        )
        self.layers = nn.ModuleList(Layer(state, f"encoder.layers.{k}") for k in layers)
        self.cue = _linear(teacher, "cue")
        self.pair = _linear(teacher, "pair")
        self.distance = nn.Parameter(torch.tensor(teacher.heads["distance"]))

    def forward(self, pieces: Tensor, valid: Tensor) -> list[Tensor]:
        """What each layer makes of the words (batch × words × width); ``pieces``: batch × words × MOST, -1 for none."""
        vectors = self.vectors[pieces.clamp(min=0)] * (pieces >= 0)[..., None]
        later = (vectors[:, :, 1:] * self.scale[1:]).sum(2)
        x = vectors[:, :, 0] * self.scale[0] + self.rest(later) + self.places[: pieces.shape[1]]
        x = self.norm(x)
        mask = torch.zeros(valid.shape, dtype=torch.bfloat16).masked_fill(~valid, -1e4)[:, None, None, :]
        out = []
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                x = layer(x, mask)
                out.append(x)
        return [each.float() for each in out]


def _linear(teacher: Teacher, name: str) -> nn.Linear:
    weight = torch.tensor(teacher.heads[f"{name}.weight"])
    out = nn.Linear(weight.shape[1], weight.shape[0])
    out.weight.data, out.bias.data = weight, torch.tensor(teacher.heads[f"{name}.bias"])
    return out


def pairs(
    hidden: Tensor, weight: Tensor, bias: Tensor, distance: Tensor, batch: Tensor, cue: Tensor
) -> tuple[Tensor, Tensor]:
    """Source and content logits (cues × words) of the cues headed by word ``cue`` of row ``batch``."""
    parts = functional.linear(hidden, weight, bias)
    width = (parts.shape[2] - 2) // 4
    bucket = (torch.arange(hidden.shape[1])[None, :] - cue[:, None]).clamp(-REACH, REACH) + REACH
    out = []
    for k in range(2):
        own = parts[..., 2 * k * width : (2 * k + 1) * width][batch, cue]
        others = parts[..., (2 * k + 1) * width : (2 * k + 2) * width][batch]
        score = torch.einsum("nd,nwd->nw", own, others) / math.sqrt(width)
        out.append(score + parts[..., 4 * width + k][batch] + distance[k][bucket])
    return out[0], out[1]


def export(model: Student, vectors: Mapping[str, np.ndarray], layers: Path = LAYERS, tables: Path = TABLES) -> None:
    """Write the package's weights; ``vectors``: the packed vectors of pieces, as the teacher's tables have them."""
    import onnx

    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    width = state["norm.weight"].size
    root = np.float32(np.sqrt(width // HEADS))
    graph: dict[str, np.ndarray] = {}
    for name, value in state.items():
        if name.startswith(("layers.", "norm.")):
            graph[f"encoder.{name}"] = value * root if ".q." in name else value
    for k in range(len(model.layers)):
        for part in "kv":
            graph[f"encoder.layers.{k}.{part}.bias"] = np.zeros(width, np.float32)
    layers.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(Graph(graph, HEADS, EPSILON).model(), str(layers))
    np.savez_compressed(
        tables,
        **vectors,
        scale=state["scale"].astype(np.float16),
        rest=state["rest.weight"].astype(np.float16),
        places=state["places"].astype(np.float16),
        **{"head.distance": state["distance"]},
        **{f"head.{name}": state[name] for name in ("cue.weight", "cue.bias", "pair.weight", "pair.bias")},
    )
