"""What is remembered of an address between two polls. No evidence: a row is replaced, and may be lost."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from selon.ledger import dialects
from selon.ledger.records import Polled
from selon.ledger.schema import polls


def polled(connection: Connection, url: str) -> Polled | None:
    row = connection.execute(select(polls).where(polls.c.url == url)).mappings().first()
    return Polled(**row) if row else None


def note(connection: Connection, found: Polled) -> None:
    dialects.lock(connection, f"poll {found.url}")
    connection.execute(delete(polls).where(polls.c.url == found.url))
    values = {name: getattr(found, name) for name in ("url", "etag", "last_modified", "polled_at")}
    connection.execute(insert(polls).values(values))
