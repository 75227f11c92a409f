"""The encoder in PyTorch: layers of the base, and heads that say what each word does in an attribution."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from selon.analysis.attribution.encoder.network import unpacked
from selon.analysis.attribution.encoder.signals import REACH
from training.encoder.base import MATRICES, NORMS, Base

PAIR = 128  # width of the vectors that pair a cue with a word
DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer, its norms after each half (BERT)."""

    def __init__(self, base: Base, weights: dict[str, object]) -> None:
        super().__init__()
        width, inner = base.width, base.inner
        self.heads = base.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, eps=base.epsilon) for _ in range(2))
        self.dropout = nn.Dropout(DROPOUT)
        for name in (*MATRICES, *NORMS):
            part = getattr(self, name)
            part.weight.data = torch.tensor(weights[f"{name}.weight"])
            part.bias.data = torch.tensor(weights[f"{name}.bias"])

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        def split(y: Tensor) -> Tensor:
            return y.unflatten(2, (self.heads, -1)).transpose(1, 2)

        query, key, value = split(self.q(x)), split(self.k(x)), split(self.v(x))
        scores = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
        if mask is not None:
            scores = scores + mask
        attended = (scores.softmax(-1) @ value).transpose(1, 2).flatten(2)
        x = self.aln(x + self.dropout(self.ao(attended)))
        out: Tensor = self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))
        return out


class Layers(nn.Module):
    """From summed vectors (batch × pieces × width) to the last layer's: what is exported."""

    def __init__(self, base: Base, count: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(base.width, eps=base.epsilon)
        self.norm.weight.data, self.norm.bias.data = (torch.tensor(x) for x in base.norm)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(base, weights) for weights in base.layers[:count])

    def forward(self, summed: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.dropout(self.norm(summed))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Encoder(nn.Module):
    """Layers and heads. The pieces' vectors stay as the base has them, so they can be kept in 4 bits."""

    def __init__(self, base: Base, rows: list[int], count: int) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(unpacked(base.scale[rows], base.nibbles[rows])))
        self.places = nn.Parameter(torch.tensor(base.places))
        self.encoder = Layers(base, count)
        self.cue = nn.Linear(base.width, 1)
        # For source, then content: the cue's vector, each word's vector; last the two biases of the word alone.
        self.pair = nn.Linear(base.width, 4 * PAIR + 2)
        self.distance = nn.Parameter(torch.zeros(2, 2 * REACH + 1))

    def forward(self, rows: Tensor, valid: Tensor, begins: Tensor) -> Tensor:
        """The vectors of the tokens (batch × tokens × width), each that of its first piece."""
        summed = self.vectors(rows) + self.places[: rows.shape[1]]
        mask = torch.zeros(valid.shape, dtype=summed.dtype).masked_fill(~valid, -1e4)[:, None, None, :]
        hidden: Tensor = self.encoder(summed, mask)
        return hidden.gather(1, begins[:, :, None].expand(-1, -1, hidden.shape[2]))

    def pairs(self, hidden: Tensor, batch: Tensor, cue: Tensor) -> list[Tensor]:
        """Source and content logits (cues × tokens) of the cues headed by token ``cue`` of row ``batch``."""
        parts = self.pair(hidden)
        bucket = (torch.arange(hidden.shape[1])[None, :] - cue[:, None]).clamp(-REACH, REACH) + REACH
        out = []
        for k in range(2):
            own = parts[..., 2 * k * PAIR : (2 * k + 1) * PAIR][batch, cue]
            others = parts[..., (2 * k + 1) * PAIR : (2 * k + 2) * PAIR][batch]
            score = torch.einsum("nd,nwd->nw", own, others) / math.sqrt(PAIR)
            out.append(score + parts[..., 4 * PAIR + k][batch] + self.distance[k][bucket])
        return out
