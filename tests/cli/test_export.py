"""``selon export`` from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selon.ledger import Ledger
from selon.model import Article, Claim, Place, Span
from tests.cli.running import selon


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Séoul compte 3 soldats. Kiev confirme la nouvelle.")
    assert selon("add", tmp_path / "a.txt", "--language", "fr", "--ledger", tmp_path / "l.db").returncode == 0
    return tmp_path / "l.db"


def test_to_standard_output(ledger: Path) -> None:
    done = selon("export", "--format", "jsonl", "--ledger", ledger)
    (line,) = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [claim["speaker"] for claim in json.loads(line)["claims"]] == ["Séoul", "Kiev"]


def test_to_a_file_and_to_a_folder(ledger: Path, tmp_path: Path) -> None:
    done = selon("export", "--format", "csv", "-o", tmp_path / "claims.csv", "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, f"Wrote 2 claims to {tmp_path / 'claims.csv'}\n")
    assert len((tmp_path / "claims.csv").read_text().splitlines()) == 3
    assert selon("export", "--format", "csv", "-o", tmp_path / "tables", "--ledger", ledger).returncode == 0
    assert (tmp_path / "tables" / "claims.csv").read_text() == (tmp_path / "claims.csv").read_text()


def test_a_map_tells_how_many_features_of_how_many_claims(tmp_path: Path) -> None:
    kursk = Place(Span(0, 6), "Koursk", "RU", 51.73, 36.19, "city"), Place(Span(0, 6), "Koursk")
    said = [Claim((Span(7, 12),), (), (Span(0, 6),), "Kiev", places=places) for places in (kursk, (), kursk[:1])]
    out = tmp_path / "map.geojson"
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(Article("Koursk tient.", id="a"), said, extractor="t")
    done = selon("export", "--format", "geojson", "-o", out, "--ledger", tmp_path / "l.db")
    assert done.stderr == (
        f"Wrote 3 features (1 without coordinates), the places of 2 of 3 claims (the others name no place), to {out}\n"
    )
    assert len(json.loads(out.read_text())["features"]) == 3


def test_what_was_exported_can_be_added(ledger: Path, tmp_path: Path) -> None:
    selon("export", "--format", "jsonl", "-o", tmp_path / "out.jsonl", "--ledger", ledger)
    done = selon("add", tmp_path / "out.jsonl", "--ledger", tmp_path / "other.db")
    assert done.stdout.startswith("Added to") and "1 new article with 2 claims" in done.stdout


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--format", "docx"), 2, "'docx' is none of jsonl, csv"),
        (("--format", "parquet"), 1, "selon: parquet is a folder of tables: give one with --out"),
        (("--format", "csv", "-o", "nowhere/claims.csv"), 1, "claims.csv: the folder nowhere doesn't exist"),
    ],
)
def test_wrong_use(ledger: Path, args: tuple[str, ...], code: int, message: str) -> None:
    done = selon("export", *args, "--ledger", ledger)
    assert done.returncode == code
    assert message in " ".join(done.stderr.split())


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    done = selon("export", "--format", "csv", "--ledger", tmp_path / "none.db")
    assert done.returncode == 1 and "no such ledger" in done.stderr
