"""Readings that a construction settles by itself, whatever the ranker makes of the words (``constructions``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from selon.analysis.attribution.constructions import (
    CLITICS,
    CONSTRUCTIONS,
    DOUBTED,
    Construction,
    figure_given,
    gives_no_answer,
    not_reached,
    says_nothing,
    says_to_do,
    will_not_say,
)
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.cue_constructions import narrated
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax

# Below this the ranker's doubt outweighs the constructions DOUBTED: of 108 figures "given" only 4 were claims on the
# training articles (« La France compte 48 000 écoles »), unless another figure is given nearby ("the police counted
# 60,000; the union gave 500,000").
UNLIKELY = 0.25
BESIDE = 2  # sentences
SURE = 1.0  # what a construction without a source is given: more than nobody needs


class _Read(Protocol):
    score: float
    settled: bool

    @property
    def cue(self) -> Cue: ...
    @property
    def source(self) -> Source | None: ...
    @property
    def content(self) -> Content | None: ...


def settle(sx: Syntax, readings: Sequence[_Read], threshold: float) -> None:
    """Raise the readings of which one of the constructions holds to the threshold and mark them, in place."""
    given: list[int] = []  # the sentences where a figure is given
    doubtful = []
    sure = {r.cue.head for r in readings if r.cue.kind == "infinitive" and r.score >= threshold}
    for reading in readings:
        if narrated(sx, reading.cue):
            reading.settled, reading.score = True, max(reading.score, SURE)
            continue
        held = settled(sx, reading)
        if held is says_to_do and any(i in sure for i in range(reading.cue.last, reading.cue.last + CLITICS)):
            continue  # « dit | regretter P »: the ranking has taken the other verb
        if held is figure_given or (reading.score >= threshold and _gives_figure(sx, reading)):
            given.append(sx.tokens[reading.cue.head].sentence)
        if held is not None:
            reading.settled, reading.score = True, max(reading.score, threshold)
        elif reading.score < UNLIKELY and _holds(sx, reading, figure_given):
            doubtful.append(reading)
    for reading in doubtful:
        here = sx.tokens[reading.cue.head].sentence
        if any(abs(here - sentence) <= BESIDE for sentence in given):
            reading.settled, reading.score = True, threshold


def _gives_figure(sx: Syntax, reading: _Read) -> bool:
    """A figure is given, by a verb of counting or « selon »."""
    if reading.cue.kind != "preposition":
        return _holds(sx, reading, figure_given)
    parts = reading.content.parts if reading.content is not None else ()
    return any(sx.tokens[i].pos == "NUM" for a, b in parts for i in range(a, b))


def settled(sx: Syntax, reading: _Read) -> Construction | None:
    """The construction that holds of the ranked reading, if one does."""
    unlikely = reading.score < UNLIKELY
    return next((h for h in CONSTRUCTIONS if not (unlikely and h in DOUBTED) and _holds(sx, reading, h)), None)


def _holds(sx: Syntax, reading: _Read, construction: Construction) -> bool:
    source, content = reading.source, reading.content
    if source is None or content is None or source.first == -1:
        return False
    bare = construction in (gives_no_answer, will_not_say, says_nothing, not_reached)  # « n'a pas souhaité commenter »
    return (bool(content.parts) or bare) and construction(sx, reading.cue, source, content)
