"""Between the records and the tables' rows, both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from selon.ledger.records import StoredArticle, StoredClaim
from selon.model import Article, Claim, article_form, article_from, claim_form, claim_from


def article_columns(article: Article) -> dict[str, Any]:
    """What an article's row repeats of it: all but where it belongs."""
    form = article_form(article)
    furniture = form.get("furniture")
    return {
        "input_id": article.id,
        "furniture": None if furniture is None else json.dumps(furniture),
        **{name: form.get(name) for name in ("text", "url", "title", "publisher", "language", "published")},
    }


def stored_article(row: Mapping[Any, Any]) -> StoredArticle:
    furniture = json.loads(row["furniture"]) if row["furniture"] else ()
    return StoredArticle(
        id=row["id"],
        article=article_from({**row, "id": row["input_id"], "furniture": furniture}),
        sha256=row["sha256"],
        series=row["series"],
        version=row["version"],
        added_at=row["added_at"],
        source=row["source"],
    )


def claim_columns(claim: Claim, text: str) -> dict[str, Any]:
    """A claim's row, but for its id and where it belongs: its form, and the columns that repeat parts of it for SQL."""
    form = claim_form(claim)
    form.pop("id", None)
    return {
        "form": _compact(form),
        **repeated_columns(claim, text),
    }


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def repeated_columns(claim: Claim, text: str) -> dict[str, Any]:
    """The columns that can be made again from a claim's form and its article's text."""
    return {
        "speaker": claim.speaker,
        "actor": claim.actor,
        "source": " … ".join(span.of(text) for span in claim.source),
        "words": " … ".join(span.of(text) for span in claim.content),
        "kind": claim.kind,
        "stance": claim.stance,
        "certainty": claim.certainty,
        "place": claim.place,
        "anonymous": claim.anonymous,
        "inferred": claim.inferred,
    }


def stored_claim(row: Mapping[Any, Any]) -> StoredClaim:
    return StoredClaim(
        id=row["id"],
        article_id=row["article_id"],
        claim=claim_from({**json.loads(row["form"]), "id": row["id"]}),
        words=row["words"],
        ordinal=row["ordinal"],
        seq=row["seq"],
    )
