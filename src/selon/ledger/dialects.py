"""Everything that differs between SQLite and PostgreSQL: opening, locking, and the search index. No other file knows.

SQLite runs in WAL mode: readers never wait, one writer at a time waits up to BUSY_SECONDS for the other; with
``synchronous = FULL`` a commit is on the disk when it returns. PostgreSQL needs nothing but a database; its writers
lock one article's address at a time.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, func, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from selon.ledger.records import LedgerError
from selon.ledger.rights import may_not_write
from selon.ledger.schema import articles, extractions

BUSY_SECONDS = 60
CONNECTIONS = 10
_ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿăāčćđęėēěğīłńňōőœřśşșšťțūůűźżž"
_PLAIN = "aaaaaaceeeeiiiinooooouuuuyyaaccdeeeegilnnooorssssttuuuzzz"


def engine_for(where: str | Path, *, create: bool = True) -> Engine:
    """An engine for a file path or a database URL. Raises LedgerError where the place can't be used."""
    url = _url(where)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    if url.get_backend_name() == "postgresql":
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        try:
            return create_engine(url, pool_pre_ping=True)
        except NoSuchModuleError:
            raise LedgerError(f"{url.drivername}:// is no driver that is known: write postgresql://") from None
        except ModuleNotFoundError as error:
            raise LedgerError(
                f"a ledger in PostgreSQL needs the package {error.name}: pip install 'selon[postgresql]'"
            ) from None
    raise LedgerError(f"a ledger is a SQLite file or a postgresql:// URL, not {url.get_backend_name()}://")


_SCHEME = re.compile(r"([\w+.-]+)://")


def shown(where: str | Path) -> str:
    """What to call a place before a person: a path as it is, a URL without user, password and query."""
    scheme = _SCHEME.match(where) if isinstance(where, str) else None
    if scheme is None or scheme[1].startswith("sqlite"):
        return str(where)
    user, _, place = str(where)[scheme.end() :].rpartition("@")
    # "h?password=a@b" or a password with a question mark in it: nobody can tell which.
    return scheme[0] + ("…" if "?" in user else place.partition("?")[0])


def file_of(where: str | Path) -> Path | None:
    """The file that a ledger in SQLite is kept in; None for one in memory or in PostgreSQL."""
    url = _url(where)
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def _url(where: str | Path) -> URL:
    if not isinstance(where, str) or not _SCHEME.match(where):
        return URL.create("sqlite", database=str(where))
    url: URL | None
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):  # what they say may hold the password
        url = None
    if url is None or (url.get_backend_name() != "sqlite" and where.partition("?")[0].count("@") > 1):
        raise LedgerError(
            f"{shown(where)}: no database URL; it is postgresql://user:password@host:port/database. "
            "In a user or password, @ is written %40, : %3A, / %2F and ? %3F"
        )
    return url


def _sqlite(url: URL, *, create: bool) -> Engine:
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        if path.is_dir():
            raise LedgerError(f"{path} is a folder; a ledger is a file, such as {path / 'selon.db'}")
        if not create and not path.exists():
            raise LedgerError(f"{path}: no such ledger. `selon add … --ledger {path}` makes one")
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: the folder {path.parent} doesn't exist")
    options: dict[str, Any] = {"timeout": BUSY_SECONDS}
    if url.database in (None, "", ":memory:"):
        # Each connection to memory has a database of its own: all threads take turns at one.
        options["check_same_thread"] = False
        pool: dict[str, Any] = {"pool_size": 1, "max_overflow": 0, "pool_timeout": BUSY_SECONDS}
    else:
        # One for each thread of the server and its watcher stays open: to open one anew costs more than a page.
        pool = {"pool_size": CONNECTIONS}
    try:
        engine = create_engine(url, connect_args=options, poolclass=QueuePool, **pool)
    except NoSuchModuleError:
        raise LedgerError(f"{url.drivername}:// is no driver that is known: give the file's path") from None

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not open transactions behind our back: see _begin
        cursor = connection.cursor()
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer asks for the lock at once: one that first reads and then writes would fail instead of waiting.
        writing = connection.get_execution_options().get("selon_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def prepare(engine: Engine) -> None:
    """Set what lasts in a new ledger's file: the write-ahead log, so that readers never wait for a writer."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA journal_mode = WAL")
        connection.close()


# In order of what is locked, the names' hashes: two transactions that hold some of the same can't wait for each other.
_LOCK = text(
    "SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtext(name) AS key "
    "FROM unnest(CAST(:names AS text[])) AS name ORDER BY key) AS keys"
)


def lock(connection: Connection, *names: str) -> None:
    """Hold ``names`` for this transaction. SQLite's write transaction already excludes every other writer.

    All that a transaction needs are to be asked for at once: one that holds some and asks for more may wait for ever.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK, {"names": list(names)})


def stamp(connection: Connection) -> tuple[int, int]:
    """What changes whenever an extraction is added (no article comes without one)."""
    if connection.dialect.name == "postgresql":
        # Numbers are given out before the commit: a slow writer's rows may come in below the highest number.
        row = connection.execute(select(func.max(extractions.c.seq), func.count()).select_from(extractions)).one()
        return row[0] or 0, row[1]
    latest = (connection.execute(select(func.max(rows.c.seq))).scalar() for rows in (articles, extractions))
    first, second = (number or 0 for number in latest)
    return first, second


