"""Readings of cues and how they are ranked: by forests that see the constructions and what the encoder hears.

The forests know what a verb takes and where a clause must end, the encoder the words. They are trained on what encoders
hear in articles that these were not trained on, so that they trust it as far as it can be trusted on unseen text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.analysis.attribution.adjuncts import misplaced
from selon.analysis.attribution.contents import Content, find_contents
from selon.analysis.attribution.encoder import Signals
from selon.analysis.attribution.encoder.agreement import (
    COLUMNS,
    MASS,
    NONE,
    OVERLAP,
    Floats,
    Heard,
    Lengths,
    Parts,
    agreement,
)
from selon.analysis.attribution.evidence import cue_features, rate_key
from selon.analysis.attribution.forest import Forest, load_forest
from selon.analysis.attribution.heard import heard_contents, heard_sources
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import Row
from selon.analysis.attribution.sources import Source, find_sources
from selon.analysis.attribution.syntax import Syntax

WEIGHTS = Path(__file__).with_name("weights.npz")
PRIOR = {"high": 0.6, "mid": 0.35, "low": 0.12, "": 0.03}  # how often a lexicon entry of each strength is a cue
BESIDE = 3  # words before and after a cue's head


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
    heard: tuple[float, ...] = ()  # evidence.HEARD
    score: float = 0.0
    settled: bool = False  # by a construction, whatever its score


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
    """The forests that the package ships; trained by ``python -m training.train``."""
    return load_model(WEIGHTS)


def load_model(path: Path) -> Model:
    """The forests in ``path`` (arrays alone, no pickle), as ``training.train`` saves them."""
    with np.load(path, allow_pickle=False) as arrays:
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


def sources_of(sx: Syntax, reading: Reading, signals: Signals) -> list[Source]:
    """The candidates for a reading's source, found once: those of the constructions, those that the encoder hears."""
    if not reading.sources:
        found = find_sources(sx, reading.cue)
        heard = heard_sources(sx, reading.cue, _source_heard(reading, signals), found)
        reading.sources = [*found[:-1], *heard, found[-1]]  # no source at all stays the last
    return reading.sources


def source_rows(sx: Syntax, readings: Sequence[Reading], signals: Signals, lengths: Lengths) -> list[Floats]:
    """The forest's rows for each reading's candidates of ``sources_of``."""
    found = [sources_of(sx, reading, signals) for reading in readings]
    ranges: list[list[Parts]] = [[((s.first, s.last),) if s.first != -1 else () for s in own] for own in found]
    heard = agreement([_source_heard(reading, signals) for reading in readings], lengths, ranges)
    return _rows([[s.features for s in own] for own in found], heard)


def contents_of(sx: Syntax, reading: Reading, source: Source, signals: Signals) -> list[Content]:
    """The candidates for the content of a reading with this source."""
    found = find_contents(sx, reading.cue, source)
    found += heard_contents(sx, reading.cue, source, _content_heard(reading, signals), found)
    return [content for content in found if not misplaced(sx, reading.cue, content.parts)]


def content_rows(
    options: Sequence[Sequence[Content]], readings: Sequence[Reading], signals: Signals, lengths: Lengths
) -> list[Floats]:
    """The forest's rows for each reading's candidates of ``contents_of``."""
    parts = [[content.parts for content in found] for found in options]
    heard = agreement([_content_heard(reading, signals) for reading in readings], lengths, parts)
    return _rows([[content.features for content in found] for found in options], heard)


def _rows(features: Sequence[Sequence[Row]], heard: Sequence[Floats]) -> list[Floats]:
    """Each reading's rows: its candidates' own features, then what is heard of them."""
    own = (np.frombuffer(b"".join(rows), np.float32).reshape(len(rows), -1) for rows in features)
    return [np.concatenate([f, h], axis=1) for f, h in zip(own, heard, strict=True)]


def _source_heard(reading: Reading, signals: Signals) -> Heard:
    pair = signals.pair(reading.cue.head)
    return Heard(pair.first, pair.source)


def _content_heard(reading: Reading, signals: Signals) -> Heard:
    pair = signals.pair(reading.cue.head)
    return Heard(pair.first, pair.content)


def rank(sx: Syntax, readings: Sequence[Reading], sources: Forest, contents: Forest, signals: Signals) -> None:
    """Give each reading its best source, then its best content, in place."""
    if not readings:
        return
    lengths = lengths_of(sx)
    by_source = source_rows(sx, readings, signals, lengths)
    for reading, rows, own in zip(readings, by_source, _scores(sources, by_source), strict=True):
        best = int(own.argmax())
        rest = np.delete(own, best)
        reading.source, reading.source_score = reading.sources[best], float(own[best])
        reading.source_margin = float(own[best] - rest.max()) if len(rest) else 1.0
        reading.heard = (*_cue_heard(reading, signals), *_chosen(rows[best]))
    options = [contents_of(sx, reading, reading.source, signals) for reading in readings if reading.source is not None]
    by_content = content_rows(options, readings, signals, lengths)
    scores = _scores(contents, by_content)
    for reading, found, rows, own in zip(readings, options, by_content, scores, strict=True):
        best = int(own.argmax())
        reading.content, reading.content_score = found[best], float(own[best])
        reading.heard += _chosen(rows[best])


def _scores(forest: Forest, rows: Sequence[Floats]) -> list[npt.NDArray[np.float64]]:
    """The scores of each reading's rows, all predicted at once."""
    ends = np.cumsum([len(part) for part in rows])
    return np.split(forest.predict(np.concatenate(rows)), ends[:-1])


def _cue_heard(reading: Reading, signals: Signals) -> tuple[float, float]:
    head = reading.cue.head
    beside = np.delete(signals.cue[max(head - BESIDE, 0) : head + BESIDE + 1], min(head, BESIDE))
    return float(signals.cue[head]), float(beside.max(initial=0.0))


def _chosen(row: Floats) -> tuple[float, float, float]:
    heard = row[-len(COLUMNS) :]
    return float(heard[OVERLAP]), float(heard[NONE]), float(heard[MASS])


def lengths_of(sx: Syntax) -> Lengths:
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
        reading.heard,
    )


def judge(sx: Syntax, readings: Sequence[Reading], trained: Model, signals: Signals) -> None:
    """Rank the readings and give each its score, in place."""
    rank(sx, readings, trained.sources, trained.contents, signals)
    scores = trained.cues.predict([evidence(sx, reading, trained.rate(reading.cue)) for reading in readings])
    for reading, score in zip(readings, scores, strict=True):
        reading.score = float(score)
