"""The attribution layer: cues, their best source and content, and whether they attribute at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from selon.analysis.attribution.carryover import carried, quoted
from selon.analysis.attribution.citations import cited
from selon.analysis.attribution.constructions import settled
from selon.analysis.attribution.contents import Content, find_contents
from selon.analysis.attribution.cues import Cue, find_cues
from selon.analysis.attribution.echoes import echoes
from selon.analysis.attribution.evidence import cue_features, rate_key
from selon.analysis.attribution.extents import source_extent
from selon.analysis.attribution.forest import Forest, load_forest
from selon.analysis.attribution.gapping import gapped
from selon.analysis.attribution.relays import relayed
from selon.analysis.attribution.sources import Source, find_sources
from selon.analysis.attribution.syntax import Syntax, build
from selon.analysis.document import Document, Draft
from selon.model import Span, Spans

CONTRACTED = frozenset(("de", "d'", "du", "des", "of"))
WEIGHTS = Path(__file__).with_name("weights.npz")
PRIOR = {"high": 0.6, "mid": 0.35, "low": 0.12, "": 0.03}  # how often a lexicon entry of each strength is a cue
SETTLED = 0.05  # a settled reading passes the threshold by so much
DOUBLE = 0.6  # two claims whose contents overlap by more are one


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

    def hopeless(self, cue: Cue) -> bool:
        """A general word that the training articles have often and never, or hardly ever, as a cue (4 of 2,266)."""
        hits, seen = self.rates.get(rate_key(cue), (0.0, 0.0))
        return seen >= 10 and hits < 0.02 * seen


def smoothed(cue: Cue, hits: float, seen: float) -> float:
    return (hits + 2 * PRIOR.get(str(cue.entry.get("strength", "")), 0.03)) / (seen + 2)


@cache
def model() -> Model:
    """The model that the package ships (no pickle); trained by ``python -m training.train``."""
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


def possible(sx: Syntax) -> list[Reading]:
    """The cues worth ranking: those in the lexicon, colons, and any verb beside a quotation."""
    return [Reading(cue) for cue in find_cues(sx) if cue.entry or cue.kind == "colon" or _near_quotation(sx, cue)]


def _near_quotation(sx: Syntax, cue: Cue) -> bool:
    first, last = sx.region(cue.head)
    return any(sx.quote_of[i] != -1 for i in range(max(first, cue.first - 3), min(last, cue.last + 12)))


def rank(sx: Syntax, readings: list[Reading], sources: Forest, contents: Forest) -> None:
    """Give each reading its best source, then its best content, in place."""
    rows: list[tuple[float, ...]] = []
    for reading in readings:
        if not reading.sources:
            reading.sources = find_sources(sx, reading.cue)
        rows += [source.features for source in reading.sources]
    scores = sources.predict(rows)
    at = 0
    for reading in readings:
        own = scores[at : at + len(reading.sources)]
        at += len(reading.sources)
        best = int(own.argmax())
        reading.source, reading.source_score = reading.sources[best], float(own[best])
        rest = np.delete(own, best)
        reading.source_margin = float(own[best] - rest.max()) if len(rest) else 1.0
    rows, options = [], []
    for reading in readings:
        assert reading.source is not None
        found = find_contents(sx, reading.cue, reading.source)
        options.append(found)
        rows += [content.features for content in found]
    scores = contents.predict(rows)
    at = 0
    for reading, found in zip(readings, options, strict=True):
        own = scores[at : at + len(found)]
        at += len(found)
        best = int(own.argmax())
        reading.content, reading.content_score = found[best], float(own[best])


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


def attribute(document: Document) -> list[Draft]:
    """The drafts of a document's claims, by position of their content; labels and speakers come in later layers."""
    if not document.tokens:
        return []
    trained = model()
    sx = build(document)
    readings = [reading for reading in possible(sx) if not trained.hopeless(reading.cue)]
    rank(sx, readings, trained.sources, trained.contents)
    scores = trained.cues.predict([evidence(sx, reading, trained.rate(reading.cue)) for reading in readings])
    threshold = trained.thresholds[document.language.code]
    for reading, score in zip(readings, scores, strict=True):
        reading.score = float(score)
        if settled(sx, reading):
            reading.score = max(reading.score, threshold + SETTLED)
    drafts = drafts_of(sx, readings, threshold)
    drafts = cited(sx, drafts)
    drafts += gapped(sx, drafts)
    drafts += echoes(document)
    drafts += quoted(sx, drafts)
    drafts += carried(sx, drafts)
    drafts = relayed(document, drafts)
    drafts.sort(key=_position)
    return drafts


