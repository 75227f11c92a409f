"""Teach the package's encoder:  python -m training.encoder.distil [--epochs 5] [--threads 1]

The teacher (``python -m training.encoder``), six layers over pieces, hears the windows of all annotated articles and of
altered copies of them; the student, three of its layers over words, learns to make the same of them: its last vectors,
those between, and what the heads say. It takes two fifths of the teacher's time. Writes the package's weights.

Some eighty minutes on one core; what is learnt is kept in build/student.pt every thousand steps, and a run that was
stopped goes on from there. Needs PyTorch and requirements/train.txt.

Every thousand steps it prints how far the student is from the teacher on ``training/unseen``: of the probabilities of
cues, of the words of their sources and of their contents, how much lies elsewhere.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from selon.analysis.attribution.encoder.network import VOCABULARY
from selon.analysis.attribution.encoder.pieces import MOST, Pieces
from selon.analysis.attribution.syntax import build
from selon.analysis.parse import parse_many
from training.dataset import DATA, FILES, annotated
from training.encoder.student import Student, export, pairs
from training.encoder.teacher import Teacher, load_teacher, packed_vectors, state_of
from training.encoder.windows import Piecewise, every_window
from training.held_out import UNSEEN

KEPT = (1, 3, 5)  # the teacher's layers that the student begins with; what these put out, it learns to put out
BATCH, RATE, WARM = 8, 5e-4, 0.03  # windows a step; the highest rate; of the steps, while it rises
HEARD = 0.04  # a word that the teacher gives more heads a cue to learn from
RANDOM_CUES = 6  # a batch, besides
LAST, BETWEEN, LATER = 3.0, 1.0, 0.4  # weights of the vectors' errors; how much of them is left at the end
WEIGHTS = {"cue": 10.0, "source": 10.0, "content": 5.0}
KEEP = 1000  # steps
STUDENT = Path("build/student.pt")


class Batch(NamedTuple):
    """``pieces`` (windows × words × MOST, -1 for none), which words are there (the first is the window's start), which
    of them count, the teacher's vectors (windows × words × layers × width)."""

    pieces: Tensor
    there: Tensor
    counts: Tensor
    taught: Tensor


class Lessons:
    """Windows with what the teacher's layers make of their words, in half precision."""

    def __init__(self, windows: Sequence[Piecewise], teacher: Teacher) -> None:
        self.windows = windows
        self._taught = []
        for done, (rows, begins) in enumerate(windows):
            last, *between = teacher.layers(rows, begins)
            self._taught.append(np.stack([*between, last], 1).astype(np.float16))
            if done % 1000 == 0:
                print(f"heard {done} of {len(windows)} windows", file=sys.stderr, flush=True)

    def batch(self, numbers: Sequence[int]) -> Batch:
        most = 1 + max(len(self.windows[n].begins) for n in numbers)
        pieces = np.full((len(numbers), most, MOST), -1, np.int64)
        there = np.zeros((len(numbers), most), bool)
        taught = np.zeros((len(numbers), most, *self._taught[0].shape[1:]), np.float16)
        for k, n in enumerate(numbers):
            rows, begins = self.windows[n]
            words = [0, *begins]
            for w, (a, b) in enumerate(zip(words, [*begins, len(rows) - 1], strict=True)):
                pieces[k, w, : b - a] = rows[a:b]
            there[k, : len(words)] = True
            taught[k, 1 : len(words)] = self._taught[n]
        counts = torch.tensor(there).float()
        counts[:, 0] = 0
        return Batch(torch.tensor(pieces), torch.tensor(there), counts, torch.tensor(taught).float())


class _Heads(NamedTuple):
    """What the teacher's heads make of its vectors: the student learns their probabilities."""

    cue: tuple[Tensor, Tensor]
    pair: tuple[Tensor, Tensor, Tensor]


def _heads(teacher: Teacher) -> _Heads:
    head = {name: torch.tensor(value) for name, value in teacher.heads.items()}
    return _Heads((head["cue.weight"], head["cue.bias"]), (head["pair.weight"], head["pair.bias"], head["distance"]))


def _own_pairs(model: Student, hidden: Tensor, batch: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
    return pairs(hidden, model.pair.weight, model.pair.bias, model.distance, batch, cue)


def _loss(model: Student, batch: Batch, heads: _Heads, progress: float) -> Tensor:
    made, counts = model(batch.pieces, batch.there), batch.counts
    errors = [_error(x, batch.taught[:, :, k], counts) for k, x in enumerate(made)]
    last = batch.taught[:, :, -1]
    with torch.no_grad():
        cue = torch.sigmoid(functional.linear(last, *heads.cue)[..., 0]) * counts
        at = torch.cat([(cue > HEARD).nonzero(), _drawn(counts)])
        where, head = at[:, 0], at[:, 1]
        wanted = [torch.sigmoid(x) for x in pairs(last, *heads.pair, where, head)]
    source, content = _own_pairs(model, made[-1], where, head)
    vectors = LAST * errors[-1] + BETWEEN * sum(errors[:-1])
    return (
        vectors * (1 - (1 - LATER) * progress)
        + WEIGHTS["cue"] * _mean(model.cue(made[-1])[..., 0], cue, counts)
        + WEIGHTS["source"] * _mean(source, wanted[0], counts[where])
        + WEIGHTS["content"] * _mean(content, wanted[1], counts[where])
    )


def _drawn(counts: Tensor) -> Tensor:
    """Some words drawn from a batch: (window, word) pairs."""
    drawn = torch.stack([torch.randint(0, n, (RANDOM_CUES,)) for n in counts.shape], 1)
    return drawn[counts[drawn[:, 0], drawn[:, 1]] > 0]


def _error(made: Tensor, wanted: Tensor, counts: Tensor) -> Tensor:
    """Squared distance by squared length."""
    return (((made - wanted) ** 2).sum(-1) * counts).sum() / ((wanted**2).sum(-1) * counts).sum()


def _mean(logits: Tensor, wanted: Tensor, counts: Tensor) -> Tensor:
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (each * counts).sum() / counts.sum()


@torch.no_grad()
def distance(model: Student, lessons: Lessons, heads: _Heads) -> list[float]:
    """Of the teacher's probability of cues, sources' and contents' words, how much lies elsewhere (0: nothing)."""
    off, there = [0.0] * 3, [1e-9] * 3
    for k in range(0, len(lessons.windows), BATCH):
        batch = lessons.batch(range(k, min(k + BATCH, len(lessons.windows))))
        last, own = batch.taught[:, :, -1], model(batch.pieces, batch.there)[-1]
        cue = torch.sigmoid(functional.linear(last, *heads.cue)[..., 0]) * batch.counts
        at = (cue > 0.3).nonzero()
        both = [(cue, torch.sigmoid(model.cue(own)[..., 0]) * batch.counts)]
        if len(at):
            counts = batch.counts[at[:, 0]]
            taught = pairs(last, *heads.pair, at[:, 0], at[:, 1])
            learnt = _own_pairs(model, own, at[:, 0], at[:, 1])
            both += [
                (torch.sigmoid(x) * counts, torch.sigmoid(y) * counts) for x, y in zip(taught, learnt, strict=True)
            ]
        for j, (wanted, found) in enumerate(both):
            off[j] += (wanted - found).abs().sum().item()
            there[j] += wanted.sum().item()
    return [a / b for a, b in zip(off, there, strict=True)]


def _order(lessons: Lessons, seed: int) -> Iterator[list[int]]:
    """An epoch's batches of windows of about one length."""
    chance = random.Random(seed)
    length = [len(window.begins) + 40 * chance.random() for window in lessons.windows]
    order = sorted(range(len(length)), key=length.__getitem__)
    batches = [order[k : k + BATCH] for k in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    yield from batches


def distil(
    model: Student, lessons: Lessons, apart: Lessons, heads: _Heads, epochs: float, kept: Path = STUDENT
) -> None:
    """Train ``model`` in place: AdamW, a rate that rises and falls linearly. Goes on from ``kept``, if it is there."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    an_epoch = math.ceil(len(lessons.windows) / BATCH)
    steps, done, began = max(1, int(epochs * an_epoch)), 0, time.monotonic()
    if kept.exists():
        state = torch.load(kept, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        done = state["done"]
    while done < steps:
        for numbers in list(_order(lessons, done // an_epoch))[done % an_epoch :]:
            torch.manual_seed(done)
            rate = RATE * min(1.0, (done + 1) / (WARM * steps)) * max(0.0, 1 - done / steps)
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss = _loss(model, lessons.batch(numbers), heads, done / steps)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            done += 1
            if done % KEEP == 0 or done == steps:
                kept.parent.mkdir(parents=True, exist_ok=True)
                state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "done": done}
                torch.save(state, kept.with_suffix(".new"))
                kept.with_suffix(".new").replace(kept)
                off = ", ".join(f"{x:.3f}" for x in distance(model, apart, heads))
                told = f"step {done} of {steps}: {off} off, {time.monotonic() - began:.0f} s"
                print(told, file=sys.stderr, flush=True)
            if done == steps:
                break


def windows_of(files: Sequence[Path], pieces: Pieces, altered: bool) -> list[Piecewise]:
    """The windows of the articles in annotated files, with those of altered copies or without."""
    articles = [article for path in files for article, _ in annotated(path)]
    found: list[Any] = [build(document) for document in parse_many(articles)]
    return every_window(found, pieces, copies=altered)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=float, default=4.7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--windows", type=int, help="learn from so many windows alone (to try it)")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    teacher = load_teacher(outputs=KEPT[:-1])
    pieces = Pieces(VOCABULARY)
    windows = windows_of([DATA / name for name in FILES], pieces, altered=True)[: arguments.windows]
    lessons = Lessons(windows, teacher)
    apart = Lessons(windows_of(sorted(UNSEEN.glob("*.txt")), pieces, altered=False), teacher)
    model = Student(teacher, state_of(), KEPT)
    distil(model, lessons, apart, _heads(teacher), arguments.epochs)
    export(model, packed_vectors())


if __name__ == "__main__":
    main()
