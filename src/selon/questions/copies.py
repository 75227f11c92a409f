"""Near-copies: articles that share most of their words, found by MinHash (rensa) so that cost grows linearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rensa import RMinHash

from selon.model import Article

PERMUTATIONS = 64
BANDS = 16
SHINGLE = 4  # words
ALIKE = 0.6


@lru_cache(maxsize=50_000)
def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text's word shingles; empty for a text of hardly any words."""
    words = text.lower().split()
    if len(words) < 2 * SHINGLE:
        return ()
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=11)
    sketch.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
    return tuple(sketch.digest())


def near_copies(articles: Mapping[str, Article]) -> dict[str, str]:
    """For each article (by its key) the oldest article that it is a near-copy of; itself where there is none."""
    signatures = {key: signature(article.text) for key, article in sorted(articles.items())}
    buckets: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    rows = PERMUTATIONS // BANDS
    for key, sign in signatures.items():
        for band in range(BANDS if sign else 0):
            buckets[(band, sign[band * rows : (band + 1) * rows])].append(key)
    parent = {key: key for key in articles}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def age(key: str) -> tuple[str, str]:
        return (articles[key].published or "9999", key)

    for keys in buckets.values():
        for other in keys[1:]:
            a, b = root(keys[0]), root(other)
            if a != b and _likeness(signatures[keys[0]], signatures[other]) >= ALIKE:
                old, new = sorted((a, b), key=age)
                parent[new] = old
    return {key: root(key) for key in articles}


def _likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
