"""The evaluation gate: how good the claims are on each gold set, against floors that may only be raised.

The floors are in data/gate.toml. A figure below its floor fails; one that is well above it asks for a higher floor.
The dossier ships with selon and is always scored; the other sets lie beside the repository where they are at all.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from selon.analysis.pipeline import extract_many
from selon.demo import GOLD
from selon.evaluation import evaluate, load_rows
from selon.model import Article, claim_form

SHARED = Path(__file__).parent.parent.parent / "shared"
SETS = {
    "seed": SHARED / "seed" / "gold.json",
    "dossier": GOLD,
    "wikinews_fr": SHARED / "gold" / "wikinews_fr.dev.jsonl",
    "wikinews_en": SHARED / "gold" / "wikinews_en.dev.jsonl",
}
FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    (Path(__file__).parent / "data" / "gate.toml").read_text(encoding="utf-8")
)
FIGURES = ("content_source_f", "speaker_f", "stance", "certainty", "relay_f", "quantities_f")
SLACK = 2.0  # points above its floor from which a figure deserves a higher one


def flat(figures: Mapping[str, Any]) -> dict[str, float]:
    """The six figures of the gate, out of those that ``evaluate`` counts."""
    return {
        "content_source_f": figures["claims"]["+source@0.5"]["f"],
        "speaker_f": figures["claims"]["+speaker@0.5"]["f"],
        "stance": figures["labels"]["stance"] or 0.0,
        "certainty": figures["labels"]["certainty"] or 0.0,
        "relay_f": figures["relay"]["f"],
        "quantities_f": figures["quantities"]["f"],
    }


@cache
def measured(name: str) -> dict[str, float]:
    rows = load_rows(SETS[name])
    articles = [
        Article(text=row["text"], id=str(row["id"]), language=row["language"], published=row["published"])
        for row in rows
    ]
    found = [
        {"id": article.id, "claims": [claim_form(claim) for claim in claims]}
        for article, claims in zip(articles, extract_many(articles), strict=True)
    ]
    return flat(evaluate(rows, found).figures)


def verdict(figures: Mapping[str, float], floors: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """What is below its floor, and what should have its floor raised."""
    below = [f"{k} {figures[k]} is below its floor of {v}" for k, v in floors.items() if figures[k] < v]
    above = [
        f"raise the pin: {k} {math.floor(10 * figures[k] + 1e-6) / 10} (is {v})"
        for k, v in floors.items()
        if figures[k] > v + SLACK
    ]
    return below, above


def test_every_set_has_every_floor() -> None:
    assert set(FLOORS) == set(SETS)
    for name, floors in FLOORS.items():
        assert set(floors) == set(FIGURES), name
        assert all(0 <= floor <= 100 for floor in floors.values()), name


def test_the_verdict() -> None:
    assert verdict({"stance": 90.0}, {"stance": 90.0}) == ([], [])
    assert verdict({"stance": 92.0}, {"stance": 90.0}) == ([], [])
    assert verdict({"stance": 89.9}, {"stance": 90.0}) == (["stance 89.9 is below its floor of 90.0"], [])
    assert verdict({"stance": 92.1}, {"stance": 90.0}) == ([], ["raise the pin: stance 92.1 (is 90.0)"])


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not SETS[name].exists():
        pytest.skip(f"{name} is not here")
    figures = measured(name)
    below, above = verdict(figures, FLOORS[name])
    with capsys.disabled():
        if name == next(n for n in SETS if SETS[n].exists()):
            print(f"\n{'measured (floor)':16}" + "".join(f"{key:>18}" for key in FIGURES))
        print(f"{name:16}" + "".join(f"{figures[k]:>10} ({FLOORS[name][k]:5})" for k in FIGURES))
        for line in above:
            print(f"  {name}: {line}")
    assert not below, f"{name}: " + "; ".join(below)
