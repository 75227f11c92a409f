"""Brings a ledger's schema to the present version, or says why it can't."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from selon.ledger.dialects import lock, prepare
from selon.ledger.records import LedgerError
from selon.ledger.rights import may_not_write

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

HEAD = "0003"  # the newest migration; a test compares it with the files
MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, name: str) -> None:
    """Make or migrate the tables, in one transaction. Raises LedgerError for what isn't a ledger or is a newer one."""
    with _told(name):
        with engine.connect() as connection:
            version = _version(connection)
            if version == HEAD:
                return
            if version is None and (strangers := inspect(connection).get_table_names()):
                raise LedgerError(
                    f"{name} holds other tables ({', '.join(strangers[:3])} …) and is no ledger of selon's: "
                    "give another file or database"
                )
        try:
            _write_schema(engine, name)
        except DatabaseError as error:
            if engine.dialect.name == "sqlite" or not may_not_write(error):
                raise
            raise _unfit(name, version) from error


def require_current(engine: Engine, name: str) -> None:
    """Raise LedgerError, with what to do, where a ledger that may only be read hasn't the present schema."""
    with _told(name), engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if version is not None and version not in _known():
        raise _newer(name, version)
    raise _unfit(name, version)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the database says, in a LedgerError."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, OperationalError) or may_not_write(error):
            raise LedgerError(f"{name}: can't open the ledger: {error.orig}") from error
        raise LedgerError(f"{name} is no ledger: {error.orig}") from error


def _write_schema(engine: Engine, name: str) -> None:
    prepare(engine)
    with engine.connect().execution_options(selon_write=True) as connection, connection.begin():
        lock(connection, "selon schema")
        version = _version(connection)  # another process may have done it while we waited
        if version != HEAD:
            _migrate(connection, version, name)


def _newer(name: str, version: str) -> LedgerError:
    return LedgerError(
        f"{name} was written by a newer selon (schema {version}, this one knows up to {HEAD}). Nothing was "
        "touched; upgrade selon to open it"
    )


def _unfit(name: str, version: str | None) -> LedgerError:
    """For a ledger that would have to be written to first, and may only be read."""
    if version is None:
        return LedgerError(f"{name} holds no ledger yet, and none may be made there")
    return LedgerError(
        f"{name} was written by an older selon (schema {version}, this one needs {HEAD}) and may only be read here. "
        "Whoever may write to it is to open it once with this selon (selon check --ledger …); or copy it, and open that"
    )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory  # slow to import, and needed only where there is something to migrate

    return ScriptDirectory(str(MIGRATIONS))


def _known() -> set[str]:
    return {script.revision for script in _scripts().walk_revisions()}


def _migrate(connection: Connection, version: str | None, name: str) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    if version is not None and version not in _known():
        raise _newer(name, version)
    scripts = _scripts()
    context = MigrationContext.configure(
        connection,
        opts={
            "fn": lambda revision, _context: scripts._upgrade_revs("head", revision),
            "transactional_ddl": False,  # the transaction is ours: all steps or none
        },
    )
    with Operations.context(context):
        context.run_migrations()
