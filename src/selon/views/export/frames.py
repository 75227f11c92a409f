"""Data frames for notebooks, of the tidy tables; needs pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selon.ledger import Ledger
from selon.views.export.errors import needed
from selon.views.export.tables import COLUMNS, Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def claims_frame(ledger: Ledger) -> pd.DataFrame:
    """The ledger's current claims as a pandas DataFrame, one row a claim, indexed by the claim's id.

    The columns are those of the CSV and Parquet exports (docs/how-to/export.md). Raises ExportError without pandas.
    """
    frame: pd.DataFrame = frames(ledger)["claims"].set_index("claim")
    return frame


def frames(ledger: Ledger) -> dict[str, Any]:
    """All tables as DataFrames by name: ``claims``, ``relays``, ``quantities``, ``times``, ``places``."""
    pandas = needed("pandas", "notebook")
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for table, row in rows_of(ledger):
        rows[table].append(row)
    return {
        name: pandas.DataFrame(rows[name], columns=list(columns)).astype({c: _TYPES[t] for c, t in columns.items()})
        for name, columns in COLUMNS.items()
    }
