"""The tables are what the migrations make; an older ledger is migrated, a half-made one doesn't exist."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from selon.ledger import Ledger, dialects, upgrade
from selon.ledger.schema import VIEWS, metadata
from selon.questions import tabulate
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


RELEASED = Path(__file__).parents[1] / "data" / "ledgers"
REVISIONS = sorted(script.revision for script in ScriptDirectory(str(upgrade.MIGRATIONS)).walk_revisions())


def test_a_ledger_of_every_schema_is_kept() -> None:
    assert sorted(kept.name.partition(".")[0] for kept in RELEASED.glob("*.db.gz")) == REVISIONS, (
        "python tools/ledger_fixture.py keeps one"
    )


@pytest.mark.parametrize("schema", REVISIONS)
def test_a_kept_ledger_is_migrated_and_all_that_it_held_is_there_unchanged(path: Path, schema: str) -> None:
    path.write_bytes(gzip.decompress((RELEASED / f"{schema}.db.gz").read_bytes()))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema,)]
    connection.close()
    with Ledger(path) as ledger:
        assert ledger.verify((RELEASED / f"{schema}.manifest").read_text("utf-8").splitlines()) == []
        assert ledger.check() == []
        assert ledger.counts() == {"articles": 4, "claims": 7, "versions": 5}
        assert [(j.kind, j.who) for j in ledger.judgements()] == [("same", "Ana")]
        assert len(ledger.search("soldats")) == 4
        assert ledger.add(article(9), claims(article(9)), extractor="1").new
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(upgrade.HEAD,)]


def made(path: Path) -> dict[str, str]:
    """Every table, index, trigger and view of a file, by name, with the SQL that makes it."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'sqlite_stat1'"
        )
        return dict(rows.fetchall())


def evidence(path: Path) -> dict[str, list[object]]:
    """Every row of evidence in a file."""
    with sqlite3.connect(path) as connection:
        tables = ("articles", "extractions", "claims", "judgements")
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY seq").fetchall() for table in tables}


@pytest.mark.parametrize("old", sorted(RELEASED.glob("*.db.gz")), ids=lambda old: old.name)
def test_an_older_ledger_is_migrated_with_all_it_holds(old: Path, path: Path, tmp_path: Path) -> None:
    path.write_bytes(gzip.decompress(old.read_bytes()))
    before = evidence(path)
    assert all(before.values())
    with Ledger(path) as ledger:
        ledger.note_polled("https://b.example/", '"2"', None)
        polled = ledger.polled("https://b.example/")
        assert polled is not None and (polled.etag, polled.last_modified) == ('"2"', None)
        assert sum(len(q.answers) for q in tabulate(ledger)) >= ledger.counts()["claims"] > 0
        assert ledger.check() == []
    assert evidence(path) == before
    Ledger(tmp_path / "new.db").close()
    assert made(path) == made(tmp_path / "new.db")


def test_every_view_is_described() -> None:
    with Ledger(":memory:") as ledger, ledger._reading() as connection:
        assert set(inspect(connection).get_view_names()) == set(VIEWS)


def test_views_unpack_what_a_claim_holds(ledger: Ledger, path: Path) -> None:
    one = article()
    ledger.add(one, claims(one), extractor="t")
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT speaker, figures, through, words FROM claims_with_articles ORDER BY seq")
        assert rows.fetchall() == [
            ("South Korea", "1 000 soldats", "Yonhap", "1 000 soldats sont partis"),
            ("Kremlin", None, None, ""),
        ]
        rows = connection.execute("SELECT speaker, words, low, high, unit FROM claim_quantities")
        assert rows.fetchall() == [("South Korea", "1 000 soldats", 1000, 1000, "soldat")]
        assert connection.execute("SELECT teller, speaker FROM claim_relays").fetchall() == [("Yonhap", "South Korea")]
