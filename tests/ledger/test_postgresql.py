"""The same ledger in PostgreSQL, with several writers; skipped where no server is installed."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from selon.ledger import Added, Ledger, LedgerError, ReadOnly, dialects
from selon.ledger.keeping import keep
from selon.ledger.schema import VIEWS, metadata
from selon.questions import tabulate
from tests.ledger.samples import article, claims
from tests.ledger.test_several_at_once import ADD
from tests.views.newsroom import dossier


def test_it_keeps_what_sqlite_keeps(shared: str, path: object) -> None:
    with Ledger(shared) as there, Ledger(str(path)) as here:
        for ledger in (there, here):
            for one in (article(1), article(1), article(2, url="u"), article(2, "sont là", url="u")):
                ledger.add(one, claims(one), extractor="1")
            ids = [c.id for c in ledger.claims()]
            ledger.take_back(ledger.judge("same", ids[0], ids[2], "Ana", "").id)
            ledger.judge("different", ids[1], ids[3], "Ben", "")
        assert list(there.claims()) == list(here.claims())
        assert [(a.id, a.version) for a in there.articles()] == [(a.id, a.version) for a in here.articles()]
        assert [(j.kind, j.a, j.b) for j in there.judgements()] == [(j.kind, j.a, j.b) for j in here.judgements()]
        assert there.counts() == here.counts()
        assert there.check() == here.check() == []


@pytest.mark.parametrize(
    ("words", "hits"), [("SEOUL", 10), ("sold part", 10), ("3 000", 1), ("martiens", 0), ("' | !", 0), ("kremlin", 10)]
)
def test_search_finds_the_same(shared: str, words: str, hits: int) -> None:
    with Ledger(shared) as ledger:
        for n in range(1, 11):
            ledger.add(article(n), claims(article(n)), extractor="1")
        assert len(ledger.search(words)) == hits


def test_damage_is_found_and_what_is_derived_is_mended(shared: str) -> None:
    with Ledger(shared) as ledger:
        ledger.add(article(), claims(article()), extractor="1")
        with dialects.engine_for(shared).begin() as connection:
            connection.execute(text("UPDATE claims SET speaker = 'Nobody'"))
            connection.execute(text("DROP INDEX claims_search"))
        assert {p.table for p in ledger.check()} == {"claims", "search"}
        assert len(ledger.repair()) == 2
        assert ledger.check() == []


def test_four_writers_at_once(shared: str) -> None:
    command = [sys.executable, "-c", ADD, shared]
    writers = [subprocess.Popen([*command, str(first)], stderr=subprocess.PIPE) for first in (0, 10, 20, 30)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * 4
    with Ledger(shared) as ledger:
        assert ledger.counts() == {"articles": 60, "claims": 120, "versions": 60}
        assert ledger.check() == []


def test_two_writers_of_the_same_articles_in_opposite_order(shared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = [(one, claims(one), None) for one in (article(n, url=f"https://a.example/{n}") for n in (1, 2))]
    first = [threading.Event(), threading.Event()]  # each writer's first article is kept
    ledgers = [Ledger(shared), Ledger(shared)]

    def keep_and_wait(connection: Connection, *args: Any) -> Added:
        done = keep(connection, *args)
        mine = int(threading.current_thread().name)
        if not first[mine].is_set():
            first[mine].set()
            # Until the other one has as much, or waits for what this one holds.
            while not first[1 - mine].wait(0.02) and not waiting():
                pass
        return done

    def waiting() -> bool:
        with dialects.engine_for(shared).connect() as connection:
            return bool(connection.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar())

    def write(number: int, items: list[Any]) -> None:
        try:
            list(ledgers[number].add_many(items, extractor="1"))
        except LedgerError as error:
            errors.append(str(error))

    errors: list[str] = []
    monkeypatch.setattr("selon.ledger.ledger.keep", keep_and_wait)
    writers = [
        threading.Thread(target=write, args=(number, items), name=str(number))
        for number, items in enumerate((batch, batch[::-1]))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert errors == []
    assert ledgers[0].counts() == {"articles": 2, "claims": 4, "versions": 2}
    for ledger in ledgers:
        ledger.close()


def test_the_stamp_changes_when_a_slow_writer_comes_in_after_a_fast_one(shared: str) -> None:
    with Ledger(shared) as slow, Ledger(shared) as fast:
        seen = [fast.stamp()]
        with slow._writing() as connection:
            keep(connection, article(1), claims(article(1)), None, "1", "2024-10-18")
            fast.add(article(2), claims(article(2)), extractor="1")
            seen.append(fast.stamp())
        seen.append(fast.stamp())
        assert [stored.article.id for stored in fast.articles()] == ["d01", "d02"], "the later one has the lower number"
        fast.add(article(2), claims(article(2)), extractor="1")
        assert len(set(seen)) == 3 and fast.stamp() == seen[-1]


def test_the_tables_are_those_that_the_code_knows(shared: str) -> None:
    Ledger(shared).close()
    with dialects.engine_for(shared).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, _kind, _parents: name != "claims_search"}
        )
        assert compare_metadata(context, metadata) == []


def test_a_server_that_is_not_there_is_one_clear_error() -> None:
    with pytest.raises(LedgerError, match=r"postgresql://127.0.0.1:1/x: can't open the ledger") as raised:
        Ledger("postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(raised.value)


def test_tables_and_views_for_sql_tell_what_sqlite_tells(shared: str, path: object) -> None:
    told: list[dict[str, list[tuple[object, ...]]]] = []
    for where in (shared, str(path)):
        with dossier(where) as ledger:
            tabulate(ledger)
            tabulate(ledger)
            with ledger._reading() as connection:
                views = [name for name in VIEWS if not name.startswith(("current", "tabulated"))]
                hidden = {"seq"}
                told.append(
                    {
                        view: sorted(
                            (
                                tuple((k, v) for k, v in row.items() if k not in hidden)
                                for row in connection.execute(text(f"SELECT * FROM {view}")).mappings()
                            ),
                            key=repr,
                        )
                        for view in views
                    }
                )
            assert ledger.check() == []
    for view, rows in told[0].items():
        assert [plain(row) for row in rows] == [plain(row) for row in told[1][view]], view
    assert len(told[0]["answers_with_articles"]) > 50


def plain(row: tuple[object, ...]) -> list[object]:
    """Truth as SQLite keeps it, in a query that doesn't go through the tables' types."""
    return [(k, int(v) if isinstance(v, bool) else v) for k, v in row]  # type: ignore[misc]


def _as_reader(shared: str) -> str:
    """The URL for a role that may select from all tables, and nothing else."""
    role = f"reader_{abs(hash(shared)):x}"
    with dialects.engine_for(shared).begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"))
    return shared.replace("selon@", f"{role}@")


def test_a_role_that_may_only_select_reads_all_and_keeps_nothing(shared: str) -> None:
    with Ledger(shared) as ledger:
        ledger.add(article(), claims(article()), extractor="1")
        ids = [claim.id for claim in ledger.claims()]
        assert not ledger.read_only
    with Ledger(_as_reader(shared), create=False) as reader:
        assert reader.read_only and [claim.id for claim in reader.claims()] == ids
        assert reader.check() == [] and reader.checks_search and len(reader.search("soldats")) == 1
        with pytest.raises(ReadOnly, match=r"permission denied .* Ask the database's owner for the right"):
            reader.judge("same", *ids, "Ana", "")


def test_a_role_that_may_only_select_migrates_nothing(shared: str) -> None:
    Ledger(shared).close()
    with dialects.engine_for(shared).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    with pytest.raises(LedgerError, match=r"older selon \(schema 0002, .* may only be read here"):
        Ledger(_as_reader(shared), create=False)


def test_a_role_that_may_not_even_select(shared: str) -> None:
    Ledger(shared).close()
    url = _as_reader(shared)
    with dialects.engine_for(shared).begin() as connection:
        connection.execute(text("REVOKE SELECT ON alembic_version FROM " + url.partition("//")[2].partition("@")[0]))
    with pytest.raises(LedgerError, match="can't open the ledger: permission denied for table alembic_version"):
        Ledger(url, create=False)
