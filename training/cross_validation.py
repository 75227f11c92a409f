"""How good the whole program is on articles that neither its encoder nor its forests have seen.

    python -m training.cross_validation [--only FOLD …] [--afresh]

For each of the three encoders that ``python -m training.signals`` keeps: forests are trained on the articles that
it was trained on, and the articles of its own fold are extracted with both, by the whole pipeline (15 minutes a
fold on a free core). Forests and what is found are kept in ``build/cross-validation``: a run that was stopped goes
on, and two may share the folds. Prints the figures of ``selon evaluate`` over the folds that are there, for the
Wikinews articles that the makers of the gold sets read once (``*.train.jsonl``): each fold's at the threshold that
is best for the other folds.

The lexicon, the rules and the weights for pronouns have had these articles in view: only encoder, forests and
thresholds are held out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from selon.analysis.attribution.encoder.network import Encoder
from selon.analysis.attribution.ranking import Model, load_model
from selon.analysis.pipeline import extract_many
from selon.evaluation import Form, evaluate, load_rows
from selon.model import article_from
from selon.model.form import claim_form
from training import signals
from training.dataset import DATA, FILES, Example, annotated, examples, reread
from training.encoder.teacher import load_teacher
from training.folds import folds_of
from training.signals import ENCODERS, FOLDS, SEED
from training.train import Heard, save, train

GOLD = (DATA / "wikinews_fr.train.jsonl", DATA / "wikinews_en.train.jsonl")
FOUND = Path("build/cross-validation")
GRID = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)  # thresholds


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
    """Train without fold ``k`` and write what is found in its articles, at each threshold."""
    number = folds_of(items, FOLDS, SEED)
    held = {item.article.id or "" for item in items if number[item.group] == k}
    if k == 0:  # and the articles that nothing is trained on (one has a stray brace): no fold has seen them
        held |= {str(row["id"]) for rows in gold.values() for row in rows} - {item.article.id for item in items}
    FOUND.mkdir(parents=True, exist_ok=True)
    forests = FOUND / f"forests.{k}.npz"
    if not forests.exists():
        save(train([item for item in items if number[item.group] != k], heard), unfinished := FOUND / f"part.{k}.npz")
        unfinished.rename(forests)
    trained, net = load_model(forests), load_teacher(ENCODERS / f"{k}.onnx", ENCODERS / f"{k}.npz")
    for threshold in GRID:
        with weights(replace(trained, thresholds=dict.fromkeys(trained.thresholds, threshold)), net):
            for path, rows in gold.items():
                lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in predicted(rows, held)]
                part = FOUND / f"part.{k}"
                part.write_text("".join(lines), encoding="utf-8")
                part.rename(_file(path, k, threshold))


def figures(rows: Sequence[Form], found: Sequence[Form]) -> dict[str, Any]:
    """The figures of what was found, over the articles that were looked at."""
    done = {row["id"] for row in found}
    return evaluate([row for row in rows if row["id"] in done], found).figures


def best_for_others(path: Path, rows: Sequence[Form], folds: Collection[int], k: int) -> float:
    """The threshold with the best F of content and source on the folds but ``k``."""

    def f(threshold: float) -> float:
        found = [row for other in folds if other != k for row in load_rows(_file(path, other, threshold))]
        return float(figures(rows, found)["claims"]["+source@0.5"]["f"])

    return max(GRID, key=f)


def _file(gold: Path, k: int, threshold: float) -> Path:
    return FOUND / f"{gold.stem}.{k}.{threshold}.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", type=int, default=range(FOLDS), metavar="FOLD", help="these folds alone")
    parser.add_argument("--afresh", action="store_true", help="forget what is kept of these folds")
    arguments = parser.parse_args()
    gold = {path: load_rows(path) for path in GOLD}
    if arguments.afresh:
        for k in arguments.only:
            (FOUND / f"forests.{k}.npz").unlink(missing_ok=True)
    wanted = [k for k in arguments.only if arguments.afresh or not _done(gold, k)]
    if wanted:
        heard = signals.load()
        read = (item for name in FILES for item in examples(annotated(DATA / name)))
        items = [reread(item, heard[item.article.id or ""]) for item in read]
        for k in wanted:
            fold(k, items, heard, gold)
    folds = [k for k in range(FOLDS) if _done(gold, k)]
    for path, rows in gold.items() if len(folds) > 1 else ():
        chosen = {k: best_for_others(path, rows, folds, k) for k in folds}
        found = [row for k, threshold in chosen.items() for row in load_rows(_file(path, k, threshold))]
        all_of = figures(rows, found)
        print(f"{path.name}: {len(folds)} folds, {all_of['gold']} claims of {len(found)} articles, at {chosen}")
        for name, value in all_of["claims"].items():
            print(f"  {name:14} P {value['p']:5} R {value['r']:5} F {value['f']:5}")


def _done(gold: Collection[Path], k: int) -> bool:
    return all(_file(path, k, threshold).exists() for path in gold for threshold in GRID)


if __name__ == "__main__":
    main()
