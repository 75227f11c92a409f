"""What the encoder makes of an article: a probability a token, and one for each token beside each cue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.encoder.network import Encoder, Floats, network
from selon.analysis.attribution.encoder.windows import LARGEST, windows
from selon.analysis.attribution.syntax import Syntax

REACH = 32  # tokens; how far apart two words are is told up to here
_BUCKETS = np.clip(np.arange(-LARGEST, LARGEST + 1), -REACH, REACH) + REACH  # by the distance, from -LARGEST on


class _Side(NamedTuple):
    """One head: what makes a token's vector that of a cue; each token's vector beside a cue, and what it is alone."""

    weight: Floats
    bias: Floats
    word: Floats
    alone: Floats


class _Read(NamedTuple):
    """A window that was read: its first token, the last layer's vectors, the sides of source and content."""

    first: int
    hidden: Floats
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
    distance: Floats  # source's and content's logits by how far a word stands from the cue
    _read: list[_Read] = field(default_factory=list)
    _pairs: dict[int, Pair] = field(default_factory=dict)

    def pair(self, i: int) -> Pair:
        """The source and the content of the cue that token i heads."""
        found = self._pairs.get(i)
        if found is None:
            read = self._read[self.window[i]]
            at = i - read.first
            sides = zip((read.source, read.content), self.distance, strict=True)
            found = Pair(read.first, *(_beside(side, distance, read.hidden, at) for side, distance in sides))
            self._pairs[i] = found
        return found

    def known(self) -> dict[int, Pair]:
        """The pairs that were asked for, by the cue's token (training keeps them)."""
        return dict(self._pairs)


def _beside(side: _Side, distance: Floats, hidden: Floats, at: int) -> Floats:
    """Biaffine scores (Dozat and Manning 2017) of the token ``at`` with each of its window, and by how far apart."""
    apart = _BUCKETS[LARGEST - at : LARGEST - at + len(side.alone)]
    cue = side.weight @ hidden[at] + side.bias  # few tokens are asked for as cues
    return _sigmoid(side.word @ cue / np.float32(np.sqrt(len(cue))) + side.alone + distance[apart])


def _sigmoid(x: Floats) -> Floats:
    bounded = np.minimum(np.maximum(x, np.float32(-30)), np.float32(30))  # half the time of np.clip
    return np.float32(1) / (np.float32(1) + np.exp(-bounded))


def read_signals(sx: Syntax, net: Encoder | None = None) -> Signals:
    """The signals of a document's tokens, by the package's encoder or another (training only).

    Each window is read by itself: the same words give the same figures.
    """
    net = net or network()
    heads, n = net.heads, len(sx.tokens)
    out = Signals(np.zeros(n, np.float32), np.zeros(n, np.int32), heads["distance"])
    width = (len(heads["pair.bias"]) - 2) // 4
    # In the heads' matrix: the source's cue, its words, the content's cue, its words, what both words are alone.
    as_cue, words = (0, 2 * width), np.r_[width : 2 * width, 3 * width : 4 * width + 2]
    weight, bias = heads["pair.weight"][words].T, heads["pair.bias"][words]
    cues = [(heads["pair.weight"][k : k + width], heads["pair.bias"][k : k + width]) for k in as_cue]
    for number, window in enumerate(windows(sx, net.pieces, net.comfortable)):
        hidden = net.hidden(window.rows, window.begins)
        tokens = slice(window.first, window.last)
        out.cue[tokens] = _sigmoid(hidden @ heads["cue.weight"][0] + heads["cue.bias"][0])
        out.window[tokens] = number
        beside = hidden @ weight + bias
        sides = [_Side(*cues[k], beside[:, k * width : (k + 1) * width], beside[:, 2 * width + k]) for k in range(2)]
        out._read.append(_Read(window.first, hidden, *sides))
    return out
