"""Claims that say the very same thing in the same words: compared once, whoever prints them.

A wire told by a thousand papers is one line of the comparison; its copies stand where it stands. Without this, copies
would fill every block (and be passed over there), or be compared each with each.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping

from selon.questions.record import Facet

Pair = tuple[str, str]


def mark(facet: Facet) -> Hashable:
    """What the comparators look at, all of it: two facets with one mark score alike against every other."""
    article, claim = facet.statement.article, facet.statement.claim
    return (
        article.text,
        (article.published or "")[:10],
        article.title,
        facet.id.rpartition("#")[2],
        claim.content,
        claim.speaker,
        facet.speaker,
        claim.stance,
        claim.certainty,
        facet.kind,
        facet.action,
        facet.low,
        facet.high,
        facet.modality,
        facet.place,
        facet.day,
        facet.answer,
    )


def alike(facets: Mapping[str, Facet], split: Collection[str] = ()) -> dict[str, list[str]]:
    """Ids of facets by the first of those that say the same; those in ``split`` stand by themselves."""
    by_mark: dict[Hashable, list[str]] = {}
    out: dict[str, list[str]] = {}
    for i in sorted(facets):
        if i in split:
            out[i] = [i]
        else:
            by_mark.setdefault(mark(facets[i]), []).append(i)
    return out | {ids[0]: ids for ids in by_mark.values()}


def first_of(classes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each id the one that stands for it."""
    return {i: first for first, ids in classes.items() for i in ids}


def to_split(facets: Mapping[str, Facet], different: Iterable[Pair]) -> frozenset[str]:
    """The facets that a person holds apart though they say the same."""
    apart = [(a, b) for a, b in different if a in facets and b in facets]
    return frozenset(i for a, b in apart if mark(facets[a]) == mark(facets[b]) for i in (a, b))


def stand_ins(pairs: Iterable[Pair], first: Mapping[str, str]) -> list[Pair]:
    """Judged pairs as pairs of those that stand for them; a word on one copy holds for all."""
    found = {(min(first[a], first[b]), max(first[a], first[b])) for a, b in pairs if a in first and b in first}
    return sorted((a, b) for a, b in found if a != b)