_COLUMNS = "speaker, source, words"
_PG_VECTOR = (
    f"to_tsvector('simple', translate(lower(speaker || ' ' || source || ' ' || words), '{_ACCENTED}', '{_PLAIN}'))"
)


def create_search(connection: Connection) -> None:
    """Make the search index over speakers, sources and words, without accents or case."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"CREATE INDEX claims_search ON claims USING gin ({_PG_VECTOR})"))
        return
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE search USING fts5({_COLUMNS}, content='claims', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER claims_searchable AFTER INSERT ON claims BEGIN INSERT INTO search (rowid, {_COLUMNS}) "
        "VALUES (new.seq, new.speaker, new.source, new.words); END"
    )


# A word may stand in a million claims: that many of the latest that have it are ranked. Only the best of those are then
# asked whether they are current, since joined with the ranking the view would be looked up for each.
_RANKED = {"sqlite": 100_000, "postgresql": 5_000}  # PostgreSQL makes a claim's words anew to rank it
_FOUND = {
    "sqlite": "SELECT m.rowid FROM (SELECT rowid, rank FROM (SELECT rowid, rank FROM search WHERE search MATCH :query "
    "ORDER BY rowid DESC LIMIT :ranked) ORDER BY rank, rowid LIMIT :looked_up) AS m "
    "CROSS JOIN current_claims AS c ON c.seq = m.rowid ORDER BY m.rank, m.rowid LIMIT :limit",
    "postgresql": "WITH m AS MATERIALIZED (SELECT seq FROM claims "
    f"WHERE {_PG_VECTOR} @@ to_tsquery('simple', :query)), "
    "latest AS MATERIALIZED (SELECT seq FROM m ORDER BY seq DESC LIMIT :ranked), "
    f"best AS MATERIALIZED (SELECT seq, ts_rank({_PG_VECTOR}, to_tsquery('simple', :query)) AS rank "
    "FROM claims JOIN latest USING (seq) ORDER BY rank DESC, seq LIMIT :looked_up) "
    "SELECT c.seq FROM best JOIN current_claims AS c USING (seq) ORDER BY best.rank DESC, c.seq LIMIT :limit",
}


def found(connection: Connection, words: str, limit: int) -> list[int]:
    """The ``seq`` of the current claims in which every word of ``words`` (or one that it begins) occurs, best first.

    Of a word that stands in very many claims, the best of the latest (_RANKED) are found.
    """
    tokens = re.findall(r"\w+", words)
    if not tokens:
        return []
    kind = connection.dialect.name
    if kind == "postgresql":
        folded = [token.lower().translate(str.maketrans(_ACCENTED, _PLAIN)) for token in tokens]
        query = " & ".join(f"{token}:*" for token in folded)
    else:
        query = " ".join(f'"{token}"*' for token in tokens)
    rows: list[int] = []
    for looked_up in (4 * limit, _RANKED[kind]):  # most claims are current: the first round nearly always suffices
        asked = {"query": query, "limit": limit, "ranked": _RANKED[kind], "looked_up": looked_up}
        rows = [row[0] for row in connection.execute(text(_FOUND[kind]), asked)]
        if len(rows) >= limit:
            break
    return rows


def search_is_whole(connection: Connection) -> bool:
    """Whether the search index agrees with the claims."""
    if connection.dialect.name == "postgresql":
        return bool(connection.execute(text("SELECT to_regclass('claims_search') IS NOT NULL")).scalar())
    from sqlalchemy.exc import DatabaseError

    try:
        connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if may_not_write(error):
            raise  # it is the asking that fails: FTS5 is asked by an INSERT
        return False
    return True


def rebuild_search(connection: Connection) -> None:
    """Make the search index anew from the claims."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP INDEX IF EXISTS claims_search"))
    else:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS claims_searchable")
        connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    create_search(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")


def items_of(connection: Connection, name: str) -> str:
    """The FROM clause of the items of list ``name`` in a claim's form (``c.form``): ``item.value``, ``item.key``."""
    if connection.dialect.name == "postgresql":
        return f"LATERAL jsonb_array_elements(c.form::jsonb -> '{name}') WITH ORDINALITY AS item(value, key)"
    return f"json_each(c.form, '$.{name}') AS item"


def item_field(connection: Connection, path: str, type: str = "text") -> str:
    """A field of such an item, by a path such as ``span.0``, as ``text``, ``integer`` or ``double precision``."""
    if connection.dialect.name == "postgresql":
        field = f"item.value #>> '{{{path.replace('.', ',')}}}'"
        return field if type == "text" else f"({field})::{type}"
    steps = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path.split("."))
    return f"json_extract(item.value, '${steps}')"


def joined(connection: Connection, value: str, between: str) -> str:
    """An aggregate: the ``value`` of each item in order, with ``between`` between two."""
    if connection.dialect.name == "postgresql":
        return f"string_agg({value}, '{between}' ORDER BY item.key)"
    return f"group_concat({value}, '{between}')"


def file_problems(connection: Connection) -> list[str]:
    """What the database itself finds wrong with its file and its foreign keys."""
    if connection.dialect.name != "sqlite":
        return []
    out = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
    out += [
        f"row {row[1]} of {row[0]} refers to a row of {row[2]} that isn't there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return out
