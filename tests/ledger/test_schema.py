"""The tables are what the migrations make; an older ledger is migrated, a half-made one doesn't exist."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from selon.ledger import Ledger, dialects, upgrade
from selon.ledger.schema import metadata
from tests.ledger.samples import article, claims


def test_the_migrations_make_the_tables_that_the_code_knows(ledger: Ledger, path: Path) -> None:
    with dialects.engine_for(path).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _parents: kind != "table" or not str(name).startswith("search")},
        )
        assert compare_metadata(context, metadata) == []


def test_the_code_knows_the_newest_migration() -> None:
    assert ScriptDirectory(str(upgrade.MIGRATIONS)).get_current_head() == upgrade.HEAD


def test_a_migration_that_fails_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise RuntimeError("the machine stopped here")

    monkeypatch.setattr(dialects, "create_search", fail)
    with pytest.raises(RuntimeError):
        Ledger(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    with Ledger(path) as ledger:
        assert ledger.check() == []


def test_a_ledger_of_the_first_schema_is_migrated_with_all_it_holds(path: Path) -> None:
    one = article()
    with Ledger(path) as ledger:
        ledger.add(one, claims(one), extractor="t")
        before = [stored.claim for stored in ledger.claims()]
    with sqlite3.connect(path) as connection:  # what 0001 made
        connection.executescript(
            "DROP VIEW claims_with_articles; DROP TABLE polls; UPDATE alembic_version SET version_num = '0001'"
        )
    with Ledger(path) as ledger:
        assert [stored.claim for stored in ledger.claims()] == before
        ledger.note_polled("https://a.example/", '"1"', None)
        ledger.note_polled("https://a.example/", '"2"', None)
        polled = ledger.polled("https://a.example/")
        assert polled is not None and (polled.etag, polled.last_modified) == ('"2"', None)
        assert ledger.polled("https://b.example/") is None
        assert ledger.check() == []