def _position(draft: Draft) -> int:
    return (draft.content or draft.cue)[0].start


def drafts_of(sx: Syntax, readings: list[Reading], threshold: float) -> list[Draft]:
    """Readings above the threshold, the surest first, none with the content of a surer one; then by position."""
    kept: list[Draft] = []
    covers: list[set[int]] = []
    near: dict[int, list[int]] = {}  # region → the kept drafts that reach it, so that no scan runs over all of them
    for reading in sorted(readings, key=lambda r: -r.score):
        if reading.score < threshold:
            break
        draft = _draft(sx, reading)
        if draft is None:
            continue
        own = {i for span in draft.content for i in range(*span)}
        regions = {sx.region_of[i] for i in _tokens_of(sx, draft)}
        others = sorted({k for region in regions for k in near.get(region, ())})
        double = next((k for k in others if len(own & covers[k]) > DOUBLE * len(own | covers[k])), -1)
        if double != -1:
            kept[double].rivals.append(draft)
            continue
        for region in regions:
            near.setdefault(region, []).append(len(kept))
        kept.append(draft)
        covers.append(own)
    kept.sort(key=lambda d: d.content[0] if d.content else d.cue[0])
    return kept


def _tokens_of(sx: Syntax, draft: Draft) -> list[int]:
    """The first and last token of each span of the draft's content (of its cue, where it has none)."""
    spans = draft.content or draft.cue
    return [sx.document.token_at(offset) for span in spans for offset in (span.start, span.end - 1)]


def _draft(sx: Syntax, reading: Reading) -> Draft | None:
    source, content, cue = reading.source, reading.content, reading.cue
    assert source is not None and content is not None
    if not content.parts and not _refuses(cue):
        return None
    return Draft(
        source=_chars(sx, (source_extent(sx, cue, source),)) if source.first != -1 else (),
        cue=() if cue.kind == "colon" else _chars(sx, ((cue.first, cue.last),)),
        content=_chars(sx, _bare(sx, cue, content.parts)) if content.parts else (),
        rule=f"{cue.kind}:{cue.lemma} {source.position}>{content.side}",
        cue_lemma=cue.lemma,
        cue_kind=cue.kind,
        score=reading.score,
    )


def _refuses(cue: Cue) -> bool:
    """« n’ont pas fait de commentaire », "declined to comment": claims whose content the sentence may leave out."""
    stance = cue.entry.get("negated" if cue.negated else "stance")
    return cue.kind == "verb" and stance == "declines"


def _bare(sx: Syntax, cue: Cue, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The content without the preposition of its noun phrase: « fait état (de) 81 000 manifestants »."""
    (a, b), *rest = parts
    token = sx.tokens[a]
    if cue.kind == "verb" and a == cue.last and token.pos == "ADP" and b - a > 1 and token.lower in CONTRACTED:
        following = sx.tokens[a + 1]
        if not (following.infinitive or following.lower in sx.grammar.object_clitics - {"la", "le", "les", "l'"}):
            return ((a + 1, b), *rest)
    return parts


def _chars(sx: Syntax, parts: tuple[tuple[int, int], ...]) -> Spans:
    return tuple(Span(_word_start(sx, a), sx.tokens[b - 1].end) for a, b in parts)


def _word_start(sx: Syntax, i: int) -> int:
    """The first letter of token i: « -il » and « -t-elle » begin with a hyphen that is no part of the pronoun."""
    token = sx.tokens[i]
    return token.end - len(token.text.lstrip("-").removeprefix("t-"))
