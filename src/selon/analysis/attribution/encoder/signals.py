"""What the encoder makes of an article: a probability a token, and one for each token beside each cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.network import Floats, network
from selon.analysis.attribution.encoder.windows import windows
from selon.analysis.attribution.syntax import Syntax

REACH = 32  # tokens; how far apart two words are is told up to here


class _Side(NamedTuple):
    """One head's vectors of a window's tokens as the words beside a cue; what each word is by itself."""

    word: Floats
    alone: Floats


class _Read(NamedTuple):
    """A window that was read: its first token, the last layer's vectors, the sides of source and content."""

    first: int
    hidden: Floats
    sides: tuple[_Side, _Side]


class Pair(NamedTuple):
    """How likely each token from ``first`` on is in a cue's source and in its content; other tokens are in neither."""

    first: int
    source: Floats
    content: Floats


@dataclass(slots=True)
class Signals:
    """``cue[i]``: how likely token i heads a cue (0 to 1)."""

    cue: Floats
    window: npt.NDArray[np.int32]  # which of the windows holds token i
    _read: list[_Read] = field(default_factory=list)
    _pairs: dict[int, Pair] = field(default_factory=dict)

    def pair(self, i: int) -> Pair:
        """The source and the content of the cue that token i heads."""
        found = self._pairs.get(i)
        if found is None:
            read = self._read[self.window[i]]
            found = Pair(read.first, *(_beside(read, k, i - read.first) for k in range(2)))
            self._pairs[i] = found
        return found


def _beside(read: _Read, k: int, at: int) -> Floats:
    """Biaffine scores (Dozat and Manning 2017) of the token ``at`` with each of its window, and by how far apart."""
    heads, side = network().heads, read.sides[k]
    width = side.word.shape[1]
    own = slice(2 * k * width, (2 * k + 1) * width)
    cue = heads["pair.weight"][own] @ read.hidden[at] + heads["pair.bias"][own]
    apart = np.clip(np.arange(len(side.alone)) - at, -REACH, REACH) + REACH
    return _sigmoid(side.word @ cue / np.float32(np.sqrt(width)) + side.alone + heads["distance"][k][apart])


def _sigmoid(x: Floats) -> Floats:
    return (1.0 / (1.0 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)


def read_signals(sx: Syntax, wanted: Iterable[int] | None = None) -> Signals:
    """The signals of a document's tokens. Each window is read by itself: the same words give the same figures.

    With ``wanted`` only windows that hold one of these tokens are read; no token of another heads a cue.
    """
    net = network()
    heads, n = net.heads, len(sx.tokens)
    width = (len(heads["pair.bias"]) - 2) // 4  # of a cue and of a word, for source, then content; then each alone
    asked = None if wanted is None else sorted(wanted)
    out = Signals(np.zeros(n, np.float32), np.zeros(n, np.int32))
    for window in windows(sx, net.pieces):
        if asked is not None and bisect_left(asked, window.first) == bisect_left(asked, window.last):
            continue
        hidden = net.hidden(window.rows, window.begins)
        tokens = slice(window.first, window.last)
        out.cue[tokens] = _sigmoid(hidden @ heads["cue.weight"][0] + heads["cue.bias"][0])
        out.window[tokens] = len(out._read)

        def side(k: int, hidden: Floats = hidden) -> _Side:
            words = slice((2 * k + 1) * width, (2 * k + 2) * width)
            word = hidden @ heads["pair.weight"][words].T + heads["pair.bias"][words]
            return _Side(word, hidden @ heads["pair.weight"][4 * width + k] + heads["pair.bias"][4 * width + k])

        out._read.append(_Read(window.first, hidden, (side(0), side(1))))
    return out
