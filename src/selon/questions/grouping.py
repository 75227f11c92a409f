"""Facets into questions: average linkage over scored pairs, with pairs that must or must never meet.

Nothing depends on the order of arrival: facets are sorted by id, ties are broken by id, and each connected part of the
graph of pairs is grouped by itself, so that a new article regroups only what it touches.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

import numpy as np

from selon.questions.actions import near
from selon.questions.comparators import APART, NEAREST, Scopes, place, score
from selon.questions.pairs import Scored, pair_scores, stretches
from selon.questions.record import Facet

THRESHOLD = 1.6
UNSEEN = 0.0  # a pair that blocking never proposed
CLOSE = 80  # members of a connected part of which every two are compared, whether or not blocking proposed them

Pair = tuple[str, str]
Scores = Mapping[Pair, float]
NO_SCOPES: Scopes = frozenset()


def pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def contrasts(facets: Sequence[Facet]) -> Scopes:
    """Pairs of places that one article counts apart: 1.12 million in France, 80,000 of them in Paris."""
    out: set[frozenset[str | None]] = set()
    figures = [f for f in facets if f.kind == "number" and f.figure]
    for i, a in enumerate(figures):
        for b in figures[i + 1 :]:
            alike = a.action == b.action or near(a.action or "", b.action or "")
            told = a.speaker == b.speaker or (_placed(a) and _placed(b)) or (a.place or b.place) != a.home
            if (
                told
                and alike
                and a.place != b.place
                and a.modality == b.modality
                and (a.low, a.high) != (b.low, b.high)
            ):
                out.add(frozenset({a.place, b.place}))
    return frozenset(out)


def _placed(f: Facet) -> bool:
    """Whether a figure says itself where, or that it is of the whole."""
    return f.place_own or f.national or bool(f.countries) or bool(f.place)


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """Connected parts of the graph, each sorted, in order of their first id."""
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        x, y = root(a), root(b)
        if x != y:
            parent[max(x, y)] = min(x, y)
    parts: dict[str, list[str]] = {}
    for i in sorted(parent):
        parts.setdefault(root(i), []).append(i)
    return [parts[k] for k in sorted(parts)]


def link(
    ids: Sequence[str], scores: Scores, same: Iterable[Pair] = (), different: Iterable[Pair] = ()
) -> list[list[str]]:
    """Groups by average linkage; ``same`` pairs start together, ``different`` ones never meet."""
    apart = {pair(*p) for p in different}
    groups: dict[int, list[str]] = dict(enumerate(components(ids, [p for p in same if pair(*p) not in apart])))
    of = {i: g for g, members in groups.items() for i in members}
    sums: dict[int, dict[int, tuple[float, int, bool]]] = {g: {} for g in groups}
    for (a, b), value in scores.items():
        x, y = of[a], of[b]
        if x != y:
            _add(sums, x, y, value, pair(a, b) in apart)
    for a, b in apart:
        if a in of and b in of and of[a] != of[b] and pair(a, b) not in scores:
            _add(sums, of[a], of[b], 0.0, True)
    heap: list[tuple[float, str, str, int, int]] = []

    def push(x: int, y: int) -> None:
        total, count, never = sums[x][y]
        size = len(groups[x]) * len(groups[y])
        value = (total + UNSEEN * (size - count)) / size
        if not never and value >= THRESHOLD:
            a, b = sorted((groups[x][0], groups[y][0]))
            heapq.heappush(heap, (-value, a, b, min(x, y), max(x, y)))

    for x in sums:
        for y in sums[x]:
            if x < y:
                push(x, y)
    fresh = max(groups, default=0) + 1
    while heap:
        _, _, _, x, y = heapq.heappop(heap)
        if x not in groups or y not in groups:
            continue
        groups[fresh] = sorted(groups.pop(x) + groups.pop(y))
        sums[fresh] = {}
        for other in sorted((set(sums[x]) | set(sums[y])) - {x, y}):
            one, two = sums[x].get(other, (0.0, 0, False)), sums[y].get(other, (0.0, 0, False))
            joined = (one[0] + two[0], one[1] + two[1], one[2] or two[2])
            sums[fresh][other] = joined
            sums[other][fresh] = joined
            sums[other].pop(x, None)
            sums[other].pop(y, None)
            push(fresh, other)
        del sums[x], sums[y]
        fresh += 1
    return sorted(groups.values())


def _add(sums: dict[int, dict[int, tuple[float, int, bool]]], x: int, y: int, value: float, never: bool) -> None:
    total, count, before = sums[x].get(y, (0.0, 0, False))
    entry = (total + max(value, -20.0), count + 1, before or never or value <= APART)
    sums[x][y] = sums[y][x] = entry


def group(
    facets: Mapping[str, Facet],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    workers: int = 1,
    scored: Scored | None = None,
    told: Mapping[str, Scopes] | None = None,
) -> list[list[str]]:
    """Groups of facet ids, sorted; ``same`` and ``different`` are judged pairs of ids.

    ``told`` has the places that each article counts apart, where ``facets`` are not all that its claims have.
    """
    ids = sorted(facets)
    rows = [facets[i] for i in ids]
    wanted = [p for p in map(ordered, same) if p[0] in facets and p[1] in facets]
    apart = {p for p in map(ordered, different) if p[0] in facets and p[1] in facets}
    found = scored or pair_scores(rows, workers)
    joined = ((ids[x], ids[y]) for x, y in _joined(rows, found))
    parts = components(ids, chain(wanted, joined))
    told = contrasts_of(facets) if told is None else told
    out: list[list[str]] = []
    for members, scores in zip(parts, _inside(parts, ids, found), strict=True):
        out += regroup(members, facets, scores, told, wanted, apart) if len(members) > 1 else [members]
    return sorted(out)


def _joined(rows: Sequence[Facet], scored: Scored) -> Iterator[tuple[int, int]]:
    """The pairs (of numbers) that join two facets to one part, wherever they are."""
    for part in stretches(np.flatnonzero(scored.values >= THRESHOLD - NEAREST)):
        for (x, y), value in zip(scored.codes[part].tolist(), scored.values[part].tolist(), strict=True):
            if joins(rows[x], rows[y], value):
                yield x, y


def joins(a: Facet, b: Facet, value: float) -> bool:
    """Whether two facets of this score belong to one connected part."""
    return value > APART and value + max(0.0, place(a, b, NO_SCOPES).score) >= THRESHOLD


def _inside(parts: Sequence[Sequence[str]], ids: Sequence[str], scored: Scored) -> Iterator[dict[Pair, float]]:
    """For each part, in order, the scores of the pairs inside it."""
    number = {i: k for k, members in enumerate(parts) for i in members}
    part_of = np.fromiter((number[i] for i in ids), dtype=np.int32, count=len(ids))
    owner = part_of[scored.codes[:, 0]]
    within = np.flatnonzero(owner == part_of[scored.codes[:, 1]])
    within = within[np.argsort(owner[within], kind="stable")]
    ends = np.searchsorted(owner[within], np.arange(len(parts)), side="right")
    start = 0
    for end in ends.tolist():
        part = within[start:end]
        start = end
        pairs = zip(scored.codes[part].tolist(), scored.values[part].tolist(), strict=True)
        yield {(ids[x], ids[y]): value for (x, y), value in pairs}


def regroup(
    members: Sequence[str],
    facets: Mapping[str, Facet],
    scores: Scores,
    told: Mapping[str, Scopes],
    wanted: Iterable[Pair],
    apart: Iterable[Pair],
) -> list[list[str]]:
    """The groups of one connected part, which knows the contrasts that its own articles tell."""
    close = set(members)
    scopes = frozenset(c for i in members for c in told.get(facets[i].statement.article_key, ()))
    if len(members) <= CLOSE:
        pairs = combinations(sorted(members), 2)
        scores = {p: scores[p] if p in scores else score(facets[p[0]], facets[p[1]]) for p in pairs}
    placed = {p: with_place(facets[p[0]], facets[p[1]], value, scopes) for p, value in scores.items()}
    return link(
        members,
        placed,
        [p for p in wanted if p[0] in close and p[1] in close],
        [p for p in apart if p[0] in close and p[1] in close],
    )


def contrasts_of(facets: Mapping[str, Facet]) -> dict[str, Scopes]:
    """For each article, the places that it counts apart."""
    by_article: dict[str, list[Facet]] = {}
    for i in sorted(facets):
        by_article.setdefault(facets[i].statement.article_key, []).append(facets[i])
    return {key: contrasts(found) for key, found in by_article.items()}


def with_place(a: Facet, b: Facet, value: float, scopes: Scopes = NO_SCOPES) -> float:
    if value <= APART:
        return APART
    where = place(a, b, scopes).score
    return APART if where <= APART else value + where


def ordered(p: Pair) -> Pair:
    return pair(*p)
