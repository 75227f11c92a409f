"""Annotated articles to a trained encoder."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from selon.analysis.attribution.encoder.pieces import UNKNOWN, Pieces
from selon.analysis.attribution.encoder.windows import windows
from selon.model import Span
from training.dataset import Example
from training.encoder.model import Encoder
from training.encoder.teacher import COMFORTABLE

BATCH = 8  # windows
RATE, HEADS_RATE = 1e-4, 1e-3  # of the layers, of what is new
WARM = 0.1  # of the steps
HIDDEN_WORDS = 0.08  # of the words are not shown, so that no single word is leant on
WEIGHTS = {"cue": 10.0, "source": 10.0, "content": 5.0}  # of the parts of the loss


@dataclass(slots=True)
class Lesson:
    """One window: pieces, and per token whether it heads a cue; per cue the tokens of its source and content."""

    rows: list[int]
    begins: list[int]
    cue: list[float]
    pairs: list[tuple[int, list[int], list[int]]] = field(default_factory=list)


def lessons(data: Iterable[Example], pieces: Pieces) -> list[Lesson]:
    """The windows of all examples."""
    return [lesson for example in data for lesson in _lessons(example, pieces)]


def _lessons(example: Example, pieces: Pieces) -> Iterator[Lesson]:
    sx = example.syntax
    heads: dict[int, tuple[list[int], list[int]]] = {}
    for claim in example.claims:
        found = next((r.cue.head for r, g in zip(example.readings, example.gold, strict=True) if g is claim), -1)
        if found == -1 and claim.cue:
            found = (_tokens(example, claim.cue) or [-1])[-1]
        if found != -1:
            heads.setdefault(found, (_tokens(example, claim.source), _tokens(example, claim.content)))
    for window in windows(sx, pieces, COMFORTABLE):
        inside = range(window.first, window.last)
        lesson = Lesson(window.rows, window.begins, [float(k in heads) for k in inside])
        for head, (source, content) in heads.items():
            if head in inside:
                own = ([k - window.first for k in part if k in inside] for part in (source, content))
                lesson.pairs.append((head - window.first, *own))  # type: ignore[arg-type]
        yield lesson


def _tokens(example: Example, spans: Sequence[Span]) -> list[int]:
    return [t.i for t in example.syntax.tokens if any(a < t.end and t.start < b for a, b in spans)]


def fit(model: Encoder, data: Sequence[Lesson], epochs: int, seed: int = 0) -> None:
    """Train ``model`` in place: AdamW, a rate that rises and falls linearly, bfloat16 in the layers."""
    random.seed(seed)
    torch.manual_seed(seed)
    own = {id(p) for p in model.encoder.parameters()} | {id(model.places)}
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if id(p) in own], "lr": RATE},
        {"params": [p for p in trained if id(p) not in own], "lr": HEADS_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * math.ceil(len(data) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.0, 1 - step / steps)
    )
    began = time.monotonic()
    for epoch in range(epochs):
        model.train()
        order = sorted(data, key=lambda lesson: len(lesson.rows) + 40 * random.random())
        batches = [order[k : k + BATCH] for k in range(0, len(order), BATCH)]
        random.shuffle(batches)
        total = 0.0
        for batch in batches:
            loss = _loss(model, batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1} of {epochs}: loss {total / len(batches):.3f}, {time.monotonic() - began:.0f} s",
            file=sys.stderr,
            flush=True,
        )
    model.eval()


def _loss(model: Encoder, batch: Sequence[Lesson]) -> Tensor:
    longest = max(len(lesson.rows) for lesson in batch)
    most = max(len(lesson.begins) for lesson in batch)
    rows = torch.ones(len(batch), longest, dtype=torch.long)
    valid = torch.zeros(len(batch), longest, dtype=torch.bool)
    begins = torch.zeros(len(batch), most, dtype=torch.long)
    word = torch.zeros(len(batch), most)
    cue = torch.zeros(len(batch), most)
    at: list[tuple[int, int]] = []
    source, content = [], []
    for k, lesson in enumerate(batch):
        n, m = len(lesson.rows), len(lesson.begins)
        rows[k, :n] = torch.tensor(_hidden(lesson))
        valid[k, :n] = True
        begins[k, :m] = torch.tensor(lesson.begins)
        word[k, :m] = 1
        cue[k, :m] = torch.tensor(lesson.cue)
        for head, of_source, of_content in lesson.pairs:
            at.append((k, head))
            for marks, tokens in ((source, of_source), (content, of_content)):
                mark = torch.zeros(most)
                mark[tokens] = 1
                marks.append(mark)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(rows, valid, begins)
    hidden = hidden.float()
    loss = WEIGHTS["cue"] * _mean(model.cue(hidden)[..., 0], cue, word)
    if at:
        where, heads = (torch.tensor(x) for x in zip(*at, strict=True))
        by_source, by_content = model.pairs(hidden, where, heads)
        loss = loss + WEIGHTS["source"] * _mean(by_source, torch.stack(source), word[where])
        loss = loss + WEIGHTS["content"] * _mean(by_content, torch.stack(content), word[where])
    return loss


def _hidden(lesson: Lesson) -> list[int]:
    """The window's rows with some words not shown."""
    rows = list(lesson.rows)
    for begin, end in zip(lesson.begins, [*lesson.begins[1:], len(rows) - 1], strict=True):
        if random.random() < HIDDEN_WORDS:
            rows[begin:end] = [UNKNOWN] * (end - begin)
    return rows


def _mean(logits: Tensor, wanted: Tensor, counts: Tensor) -> Tensor:
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (each * counts).sum() / counts.sum()
