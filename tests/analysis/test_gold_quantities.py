"""Quantities against gold: the figures of the annotated articles, and public cases of plain numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selon.analysis.quantities import find_numbers, find_quantities

SHARED = Path(__file__).parents[3] / "shared"


def close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 0.02 * max(abs(a), abs(b), 1)


def scored(path: Path, language: str | None) -> float:
    """F of the figures inside the gold contents, scored as the project's scorer does: spans overlap, bounds agree."""
    text = path.read_text(encoding="utf-8")
    articles = [json.loads(text)] if path.suffix == ".json" else [json.loads(line) for line in text.splitlines()]
    hits = predicted = gold = 0
    for article in articles:
        found = find_quantities(article["text"], language or article["language"])
        for claim in article["claims"]:
            inside = [q for q in found if any(a <= q.span.start < b for a, b in claim["content"])]
            predicted += len(inside)
            for want in claim.get("quantities") or ():
                gold += 1
                for q in inside:
                    overlap = q.span.start < want["span"][1] and want["span"][0] < q.span.end
                    if overlap and close(q.low, want["low"]) and close(q.high, want["high"]):
                        hits += 1
                        inside.remove(q)
                        break
    return 200 * hits / (predicted + gold)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold files are not here")
@pytest.mark.parametrize(
    ("path", "language", "least"),
    [
        ("seed/gold.json", "fr", 100),
        ("dossier/gold.jsonl", None, 97),
        ("gold/wikinews_fr.dev.jsonl", "fr", 95),
        ("gold/wikinews_en.dev.jsonl", "en", 98),
        ("gold/wikinews_fr.train.jsonl", "fr", 97),
        ("gold/wikinews_fr_adapted.train.jsonl", "fr", 94),
        ("gold/wikinews_en.train.jsonl", "en", 94),
    ],
)
def test_gold_figures(path: str, language: str | None, least: float) -> None:
    assert scored(SHARED / path, language) >= least


@pytest.mark.skipif(not SHARED.is_dir(), reason="the cases are not here")
def test_public_number_cases() -> None:
    """Numbers and percentages; ordinals and ranges have other results, and ``dotnet`` marks what no engine reads."""
    good = total = 0
    for line in (SHARED / "gold/recognizers_fr.number.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["model"] not in ("NumberModel", "PercentModel", "PercentModelPercentMode"):
            continue
        if "dotnet" in (case["not_supported"] or ""):
            continue
        found = [n for n in find_numbers(case["input"], "fr") if case["model"] == "NumberModel" or n.percent]
        want = [(tuple(r["span"]), r["resolution"]["value"].rstrip("%").replace(",", ".")) for r in case["results"]]
        total += 1
        good += len(found) == len(want) and all(
            tuple(n.span) == span and n.value == pytest.approx(float(value), rel=1e-6, abs=1e-15)
            for n, (span, value) in zip(found, want, strict=True)
        )
    assert good / total >= 0.95
