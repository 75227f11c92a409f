"""What the encoder makes of an article: a probability a token, and one for each token beside each cue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.network import Floats, network
from selon.analysis.attribution.encoder.windows import windows
from selon.analysis.attribution.syntax import Syntax

REACH = 32  # tokens; how far apart two words are is told up to here


class _Side(NamedTuple):
    """One head's vectors of a window's tokens: as the cue, as the word beside it; what the word is by itself."""

    cue: Floats
    word: Floats
    alone: Floats


class _Read(NamedTuple):
    """A window that was read: its first token, the sides of source and content."""

    first: int
    source: _Side
    content: _Side


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
            at = i - read.first
            found = Pair(read.first, *(_beside(side, k, at) for k, side in enumerate((read.source, read.content))))
            self._pairs[i] = found
        return found


def _beside(side: _Side, k: int, at: int) -> Floats:
    """Biaffine scores (Dozat and Manning 2017) of the token ``at`` with each of its window, and by how far apart."""
    apart = np.clip(np.arange(len(side.alone)) - at, -REACH, REACH) + REACH
    distance = network().heads["distance"][k]
    return _sigmoid(side.word @ side.cue[at] / np.float32(np.sqrt(side.cue.shape[1])) + side.alone + distance[apart])


def _sigmoid(x: Floats) -> Floats:
    return (1.0 / (1.0 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)


def read_signals(sx: Syntax) -> Signals:
    """The signals of a document's tokens. Each window is read by itself: the same words give the same figures."""
    net = network()
    heads, n = net.heads, len(sx.tokens)
    out = Signals(np.zeros(n, np.float32), np.zeros(n, np.int32))
    for number, window in enumerate(windows(sx, net.pieces)):
        hidden = net.hidden(window.rows, window.begins)
        tokens = slice(window.first, window.last)
        out.cue[tokens] = _sigmoid(hidden @ heads["cue.weight"][0] + heads["cue.bias"][0])
        out.window[tokens] = number
        pair = hidden @ heads["pair.weight"].T + heads["pair.bias"]
        width = (pair.shape[1] - 2) // 4
        parts = [pair[:, k * width : (k + 1) * width] for k in range(4)]
        out._read.append(
            _Read(
                window.first,
                _Side(parts[0], parts[1], pair[:, 4 * width]),
                _Side(parts[2], parts[3], pair[:, 4 * width + 1]),
            )
        )
    return out
