"""Facets into questions: average linkage over scored pairs, with pairs that must or must never meet.

Nothing depends on the order of arrival: facets are sorted by id, ties are broken by id, and each connected part of the
graph of pairs is grouped by itself, so that a new article regroups only what it touches.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from selon.questions.actions import near
from selon.questions.comparators import APART, Scopes, compare
from selon.questions.record import Facet

THRESHOLD = 2.0
UNSEEN = -0.6  # a pair that blocking never proposed

Pair = tuple[str, str]
Scores = Mapping[Pair, float]


def pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def contrasts(facets: Sequence[Facet]) -> Scopes:
    """Pairs of places that one article counts apart: 1.12 million in France, 80,000 of them in Paris."""
    out: set[frozenset[str | None]] = set()
    figures = [f for f in facets if f.kind == "number" and f.figure]
    for i, a in enumerate(figures):
        for b in figures[i + 1 :]:
            alike = a.action == b.action or near(a.action or "", b.action or "")
            if alike and a.place != b.place and a.modality == b.modality and (a.low, a.high) != (b.low, b.high):
                out.add(frozenset({a.place, b.place}))
    return frozenset(out)


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


def score_pairs(facets: Mapping[str, Facet], pairs: Iterable[Pair], scopes: Scopes = frozenset()) -> dict[Pair, float]:
    return {(a, b): compare(facets[a], facets[b], scopes)[0] for a, b in pairs}


def link(
    ids: Sequence[str], scores: Scores, same: Iterable[Pair] = (), different: Iterable[Pair] = ()
) -> list[list[str]]:
    """Groups by average linkage; ``same`` pairs start together, ``different`` ones never meet."""
    apart = {pair(*p) for p in different}
    groups: dict[int, list[str]] = dict(enumerate(components(ids, [p for p in same if pair(*p) not in apart])))
    of = {i: g for g, members in groups.items() for i in members}
    sums: dict[int, dict[int, tuple[float, int, bool]]] = {g: {} for g in groups}
    for (a, b), score in scores.items():
        x, y = of[a], of[b]
        if x != y:
            _add(sums, x, y, score, pair(a, b) in apart)
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


def _add(sums: dict[int, dict[int, tuple[float, int, bool]]], x: int, y: int, score: float, never: bool) -> None:
    total, count, before = sums[x].get(y, (0.0, 0, False))
    entry = (total + max(score, -20.0), count + 1, before or never or score <= APART)
    sums[x][y] = sums[y][x] = entry


def group(
    facets: Mapping[str, Facet],
    pairs: Iterable[Pair],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> list[list[str]]:
    """Groups of facet ids. ``pairs`` are candidates; a part of their graph knows the contrasts of its own articles."""
    wanted = [p for p in same if p[0] in facets and p[1] in facets]
    first = score_pairs(facets, pairs)
    by_article: dict[int, list[Facet]] = {}
    for i in sorted(facets):
        by_article.setdefault(id(facets[i].statement.article), []).append(facets[i])
    told = {key: contrasts(found) for key, found in by_article.items()}
    edges = [p for p, score in first.items() if score >= THRESHOLD] + wanted
    out: list[list[str]] = []
    by_member: dict[str, int] = {}
    parts = components(facets, edges)
    for number, members in enumerate(parts):
        by_member |= dict.fromkeys(members, number)
    inside: dict[int, list[Pair]] = {}
    for p in first:
        if by_member[p[0]] == by_member[p[1]]:
            inside.setdefault(by_member[p[0]], []).append(p)
    for number, members in enumerate(parts):
        if len(members) == 1:
            out.append(members)
            continue
        scopes = frozenset(c for i in members for c in told[id(facets[i].statement.article)])
        scores = score_pairs(facets, inside.get(number, ()), scopes)
        out += link(members, scores, [p for p in wanted if by_member[p[0]] == number], different)
    return sorted(out)
