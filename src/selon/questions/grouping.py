"""Facets into questions: average linkage over scored pairs, with pairs that must or must never meet.

Nothing depends on the order of arrival: facets are sorted by id, ties are broken by id, and each connected part of the
graph of pairs is grouped by itself, so that a new article regroups only what it touches.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from selon.questions.actions import near
from selon.questions.candidates import Codes
from selon.questions.comparators import NEAREST, Scopes, place, score
from selon.questions.pairs import Scored, pair_scores, stretches
from selon.questions.record import Facet
from selon.questions.verdict import APART

THRESHOLD = 1.6
LEAST = -20.0  # what one pair can speak against two groups
NEVER = -np.inf  # the sum of two groups that must not meet, whatever is added to it
ROUNDING = 1e-6  # by far more than a mean of floats can be off
CLOSE = 80  # members of a connected part of which every two are compared, whether or not blocking proposed them

Pair = tuple[str, str]
Edge = tuple[int, int]
Key = TypeVar("Key", bound=Hashable)
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


def components(count: int, edges: Iterable[tuple[int, int]]) -> Codes:
    """For each of ``count`` numbers the smallest one of its connected part."""
    parent = list(range(count))
    for a, b in edges:
        while parent[a] != a:
            parent[a] = a = parent[parent[a]]
        while parent[b] != b:
            parent[b] = b = parent[parent[b]]
        if a < b:
            parent[b] = a
        else:
            parent[a] = b
    for i, above in enumerate(parent):  # which is smaller, and has its root by now
        parent[i] = parent[above]
    return np.array(parent, dtype=np.int64)


def link(
    count: int, scores: Iterable[tuple[int, int, float]], same: Iterable[Edge] = (), different: Iterable[Edge] = ()
) -> list[list[int]]:
    """Groups of ``count`` numbers by average linkage; ``same`` pairs start together, ``different`` ones never meet.

    Of a pair the smaller number comes first. Pairs that are not in ``scores`` (which blocking never proposed) count 0.
    """
    apart = set(different)
    of = components(count, (p for p in same if p not in apart)).tolist()
    groups: dict[int, list[int]] = {}
    for i, g in enumerate(of):
        groups.setdefault(g, []).append(i)
    sums: dict[int, dict[int, float]] = {g: {} for g in groups}
    for a, b, value in scores:
        if of[a] != of[b]:
            never = value <= APART or (a, b) in apart
            _add(sums, of[a], of[b], NEVER if never else max(value, LEAST))
    for a, b in apart:
        if of[a] != of[b]:
            _add(sums, of[a], of[b], NEVER)
    heap: list[tuple[float, int, int, int, int]] = []

    def push(x: int, y: int) -> None:
        value = sums[x][y] / (len(groups[x]) * len(groups[y]))
        if value >= THRESHOLD:
            a, b = sorted((groups[x][0], groups[y][0]))
            heapq.heappush(heap, (-value, a, b, min(x, y), max(x, y)))

    for x in sums:
        for y in sums[x]:
            if x < y:
                push(x, y)
    fresh = count
    while heap:
        _, _, _, x, y = heapq.heappop(heap)
        if x not in groups or y not in groups:
            continue
        groups[fresh] = sorted(groups.pop(x) + groups.pop(y))
        one, two = sums.pop(x), sums.pop(y)
        sums[fresh] = {}
        for other in sorted((one.keys() | two.keys()) - {x, y}):
            theirs = sums[other]
            theirs.pop(x, None)
            theirs.pop(y, None)
            sums[fresh][other] = theirs[fresh] = one.get(other, 0.0) + two.get(other, 0.0)
            push(fresh, other)
        fresh += 1
    return sorted(groups.values())


def _add(sums: dict[int, dict[int, float]], x: int, y: int, value: float) -> None:
    sums[x][y] = sums[y][x] = sums[x].get(y, 0.0) + value


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
    number = {i: n for n, i in enumerate(ids)}
    wanted, apart = numbered(same, number), numbered(different, number)
    found = scored or pair_scores(rows, workers)
    told = contrasts_of(facets) if told is None else told
    out: list[list[str]] = []
    for members, inside in _parts(len(rows), chain(wanted, _joined(rows, found)), found.codes):
        if len(members) == 1:
            out.append([ids[members[0]]])
            continue
        part = Scored(np.searchsorted(members, found.codes[inside]), found.values[inside])
        here = members.tolist()
        place_of = {i: n for n, i in enumerate(here)}
        groups = regroup([rows[i] for i in here], part, told, numbered(wanted, place_of), numbered(apart, place_of))
        out += [[ids[here[i]] for i in one] for one in groups]
    return sorted(out)


def numbered(pairs: Iterable[tuple[Key, Key]], number: Mapping[Key, int]) -> list[Edge]:
    """The pairs of which both have a number, by their numbers, the smaller first."""
    edges = ((number[a], number[b]) for a, b in pairs if a in number and b in number)
    return [(a, b) if a < b else (b, a) for a, b in edges]


def _joined(rows: Sequence[Facet], scored: Scored) -> Iterator[Edge]:
    """The pairs (of numbers) that join two facets to one part, wherever they are."""
    for part in stretches(np.flatnonzero(scored.values >= THRESHOLD - NEAREST)):
        for (x, y), value in zip(scored.codes[part].tolist(), scored.values[part].tolist(), strict=True):
            if joins(rows[x], rows[y], value):
                yield x, y


def joins(a: Facet, b: Facet, value: float) -> bool:
    """Whether two facets of this score belong to one connected part: by themselves they would be one group.

    Facets that their places hold apart do not: a third of a million claims would then hang together, by stories that
    differ in nothing but their places, and an article that comes in would regroup them all.
    """
    return value > APART and value + place(a, b, NO_SCOPES).score >= THRESHOLD


def _parts(count: int, edges: Iterable[Edge], codes: Codes) -> Iterator[tuple[Codes, Codes]]:
    """The connected parts that ``edges`` make of ``count`` numbers, each with the indices of the pairs inside it."""
    root = components(count, edges)
    owner = root[codes[:, 0]]
    inside = np.flatnonzero(owner == root[codes[:, 1]])
    inside = inside[np.argsort(owner[inside], kind="stable")]
    order = np.argsort(root, kind="stable")
    firsts = np.flatnonzero(root == np.arange(count))
    stops = np.searchsorted(root[order], firsts, side="right")
    ends = np.searchsorted(owner[inside], firsts, side="right")
    start = begin = 0
    for stop, end in zip(stops.tolist(), ends.tolist(), strict=True):
        yield order[start:stop], inside[begin:end]
        start, begin = stop, end


def regroup(
    rows: Sequence[Facet],
    scored: Scored,
    told: Mapping[str, Scopes],
    wanted: Sequence[Edge] = (),
    apart: Sequence[Edge] = (),
) -> list[list[int]]:
    """The groups of one connected part, which knows the contrasts that its own articles tell.

    ``rows`` are its facets in order of their ids, which all else names by their places there. A large part is cut
    further before it is linked: two groups only come together where their facets score enough on average, so at least
    two of them do by themselves. A part of 336,542 facets (of a million claims), linked as one, held 20 GB and did not
    end.
    """
    scopes = frozenset(c for row in rows for c in told.get(row.statement.home, ()))
    if len(rows) <= CLOSE:
        return link(len(rows), _completed(rows, scored, scopes), wanted, apart)
    values = _with_places(rows, scored, scopes)
    enough = scored.codes[values >= THRESHOLD - ROUNDING]
    edges = chain(wanted, (edge for part in stretches(np.arange(len(enough))) for edge in enough[part].tolist()))
    out: list[list[int]] = []
    for members, inside in _parts(len(rows), edges, scored.codes):
        here = members.tolist()
        place_of = {i: n for n, i in enumerate(here)}
        pairs = zip(scored.codes[inside].tolist(), values[inside].tolist(), strict=True)
        scores = ((place_of[a], place_of[b], value) for (a, b), value in pairs)
        groups = link(len(here), scores, numbered(wanted, place_of), numbered(apart, place_of))
        out += [[here[i] for i in one] for one in groups]
    return out


def _completed(rows: Sequence[Facet], scored: Scored, scopes: Scopes) -> Iterator[tuple[int, int, float]]:
    """Every two of a small part with what they score, those that blocking never proposed too."""
    known = dict(zip(map(tuple, scored.codes.tolist()), scored.values.tolist(), strict=True))
    for a, b in combinations(range(len(rows)), 2):
        value = known[a, b] if (a, b) in known else score(rows[a], rows[b])
        yield a, b, with_place(rows[a], rows[b], value, scopes)


def _with_places(rows: Sequence[Facet], scored: Scored, scopes: Scopes) -> NDArray[np.float64]:
    """The scores of pairs of rows, with what their places say."""
    out = np.empty(len(scored.values))
    for part in stretches(np.arange(len(out))):
        pairs = zip(scored.codes[part].tolist(), scored.values[part].tolist(), strict=True)
        out[part] = [with_place(rows[a], rows[b], value, scopes) for (a, b), value in pairs]
    return out


def contrasts_of(facets: Mapping[str, Facet]) -> dict[str, Scopes]:
    """For each article, the places that it counts apart."""
    by_article: dict[str, list[Facet]] = {}
    for i in sorted(facets):
        by_article.setdefault(facets[i].statement.home, []).append(facets[i])
    return {key: contrasts(found) for key, found in by_article.items()}


def with_place(a: Facet, b: Facet, value: float, scopes: Scopes = NO_SCOPES) -> float:
    if value <= APART:
        return APART
    where = place(a, b, scopes).score
    return APART if where <= APART else value + where
