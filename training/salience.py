"""Learns the weights by which a pronoun chooses its antecedent, and writes analysis/salience.toml.

usage: python -m training.salience [--check]

From the training articles' claims whose source is a pronoun or a possessive: the mentions that agree with it are the
candidates, those whose entity bears the gold speaker's name are right. The makers' articles have the speaker of every
claim, ours those of pronouns alone (``data/pronouns.tsv``: article, offsets of the pronoun, name). A log-linear model
over the mentions' features is fitted by gradient ascent on the probability of the right ones. ``--check`` prints the
accuracy on each fifth of the articles with weights learned from the others, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.analysis.coreference import WEIGHTS, candidates
from selon.analysis.document import Document, Draft
from selon.analysis.parse import parse_many
from selon.analysis.speakers import Speakers
from selon.languages.speakers import fold
from selon.model import Relay, article_from, spans_of
from training.dataset import OWN
from training.inline import articles

DATA = Path(__file__).parent / "data"
PRONOUNS = DATA / "pronouns.tsv"
FOLDS = 5
STEPS = 400
DECAY = 0.01
SMALL = {"of", "the", "de", "la", "le", "l", "d", "des", "du", "and", "et", "s"}

Weights = npt.NDArray[np.float64]
Row = dict[str, Any]
Case = tuple[int, list[tuple[int, bool, dict[str, float]]]]  # the fold; each candidate: entity, whether right, features


def words(name: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in fold(name)).split()) - SMALL


def same(a: str, b: str) -> bool:
    x, y = words(a), words(b)
    return bool(x and y) and (x <= y or y <= x)


def documents() -> Iterator[tuple[Row, Document]]:
    """The training articles, parsed, their gold claims as drafts."""
    rows = [json.loads(line) for path in sorted(DATA.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    rows += list(own_rows())
    rows.sort(key=lambda row: row["language"])
    for row, document in zip(rows, parse_many(article_from(row) for row in rows), strict=True):
        document.drafts = [draft_of(claim) for claim in row["claims"]]
        yield row, document


def own_rows() -> Iterator[Row]:
    """Our own articles in which pronouns are named; the other claims' speakers are unknown (None)."""
    named: dict[str, dict[tuple[int, int], str]] = {}
    for line in PRONOUNS.read_text(encoding="utf-8").splitlines():
        article, start, end, name = line.split("\t")
        named.setdefault(article, {})[int(start), int(end)] = name
    for path in (DATA / name for name in OWN):
        for row in articles(path.read_text(encoding="utf-8").splitlines(), path.name):
            if row["id"] in named:
                for claim in row["claims"]:
                    spans = [tuple(span) for span in claim["source"]]
                    claim["speaker"] = named[row["id"]].get(spans[0]) if len(spans) == 1 else None
                yield row


def draft_of(claim: Row) -> Draft:
    """A gold claim as the attribution layer would hand it on."""
    return Draft(
        spans_of(claim["source"]),
        spans_of(claim["cue"]),
        spans_of(claim["content"]),
        inferred=bool(claim.get("inferred")),
        relay=tuple(Relay("", spans_of(r.get("source")), spans_of(r.get("cue"))) for r in claim.get("relay") or ()),
    )


def cases(pairs: Iterable[tuple[Row, Document]]) -> list[Case]:
    """Every choice of an antecedent in the articles that has a right candidate and a wrong one."""
    out: list[Case] = []
    for row, document in pairs:
        work = Speakers(document)
        work.resolve()
        gold = {id(draft): claim for draft, claim in zip(document.drafts, row["claims"], strict=True)}
        group = zlib.crc32(str(row["id"]).removesuffix("-fr-tr").encode()) % FOLDS
        for draft, place, want, discourse in work.choices:
            if gold[id(draft)]["speaker"] is None:
                continue
            names = [gold[id(draft)]["speaker"], *gold[id(draft)].get("also", ())]
            found = candidates(work.mentions, document, place, want, discourse)
            rows = [(id(entity), any(same(n, entity.name) for n in names), f) for entity, f in found]
            if any(right for _, right, _ in rows) and not all(right for _, right, _ in rows):
                out.append((group, rows))
    return out


def learn(train: list[Case], names: list[str]) -> Weights:
    """The weights that make the right candidates likeliest."""
    index = {name: i for i, name in enumerate(names)}
    starts = np.cumsum([0, *(len(rows) for _, rows in train[:-1])])
    sizes = np.array([len(rows) for _, rows in train])
    matrix = np.zeros((int(sizes.sum()), len(names)))
    right = np.array([good for _, rows in train for _, good, _ in rows])
    for i, features in enumerate(f for _, rows in train for _, _, f in rows):
        for name, value in features.items():
            matrix[i, index[name]] = value
    weights, speed = np.zeros(len(names)), np.zeros(len(names))
    for _ in range(STEPS):
        scores = matrix @ weights
        e = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        p = e / np.repeat(np.add.reduceat(e, starts), sizes)
        good = np.where(right, e, 0.0)
        q = good / np.repeat(np.add.reduceat(good, starts), sizes)
        slope = (q - p) @ matrix / len(train) - DECAY * weights
        speed = 0.9 * speed + slope
        weights += 0.1 * speed
    return weights


def accuracy(test: list[Case], names: list[str], weights: Weights) -> tuple[int, int]:
    table = dict(zip(names, weights, strict=True))
    hits = 0
    for _, rows in test:
        totals: dict[int, float] = {}
        right: dict[int, bool] = {}
        for key, good, features in rows:
            totals[key] = totals.get(key, 0.0) + float(np.exp(sum(table[n] * v for n, v in features.items())))
            right[key] = good
        hits += right[max(totals, key=lambda k: totals[k])]
    return hits, len(test)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    found = cases(documents())
    names = sorted({name for _, rows in found for _, _, features in rows for name in features})
    if arguments.check:
        total = 0
        for fold_ in range(FOLDS):
            weights = learn([c for c in found if c[0] != fold_], names)
            hits, n = accuracy([c for c in found if c[0] == fold_], names, weights)
            total += hits
            print(f"fold {fold_}: {hits} of {n}")
        print(f"all: {total} of {len(found)} = {100 * total / len(found):.1f}")
        return
    weights = learn(found, names)
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
    WEIGHTS.write_text(
        "# Learned by python -m training.salience.\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    print(f"{len(found)} cases; wrote {WEIGHTS.name}")


if __name__ == "__main__":
    main()
