"""How good the whole program is on articles that neither its encoder nor its forests have seen.

    python -m training.cross_validation [--only FOLD …] [--afresh]

For each of the three encoders that ``python -m training.signals`` keeps: forests are trained on the articles that it
was trained on, and the articles of its own fold are extracted with both, by the whole pipeline (ten minutes a fold).
What is found is kept in ``build/cross-validation``, a file a fold: a run that was stopped goes on, and two may share
the folds. Prints the figures of ``selon evaluate`` over the folds that are there, for the Wikinews articles that the
makers of the gold sets read once (``*.train.jsonl``).

The lexicon, the rules, the thresholds and the weights for pronouns have had these articles in view: only encoder and
forests are held out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from selon.analysis.attribution.encoder.network import Encoder
from selon.analysis.attribution.ranking import Model
from selon.analysis.pipeline import extract_many
from selon.evaluation import Form, evaluate, load_rows
from selon.model import article_from
from selon.model.form import claim_form
from training import signals
from training.dataset import DATA, FILES, Example, annotated, examples, reread
from training.encoder.teacher import load_teacher
from training.folds import folds_of
from training.signals import ENCODERS, FOLDS, SEED
from training.train import TEACHERS, Heard, train

GOLD = (DATA / "wikinews_fr.train.jsonl", DATA / "wikinews_en.train.jsonl")
FOUND = Path("build/cross-validation")


@contextmanager
def weights(trained: Model, net: Encoder) -> Iterator[None]:
    """The pipeline with these weights in the place of the package's."""
    with ExitStack() as stack:
        stack.enter_context(patch("selon.analysis.attribution.attribute.model", lambda: trained))
        stack.enter_context(patch("selon.analysis.attribution.encoder.signals.network", lambda: net))
        yield


def predicted(gold: Sequence[Form], wanted: set[str]) -> Iterator[Form]:
    """The claims that the pipeline finds in the articles of a gold file whose ids are wanted."""
    articles = [article_from(row) for row in gold if str(row["id"]) in wanted]
    for article, claims in zip(articles, extract_many(articles), strict=True):
        yield {"id": article.id, "claims": [claim_form(claim) for claim in claims]}


def fold(k: int, items: Sequence[Example], heard: Heard, gold: dict[Path, list[Form]]) -> None:
    """Train without fold ``k`` and write what is found in its articles."""
    number = folds_of(items, FOLDS, SEED)
    trained = train([item for item in items if number[item.group] != k], heard)
    trained = replace(trained, thresholds=TEACHERS)
    held = {item.article.id or "" for item in items if number[item.group] == k}
    FOUND.mkdir(parents=True, exist_ok=True)
    with weights(trained, load_teacher(ENCODERS / f"{k}.onnx", ENCODERS / f"{k}.npz")):
        for path, rows in gold.items():
            lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in predicted(rows, held)]
            unfinished = FOUND / f"unfinished.{k}"
            unfinished.write_text("".join(lines), encoding="utf-8")
            unfinished.rename(_file(path, k))


def _file(gold: Path, k: int) -> Path:
    return FOUND / f"{gold.stem}.{k}.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", type=int, default=range(FOLDS), metavar="FOLD", help="these folds alone")
    parser.add_argument("--afresh", action="store_true", help="do folds again that are there")
    arguments = parser.parse_args()
    gold = {path: load_rows(path) for path in GOLD}
    wanted = [k for k in arguments.only if arguments.afresh or not all(_file(path, k).exists() for path in gold)]
    if wanted:
        heard = signals.load()
        read = (item for name in FILES for item in examples(annotated(DATA / name)))
        items = [reread(item, heard[item.article.id or ""]) for item in read]
        for k in wanted:
            fold(k, items, heard, gold)
    for path, rows in gold.items():
        files = [file for k in range(FOLDS) if (file := _file(path, k)).exists()]
        found = [row for file in files for row in load_rows(file)]
        done = {row["id"] for row in found}
        figures = evaluate([row for row in rows if row["id"] in done], found).figures
        print(f"{path.name}: {len(files)} folds, {figures['gold']} claims of {len(done)} articles")
        for name, value in figures["claims"].items():
            print(f"  {name:14} P {value['p']:5} R {value['r']:5} F {value['f']:5}")


if __name__ == "__main__":
    main()
