"""Writes one article with its claims, where they aren't there yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, insert, select

from selon.ledger import dialects
from selon.ledger.identity import address, article_id, ids_of, text_hash
from selon.ledger.records import Added
from selon.ledger.rows import article_columns, claim_columns
from selon.ledger.schema import articles, claims, extractions
from selon.model import Article, Claim

SHARED = 0.2  # of the shorter text's word triples: two texts under one input id that share less are two articles

# Made once: building a statement costs more than running it.
_VERSION = select(articles.c.version).where(articles.c.id == bindparam("id"))
_EXTRACTION = select(extractions.c.seq).where(
    extractions.c.article_id == bindparam("article_id"), extractions.c.extractor == bindparam("extractor")
)
_AT_ADDRESS = (
    select(articles.c.series, articles.c.version, articles.c.text)
    .where(
        articles.c.seq.in_(
            select(func.max(articles.c.seq))
            .where(articles.c.address == bindparam("address"))
            .group_by(articles.c.series)
        )
    )
    .order_by(articles.c.seq)
)
_SERIES = select(articles.c.seq).where(articles.c.series == bindparam("series")).limit(1)
_INSERT_ARTICLE = insert(articles)
_INSERT_EXTRACTION = insert(extractions).returning(extractions.c.seq)
_INSERT_CLAIM = insert(claims)


def lock(connection: Connection, kept: Iterable[Article]) -> None:
    """Hold the addresses of all the articles that the connection's transaction is to ``keep``."""
    dialects.lock(connection, *(address(article) or article_id(article) for article in kept))


def keep(
    connection: Connection, article: Article, found: list[Claim], source: str | None, extractor: str, at: str
) -> Added:
    """Add ``article`` and the claims ``found`` in it by ``extractor``, in the connection's transaction.

    The transaction holds the article's ``lock`` already.
    """
    where, id = address(article), article_id(article)
    version = connection.execute(_VERSION, {"id": id}).scalar()
    new_article = version is None
    if version is None:
        series, version = _place(connection, article, where, id)
        # A file's name need not be UTF-8 (its odd bytes are surrogates then), but all that a database keeps must be.
        named = source and source.encode("utf-8", "backslashreplace").decode()
        row = {"id": id, "address": where, "series": series, "version": version, "source": named, "added_at": at}
        row |= {"sha256": text_hash(article.text), **article_columns(article)}
        connection.execute(_INSERT_ARTICLE, row)
    reading = {"article_id": id, "extractor": extractor}
    if not new_article and connection.execute(_EXTRACTION, reading).first():
        return Added(id, new=False, version=version)
    row = {**reading, "claims": len(found), "added_at": at}
    extraction = connection.execute(_INSERT_EXTRACTION, row).scalar_one()
    rows = [
        {"id": claim_id, "article_id": id, "extraction": extraction, "ordinal": n, **claim_columns(claim, article.text)}
        for n, (claim_id, claim) in enumerate(zip(ids_of(id, found, extractor), found, strict=True))
    ]
    if rows:
        connection.execute(_INSERT_CLAIM, rows)
    return Added(id, new=True, new_article=new_article, version=version, claims=len(rows))


def _place(connection: Connection, article: Article, where: str, id: str) -> tuple[str, int]:
    """The series that a new text belongs to, and its version there."""
    if not where:
        return id, 1
    known = connection.execute(_AT_ADDRESS, {"address": where}).all()
    for series, version, text in known:
        # A URL is an address for good. An id is one only within its collection: "1" in two files is two articles.
        if article.url or _alike(text, article.text):
            return series, version + 1
    # The first series of an address is called after it, a further one after its first article's own id: an address with
    # something behind it may be another's ("x#2" is an id too). Earlier versions called them so: hence the look.
    taken = known or connection.execute(_SERIES, {"series": where}).first()
    return (id if taken else where), 1


def _alike(one: str, other: str) -> bool:
    a, b = _triples(one), _triples(other)
    return len(a & b) >= SHARED * min(len(a), len(b))


def _triples(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}
