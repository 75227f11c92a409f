"""What the page on scale says a day of news needs is what the command computes from the figures that it names."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks import scale

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def test_the_table_is_the_computed_one() -> None:
    (name,) = set(re.findall(r"benchmarks/results/([\w-]+\.json)", PAGE))
    facts = json.loads((ROOT / "benchmarks" / "results" / name).read_text(encoding="utf-8"))
    day, archive = scale.rows(facts, scale.DAY), scale.rows(facts, scale.ARCHIVE)
    told = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.M)
    computed = [(label, ours, theirs) for (label, ours), (_, theirs) in zip(day, archive, strict=True)]
    assert [row for row in told if row in computed] == computed
    assert f"{scale.core_seconds(facts):.2f} seconds of a core an article" in PAGE


def test_what_is_needed_grows_with_articles_and_shrinks_with_cores() -> None:
    facts = {
        "words an article": 225.0,
        "selon fr words/s": 4500.0,
        "selon en words/s": 2250.0,
        "HTML pages/s": 20.0,
        "2 workers of 1 worker": 1.8,
        "claims an article": 5.0,
        "Parquet bytes an article": 2000.0,
        "ledger 100000 bytes a claim": 1000.0,
        "ledger 100000 added/s": 5000.0,
    }
    assert scale.core_seconds(facts) == 0.05 + (0.1 + 0.2) / 2
    needs = dict(scale.rows(facts, 360_000))
    assert needs["core hours"] == "20"
    assert needs["hours on 1 core"] == "20.0"
    assert needs["hours on 2 cores"] == "11.1"
    assert needs["claims"] == "3,600,000"
    assert needs["claims and texts in Parquet"] == "1.4 GB"
    assert needs["hours to add them to a ledger"] == "0.2"
