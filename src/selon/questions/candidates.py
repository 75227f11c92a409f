"""Which pairs of facets are worth comparing: those that share a block, so that cost grows nearly linearly.

A block is a class of questions (kind, dimension, modality, action or concept) with something that tells stories apart
(a name, a place, a speaker, a country with the month). Blocks that grow too large are left to their finer siblings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from selon.questions.comparators import is_person
from selon.questions.grouping import Pair, pair
from selon.questions.record import Facet

LARGEST = 160  # facets in a block
NAMES = 14  # names of an article that make blocks
WORDS = 10  # words of a claim that do


def blocks(facet: Facet) -> Iterator[str]:
    """The blocks that a facet stands in."""
    names = sorted(
        (k for k, v in facet.profile.items() if v >= 0.55 and k[0] not in "!~"), key=lambda k: (-facet.profile[k], k)
    )
    months = months_of(facet)
    for label in labels(facet):
        for name in names[:NAMES]:
            if len(name) > 2:  # a country's code tells too little without a month
                yield f"{facet.kind}|{label}|{name}"
            else:
                yield from (f"{facet.kind}|{label}|{name}|{month}" for month in months)
    for word in sorted(k for k, v in facet.bag.items() if v >= 1.0)[:WORDS]:
        yield from (f"{facet.kind}|{word}|{month}" for month in months)


def months_of(facet: Facet) -> list[str]:
    """The half-months around an article's day, so that any two articles within two weeks share one."""
    day = facet.statement.article.published_date()
    if day is None:
        return ["?"]
    number = (day.toordinal() - 1) // 15
    return [str(number), str(number + 1)]


def labels(facet: Facet) -> Iterator[str]:
    if facet.kind == "number":
        counted = "person" if is_person(facet.noun) else facet.noun or "?"
        yield f"{facet.dimension}|{counted}"
        if facet.action:
            yield f"!{facet.action}"
        return
    yield "*"


def candidate_pairs(facets: Mapping[str, Facet]) -> list[Pair]:
    """Pairs of facet ids that share a block, each once, sorted."""
    index: dict[str, list[str]] = defaultdict(list)
    for i in sorted(facets):
        for block in blocks(facets[i]):
            index[block].append(i)
    return sorted(set(pairs_in(index.values())))


def pairs_in(groups: Iterable[list[str]]) -> Iterator[Pair]:
    for members in groups:
        if len(members) <= LARGEST:
            for n, a in enumerate(members):
                for b in members[n + 1 :]:
                    yield pair(a, b)
