"""Average linkage: what it is by definition, and that cutting a large part before it changes nothing."""

from __future__ import annotations

import random
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up_news import news
from selon.questions import grouping
from selon.questions.build import all_facets, statements_of
from selon.questions.candidates import candidate_pairs, entries_of
from selon.questions.grouping import THRESHOLD, components, contrasts_of, group, link, regroup, with_place
from selon.questions.pairs import Scored, pair_scores
from selon.questions.record import Facet
from selon.questions.verdict import APART

COUNT = 9
Edge = tuple[int, int]
edge = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda e: e[0] < e[1])
value = st.one_of(st.just(APART), st.integers(-8, 16).map(lambda n: n / 4))  # quarters: their sums are exact


def connected(count: int, edges: set[Edge]) -> list[set[int]]:
    """The connected parts, found by walking."""
    left, out = set(range(count)), []
    while left:
        part, stack = set(), [min(left)]
        while stack:
            one = stack.pop()
            part.add(one)
            stack += [b for a, b in (*edges, *((b, a) for a, b in edges)) if a == one and b not in part]
        left -= part
        out.append(part)
    return out


def by_definition(count: int, scores: dict[Edge, float], same: set[Edge], different: set[Edge]) -> list[list[int]]:
    """Average linkage with nothing kept: the two groups of the best mean come together, till none is good enough."""
    groups = [sorted(part) for part in connected(count, same - different)]

    def mean(one: list[int], other: list[int]) -> float:
        pairs = [(min(p), max(p)) for p in product(one, other)]
        if any(p in different or scores.get(p, 0.0) <= APART for p in pairs):
            return APART
        return sum(scores.get(p, 0.0) for p in pairs) / len(pairs)

    while True:
        found = [(-mean(a, b), a, b) for a, b in combinations(sorted(groups), 2)]
        best = min(found, default=None)
        if best is None or -best[0] < THRESHOLD:
            return sorted(groups)
        groups = [one for one in groups if one not in best[1:]] + [sorted(best[1] + best[2])]


@given(st.sets(edge, max_size=12), st.randoms(use_true_random=False))
def test_components_are_what_a_walk_finds(edges: set[Edge], chance: random.Random) -> None:
    told = [e if chance.random() < 0.5 else e[::-1] for e in chance.sample(sorted(edges), len(edges))]
    root = components(COUNT, told).tolist()
    assert root == [min(next(part for part in connected(COUNT, edges) if i in part)) for i in range(COUNT)]


@settings(max_examples=300)
@given(st.dictionaries(edge, value, max_size=36), st.sets(edge, max_size=2), st.sets(edge, max_size=2))
def test_link_is_average_linkage(scores: dict[Edge, float], same: set[Edge], different: set[Edge]) -> None:
    rows = [(a, b, score) for (a, b), score in sorted(scores.items())]
    assert link(COUNT, rows, sorted(same), sorted(different)) == by_definition(COUNT, scores, same, different)


@pytest.fixture(scope="module")
def facets() -> list[Facet]:
    """Facets of stories in several places, in order of their ids."""
    found = all_facets(statements_of(news(160, seed=4, claims_a_story=16)))
    return [found[i] for i in sorted(found)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_a_part_that_is_cut_gives_the_groups_of_the_whole(facets: list[Facet], seed: int, contrasted: bool) -> None:
    chance = random.Random(seed)
    pairs = sorted(chance.sample(list(combinations(range(len(facets)), 2)), 2500))
    scored = Scored(np.array(pairs), np.array([chance.choice((APART, chance.uniform(-2, 4))) for _ in pairs]))
    told = contrasts_of({f.id: f for f in facets})
    if contrasted:
        told[facets[0].statement.home] = frozenset({frozenset({facets[0].place, None})})
    scopes = frozenset(c for found in told.values() for c in found)
    same, different = chance.sample(pairs, 2), chance.sample(pairs, 2)
    placed = [
        (a, b, with_place(facets[a], facets[b], value, scopes))
        for (a, b), value in zip(pairs, scored.values.tolist(), strict=True)
    ]
    whole = link(len(facets), placed, same, different)
    assert sorted(regroup(facets, scored, told, same, different)) == whole
    assert 1 < len(whole) < len(facets)


def test_large_parts_are_linked_in_small_pieces(facets: list[Facet], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "CLOSE", 0)
    sizes: list[int] = []
    plain = grouping.link

    def counted(count: int, *arguments: object) -> list[list[int]]:
        sizes.append(count)
        return plain(count, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(grouping, "link", counted)
    near = pair_scores(facets)
    told = contrasts_of({f.id: f for f in facets})
    found = regroup(facets, Scored(near.codes, near.values + 1.6), told)  # so that all hang together, but for places
    assert sum(sizes) == len(facets) and max(sizes) < len(facets) / 2
    assert sorted(i for members in found for i in members) == list(range(len(facets)))


def test_blocks_known_before_give_the_same_groups(facets: list[Facet]) -> None:
    assert (candidate_pairs(facets, entries_of(facets)) == candidate_pairs(facets)).all()
    by_id = {f.id: f for f in facets}
    scored = pair_scores(facets, entries=entries_of(facets))
    assert group(by_id, scored=scored) == group(by_id)
