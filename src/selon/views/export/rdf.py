"""RDF in Turtle, with PROV-O and the Web Annotation vocabulary; needs rdflib.

A claim ``prov:wasQuotedFrom`` its article and ``prov:wasAttributedTo`` its speaker; each teller between them is a
``prov:qualifiedAttribution`` with the role ``selon:teller`` and its place in the chain, 1 being the nearest to the
article. Selon's own words are under ``urn:selon:ns:``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import Claim, claim_form, claim_from
from selon.views.export.cited import address, by_article, claim_uri, words
from selon.views.export.errors import needed

SELON = "urn:selon:ns:"


def parts(ledger: Ledger) -> Iterator[str]:
    """A graph for each article, one after the other: they share their names, so together they are one graph."""
    for article, claims in by_article(ledger):
        yield graph(article, claims).serialize(format="turtle") + "\n"


def graph(article: StoredArticle, claims: list[StoredClaim]) -> Any:
    """The rdflib graph of one article and its claims."""
    rdflib = needed("rdflib", "rdf")
    uri, text, blank = rdflib.URIRef, rdflib.Literal, rdflib.BNode
    a, prov, xsd = rdflib.RDF.type, rdflib.PROV, rdflib.XSD
    own, schema = rdflib.Namespace(SELON), rdflib.Namespace("https://schema.org/")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    out = rdflib.Graph(bind_namespaces="none")
    for prefix, space in (("prov", prov), ("selon", own), ("schema", schema), ("oa", oa)):
        out.bind(prefix, space)

    def agent(name: str, actor: str | None) -> Any:
        node = uri(f"urn:selon:agent:{hashlib.sha256((actor or name).encode()).hexdigest()[:24]}")
        out.add((node, a, prov.Agent))
        out.add((node, schema.name, text(name)))
        if actor:
            out.add((node, schema.identifier, text(actor)))
        return node

    news = uri(address(article))
    out.add((news, a, prov.Entity))
    out.add((news, a, schema.NewsArticle))
    out.add((news, own.sha256, text(article.sha256)))
    out.add((news, own.article, text(article.id)))
    for predicate, value in (
        (schema.headline, article.article.title),
        (schema.inLanguage, article.article.language),
        (schema.datePublished, article.article.published),
    ):
        if value:
            out.add((news, predicate, text(value)))
    if article.article.publisher:
        out.add((news, prov.wasAttributedTo, agent(article.article.publisher, None)))
    for stored in claims:
        claim, node = stored.claim, uri(claim_uri(stored.id))
        out.add((node, a, prov.Entity))
        out.add((node, a, own.Claim))
        out.add((node, prov.wasQuotedFrom, news))
        out.add((node, prov.value, text(words(article, claim.content), lang=article.article.language)))
        for name in ("stance", "certainty", "kind"):
            out.add((node, own[name], text(getattr(claim, name))))
        if claim.speaker and not claim.anonymous:
            out.add((node, prov.wasAttributedTo, agent(claim.speaker, claim.actor)))
        for order, relay in enumerate(claim.relay, 1):
            told = blank(f"{stored.id}r{order}")
            out.add((node, prov.qualifiedAttribution, told))
            out.add((told, a, prov.Attribution))
            out.add((told, prov.agent, agent(relay.speaker, relay.actor)))
            out.add((told, prov.hadRole, own.teller))
            out.add((told, own.order, text(order)))
        for order, span in enumerate(claim.content):
            where = blank(f"{stored.id}c{order}")
            out.add((node, own.content, where))
            out.add((where, a, oa.TextPositionSelector))
            out.add((where, oa.start, text(span.start, datatype=xsd.nonNegativeInteger)))
            out.add((where, oa.end, text(span.end, datatype=xsd.nonNegativeInteger)))
        form = json.dumps(claim_form(claim), ensure_ascii=False, sort_keys=True)
        out.add((node, own.form, text(form, datatype=rdflib.RDF.JSON)))
    return out


def claims_in(found: Any) -> Iterator[tuple[str, Claim]]:
    """The claims of an rdflib graph, each with its article's id in the ledger."""
    rdflib = needed("rdflib", "rdf")
    own = rdflib.Namespace(SELON)
    for node, form in found.subject_objects(own.form):
        news = found.value(node, rdflib.PROV.wasQuotedFrom)
        yield str(found.value(news, own.article)), claim_from(json.loads(str(form)))
