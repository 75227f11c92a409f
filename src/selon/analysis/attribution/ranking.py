"""Readings of cues and how they are ranked: by the forests' scores and the encoder's together.

The forests know the constructions (what a verb takes, where a clause must end), the encoder the words; on articles that
neither has seen the forests alone are four (French) to six (English) points of F worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.contents import Content, find_contents
from selon.analysis.attribution.cues import Cue
from selon.analysis.attribution.encoder import Signals
from selon.analysis.attribution.encoder.overlap import Expected, Heard, Lengths, Parts
from selon.analysis.attribution.evidence import cue_features, rate_key
from selon.analysis.attribution.forest import Forest, load_forest
from selon.analysis.attribution.sources import Source, find_sources
from selon.analysis.attribution.syntax import Syntax

WEIGHTS = Path(__file__).with_name("weights.npz")
PRIOR = {"high": 0.6, "mid": 0.35, "low": 0.12, "": 0.03}  # how often a lexicon entry of each strength is a cue
SHARE = 0.4  # of the encoder in the choice of source and content
CUE_SHARE, UNKNOWN_SHARE = 0.35, 0.2  # of the encoder in a cue's score; in that of a verb that no lexicon has


@dataclass(slots=True)
class Reading:
    """A cue with its ranked source and content; ``score`` is the evidence that it attributes."""

    cue: Cue
    sources: list[Source] = field(default_factory=list)
    source: Source | None = None
    source_score: float = 0.0
    source_margin: float = 1.0
    content: Content | None = None
    content_score: float = 0.0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """The trained parts: three forests, how often each lexicon key was a cue, a threshold a language."""

    sources: Forest
    contents: Forest
    cues: Forest
    rates: Mapping[str, tuple[float, float]]  # rate_key → (times a cue, times seen)
    thresholds: Mapping[str, float]

    def rate(self, cue: Cue) -> tuple[float, float]:
        """How often the cue's key attributes, smoothed by its strength, and on how many sightings."""
        hits, seen = self.rates.get(rate_key(cue), (0.0, 0.0))
        return smoothed(cue, hits, seen), seen


def smoothed(cue: Cue, hits: float, seen: float) -> float:
    return (hits + 2 * PRIOR.get(str(cue.entry.get("strength", "")), 0.03)) / (seen + 2)


@cache
def model() -> Model:
    """The forests that the package ships (no pickle); trained by ``python -m training.train``."""
    with np.load(WEIGHTS, allow_pickle=False) as arrays:
        keys = [str(key) for key in arrays["rates.keys"]]
        rates = {key: (float(a), float(b)) for key, (a, b) in zip(keys, arrays["rates.counts"], strict=True)}
        codes = [str(code) for code in arrays["thresholds.codes"]]
        thresholds = dict(zip(codes, (float(v) for v in arrays["thresholds.values"]), strict=True))
        return Model(
            load_forest(arrays, "sources"),
            load_forest(arrays, "contents"),
            load_forest(arrays, "cues"),
            rates,
            thresholds,
        )


def rank(
    sx: Syntax, readings: Sequence[Reading], sources: Forest, contents: Forest, signals: Signals | None = None
) -> None:
    """Give each reading its best source, then its best content, in place; without signals by the forests alone."""
    lengths = _lengths(sx)
    for reading in readings:
        if not reading.sources:
            reading.sources = find_sources(sx, reading.cue)
    scores = sources.predict([source.features for reading in readings for source in reading.sources])
    at = 0
    for reading in readings:
        own = scores[at : at + len(reading.sources)]
        at += len(reading.sources)
        ranges: list[Parts] = [((s.first, s.last),) if s.first != -1 else () for s in reading.sources]
        pair = signals.pair(reading.cue.head) if signals is not None else None
        best = _best(own, ranges, pair and Heard(pair.first, pair.source), lengths)
        reading.source, reading.source_score = reading.sources[best], float(own[best])
        rest = np.delete(own, best)
        reading.source_margin = float(own[best] - rest.max()) if len(rest) else 1.0
    options = []
    for reading in readings:
        assert reading.source is not None
        options.append(find_contents(sx, reading.cue, reading.source))
    scores = contents.predict([content.features for found in options for content in found])
    at = 0
    for reading, found in zip(readings, options, strict=True):
        own = scores[at : at + len(found)]
        at += len(found)
        pair = signals.pair(reading.cue.head) if signals is not None else None
        best = _best(own, [c.parts for c in found], pair and Heard(pair.first, pair.content), lengths)
        reading.content, reading.content_score = found[best], float(own[best])


def _best(own: npt.NDArray[np.float64], ranges: Sequence[Parts], heard: Heard | None, lengths: Lengths) -> int:
    """Which candidate is best, by its own score and by the overlap to be expected of it.

    The range that the encoder draws by itself is no candidate: where it was, F fell by three points in French.
    """
    if heard is None:
        return int(own.argmax())
    expected = Expected(heard, lengths)
    agreed = np.asarray([expected.of(parts) for parts in ranges])
    return int(((1 - SHARE) * own + SHARE * agreed).argmax())


def _lengths(sx: Syntax) -> Lengths:
    """The running sum of the tokens' lengths, each with the space after it."""
    starts = [token.start for token in sx.tokens]
    return np.asarray([*starts, sx.tokens[-1].end] if starts else [0], np.int64)


def evidence(sx: Syntax, reading: Reading, rate: tuple[float, float]) -> tuple[float, ...]:
    """The features of a ranked reading."""
    assert reading.source is not None and reading.content is not None
    return cue_features(
        sx,
        reading.cue,
        reading.source,
        reading.source_score,
        reading.source_margin,
        reading.content,
        reading.content_score,
        {rate_key(reading.cue): rate},
    )


def judge(sx: Syntax, readings: Sequence[Reading], trained: Model, signals: Signals | None = None) -> None:
    """Rank the readings and give each its score, in place."""
    rank(sx, readings, trained.sources, trained.contents, signals)
    scores = trained.cues.predict([evidence(sx, reading, trained.rate(reading.cue)) for reading in readings])
    for reading, score in zip(readings, scores, strict=True):
        reading.score = float(score)
        if signals is not None:
            share = CUE_SHARE if reading.cue.entry or reading.cue.kind == "colon" else UNKNOWN_SHARE
            reading.score = (1 - share) * reading.score + share * float(signals.cue[reading.cue.head])
