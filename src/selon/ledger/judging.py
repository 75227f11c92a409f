"""A person's word on whether two claims belong together: append-only, taken back by a row of its own."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from selon.ledger.records import Judgement, NotInLedger
from selon.ledger.schema import claims, current_claims
from selon.ledger.schema import judgements as table
from selon.model import Spans, claim_from, spans_of

KINDS = ("same", "different")
TAKEN_BACK = "taken-back"


def judge(connection: Connection, kind: str, a: str, b: str, who: str, why: str, at: str) -> Judgement:
    if kind not in KINDS:
        raise ValueError(f"a judgement is {' or '.join(KINDS)}, not {kind!r}")
    if a == b:
        raise ValueError(f"the claim {a} can't be judged against itself")
    anchors = {"a_anchor": _anchor(connection, a), "b_anchor": _anchor(connection, b)}
    id = uuid.uuid4().hex[:12]
    connection.execute(insert(table).values(id=id, kind=kind, a=a, b=b, who=who, why=why, at=at, **anchors))
    return Judgement(id, kind, a, b, who, why, at)


def take_back(connection: Connection, id: str, who: str, why: str, at: str) -> Judgement:
    found = next((j for j in judgements(connection, taken_back=True) if j.id == id), None)
    if found is None:
        raise NotInLedger(f"there is no judgement {id!r}")
    if not found.taken_back:
        row = {"id": uuid.uuid4().hex[:12], "kind": TAKEN_BACK, "a": id, "who": who, "why": why, "at": at}
        connection.execute(insert(table).values(row))
    return Judgement(found.id, found.kind, found.a, found.b, found.who, found.why, found.at, taken_back=True)


def judgements(connection: Connection, *, taken_back: bool) -> list[Judgement]:
    rows = connection.execute(select(table).order_by(table.c.seq)).mappings().all()
    gone = {row["a"] for row in rows if row["kind"] == TAKEN_BACK}
    standing = [row for row in rows if row["kind"] != TAKEN_BACK and (taken_back or row["id"] not in gone)]
    named = {row[side] for row in standing for side in ("a", "b")}
    current = set(connection.execute(select(current_claims.c.id).where(current_claims.c.id.in_(named))).scalars())
    return [
        Judgement(
            id=row["id"],
            kind=row["kind"],
            a=row["a"] if row["a"] in current else _found_again(connection, row, "a"),
            b=row["b"] if row["b"] in current else _found_again(connection, row, "b"),
            who=row["who"],
            why=row["why"],
            at=row["at"],
            taken_back=row["id"] in gone,
        )
        for row in standing
    ]


def _anchor(connection: Connection, id: str) -> str:
    """Where the claim's words are, so that it is known again when a newer extractor gives it another id."""
    row = connection.execute(select(claims.c.article_id, claims.c.form).where(claims.c.id == id)).first()
    if row is None:
        raise NotInLedger(f"there is no claim {id!r}")
    form = json.loads(row.form)
    return json.dumps({"article": row.article_id, "content": form["content"] or form["cue"]})


def _found_again(connection: Connection, row: Mapping[Any, Any], side: str) -> str:
    """The current claim of the article with most of the judged claim's words; the judged id where there is none."""
    anchor = json.loads(row[f"{side}_anchor"])
    wanted = spans_of(anchor["content"])
    same_article = select(current_claims.c.id, current_claims.c.form).where(
        current_claims.c.article_id == anchor["article"]
    )
    best, found = 0.5, str(row[side])
    for id, form in connection.execute(same_article):
        claim = claim_from(json.loads(form))
        if (overlap := _overlap(wanted, claim.content or claim.cue)) >= best:
            best, found = overlap, id
    return found


def _overlap(a: Spans, b: Spans) -> float:
    x, y = ({n for span in spans for n in range(*span)} for spans in (a, b))
    return len(x & y) / len(x | y) if x or y else 0.0
