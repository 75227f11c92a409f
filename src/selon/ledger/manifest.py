"""A manifest: the hash of every row of evidence in a ledger, on paper small enough to be kept elsewhere.

Lines of text, the fields apart by tabs: ``table``, ``id``, ``sha256``; in the end ``whole``, the number of lines before
it and the sha256 of those lines. A row's hash is that of its evidence as JSON (columns in order of their names; without
``seq``, which says only where it lies, and without what repeats a claim's form). For an article there is a line
``texts`` too, with the sha256 of the kept text itself, so that who has the text alone can prove it.

A ledger that has grown since still proves an older manifest: rows are only ever added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, RowMapping, select

from selon.ledger.identity import text_hash
from selon.ledger.records import LedgerError, Problem
from selon.ledger.schema import articles, claims, extractions, judgements

HEADER = "# selon manifest 1"

# The evidence, by name: a column that a later schema adds doesn't change the hash of what was there before it.
_ARTICLE = (
    *("id", "address", "series", "version", "input_id", "source", "url", "title", "publisher", "language"),
    *("published", "text", "sha256", "furniture", "added_at"),
)
_EXTRACTION = ("article_id", "extractor", "claims", "added_at")
_CLAIM = ("id", "article_id", "extractor", "ordinal", "form")  # the other columns repeat parts of the form
_JUDGEMENT = ("id", "kind", "a", "b", "a_anchor", "b_anchor", "who", "why", "at")


def manifest(connection: Connection) -> Iterator[str]:
    """The lines of the manifest, without their ends, in order of arrival."""
    digest = hashlib.sha256()
    count = 0
    for line in (HEADER, *("\t".join(row) for row in _hashes(connection))):
        digest.update(f"{line}\n".encode())
        count += 1
        yield line
    yield f"whole\t{count}\t{digest.hexdigest()}"


def verify(connection: Connection, lines: Iterable[str], name: str) -> Iterator[Problem]:
    """What the manifest ``name`` tells that the ledger doesn't bear out, row by row.

    Raises LedgerError where the manifest itself is none, is cut short or was changed.
    """
    told = _told(lines, name)
    for table, id, sha256 in _hashes(connection):
        wanted = told.pop((table, id), sha256)
        if wanted != sha256:
            yield Problem(table, id, f"its sha256 is {sha256}, the manifest says {wanted}")
    for table, id in told:
        yield Problem(table, id, "the manifest has it, the ledger doesn't")


def _told(lines: Iterable[str], name: str) -> dict[tuple[str, str], str]:
    told: dict[tuple[str, str], str] = {}
    digest = hashlib.sha256()
    count = 0
    for line in lines:
        line = line.rstrip("\r\n")
        if not count and line != HEADER:
            break
        table, _, rest = line.partition("\t")
        id, _, sha256 = rest.rpartition("\t")
        if table == "whole":
            if (id, sha256) != (str(count), digest.hexdigest()):
                raise LedgerError(f"{name} was changed: line {count + 1} doesn't bear out the {count} before it")
            return told
        if count:
            told[table, id] = sha256
        digest.update(f"{line}\n".encode())
        count += 1
    if not count:
        raise LedgerError(f"{name} is no manifest of selon's: its first line should be {HEADER!r}")
    raise LedgerError(f"{name} is cut short after line {count}: the line that proves the others is missing")


def _hashes(connection: Connection) -> Iterator[tuple[str, str, str]]:
    for row in connection.execute(select(articles).order_by(articles.c.seq)).mappings():
        yield "texts", row["id"], text_hash(row["text"])
        yield "articles", row["id"], _hash(row, _ARTICLE)
    for row in connection.execute(select(extractions).order_by(extractions.c.seq)).mappings():
        yield "extractions", json.dumps([row["article_id"], row["extractor"]]), _hash(row, _EXTRACTION)
    of_claims = (
        select(claims, extractions.c.extractor)
        .outerjoin(extractions, extractions.c.seq == claims.c.extraction)
        .order_by(claims.c.seq)
    )
    for row in connection.execute(of_claims).mappings():
        yield "claims", row["id"], _hash(row, _CLAIM)
    for row in connection.execute(select(judgements).order_by(judgements.c.seq)).mappings():
        yield "judgements", row["id"], _hash(row, _JUDGEMENT)


def _hash(row: RowMapping, columns: tuple[str, ...]) -> str:
    return text_hash(json.dumps({name: row[name] for name in columns}, sort_keys=True, ensure_ascii=False))
