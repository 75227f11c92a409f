"""FollowTheMoney entities, a JSON line each: articles, speakers, and a Note for each claim that joins the two.

A Note's ``proof`` is its Article, its ``entity`` the speaker (a LegalEntity: a person or a body), its ``description``
the exact words. Anonymous speakers are no entities; the Note's ``notes`` tell how they are named. Beside its
properties a Note carries the whole ``claim`` in the gold files' form (docs/schema), as context that FollowTheMoney
keeps and leaves alone. Written without the followthemoney package (which wants ICU compiled); the tests hold what is
written against its model.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Claim, claim_form, claim_from
from selon.views.export.cited import by_article, iri, words


def parts(ledger: Ledger) -> Iterator[str]:
    seen: set[str] = set()
    for article, claims in by_article(ledger):
        for entity in entities(article, claims):
            if entity["id"] not in seen:
                yield json.dumps(entity, ensure_ascii=False) + "\n"
                if entity["schema"] == "LegalEntity":
                    seen.add(entity["id"])


def entities(article: StoredArticle, claims: Iterable[StoredClaim]) -> Iterator[dict[str, Any]]:
    """The entities of an article and its claims."""
    of, key = article.article, f"selon-article-{article.id}"
    language, url = _LANGUAGES.get(of.language or ""), of.url and iri(of.url)
    known = {"publisher": of.publisher, "language": language, "publishedAt": _date(of.published), "sourceUrl": url}
    yield _entity("Article", key, title=of.title or article.name, **known)
    for stored in claims:
        claim = stored.claim
        speaker = None
        if claim.speaker and not claim.anonymous:
            speaker = f"selon-agent-{hashlib.sha256((claim.actor or claim.speaker).encode()).hexdigest()[:24]}"
            yield _entity("LegalEntity", speaker, name=claim.speaker)
        said = words(article, claim.content) or words(article, claim.cue)
        note = _entity(
            "Note",
            f"selon-claim-{stored.id}",
            name=said if len(said) <= 120 else f"{said[:119]}…",
            description=said,
            entity=speaker,
            proof=key,
            keywords=[claim.stance, claim.certainty, claim.kind],
            notes=[
                *([f"as named: {words(article, claim.source)}"] if claim.source else []),
                *(f"told by: {relay.speaker}" for relay in claim.relay),
            ],
            locationMentioned=[place.name for place in claim.places],
            detectedLanguage=language,
            sourceUrl=url,
            publisher=of.publisher,
        )
        yield note | {"article": article.id, "claim": claim_form(claim)}


def claims_in(lines: Iterable[str]) -> Iterator[tuple[str, Claim]]:
    """The claims of lines that were exported, each with its article's id in the ledger."""
    for entity in map(json.loads, lines):
        if entity["schema"] == "Note":
            yield entity["article"], claim_from(entity["claim"])


_LANGUAGES = {"fr": "fra", "en": "eng"}  # FollowTheMoney takes ISO 639-3


def _date(published: str | None) -> str | None:
    """A date or, of a moment, the moment in UTC without zone: what FollowTheMoney's dates can be."""
    if published is None or len(published) <= 10:
        return published
    moment = dt.datetime.fromisoformat(published)
    return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")


def _entity(schema: str, key: str, **values: str | list[str] | None) -> dict[str, Any]:
    """An entity whose properties are lists of what there is: trimmed, each value once."""
    listed = {name: value if isinstance(value, list) else [value or ""] for name, value in values.items()}
    cleaned = {name: [value for value in map(_plain, each) if value] for name, each in listed.items()}
    properties = {name: list(dict.fromkeys(each)) for name, each in cleaned.items() if each}
    return {"id": key, "schema": schema, "properties": properties}


def _plain(value: str) -> str:
    return " ".join(value.split())
