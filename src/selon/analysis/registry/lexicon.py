"""A trie of names over folded words: every name of a text, longest first, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from selon.analysis.registry.fold import Token, plain, tokens

T = TypeVar("T")

# What may stand between two words of one name: "États-Unis", "Côte d'Ivoire", "U.S.", "PG&E", "Washington, D.C.".
_GAPS = frozenset((" ", "-", "'", ".", ". ", "&", "/", " & ", ", ", " - ", " (", ") ", "' "))


class Case(Enum):
    """How a name must be written to count: letter for letter, capitals where the name has them, or any way."""

    EXACT = 0
    CAPITALS = 1
    ANY = 2


class Hit(NamedTuple, Generic[T]):
    """A name found: offsets into the text, its first and last word's numbers, and what the name stands for."""

    start: int
    end: int
    first: int
    last: int
    payloads: tuple[T, ...]


class _Entry(NamedTuple, Generic[T]):
    surface: str
    case: Case
    capitals: tuple[int, ...]
    payload: T


class _Node(Generic[T]):
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.entries: list[_Entry[T]] = []


class Lexicon(Generic[T]):
    """Names and what they stand for; several entries may share a name, the first added first."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, payload: T, case: Case = Case.CAPITALS) -> None:
        """Enter ``name``; a name without a letter or digit is passed over."""
        name = plain(name)
        words = tokens(name)
        if not words:
            return
        node = self._root
        for word in words:
            node = node.next.setdefault(word.form, _Node())
        if any(entry.payload == payload and entry.surface == name for entry in node.entries):
            return
        capitals = tuple(i for i, word in enumerate(words) if name[word.start].isupper())
        node.entries.append(_Entry(name, case, capitals, payload))

    def find(self, text: str, words: list[Token] | None = None, written: str | None = None) -> Iterator[Hit[T]]:
        """The names in ``text`` from left to right, the longest at each word, none overlapping another.

        ``words`` and ``written`` are ``tokens(text)`` and ``plain(text)`` where the caller has them already.
        """
        if words is None:
            words = tokens(text)
        root = self._root.next
        if written is None:
            written = plain(text)
        number, count = 0, len(words)
        while number < count:
            node = root.get(words[number].form)
            if node is None:
                number += 1
                continue
            hit = self._longest(written, words, number, node)
            if hit is None:
                number += 1
            else:
                yield hit
                number = hit.last + 1

    def _longest(self, written: str, words: list[Token], number: int, node: _Node[T]) -> Hit[T] | None:
        best: Hit[T] | None = None
        last = number
        while True:
            if node.entries:
                payloads = tuple(
                    entry.payload for entry in node.entries if _written_so(entry, written, words, number, last)
                )
                if payloads:
                    end = words[last].end
                    if written[end : end + 1] == "." and written[end - 2 : end - 1] == ".":
                        end += 1  # the last stop of "U.S."
                    best = Hit(words[number].start, end, number, last, payloads)
            last += 1
            if last >= len(words) or written[words[last - 1].end : words[last].start] not in _GAPS:
                return best
            following = node.next.get(words[last].form)
            if following is None:
                return best
            node = following


def _written_so(entry: _Entry[T], written: str, words: list[Token], first: int, last: int) -> bool:
    if entry.case is Case.ANY:
        return True
    if entry.case is Case.EXACT:
        start = words[first].start
        return written.startswith(entry.surface, start)
    return all(written[words[first + i].start].isupper() for i in entry.capitals)
