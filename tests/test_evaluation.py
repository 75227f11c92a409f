"""The figures of `selon evaluate`: on small cases by hand, and against the scorer that the gold files came with."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from selon.demo import GOLD
from selon.evaluation import GoldError, as_text, evaluate, load_rows, same_speaker

SHARED = Path(__file__).parent.parent.parent / "shared"
TEXT = "Selon Séoul, 1 500 soldats sont partis. Il a ajouté que 12 000 suivraient."
SEOUL = {"speaker": "South Korea", "source": [[6, 11]], "cue": [[0, 5]], "content": [[13, 38]], "kind": "indirect"}
HE = {"speaker": "South Korea", "source": [[40, 42]], "cue": [[43, 51]], "content": [[52, 73]], "kind": "indirect"}


def f(claims: list[dict[str, Any]], name: str = "+source@0.5") -> float:
    result = evaluate([{"id": "a", "text": TEXT, "claims": [SEOUL, HE]}], [{"id": "a", "claims": claims}])
    return float(result.figures["claims"][name]["f"])


def test_small_cases() -> None:
    assert f([SEOUL, HE]) == 100
    assert f([]) == 0
    assert f([SEOUL]) == 66.7
    assert f([SEOUL | {"source": [[0, 3]]}, HE]) == 50, "the wrong source"
    assert f([SEOUL | {"content": [[13, 24]]}, HE]) == 50, "less than half of the content"
    assert f([SEOUL | {"content": [[13, 29]]}, HE], "content@0.8") == 50
    assert f([SEOUL, HE | {"speaker": "North"}], "+speaker@0.5") == 50
    assert f([SEOUL | {"speaker": "Séoul"}, HE], "+speaker@0.5") == 100, "the words of the source will do"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Volodymyr Zelensky", "Zelensky", True),
        ("National Intelligence Service (South Korea)", "national intelligence service", True),
        ("Élysée", "Elysee", True),
        ("North Korea", "South Korea", False),
        ("", "", False),
        (None, "Kremlin", False),
    ],
)
def test_speakers_that_agree(a: str | None, b: str | None, same: bool) -> None:
    assert same_speaker(a, b) is same


def test_gold_against_itself_is_all_right() -> None:
    rows = load_rows(GOLD)
    result = evaluate(rows, rows)
    assert result.figures["gold"] == 81
    assert all(value["f"] == 100 for value in result.figures["claims"].values())
    assert (result.misses, result.extras) == ([], [])
    assert "+source@0.5    P 100.0 R 100.0 F 100.0" in as_text(result)


def spoiled(rows: list[Any], seed: int) -> list[dict[str, Any]]:
    """Gold claims, some left out, moved, renamed or relabelled."""
    chance = random.Random(seed)
    out: list[dict[str, Any]] = json.loads(json.dumps(rows))
    for row in out:
        row["claims"] = [c for c in row["claims"] if chance.random() < 0.85]
        for claim in row["claims"]:
            for name in ("content", "source", "cue"):
                if claim[name] and chance.random() < 0.4:
                    start, end = claim[name][0]
                    claim[name][0] = [start, max(start + 1, end - chance.randrange(0, end - start + 1))]
            if chance.random() < 0.2:
                claim["speaker"] = chance.choice(["Nobody", "Kremlin", ""])
            if chance.random() < 0.2:
                claim["stance"] = "denies"
            if claim.get("quantities") and chance.random() < 0.5:
                claim["quantities"][0]["low"] = chance.choice([None, 1, 1000])
            if chance.random() < 0.2:
                claim["relay"] = [{"speaker": "Yonhap"}]
    return out


@pytest.mark.skipif(not (SHARED / "score" / "score.py").exists(), reason="the original scorer is not here")
@pytest.mark.parametrize("name", ["dossier/gold.jsonl", "gold/wikinews_fr.dev.jsonl", "gold/wikinews_en.dev.jsonl"])
def test_the_same_figures_as_the_original_scorer(name: str) -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    original = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(original)
    rows = load_rows(SHARED / name)
    for seed in range(5):
        predicted = spoiled(rows, seed)
        by_id = ({str(r["id"]): r for r in rows}, {str(r["id"]): r for r in predicted})
        wanted, misses, extras = original.score(*by_id)
        result = evaluate(rows, predicted)
        assert result.figures == wanted
        assert (len(result.misses), len(result.extras)) == (len(misses), len(extras))


def test_files_that_are_no_gold_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 1, "claims": []}\n{"id": 2}\n')
    with pytest.raises(GoldError, match=r'gold\.jsonl:2: has no "claims"'):
        load_rows(path)
    path.write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(GoldError, match="is not UTF-8: byte 0xe9 at 8"):
        load_rows(path)
    path.write_text('{"id": 1, "claims": []}\nnot json\n')
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: is not JSON"):
        load_rows(path)
