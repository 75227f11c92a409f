"""Which pairs of facets are worth comparing: those that share a block, so that cost grows nearly linearly.

A block is a class of questions (kind, dimension, modality, action or concept) with something that tells stories apart
(a name, a place, a speaker, a country or a common word within some weeks). A block that grows too large tells nothing
and is passed over: its facets meet in finer ones.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

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
    """An index of facets (by number) under their blocks.

    Those that are there from the start (:meth:`of`) lie in sorted arrays, 16 bytes for each block that a facet stands
    in; those added later in a dictionary, some ten times as much.
    """

    def __init__(self) -> None:
        self._keys = np.empty(0, dtype=np.int64)
        self._members = np.empty(0, dtype=np.int64)
        self._later: dict[int, array[int]] = {}
        self._actions: list[str] = []  # of each facet, by its number
        self._meets: dict[tuple[str, str], bool] = {}

    @classmethod
    def of(cls, facets: Sequence[Facet], entries: Entries | None = None) -> Blocks:
        """The index of facets that are numbered in order. ``entries`` are their blocks, where known."""
        made = cls()
        made._keys, made._members, _ = entries or entries_of(facets)
        made._actions = [action_key(facet) for facet in facets]
        return made

    def add(self, number: int, facet: Facet) -> set[int]:
        """Enter the next facet; gives the numbers of those that stood in a block that has now grown too large."""
        assert number == len(self._actions)
        self._actions.append(action_key(facet))
        spilt: set[int] = set()
        for key, most, size, first in self._blocks_of(facet):
            later = self._later.setdefault(key, array("q"))
            later.append(number)
            if size == most:
                spilt.update(self._members[first : first + size + 1 - len(later)].tolist())
                spilt.update(later)
        return spilt

    def near(self, facet: Facet) -> set[int]:
        """The numbers of the facets that share a block with ``facet``."""
        found: set[int] = set()
        for key, most, size, first in self._blocks_of(facet):
            if size <= most:
                later = self._later.get(key, ())
                found.update(self._members[first : first + size - len(later)].tolist())
                found.update(later)
        own = action_key(facet)
        return {number for number in found if self._meet(own, self._actions[number])}

    def _blocks_of(self, facet: Facet) -> Iterator[tuple[int, int, int, int]]:
        """Of each block: its key, how many it may hold and holds, and where the first ones of these lie."""
        names = list(set(blocks(facet)))
        keys = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        first = np.searchsorted(self._keys, keys)
        sizes = np.searchsorted(self._keys, keys, side="right") - first
        for name, key, at, size in zip(names, keys.tolist(), first.tolist(), sizes.tolist(), strict=True):
            yield key, limit(name), size + len(self._later.get(key, ())), at

    def _meet(self, one: str, other: str) -> bool:
        known = self._meets.get((one, other))
        if known is None:
            known = self._meets[one, other] = _meet(one, other)
        return known


def limit(block: str) -> int:
    """How many facets a block may hold: figures are told apart by their actions, a lone word must be rare."""
    return RARE if block[0] == "?" else 2 * LARGEST if block.startswith("number") else LARGEST


def _meet(one: str, other: str) -> bool:
    return one == other or ANY in (one, other) or near(one, other)


class Entries(NamedTuple):
    """The blocks that facets stand in, in order: the keys, the facets' numbers, and how many the block may hold."""

    keys: NDArray[np.int64]
    members: NDArray[np.int64]
    limits: NDArray[np.int16]


def entries_of(facets: Sequence[Facet]) -> Entries:
    """The blocks of facets that are numbered in order."""
    keys, members, limits = array("q"), array("q"), array("h")
    for number, facet in enumerate(facets):
        for block in set(blocks(facet)):
            keys.append(hash(block))
            members.append(number)
            limits.append(limit(block))
    key, member = np.frombuffer(keys, dtype=np.int64), np.frombuffer(members, dtype=np.int64)
    order = np.argsort(key, kind="stable")  # the members are in order
    return Entries(key[order], member[order], np.frombuffer(limits, dtype=np.int16)[order])


def candidate_pairs(facets: Sequence[Facet], entries: Entries | None = None) -> Codes:
    """Pairs of numbers of ``facets`` that share a block, each once, in order; rows of two.

    ``entries`` are the facets' blocks, where known.
    """
    actions = sorted({action_key(facet) for facet in facets})
    number_of = {action: number for number, action in enumerate(actions)}
    action_of = np.array([number_of[action_key(facet)] for facet in facets], dtype=np.int64)
    meets = np.array([[_meet(one, other) for other in actions] for one in actions], dtype=bool)
    key, member, most = entries or entries_of(facets)
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
        held += len(found[-1])
        if held > max(HELD, len(found[0])):
            found = [_distinct(found)]
            held = 0
    codes = _distinct(found)
    return np.stack((codes // count, codes % count), axis=1)


def _distinct(found: list[Codes]) -> Codes:
    """All of ``found`` in order, each once. (``np.unique`` goes through a hash table: fifty times as long.)"""
    every = np.sort(np.concatenate(found))
    new = np.ones(len(every), dtype=bool)
    new[1:] = every[1:] != every[:-1]
    return every[new]


@lru_cache(maxsize=512)
def _triangle(size: int) -> tuple[Codes, Codes]:
    """Every two of ``size``, the smaller first."""
    i, j = np.triu_indices(size, 1)
    return i, j
