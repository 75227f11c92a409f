"""Proves a ledger: every hash, id, span, reference and repeated column; mends what can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select, update

from selon.ledger import dialects
from selon.ledger.identity import article_id_of, claim_id, text_hash
from selon.ledger.judging import TAKEN_BACK
from selon.ledger.records import Problem
from selon.ledger.rows import repeated_columns
from selon.ledger.schema import articles, claims, extractions, judgements
from selon.model import InvariantError, claim_from


def check(connection: Connection, *, search: bool = True) -> Iterator[Problem]:
    """Every problem, evidence first; without ``search`` but those of the index. Holds one article's text at a time."""
    for what in dialects.file_problems(connection):
        yield Problem("database", "", what)
    yield from _articles(connection)
    yield from _claims(connection)
    yield from _judgements(connection)
    if search and not dialects.search_is_whole(connection):
        yield Problem("search", "", "the index doesn't agree with the claims", derived=True)


def repair(connection: Connection) -> list[str]:
    """Make the derived parts again, in the connection's transaction; returns what was done."""
    done = []
    mended = 0
    statement = (
        select(claims, articles.c.text).join(articles, articles.c.id == claims.c.article_id).order_by(claims.c.seq)
    )
    for row in connection.execute(statement).mappings().all():
        try:
            wanted = repeated_columns(claim_from(json.loads(row["form"])), row["text"])
        except (ValueError, InvariantError):
            continue  # evidence is damaged: check says so, and nothing here can know better
        if any(row[name] != value for name, value in wanted.items()):
            connection.execute(update(claims).where(claims.c.seq == row["seq"]).values(wanted))
            mended += 1
    if mended:
        done.append(f"made the columns of {mended} claims again from their forms")
    if mended or not dialects.search_is_whole(connection):
        dialects.rebuild_search(connection)
        done.append("rebuilt the search index")
    return done


def _articles(connection: Connection) -> Iterator[Problem]:
    columns = (articles.c.id, articles.c.address, articles.c.text, articles.c.sha256)
    for id, address, text, sha256 in connection.execute(select(*columns).order_by(articles.c.seq)):
        if (actual := text_hash(text)) != sha256:
            yield Problem("articles", id, f"the text's sha256 is {actual}, the ledger says {sha256}")
        elif article_id_of(sha256, address) != id:
            yield Problem("articles", id, "the id is not the hash of its text and address")
    missing = select(articles.c.id).where(~articles.c.id.in_(select(extractions.c.article_id)))
    for (id,) in connection.execute(missing):
        yield Problem("articles", id, "no extraction belongs to it")


def _claims(connection: Connection) -> Iterator[Problem]:
    statement = (
        select(claims, articles.c.text, extractions.c.extractor, extractions.c.article_id.label("extracted_from"))
        .outerjoin(articles, articles.c.id == claims.c.article_id)
        .outerjoin(extractions, extractions.c.seq == claims.c.extraction)
        .order_by(claims.c.extraction, claims.c.ordinal)
    )
    counts: dict[int, int] = {}
    repeats: dict[tuple[int, str], int] = {}
    for row in connection.execute(statement).mappings():
        id = row["id"]
        counts[row["extraction"]] = counts.get(row["extraction"], 0) + 1
        if row["text"] is None:
            yield Problem("claims", id, f"its article {row['article_id']} isn't there")
            continue
        if row["extracted_from"] != row["article_id"]:
            yield Problem("claims", id, "its extraction belongs to another article")
            continue
        try:
            claim = claim_from(json.loads(row["form"]))
            claim.check_against(row["text"])
        except (ValueError, InvariantError) as error:
            yield Problem("claims", id, f"its form is damaged: {error}")
            continue
        first = claim_id(row["article_id"], claim, row["extractor"])
        repeat = repeats.get((row["extraction"], first), 0)
        repeats[row["extraction"], first] = repeat + 1
        if claim_id(row["article_id"], claim, row["extractor"], repeat) != id:
            yield Problem("claims", id, "the id is not the hash of its article, spans and extractor")
        wrong = [name for name, value in repeated_columns(claim, row["text"]).items() if row[name] != value]
        if wrong:
            yield Problem("claims", id, f"{', '.join(wrong)}: not what its form says", derived=True)
    for seq, article, wanted in connection.execute(
        select(extractions.c.seq, extractions.c.article_id, extractions.c.claims)
    ):
        if counts.get(seq, 0) != wanted:
            yield Problem("extractions", article, f"{wanted} claims were found, {counts.get(seq, 0)} are there")


def _judgements(connection: Connection) -> Iterator[Problem]:
    known = select(claims.c.id)
    for side in (judgements.c.a, judgements.c.b):
        orphans = select(judgements.c.id, side).where(judgements.c.kind != TAKEN_BACK, ~side.in_(known))
        for id, claim in connection.execute(orphans):
            yield Problem("judgements", id, f"it is about a claim {claim} that isn't there")
    ids = select(judgements.c.id)
    lost = select(judgements.c.id, judgements.c.a).where(judgements.c.kind == TAKEN_BACK, ~judgements.c.a.in_(ids))
    for id, judged in connection.execute(lost):
        yield Problem("judgements", id, f"it takes back a judgement {judged} that isn't there")
