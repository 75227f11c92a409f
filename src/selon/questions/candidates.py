"""Which pairs of facets are worth comparing: those that share a block, so that cost grows nearly linearly.

A block is a class of questions (kind, dimension, modality, action or concept) with something that tells stories apart
(a name, a place, a speaker, a country or a common word within some weeks). A block that grows too large tells nothing
and is passed over: its facets meet in finer ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from selon.questions.actions import classes, near
from selon.questions.record import Facet

LARGEST = 160  # facets in a block
NAMES = 14  # names of an article that make blocks
WORDS = 10  # words of a claim that do
COUNTRIES = 2
RARE = 24  # facets in a block made of one word: only a rare one tells stories apart
FORTNIGHT = 15
ANY = ""  # the action of a facet that tells none, or a weak one

Codes = NDArray[np.int64]


def blocks(facet: Facet) -> Iterator[str]:
    """The blocks that a facet stands in."""
    weights = facet.profile
    names = sorted((k for k, v in weights.items() if v >= 0.55 and k[0] not in "!~"), key=lambda k: (-weights[k], k))
    label = f"{facet.kind}|{facet.dimension}" if facet.kind == "number" else facet.kind
    fortnights = fortnights_of(facet)
    named = [name for name in names[:NAMES] if len(name) > 2]
    for name in named:
        yield f"{label}|{name}"
        yield from (f"{label}|{name}|{number}" for number in fortnights)
    where = [name for name in names if len(name) == 2] or [ANY]  # a country's code tells too little by itself
    for i, country in enumerate(where[:3]):
        yield from (f"{label}|{country}+{other}|{n}" for other in where[i + 1 : 3] for n in fortnights)
        yield from (f"?{label}|{country}|{n}" for n in fortnights)
    words = sorted(k for k, v in facet.bag.items() if v >= 1.0 and k[0] != "!" and len(k) > 2 and k not in named)
    for word in words[:WORDS]:
        yield from (f"{label}|{word}|{country}|{number}" for country in where[:COUNTRIES] for number in fortnights)
        yield from (f"?{label}|{word}|{number}" for number in fortnights)


def fortnights_of(facet: Facet) -> tuple[int, ...]:
    """The fortnights around an article's day, so that any two articles within two weeks share one."""
    day = facet.statement.article.published_date()
    if day is None:
        return (0,)
    number = (day.toordinal() - 1) // FORTNIGHT
    return (number, number + 1)


def action_key(facet: Facet) -> str:
    """The action that a figure must share with another; propositions are compared whatever they tell."""
    if facet.kind == "number" and facet.action and facet.action not in classes().weak:
        return facet.action
    return ANY


class Blocks:
    """An index of facets (by number) under their blocks and actions."""

    def __init__(self) -> None:
        self.index: dict[str, dict[str, list[int]]] = defaultdict(dict)
        self.sizes: dict[str, int] = defaultdict(int)

    def add(self, number: int, facet: Facet) -> set[int]:
        """Enter a facet; gives the numbers of those that stood in a block that has now grown too large."""
        key = action_key(facet)
        spilt: set[int] = set()
        for block in set(blocks(facet)):
            self.index[block].setdefault(key, []).append(number)
            self.sizes[block] += 1
            if self.sizes[block] == limit(block) + 1:
                spilt.update(n for members in self.index[block].values() for n in members)
        return spilt

    def near(self, facet: Facet) -> set[int]:
        """The numbers of the facets that share a block with ``facet``."""
        key = action_key(facet)
        out: set[int] = set()
        for block in set(blocks(facet)):
            if self.sizes[block] <= limit(block):
                for other, members in self.index[block].items():
                    if _meet(key, other):
                        out.update(members)
        return out

    def pairs(self, count: int) -> Codes:
        """Every pair that shares a block, each once, coded as ``a * count + b`` with a < b."""
        found: list[Codes] = []
        for block, by_action in self.index.items():
            if 1 < self.sizes[block] <= limit(block):
                found += _block_codes(by_action, count)
            if len(found) > 20_000:
                found = [np.unique(np.concatenate(found))]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def limit(block: str) -> int:
    """How many facets a block may hold: figures are told apart by their actions, a lone word must be rare."""
    return RARE if block[0] == "?" else 2 * LARGEST if block.startswith("number") else LARGEST


def _block_codes(by_action: Mapping[str, Sequence[int]], count: int) -> list[Codes]:
    actions = sorted(by_action)
    return [
        _codes(by_action[one], by_action[other], one == other, count)
        for i, one in enumerate(actions)
        for other in actions[i:]
        if _meet(one, other)
    ]


def _meet(one: str, other: str) -> bool:
    return one == other or ANY in (one, other) or near(one, other)


def _codes(left: Sequence[int], right: Sequence[int], same: bool, count: int) -> Codes:
    a, b = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
    if same:
        i, j = np.triu_indices(len(a), 1)
        x, y = a[i], a[j]
    else:
        x, y = np.repeat(a, len(b)), np.tile(b, len(a))
    low, high = np.minimum(x, y), np.maximum(x, y)
    codes: Codes = (low * count + high)[low != high]
    return codes


def candidate_pairs(facets: Sequence[Facet]) -> Codes:
    """Pairs of numbers of ``facets`` that share a block, each once, in order; rows of two."""
    index = Blocks()
    for number, facet in enumerate(facets):
        index.add(number, facet)
    count = max(1, len(facets))
    codes = index.pairs(count)
    return np.stack((codes // count, codes % count), axis=1)
