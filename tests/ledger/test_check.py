"""`check` finds each kind of damage; `repair` mends what is derived and leaves the evidence alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from selon.ledger import Ledger
from tests.ledger.samples import article, claims

DAMAGE = [
    ("UPDATE articles SET text = replace(text, '1 000', '9 000') WHERE input_id = 'd01'", "articles", "sha256", False),
    ("UPDATE articles SET address = 'elsewhere' WHERE input_id = 'd01'", "articles", "hash of its text", False),
    ("UPDATE claims SET form = replace(form, '[[6,11]]', '[[6,9]]') WHERE ordinal = 0", "claims", "the id", False),
    ("UPDATE claims SET form = replace(form, '[[6,11]]', '[[6,999]]')", "claims", "lies outside", False),
    ("UPDATE claims SET form = '{' WHERE ordinal = 1", "claims", "damaged", False),
    ("DELETE FROM claims WHERE ordinal = 1", "extractions", "2 claims were found, 1 are there", False),
    ("DELETE FROM claims WHERE ordinal = 1", "judgements", "isn't there", False),
    ("DELETE FROM articles WHERE input_id = 'd02'", "claims", "its article", False),
    ("DELETE FROM articles WHERE input_id = 'd02'", "database", "refers to a row", False),
    ("UPDATE claims SET speaker = 'Nobody' WHERE ordinal = 0", "claims", "speaker: not what its form", True),
    ("INSERT INTO search (search) VALUES ('delete-all')", "search", "doesn't agree", True),
    ("DROP TABLE search", "search", "doesn't agree", True),
]


@pytest.mark.parametrize(("damage", "table", "what", "mends"), DAMAGE)
def test_damage_is_found_and_what_is_derived_is_mended(
    path: Path, damage: str, table: str, what: str, mends: bool
) -> None:
    with Ledger(path) as ledger:
        for n in (1, 2):
            ledger.add(article(n), claims(article(n)), extractor="1")
        ids = [c.id for c in ledger.claims()]
        ledger.judge("same", ids[0], ids[3], "Ana", "")
        assert ledger.check() == []
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    with Ledger(path) as ledger:
        found = [p for p in ledger.check() if p.table == table and what in str(p)]
        assert found
        assert all(p.derived is mends for p in found)
        evidence = _evidence(path)
        done = ledger.repair()
        assert _evidence(path) == evidence
        if mends:
            assert done
            assert ledger.check() == []
            assert len(ledger.search("soldats")) == 2
        else:
            assert [p for p in ledger.check() if not p.derived] != []


def _evidence(path: Path) -> list[tuple[object, ...]]:
    """Every column of every row of evidence; of a claim, its form and not what repeats it."""
    with sqlite3.connect(path) as connection:
        out: list[tuple[object, ...]] = []
        for table in ("articles", "extractions", "judgements"):
            out += connection.execute(f"SELECT '{table}', * FROM {table}").fetchall()
        return out + connection.execute("SELECT seq, id, article_id, extraction, ordinal, form FROM claims").fetchall()
