"""Annotated articles as training examples: each possible cue with the gold claim that it makes, if any."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from selon.analysis.attribution.attribute import possible
from selon.analysis.attribution.encoder import Signals
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.retagging import verbs_heard
from selon.analysis.attribution.syntax import Syntax, build
from selon.analysis.document import Document
from selon.analysis.parse import parse_many
from selon.model import Article, Claim, Span, article_from, claim_from
from training import inline

DATA = Path(__file__).with_name("data")
# Wikinews, read again by us where the makers of the gold sets had read it once ("more": by us alone).
WIKINEWS = (
    "wikinews_fr.second.txt",
    "wikinews_fr_adapted.second.txt",
    "wikinews_fr_more_adapted.second.txt",
    "wikinews_en.second.txt",
    "wikinews_en_more.second.txt",
)
# Written and annotated by us, inline.
OWN = (
    *(f"own_fr_{letter}.txt" for letter in "abcdefghijklmno"),
    "own_en.txt",
    *(f"own_en_{letter}.txt" for letter in "bcdefg"),
)
FILES = (*WIKINEWS, *OWN)


@dataclass(slots=True, eq=False)
class Example:
    """One article's skeleton with its readings; ``gold[k]`` is the claim that reading k makes, or None."""

    article: Article
    claims: list[Claim]
    document: Document
    syntax: Syntax
    readings: list[Reading]
    gold: list[Claim | None]
    group: str  # an article and its adaptation share a group, so that no fold has seen its test articles


def annotated(path: Path) -> Iterator[tuple[Article, list[Claim]]]:
    """The articles of a gold file (JSON lines, one JSON object, or inline markup) with their claims."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        for row in inline.articles(text.splitlines(), path.name):
            yield article_from(row), [claim_from(claim) for claim in row["claims"]]
        return
    rows = [json.loads(text)] if path.suffix == ".json" else [json.loads(x) for x in text.splitlines() if x.strip()]
    for row in rows:
        yield article_from(row), [claim_from(claim) for claim in row["claims"]]


def examples(pairs: Iterable[tuple[Article, list[Claim]]]) -> list[Example]:
    """Parsed examples, in order."""
    pairs = list(pairs)
    out = []
    for (article, claims), document in zip(pairs, parse_many(a for a, _ in pairs), strict=True):
        out.append(example(article, claims, document))
    return out


def example(article: Article, claims: list[Claim], document: Document) -> Example:
    syntax = build(document)
    readings = possible(syntax)
    gold = _owners(syntax, readings, claims)
    group = (article.id or "").replace("-fr-tr", "")
    return Example(article, claims, document, syntax, readings, gold, group)


def reread(item: Example, signals: Signals) -> Example:
    """The example with the readings that an encoder's signals leave and suggest, as attribution makes them."""
    syntax = build(item.document) if verbs_heard(item.syntax, signals.cue) else item.syntax
    readings = possible(syntax, signals)
    return replace(item, syntax=syntax, readings=readings, gold=_owners(syntax, readings, item.claims))


def _owners(sx: Syntax, readings: list[Reading], claims: list[Claim]) -> list[Claim | None]:
    """For each reading the gold claim whose cue it is: the nearest in extent, one reading a claim."""
    owner: list[Claim | None] = [None] * len(readings)
    for claim in claims:
        best, best_value = -1, 0.0
        for k, reading in enumerate(readings):
            if owner[k] is None:
                value = _colon_fit(sx, reading.cue, claim) if not claim.cue else _cue_fit(sx, reading.cue, claim)
                if value > best_value:
                    best, best_value = k, value
        if best != -1:
            owner[best] = claim
    return owner


def _cue_fit(sx: Syntax, cue: Cue, claim: Claim) -> float:
    gold = covered(claim.cue)
    head = sx.tokens[cue.head]
    if cue.kind == "colon" or not any(i in gold for i in range(head.start, head.end)):
        return 0.0
    own = covered([Span(sx.tokens[cue.first].start, sx.tokens[cue.last - 1].end)])
    return len(own & gold) / len(own | gold) + (0.3 if cue.entry else 0.0) + 0.01 * cue.head / len(sx.tokens)


def _colon_fit(sx: Syntax, cue: Cue, claim: Claim) -> float:
    """An empty cue with source and content on its two sides belongs to the colon between them."""
    if cue.kind != "colon" or not claim.source or not claim.content:
        return 0.0
    at = sx.tokens[cue.head].start
    right = claim.source[-1].end <= at <= claim.content[0].start and claim.content[0].start - at < 12
    left = claim.content[-1].end <= at <= claim.source[0].start and claim.source[0].start - at < 12
    return float(right or left)


def covered(spans: Iterable[Span]) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def overlap(a: Iterable[Span], b: Iterable[Span]) -> float:
    """Jaccard of the characters under two lists of spans."""
    x, y = covered(a), covered(b)
    return len(x & y) / len(x | y) if x or y else 0.0
