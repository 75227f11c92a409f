"""The tables of what the claims answer: computed elsewhere, kept here for SQL. No evidence: all rows are replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from selon.ledger import dialects
from selon.ledger.records import Mark
from selon.ledger.schema import answers, claims, judgements, origins, questions, relations, tabulated

TABLES = {"questions": questions, "answers": answers, "origins": origins, "relations": relations}
ROWS = 5_000  # rows an INSERT


def mark(connection: Connection) -> Mark:
    newest = (connection.execute(select(func.max(of.c.seq))).scalar() or 0 for of in (claims, judgements))
    return Mark(*newest)


def tabulate(
    connection: Connection, tables: Mapping[str, Iterable[Mapping[str, Any]]], seen: Mark, selon: str, at: str
) -> None:
    """Put ``tables`` (rows by table) in the place of what was there, with the mark of the claims that they are of."""
    dialects.lock(connection, "tabulated questions")
    for table in (tabulated, *reversed(TABLES.values())):
        connection.execute(delete(table))
    for name, table in TABLES.items():
        batch: list[Mapping[str, Any]] = []
        for row in tables[name]:
            batch.append(row)
            if len(batch) == ROWS:
                connection.execute(insert(table), batch)
                batch = []
        if batch:
            connection.execute(insert(table), batch)
    values = {"at": at, "selon": selon, "last_claim": seen.claim, "last_judgement": seen.judgement}
    connection.execute(insert(tabulated).values(values))
