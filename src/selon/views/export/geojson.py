"""GeoJSON (RFC 7946): a point for each place that a claim speaks about, with who said what of it.

``form`` is the whole claim, in the gold files' form (docs/schema). A claim that names no place isn't there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from selon.ledger import Ledger
from selon.model import Claim, claim_form, claim_from
from selon.views.export.cited import Cited, cited, words


def parts(ledger: Ledger) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    comma = "\n"
    for each in cited(ledger):
        for feature in features(each):
            yield comma + json.dumps(feature, ensure_ascii=False)
            comma = ",\n"
    yield "\n]}\n"


class Counts(NamedTuple):
    """How many features a ledger's collection has, how many of them without coordinates, and of how many claims."""

    features: int
    unplaced: int
    claims: int


def counts(ledger: Ledger) -> Counts:
    """The counts of what ``parts`` writes."""
    named = [claim.claim.places for claim in ledger.claims() if claim.claim.places]
    unplaced = sum(place.lat is None or place.lon is None for places in named for place in places)
    return Counts(sum(map(len, named)), unplaced, len(named))


def features(each: Cited) -> Iterator[dict[str, Any]]:
    """The claim's places; one without coordinates is a feature without geometry, as the RFC has it."""
    claim = each.claim.claim
    for number, place in enumerate(claim.places):
        known = place.lat is not None and place.lon is not None
        yield {
            "type": "Feature",
            "id": f"{each.claim.id}-{number}",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None,
            "properties": {
                "name": place.name,
                "country": place.country,
                "precision": place.precision,
                "words": place.span.of(each.article.article.text),
                "start": place.span.start,
                "end": place.span.end,
                "claim": each.claim.id,
                "speaker": claim.speaker,
                "stance": claim.stance,
                "certainty": claim.certainty,
                "content": words(each.article, claim.content),
                "article": each.article.name,
                "article_id": each.article.id,
                "url": each.article.article.url,
                "published": each.article.article.published,
                "form": claim_form(claim),
            },
        }


def claims_in(collection: Mapping[str, Any]) -> Iterator[tuple[str, Claim]]:
    """The claims of a collection that name a place, each once, with its article's id in the ledger."""
    told = {f["properties"]["claim"]: f["properties"] for f in collection["features"]}
    for properties in told.values():
        yield properties["article_id"], claim_from(properties["form"])
