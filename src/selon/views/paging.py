"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pages(Generic[T]):
    """The ``items`` of page ``number`` of ``count``; ``total`` counts the items of all."""

    items: Sequence[T]
    number: int
    count: int
    total: int


def paged(items: Sequence[T], number: int, size: int) -> Pages[T]:
    """Page ``number`` (from 1; one out of range is brought into it) of ``items``, ``size`` a page (0: all)."""
    size = size or max(1, len(items))
    count = max(1, -(-len(items) // size))
    number = min(max(1, number), count)
    return Pages(items[(number - 1) * size : number * size], number, count, len(items))
