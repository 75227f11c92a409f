"""A ledger that may only be read: it is read as it is, nothing is written in it or beside it.

Root may write everywhere: here the file is said to be closed; tests/cli/test_hard_places.py takes root's rights away.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ledger import Ledger, LedgerError, ReadOnly, rights
from tests.ledger.samples import article, claims
from tests.ledger.test_schema import RELEASED


@pytest.fixture
def closed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ledger with one article, whose file may not be written to as of now."""
    with Ledger(path) as ledger:
        ledger.add(article(), claims(article()), extractor="1")
        ledger.judge("same", *(c.id for c in ledger.claims()), "Ana", "")
    monkeypatch.setattr(rights, "is_closed", lambda _: True)
    yield path
    assert [each.name for each in path.parent.iterdir()] == [path.name], "nothing is left beside it"


def test_all_that_reads_reads_it_and_it_stays_what_it_was(closed: Path) -> None:
    before = closed.read_bytes()
    with Ledger(closed, create=False) as ledger:
        (kept,) = ledger.articles()
        assert kept.article == article()
        assert len(list(ledger.claims())) == 2 and len(ledger.search("soldats")) == 1
        assert ledger.read_only and [judged.who for judged in ledger.judgements()] == ["Ana"]
        assert ledger.check() == [] and not ledger.checks_search
        assert ledger.verify(ledger.manifest()) == []
    assert closed.read_bytes() == before


def test_what_would_write_says_what_to_do(closed: Path) -> None:
    with Ledger(closed, create=False) as ledger:
        a, b = (claim.id for claim in ledger.claims())
        for write in (
            lambda: ledger.judge("different", a, b, "Ben", ""),
            lambda: ledger.add(article(2), claims(article(2)), extractor="1"),
            lambda: ledger.note_polled("https://a.example", None, None),
            lambda: ledger.repair(),
        ):
            with pytest.raises(ReadOnly, match=r"may only be read, .* Copy it .* or ask its owner"):
                write()


def test_who_would_add_to_it_is_told_before_any_work(closed: Path) -> None:
    with pytest.raises(ReadOnly, match="may only be read"):
        Ledger(closed)


def test_one_that_can_be_written_to_is_not_read_only(path: Path) -> None:
    Ledger(path).close()
    with Ledger(path, create=False) as ledger:
        assert not ledger.read_only and ledger.checks_search


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_an_older_schema_is_left_alone_and_named(path: Path, schema: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(gzip.decompress((RELEASED / f"{schema}.db.gz").read_bytes()))
    before = path.read_bytes()
    monkeypatch.setattr(rights, "is_closed", lambda _: True)
    with pytest.raises(LedgerError, match=rf"older selon \(schema {schema}, this one needs .*selon check --ledger"):
        Ledger(path, create=False)
    assert path.read_bytes() == before
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer selon"):
        Ledger(path, create=False)


def test_what_is_no_ledger_is_named_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "is_closed", lambda _: True)
    path.touch()
    with pytest.raises(LedgerError, match="holds no ledger"):
        Ledger(path, create=False)
    path.write_bytes(b"Selon lui, ceci n'est pas une base. " * 100)
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger(path, create=False)


def test_what_a_writer_commits_meanwhile_is_seen(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(closed, create=False) as reader:
        monkeypatch.undo()  # the writer may
        stamps = [reader.stamp()]
        with Ledger(closed) as writer:
            for n in (2, 3):
                writer.add(article(n), claims(article(n)), extractor="1")
                stamps.append(reader.stamp())
        stamps.append(reader.stamp())  # the log is in the file now, and gone
        assert stamps[0] < stamps[1] < stamps[2] == stamps[3]


def test_a_file_that_changes_under_the_reader_is_told(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(closed, create=False) as reader, pytest.raises(LedgerError, match=r"while it was read\. Try again"):
        monkeypatch.undo()
        for number, _line in enumerate(reader.manifest()):
            if not number:
                with Ledger(closed) as writer:
                    writer.add(article(2), claims(article(2)), extractor="1")


def test_a_log_that_nobody_keeps_any_more_is_not_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = path.with_name("copied.db")
    with Ledger(path) as writer:
        writer.add(article(), claims(article()), extractor="1")
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copied}{ending}")
    monkeypatch.setattr(rights, "is_closed", lambda _: True)
    with pytest.raises(LedgerError, match="who wrote to it last was stopped"):
        Ledger(copied, create=False)
    monkeypatch.undo()
    with Ledger(copied, create=False) as ledger:
        assert ledger.counts()["articles"] == 1
