"""What every format begins with: each current claim with the article that reports it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Spans


class Cited(NamedTuple):
    """A claim, the article that reports it, and its address there."""

    claim: StoredClaim
    article: StoredArticle

    @property
    def address(self) -> str:
        return address(self.article)

    @property
    def source(self) -> str:
        """The source's words."""
        return words(self.article, self.claim.claim.source)


def cited(ledger: Ledger) -> Iterator[Cited]:
    """Every current claim, in order of arrival, one article in memory at a time."""
    for article, claims in by_article(ledger):
        for claim in claims:
            yield Cited(claim, article)


def by_article(ledger: Ledger) -> Iterator[tuple[StoredArticle, list[StoredClaim]]]:
    """The articles that hold current claims, each with them."""
    for id, claims in groupby(ledger.claims(), lambda claim: claim.article_id):
        yield ledger.article(id), list(claims)


def address(article: StoredArticle) -> str:
    """The article's URL where it has one, else a URN by its id in the ledger: an identifier that is a URI."""
    return iri(article.article.url) if article.article.url else f"urn:selon:article:{article.id}"


def claim_uri(id: str) -> str:
    return f"urn:selon:claim:{id}"


def words(article: StoredArticle, spans: Spans) -> str:
    return " … ".join(span.of(article.article.text) for span in spans)


def iri(url: str) -> str:
    """The URL with what an IRI can't hold written as per cent: nobody's URL may end a statement or a tag."""
    return "".join(c if c.isprintable() and c not in ' <>"{}|\\^`' else quote(c) for c in url)
