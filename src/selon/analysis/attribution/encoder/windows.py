"""An article in windows that the encoder reads whole: as many regions as fit, none cut but for its own length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selon.analysis.attribution.encoder.pieces import END, START, Pieces
from selon.analysis.attribution.syntax import Syntax

LARGEST = 500  # pieces; the encoder knows 512 places


class Window(NamedTuple):
    """Tokens ``first`` to ``last``; the rows of their pieces; at which piece each token begins."""

    first: int
    last: int
    rows: list[int]
    begins: list[int]


def windows(sx: Syntax, pieces: Pieces, comfortable: int) -> Iterator[Window]:
    """The windows of a document, in order; every token is in exactly one.

    ``comfortable``: pieces of a window, where regions let it end there.
    """
    text = sx.document.text
    rows = [pieces.of(t.text, t.start == 0 or text[t.start - 1].isspace()) for t in sx.tokens]
    first = size = 0
    for a, b in _stretches(sx, rows):
        length = sum(map(len, rows[a:b]))
        if size and size + length > comfortable:
            yield _window(rows, first, a)
            first, size = a, 0
        size += length
    if first < len(rows):
        yield _window(rows, first, len(rows))


def _stretches(sx: Syntax, rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Token ranges of the regions; a region too long for one window in pieces that fit."""
    a = 0
    while a < len(rows):
        b, size = a, 0
        while b < len(rows) and sx.region_of[b] == sx.region_of[a] and size + len(rows[b]) <= LARGEST:
            size += len(rows[b])
            b += 1
        yield a, b
        a = b


def _window(rows: Sequence[Sequence[int]], first: int, last: int) -> Window:
    flat, begins = [START], []
    for k in range(first, last):
        begins.append(len(flat))
        flat += rows[k]
    return Window(first, last, [*flat, END], begins)
