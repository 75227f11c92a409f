"""Tidy tables: one row a claim, and a table each for relays, quantities, times and places, joined by ``claim``.

Spans are JSON lists of [start, end), in code points of the article's text; what a claim hasn't is null. ``annotated``
holds what only annotators give (ANNOTATED), as JSON; which questions claims answer is no part of a claim, and
``selon questions`` and ``selon datasette`` tell it. ``claims_from`` makes the claims again from the tables.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from selon.ledger import Ledger
from selon.model import Claim, Spans, claim_form, claim_from
from selon.views.export.cited import Cited, cited, words

Row = dict[str, Any]
ANNOTATED = ("question", "answer", "also")

# Each table's columns and their types; the order is that of the files.
COLUMNS: dict[str, dict[str, type]] = {
    "claims": {
        "claim": str,
        "article": str,
        "article_id": str,
        "url": str,
        "publisher": str,
        "title": str,
        "published": str,
        "language": str,
        "speaker": str,
        "actor": str,
        "source": str,
        "content": str,
        "kind": str,
        "stance": str,
        "certainty": str,
        "anonymous": bool,
        "inferred": bool,
        "place": str,
        "rule": str,
        "annotated": str,
        "source_spans": str,
        "cue_spans": str,
        "content_spans": str,
        "ordinal": int,
        "text_sha256": str,
    },
    "relays": {"claim": str, "ordinal": int, "speaker": str, "actor": str, "source_spans": str, "cue_spans": str},
    "quantities": {
        "claim": str, "ordinal": int, "start": int, "end": int, "words": str, "low": float, "high": float, "unit": str,
    },
    "times": {
        "claim": str, "ordinal": int, "start": int, "end": int, "words": str, "from": str, "to": str, "type": str,
        "value": str,
    },
    "places": {
        "claim": str, "ordinal": int, "start": int, "end": int, "words": str, "name": str, "country": str, "lat": float,
        "lon": float, "precision": str,
    },
}  # fmt: skip


def rows_of(ledger: Ledger) -> Iterator[tuple[str, Row]]:
    """Every row of every table, with the table's name, a claim at a time."""
    for each in cited(ledger):
        yield from rows_about(each)


def rows_about(each: Cited) -> Iterator[tuple[str, Row]]:
    """The rows of one claim, each with its table's name; that of ``claims`` comes first."""
    yield "claims", _claim_row(each)
    text, id, claim = each.article.article.text, each.claim.id, each.claim.claim
    for n, relay in enumerate(claim.relay):
        spans = {"source_spans": _json(relay.source), "cue_spans": _json(relay.cue)}
        yield "relays", {"claim": id, "ordinal": n, "speaker": relay.speaker, "actor": relay.actor, **spans}
    for n, q in enumerate(claim.quantities):
        values = {"low": _float(q.low), "high": _float(q.high), "unit": q.unit}
        yield "quantities", _at(id, n, q.span, text) | values
    for n, t in enumerate(claim.times):
        values = {"from": t.start, "to": t.end, "type": t.type, "value": t.value}
        yield "times", _at(id, n, t.span, text) | values
    for n, p in enumerate(claim.places):
        values = {"name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "precision": p.precision}
        yield "places", _at(id, n, p.span, text) | values


def claims_from(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[tuple[str, Claim]]:
    """The claims of the tables, each with its article's id, in the order of the rows."""
    parts: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for name in ("relays", "quantities", "times", "places"):
        of: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in sorted(tables.get(name, ()), key=lambda row: int(row["ordinal"])):
            of[row["claim"]].append(row)
        parts[name] = of
    for row in tables["claims"]:
        id = row["claim"]
        form: Row = json.loads(row["annotated"] or "{}")
        form |= {name: row[name] or None for name in ("actor", "place", "rule")}
        form |= {name: row[name] for name in ("speaker", "kind", "stance", "certainty", "anonymous", "inferred")}
        form |= {name: json.loads(row[f"{name}_spans"]) for name in ("source", "cue", "content")}
        form["id"] = id
        form["relay"] = [
            {
                "speaker": r["speaker"] or "",
                "actor": r["actor"] or None,
                "source": json.loads(r["source_spans"]),
                "cue": json.loads(r["cue_spans"]),
            }
            for r in parts["relays"][id]
        ]
        form["quantities"] = [
            _spanned(q, low=q["low"], high=q["high"], unit=q["unit"]) for q in parts["quantities"][id]
        ]
        form["times"] = [
            _spanned(t, start=t["from"] or None, end=t["to"] or None, type=t["type"], value=t["value"])
            for t in parts["times"][id]
        ]
        form["places"] = [
            _spanned(p, country=p["country"] or None, **{n: p[n] for n in ("name", "lat", "lon", "precision")})
            for p in parts["places"][id]
        ]
        yield row["article_id"], claim_from(form)


def _spanned(row: Mapping[str, Any], **values: Any) -> Row:
    return {"span": [int(row["start"]), int(row["end"])], **values}


def _claim_row(each: Cited) -> Row:
    stored, article = each.claim, each.article.article
    claim = stored.claim
    form = claim_form(claim)
    annotated = {name: form[name] for name in ANNOTATED if name in form}
    return {
        "claim": stored.id,
        "article": each.article.name,
        "article_id": each.article.id,
        **{name: getattr(article, name) for name in ("url", "publisher", "title", "published", "language")},
        "speaker": claim.speaker,
        "actor": claim.actor,
        "source": each.source,
        "content": words(each.article, claim.content),
        **{name: form[name] for name in ("kind", "stance", "certainty")},
        "anonymous": claim.anonymous,
        "inferred": claim.inferred,
        "place": claim.place,
        "rule": claim.rule,
        "annotated": json.dumps(annotated, ensure_ascii=False) if annotated else None,
        "source_spans": _json(claim.source),
        "cue_spans": _json(claim.cue),
        "content_spans": _json(claim.content),
        "ordinal": stored.ordinal,
        "text_sha256": each.article.sha256,
    }


def _at(id: str, ordinal: int, span: tuple[int, int], text: str) -> Row:
    return {"claim": id, "ordinal": ordinal, "start": span[0], "end": span[1], "words": text[span[0] : span[1]]}


def _json(spans: Spans) -> str:
    return json.dumps([list(span) for span in spans])


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)
