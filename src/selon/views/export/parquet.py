"""Parquet: the tables of ``tables``, one file each, a batch of rows at a time; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from selon.ledger import Ledger
from selon.model import Claim
from selon.views.export.errors import needed
from selon.views.export.tables import COLUMNS, Row, claims_from, rows_of

BATCH = 20_000  # rows held in memory, for each table


def write(ledger: Ledger, folder: Path) -> None:
    """All tables into ``folder``, one file each."""
    parquet = needed("pyarrow.parquet", "parquet")
    arrow = needed("pyarrow", "parquet")
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    with ExitStack() as stack:
        files: dict[str, Any] = {
            name: stack.enter_context(
                parquet.ParquetWriter(folder / f"{name}.parquet", schema(name), compression="zstd")
            )
            for name in COLUMNS
        }

        def flush(name: str) -> None:
            if rows[name]:
                files[name].write_table(arrow.Table.from_pylist(rows[name], schema=schema(name)))
                rows[name].clear()

        for table, row in rows_of(ledger):
            rows[table].append(row)
            if len(rows[table]) >= BATCH:
                flush(table)
        for name in COLUMNS:
            flush(name)


def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    arrow = needed("pyarrow", "parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    return arrow.schema([(name, types[kind]) for name, kind in COLUMNS[table].items()])


def claims_in(folder: Path) -> Iterator[tuple[str, Claim]]:
    """The claims of a folder that ``write`` wrote, each with its article's id in the ledger."""
    parquet = needed("pyarrow.parquet", "parquet")
    return claims_from({name: parquet.read_table(folder / f"{name}.parquet").to_pylist() for name in COLUMNS})
