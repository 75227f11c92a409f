"""Scores by phenomenon: what is counted of which gold claims."""

from __future__ import annotations

import json
from pathlib import Path

from selon.demo import GOLD
from selon.evaluation import evaluate, load_rows
from selon.phenomena import PHENOMENA, Tally, as_text, by_phenomenon
from tests.cli.running import selon

TEXT = "Il dit que non. Selon Séoul, 3 soldats sont là, d'après l'AFP."
PRONOUN = {
    "source": [[0, 2]], "cue": [[3, 6]], "content": [[7, 14]], "speaker": "Putin", "kind": "indirect",
    "stance": "denies", "certainty": "denied",
}  # fmt: skip
RELAYED = {
    "source": [[22, 27]], "cue": [[16, 21]], "content": [[29, 46]], "speaker": "South Korea", "kind": "indirect",
    "stance": "asserts", "certainty": "certain", "relay": [{"speaker": "AFP", "source": [[56, 61]], "cue": []}],
}  # fmt: skip
ROWS = [{"id": "a", "text": TEXT, "claims": [PRONOUN, RELAYED]}]


def test_what_is_counted_of_which_claims() -> None:
    found = [{"id": "a", "claims": [PRONOUN | {"speaker": "Trump", "stance": "asserts"}]}]
    told = by_phenomenon(ROWS, found)
    assert told["all claims"] == Tally(claims=2, paired=1, found=1, speaker=0, stance=0, certainty=1)
    assert told["source: a pronoun"] == told["stance: denies"] == Tally(1, 1, 1, 0, 0, 1)
    assert told["told through a relay"] == Tally(1)
    assert told["in a headline or teaser"] == Tally()


def test_all_claims_agree_with_the_evaluation() -> None:
    rows = load_rows(GOLD)
    spoiled = [{"id": row["id"], "claims": row["claims"][:-1]} for row in rows]
    told, figures = by_phenomenon(rows, spoiled)["all claims"], evaluate(rows, spoiled).figures
    assert told.claims == figures["gold"]
    assert round(100 * told.found / told.claims, 1) == figures["claims"]["+source@0.5"]["r"]
    assert round(100 * told.speaker / told.claims, 1) == figures["claims"]["+speaker@0.5"]["r"]


def test_every_phenomenon_but_none_too_many_is_in_the_dossier() -> None:
    told = by_phenomenon(load_rows(GOLD), load_rows(GOLD))
    assert sum(tally.claims > 0 for tally in told.values()) > 20
    assert all(t.claims == t.found == t.speaker == t.stance == t.certainty for t in told.values())
    assert as_text(told).count("100 %") == 4 * sum(tally.claims > 0 for tally in told.values())


def test_the_command_prints_them(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROWS[0]))
    done = selon("evaluate", gold, gold, "--phenomena")
    assert done.returncode == 0 and "told through a relay                  1   100 %" in done.stdout
    data = json.loads(selon("evaluate", gold, gold, "--phenomena", "--json").stdout)
    assert data["phenomena"]["source: a pronoun"]["found"] == 1 and set(data["phenomena"]) == set(PHENOMENA)
