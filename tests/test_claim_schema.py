"""The published JSON Schema is the one that the records make; gold is valid by it and goes through the records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from selon.demo import GOLD
from selon.model import claim_form, claim_from
from selon.model.schema import schema

ROOT = Path(__file__).parent.parent
PUBLISHED = ROOT / "docs" / "schema" / "claim.schema.json"
SHARED = sorted((ROOT.parent / "shared" / "gold").glob("wikinews*.jsonl"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_the_published_schema_is_up_to_date() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema(), "run `make schema`"


@pytest.mark.parametrize("path", [GOLD, *SHARED], ids=lambda path: path.name)
def test_gold_is_valid_and_comes_back_from_the_records(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for row in rows(path):
        validator.validate(row)
        for claim in row["claims"]:
            once = claim_form(claim_from(claim))
            assert claim_form(claim_from(once)) == once
            validator.validate({"id": "x", "claims": [once]})


@pytest.mark.parametrize(
    "spoiled",
    [
        {"stance": "shouts"},
        {"content": [[3, 1, 2]]},
        {"content": [[-1, 2]]},
        {"speaker": None},
        {"quantities": [{"low": 1, "high": 2, "unit": ""}]},
        {"place": "footer"},
    ],
)
def test_what_is_no_claim_is_refused(spoiled: dict[str, Any]) -> None:
    claim = rows(GOLD)[0]["claims"][0]
    jsonschema.validate({"id": "x", "claims": [claim]}, schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "x", "claims": [claim | spoiled]}, schema())
