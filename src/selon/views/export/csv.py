"""CSV (RFC 4180, UTF-8): one file of claims, or a folder with all tables of ``tables``.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; ``claims_in`` takes it off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from selon.ledger import Ledger
from selon.model import Claim
from selon.views.export.tables import COLUMNS, Row, claims_from, rows_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def parts(ledger: Ledger) -> Iterator[str]:
    """The table of claims, a row at a time."""
    columns = list(COLUMNS["claims"])
    yield _line(columns)
    for table, row in rows_of(ledger):
        if table == "claims":
            yield _line([_cell(row[name]) for name in columns])


def write(ledger: Ledger, folder: Path) -> None:
    """All tables into ``folder``, one file each."""
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in COLUMNS
        }
        for name, file in files.items():
            file.write(_line(list(COLUMNS[name])))
        for table, row in rows_of(ledger):
            files[table].write(_line([_cell(row[name]) for name in COLUMNS[table]]))


def claims_in(folder: Path) -> Iterator[tuple[str, Claim]]:
    """The claims of a folder that ``write`` wrote, each with its article's id in the ledger."""
    return claims_from({name: _rows(folder / f"{name}.csv", COLUMNS[name]) for name in COLUMNS})


def _rows(path: Path, types: dict[str, type]) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _value(cell, types[name]) for name, cell in row.items()}


def _value(cell: str, kind: type) -> Any:
    if kind is bool:
        return cell == "true"
    if kind is str:
        return cell[1:] if cell.startswith("'") else cell
    return kind(cell) if cell else None


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
