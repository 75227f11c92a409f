"""W3C Web Annotations (JSON-LD): an annotation a claim, in one AnnotationCollection with one page.

Each part of a claim (content, source, cue, a relay's source) is a target with two selectors: its position in the kept
text, in code points as the standard counts, and the exact words with some before and after. ``anchored`` finds the
words of a selector in a text again. The whole claim is in the body, in the gold files' form (docs/schema).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Claim, Span, claim_form, claim_from
from selon.views.export.cited import address, by_article, claim_uri

AROUND = 32  # characters before and after, as Hypothesis keeps them
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "selon": "urn:selon:ns:",
        "role": "selon:role",
        "claim": {"@id": "selon:claim", "@type": "@json"},
        "sha256": "selon:sha256",
    },
]


def parts(ledger: Ledger) -> Iterator[str]:
    collection = {"@context": CONTEXT, "id": "urn:selon:claims", "type": "AnnotationCollection", "label": "Claims"}
    head = json.dumps(collection | {"total": ledger.counts()["claims"]}, ensure_ascii=False)
    yield head[:-1] + ', "first": {"id": "urn:selon:claims:1", "type": "AnnotationPage", "startIndex": 0, "items": ['
    comma = "\n"
    for article, claims in by_article(ledger):
        for stored in claims:
            yield comma + json.dumps(annotation(stored, article), ensure_ascii=False)
            comma = ",\n"
    yield "\n]}}\n"


def annotation(stored: StoredClaim, article: StoredArticle) -> dict[str, Any]:
    """One claim as an annotation of its article."""
    claim = stored.claim
    language = {"language": article.article.language} if article.article.language else {}
    said = f"{claim.speaker or 'someone'} {claim.stance} ({claim.certainty})"
    roles = [("content", claim.content), ("source", claim.source), ("cue", claim.cue)]
    roles += [("relay", relay.source) for relay in claim.relay]
    return {
        "id": claim_uri(stored.id),
        "type": "Annotation",
        "motivation": "describing",
        "created": article.added_at,
        "body": [
            {"type": "TextualBody", "value": said, "format": "text/plain", "language": "en", "purpose": "describing"},
            {"type": "selon:Claim", "claim": claim_form(claim)},
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": {"id": address(article), "type": "Text", "format": "text/plain", **language},
                "state": {
                    "type": "TimeState",
                    "sourceDate": article.added_at,
                    "cached": f"urn:selon:article:{article.id}",
                    "sha256": article.sha256,
                },
                "role": role,
                "selector": selectors(article.article.text, span),
            }
            for role, spans in roles
            for span in spans
        ],
    }


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """A position and a quote selector for ``span``; either finds the words alone."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
    ]


def anchored(selector: Mapping[str, Any], text: str) -> list[Span]:
    """Where a selector's words stand in ``text``: for a quote every place where its surroundings fit."""
    if selector["type"] == "TextPositionSelector":
        return [Span(selector["start"], selector["end"])]
    quote = selector["prefix"] + selector["exact"] + selector["suffix"]
    found = []
    at = text.find(quote)
    while at >= 0:
        start = at + len(selector["prefix"])
        found.append(Span(start, start + len(selector["exact"])))
        at = text.find(quote, at + 1)
    return found


def claims_in(collection: Mapping[str, Any]) -> Iterator[tuple[str, Claim]]:
    """The claims of a collection, each with its article's id in the ledger."""
    for item in collection["first"]["items"]:
        body = next(body["claim"] for body in item["body"] if body["type"] == "selon:Claim")
        claim = claim_from(body)
        kept = next((target["state"]["cached"] for target in item["target"]), "")
        yield kept.removeprefix("urn:selon:article:"), claim
