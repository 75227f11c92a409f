"""The index of blocks: whichever facets come first, it proposes the pairs that all of them at once make."""

from __future__ import annotations

import pytest

from benchmarks.made_up_news import news
from selon.questions import candidates
from selon.questions.build import all_facets, statements_of
from selon.questions.candidates import Blocks, candidate_pairs
from selon.questions.record import Facet


@pytest.fixture(scope="module")
def facets() -> list[Facet]:
    found = all_facets(statements_of(news(240, claims_a_story=80)))
    return [found[i] for i in sorted(found)]


@pytest.mark.parametrize("limit", [30, 60, 1000])
@pytest.mark.parametrize("first", [0, 1, 100, 239, 240])
def test_near_is_what_candidate_pairs_are(
    facets: list[Facet], first: int, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "limit", lambda block: limit)
    index = Blocks.of(facets[:first])
    for number, facet in enumerate(facets[first:], first):
        index.add(number, facet)
    pairs = {(a, b) for a, b in candidate_pairs(facets).tolist()}
    near = {(min(n, other), max(n, other)) for n, facet in enumerate(facets) for other in index.near(facet) - {n}}
    assert near == pairs and pairs


@pytest.mark.parametrize("first", [0, 2, 5])
def test_who_stood_in_a_block_is_told_once_when_it_grows_too_large(
    facets: list[Facet], first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "limit", lambda block: 5)
    monkeypatch.setattr(candidates, "blocks", lambda facet: iter(["one"]))
    index = Blocks.of(facets[:first])
    spilt = [index.add(number, facets[number]) for number in range(first, 8)]
    assert spilt == [set()] * (5 - first) + [{0, 1, 2, 3, 4, 5}, set(), set()]
    assert index.near(facets[7]) == set()
