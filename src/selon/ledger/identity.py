"""Ids by content: the same words at the same address always get the same id, on every machine and in every ledger.

An article's id is a hash of its kept text and of its *address*: its URL, else the id that the input gave, else
nothing. Two copies of one dispatch at two addresses are two articles; one file read twice, from wherever, is one.
A claim's id is a hash of its article's id, its spans and the extractor's version.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urldefrag

from selon.model import Article, Claim

ID_LENGTH = 24  # hex digits, 96 bits: a collision among 10⁹ claims has a chance of 10⁻¹¹


def text_hash(text: str) -> str:
    """The sha256 of a kept text (in UTF-8), in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def address(article: Article) -> str:
    """Where an article lives: its URL without fragment, else ``id:`` and the input's id, else the empty string."""
    if article.url:
        return urldefrag(article.url).url
    return f"id:{article.id}" if article.id else ""


def article_id(article: Article) -> str:
    """The id of an article in the ledger: a hash of its text and address."""
    return article_id_of(text_hash(article.text), address(article))


def article_id_of(sha256: str, where: str) -> str:
    return _hash(sha256, where)


def claim_id(article: str, claim: Claim, extractor: str, repeat: int = 0) -> str:
    """The id of a claim of the article with the id ``article``, as ``extractor`` (a version) found it.

    ``repeat`` tells apart claims of one article with the very same spans (0 for the first).
    """
    spans = [claim.source, claim.cue, claim.content, [[r.source, r.cue] for r in claim.relay]]
    return _hash(article, json.dumps(spans), extractor, *([str(repeat)] if repeat else []))


def with_ids(article: str, claims: Iterable[Claim], extractor: str) -> list[Claim]:
    """The claims with their ledger ids, in order; ``article`` is the article's id."""
    kept = list(claims)
    return [replace(claim, id=id) for claim, id in zip(kept, ids_of(article, kept, extractor), strict=True)]


def ids_of(article: str, claims: Iterable[Claim], extractor: str) -> list[str]:
    """The ids of an article's claims, in order."""
    out: list[str] = []
    seen: dict[str, int] = {}
    for claim in claims:
        first = claim_id(article, claim, extractor)
        repeat = seen.get(first, 0)
        seen[first] = repeat + 1
        out.append(claim_id(article, claim, extractor, repeat) if repeat else first)
    return out


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
