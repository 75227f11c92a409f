"""Who may write to a ledger, and how one that may only be read is opened: nothing is written, in it or beside it.

A SQLite ledger keeps a log (``-wal``) beside its file while somebody writes, and readers note in a second file
(``-shm``) how far they read. Where both are there, SQLite reads them without a right to write. Without a log the file
is all there is, and is opened as one that doesn't change; a writer may come all the same, so whoever reads looks
afterwards whether the file is what it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text

from selon.ledger.records import LedgerError

_PG_NO_RIGHT = ("42501", "25006")  # insufficient privilege; a transaction (or server) that only reads

# What is said to who lacks a right.
ADVICE = (
    "Copy it (with its -wal file, if there is one) to a folder of yours, or ask its owner for the right to write to "
    "its file and folder"
)
_PG_ADVICE = "Ask the database's owner for the right"


def may_not_write(error: BaseException | None) -> bool:
    """Whether it is the right to write that the database lacks."""
    cause = getattr(error, "orig", None)
    if getattr(cause, "sqlstate", None) in _PG_NO_RIGHT:
        return True
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def advice(engine: Engine) -> str:
    """What to do about it."""
    return _PG_ADVICE if engine.dialect.name == "postgresql" else ADVICE


def is_closed(path: Path) -> bool:
    """Whether the file itself may not be written to: then it isn't even tried, which would leave files beside it."""
    return path.exists() and not os.access(path, os.W_OK)


def takes_judgements(connection: Connection) -> bool:
    """Whether the database would keep a judgement, as far as rights go."""
    if connection.dialect.name != "postgresql":
        return True
    asked = "SELECT has_table_privilege('judgements', 'INSERT') AND NOT current_setting('transaction_read_only')::bool"
    return bool(connection.execute(text(asked)).scalar())


def reading_engine(path: Path, busy_seconds: float) -> Engine:
    """An engine that only reads the SQLite file at ``path``, each connection as the file is at that moment."""

    def connect() -> sqlite3.Connection:
        how = "mode=ro&immutable=1"
        if _has_log(path):
            if not _beside(path, "-shm").exists():  # made by us it would lock its owner out
                raise LedgerError(f"{path}: who wrote to it last was stopped. Let its owner open it once. {ADVICE}")
            how = "mode=ro"
        return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", uri=True, timeout=busy_seconds)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


@contextmanager
def unchanged(path: Path, name: str) -> Iterator[None]:
    """Raise LedgerError where the file was written to while the body read it as one that doesn't change."""
    before = None if _has_log(path) else _state(path)
    try:
        yield
    except LedgerError as error:  # perhaps of pages that don't belong together
        if before in (None, _state(path)):
            raise
        raise _changed(name) from error
    if before not in (None, _state(path)):
        raise _changed(name)


def _changed(name: str) -> LedgerError:
    return LedgerError(f"{name} was written to while it was read. Try again")


def _has_log(path: Path) -> bool:
    try:
        return _beside(path, "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _state(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
