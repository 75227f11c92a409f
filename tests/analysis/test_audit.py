"""The audit tells why a claim of an annotated article is missed, and what is found too much."""

from __future__ import annotations

from pathlib import Path

from training.audit import audited
from training.dataset import annotated, examples

ARTICLE = """## id=a language=en published=2024-03-05
{s1|The mayor} {c1|said} {k1|that the road would reopen on Monday}. {s2|The river} {c2|rose} {k2|by two metres}.
The governor said that the bridge was safe.
"""


def test_a_claim_that_no_cue_brings_in_and_one_that_nobody_annotated(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (item,) = examples(annotated(path))
    rows = {row["cause"]: row for row in audited(item)}
    assert set(rows) == {"no reading", "too much"}
    assert (rows["no reading"]["cue"], rows["no reading"]["found"]) == ("rose", None)
    assert rows["too much"]["source"] == "The governor" and "bridge was safe" in rows["too much"]["text"]
