"""Which pairs of facets are worth comparing: those that share a block, so that cost grows nearly linearly.

A block is a class of questions (kind, dimension, modality, action or concept) with something that tells stories apart
(a name, a place, a speaker, a country or a common word within some weeks). A block that grows too large tells nothing
and is passed over: its facets meet in finer ones.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from selon.questions.actions import classes, near
from selon.questions.record import Facet

LARGEST = 160  # facets in a block
NAMES = 8  # names of an article that make blocks
WORDS = 6  # words of a claim that do
COUNTRIES = 3
RARE = 24  # facets in a block made of one word: only a rare one tells stories apart
FORTNIGHT = 15
HELD = 20_000_000  # pairs, repeated ones too, before they are thinned out
ANY = ""  # the action of a facet that tells none, or a weak one

Codes = NDArray[np.int64]


def blocks(facet: Facet) -> Iterator[str]:
    """The blocks that a facet stands in."""
    label = f"{facet.kind}|{facet.dimension}" if facet.kind == "number" else facet.kind
    weights = facet.profile
    names = sorted((k for k, v in weights.items() if v >= 0.55 and k[0] not in "!~"), key=lambda k: (-weights[k], k))
    named = [name for name in names if len(name) > 2][:NAMES]
    where = [name for name in names if len(name) == 2][:COUNTRIES]  # a country's code tells too little by itself
    times = fortnights_of(facet)
    for name in named:
        yield f"?{label}|{name}"
        yield from (f"{label}|{name}|{number}" for number in times)
    for i, country in enumerate(where):
        yield from (f"{label}|{country}+{other}|{n}" for other in where[i + 1 :] for n in times)
        yield from (f"?{label}|{country}|{n}" for n in times)
    if facet.action and facet.action not in classes().weak:
        yield from (f"?{label}|!{facet.action}|{n}" for n in times)
    words = sorted(k for k, v in facet.bag.items() if v >= 1.0 and len(k) > 2 and k not in named)
    for word in words[:WORDS]:
        yield from (f"{label}|{word}|{country}|{n}" for country in where[:1] or [ANY] for n in times)


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


def limit(block: str) -> int:
    """How many facets a block may hold: figures are told apart by their actions, a lone word must be rare."""
    return RARE if block[0] == "?" else 2 * LARGEST if block.startswith("number") else LARGEST


def _meet(one: str, other: str) -> bool:
    return one == other or ANY in (one, other) or near(one, other)


def candidate_pairs(facets: Sequence[Facet]) -> Codes:
    """Pairs of numbers of ``facets`` that share a block, each once, in order; rows of two."""
    keys, members, limits = array("q"), array("q"), array("h")
    actions = sorted({action_key(facet) for facet in facets})
    action_of = np.array([actions.index(action_key(facet)) for facet in facets], dtype=np.int64)
    meets = np.array([[_meet(one, other) for other in actions] for one in actions], dtype=bool)
    for number, facet in enumerate(facets):
        for block in set(blocks(facet)):
            keys.append(hash(block))
            members.append(number)
            limits.append(limit(block))
    key, member, most = (np.frombuffer(a, dtype=t) for a, t in ((keys, "i8"), (members, "i8"), (limits, "i2")))
    order = np.lexsort((member, key))
    key, member, most = key[order], member[order], most[order]
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1]))) if len(key) else np.empty(0, dtype=np.int64)
    sizes = np.diff(np.concatenate((starts, [len(key)])))
    count = max(1, len(facets))
    found: list[Codes] = [np.empty(0, dtype=np.int64)]
    held = 0
    live = (sizes > 1) & (sizes <= most[starts]) if len(starts) else np.empty(0, dtype=bool)
    for start, size in zip(starts[live].tolist(), sizes[live].tolist(), strict=True):
        inside = member[start : start + size]
        i, j = _triangle(size)
        a, b = inside[i], inside[j]
        found.append((a * count + b)[meets[action_of[a], action_of[b]]])
        held += size * size // 2
        if held > HELD:
            found = [np.unique(np.concatenate(found))]
            held = 0
    codes = np.unique(np.concatenate(found))
    return np.stack((codes // count, codes % count), axis=1)


@lru_cache(maxsize=512)
def _triangle(size: int) -> tuple[Codes, Codes]:
    """Every two of ``size``, the smaller first."""
    i, j = np.triu_indices(size, 1)
    return i, j
