"""Brings a ledger's schema to the present version, or says why it can't."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from selon.ledger.dialects import lock, prepare
from selon.ledger.records import LedgerError

HEAD = "0003"  # the newest migration; a test compares it with the files
MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, name: str) -> None:
    """Make or migrate the tables, in one transaction. Raises LedgerError for what isn't a ledger or is a newer one."""
    try:
        with engine.connect() as connection:
            version = _version(connection)
            if version == HEAD:
                return
            if version is None and (strangers := inspect(connection).get_table_names()):
                raise LedgerError(
                    f"{name} holds other tables ({', '.join(strangers[:3])} …) and is no ledger of selon's: "
                    "give another file or database"
                )
        prepare(engine)
        with engine.connect().execution_options(selon_write=True) as connection, connection.begin():
            lock(connection, "selon schema")
            version = _version(connection)  # another process may have done it while we waited
            if version == HEAD:
                return
            _migrate(connection, version, name)
    except OperationalError as error:
        raise LedgerError(f"{name}: can't open the ledger: {error.orig}") from error
    except DatabaseError as error:
        raise LedgerError(f"{name} is no ledger: {error.orig}") from error


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, version: str | None, name: str) -> None:
    # Slow to import, and needed only where there is something to migrate.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(MIGRATIONS))
    known = {script.revision for script in scripts.walk_revisions()}
    if version is not None and version not in known:
        raise LedgerError(
            f"{name} was written by a newer selon (schema {version}, this one knows up to {HEAD}). Nothing was "
            "touched; upgrade selon to open it"
        )
    context = MigrationContext.configure(
        connection,
        opts={
            "fn": lambda revision, _context: scripts._upgrade_revs("head", revision),
            "transactional_ddl": False,  # the transaction is ours: all steps or none
        },
    )
    with Operations.context(context):
        context.run_migrations()
