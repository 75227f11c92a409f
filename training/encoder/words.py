"""A faster encoder, taught by the package's: half of its layers, over words instead of pieces.

    layers.onnx   the layers, 8-bit
    words.npz     how the pieces of a word are put together, the words' places, the heads, and with which thresholds and
                  windows the program is best with it

It takes two fifths of the time of the package's encoder and is as good on ``training/unseen``, but not yet everywhere
the package's is pinned (docs/scale.md): so it stands here, is measured by ``python -m training.held_out --words``, and
is taught further by ``python -m training.encoder.distil``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution import ranking
from selon.analysis.attribution.encoder.network import Network, network, session_of, table_of

Floats = npt.NDArray[np.float32]
FOLDER = Path(__file__).with_name("words")
LAYERS, TABLES = FOLDER / "layers.onnx", FOLDER / "words.npz"


@dataclass(frozen=True, slots=True)
class WordNetwork(Network):
    """A network whose layers read words: ``places`` are theirs."""

    scale: Floats  # of a word's first piece, its second … (pieces × width)
    rest: Floats  # what is made of the sum of all but the first (out × in)

    def hidden(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """The last layer's vectors (tokens × width) of one window: pieces ``rows``, its tokens begin at ``begins``."""
        summed = self.summed(rows, begins)
        (out,) = self.session.run(None, {"summed": summed, "begins": np.arange(1, len(summed))})
        return out  # type: ignore[no-any-return]

    def summed(self, rows: Sequence[int], begins: Sequence[int]) -> Floats:
        """What the first layer reads: a vector for the window's start, one for each token."""
        first = np.asarray([0, *begins])
        end = len(rows) - 1  # the window's end is not read
        sizes = np.diff(first, append=end)
        pieces = self.vectors[np.asarray(rows[:end])]
        words: Floats = pieces[first] * self.scale[0]
        long = np.flatnonzero(sizes > 1)
        if len(long):
            others = np.ones(end, bool)
            others[first] = False
            number = np.arange(end) - np.repeat(first, sizes)
            later = pieces[others] * self.scale[number[others]]
            counts = sizes[long] - 1
            words[long] += np.add.reduceat(later, np.cumsum(counts) - counts) @ self.rest.T
        words += self.places[: len(words)]
        return words


def load_words(folder: Path = FOLDER) -> tuple[WordNetwork, Mapping[str, float], int]:
    """The encoder in ``folder``, the thresholds by language and the pieces of a window that go with it."""
    arrays, heads = table_of(folder / TABLES.name)
    places, scale, rest = (arrays[name].astype(np.float32) for name in ("places", "scale", "rest"))
    own = network()  # the pieces' vectors are those of the package
    net = WordNetwork(session_of(str(folder / LAYERS.name)), own.vectors, places, heads, own.pieces, scale, rest)
    thresholds = dict(zip(("en", "fr"), map(float, arrays["thresholds"]), strict=True))
    return net, thresholds, int(arrays["window"])


@contextmanager
def by_words(folder: Path = FOLDER) -> Iterator[None]:
    """The pipeline with this encoder in the place of the package's."""
    net, thresholds, window = load_words(folder)
    trained = replace(ranking.model(), thresholds=thresholds)
    with ExitStack() as stack:
        stack.enter_context(patch("selon.analysis.attribution.attribute.model", lambda: trained))
        stack.enter_context(patch("selon.analysis.attribution.encoder.signals.network", lambda: net))
        stack.enter_context(patch("selon.analysis.attribution.encoder.windows.COMFORTABLE", window))
        yield
