"""schema.org (JSON-LD): each article a NewsArticle, each claim a Quotation (direct words) or a Claim (told ones).

A Quotation names its ``spokenByCharacter`` and ``isBasedOn`` the article; a Claim its ``author`` and ``appearance``.
Whether a speaker is a person or a body isn't always known: then it is a Thing with a name. What the vocabulary can't
say is in the claim's ``encoding``, as JSON in the gold files' form (docs/schema).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Claim, claim_form, claim_from
from selon.views.export.cited import address, by_article, claim_uri, words


def parts(ledger: Ledger) -> Iterator[str]:
    yield '{"@context": {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}, "@graph": ['
    comma = "\n"
    for article, claims in by_article(ledger):
        for thing in (news(article), *(said(stored, article) for stored in claims)):
            yield comma + json.dumps(thing, ensure_ascii=False).replace("</", "<\\/")  # it may stand in a page's script
            comma = ",\n"
    yield "\n]}\n"


def news(stored: StoredArticle) -> dict[str, Any]:
    """The article, as a NewsArticle."""
    article = stored.article
    known = {
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published,
        "inLanguage": article.language,
        "publisher": {"type": "Organization", "name": article.publisher} if article.publisher else None,
        "identifier": stored.id,
        "encoding": {"type": "MediaObject", "encodingFormat": "text/plain; charset=utf-8", "sha256": stored.sha256},
    }
    return {"id": address(stored), "type": "NewsArticle"} | {name: value for name, value in known.items() if value}


def said(stored: StoredClaim, article: StoredArticle) -> dict[str, Any]:
    """The claim, as a Quotation or a Claim."""
    claim = stored.claim
    speaker = {"type": "Thing", "name": claim.speaker} | ({"identifier": claim.actor} if claim.actor else {})
    who = (
        {} if claim.anonymous or not claim.speaker else {"spokenByCharacter" if _quoted(stored) else "author": speaker}
    )
    out = {
        "id": claim_uri(stored.id),
        "type": "Quotation" if _quoted(stored) else "Claim",
        "identifier": stored.id,
        "text": words(article, claim.content) or words(article, claim.cue),
        "inLanguage": article.article.language,
        **who,
        "isBasedOn" if _quoted(stored) else "appearance": {"id": address(article)},
        "creditText": " ← ".join(relay.speaker for relay in claim.relay) or None,
        "keywords": [claim.stance, claim.certainty],
        "spatialCoverage": [
            {"type": "Place", "name": p.name}
            | (
                {"geo": {"type": "GeoCoordinates", "latitude": p.lat, "longitude": p.lon}}
                if p.lat is not None and p.lon is not None
                else {}
            )
            for p in claim.places
        ],
        "temporalCoverage": [f"{t.start or '..'}/{t.end or '..'}" for t in claim.times if t.start or t.end],
        "encoding": {
            "type": "MediaObject",
            "encodingFormat": "application/json",
            "text": json.dumps(claim_form(claim), ensure_ascii=False),
        },
    }
    return {name: value for name, value in out.items() if value}


def claims_in(document: Mapping[str, Any]) -> Iterator[tuple[str, Claim]]:
    """The claims of a document that was exported, each with its article's id in the ledger."""
    things = document["@graph"]
    articles = {thing["id"]: thing["identifier"] for thing in things if thing["type"] == "NewsArticle"}
    for thing in things:
        if thing["type"] != "NewsArticle":
            news = thing.get("isBasedOn") or thing["appearance"]
            yield articles[news["id"]], claim_from(json.loads(thing["encoding"]["text"]))


def _quoted(stored: StoredClaim) -> bool:
    return stored.claim.kind == "direct"
