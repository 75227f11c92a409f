"""What every format begins with: each current claim with the article that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import NamedTuple, TypeVar
from urllib.parse import quote

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Spans

T = TypeVar("T")
AT_ONCE = 100  # articles: enough that asking costs little beside telling, few enough to hold


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
    """Every current claim, in order of arrival, AT_ONCE articles in memory at a time."""
    for article, claims in by_article(ledger):
        for claim in claims:
            yield Cited(claim, article)


def by_article(ledger: Ledger) -> Iterator[tuple[StoredArticle, list[StoredClaim]]]:
    """The articles that hold current claims, each with them."""
    told = ((id, list(claims)) for id, claims in groupby(ledger.claims(), lambda claim: claim.article_id))
    for batch in at_once(told):
        articles = ledger.articles_of([id for id, _claims in batch])
        yield from ((articles[id], claims) for id, claims in batch)


def at_once(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of AT_ONCE: what a query is asked for together."""
    left = iter(items)
    while batch := list(islice(left, AT_ONCE)):
        yield batch


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
