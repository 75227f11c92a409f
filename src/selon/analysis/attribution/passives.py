"""Passives whose agent says something of their subject: « un tracé jugé “fébrile” par X », "described by X as P"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.attribution.content_ends import SPEAKERS, ends_from, trimmed
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.quotations import QUOTE_MARKS

LONGEST = 14  # tokens between a passive and its agent: "dismissed as “…” by the opposition"
CLOSING = frozenset(",;:—–)")  # what is said behind an agent ends here
UNLIKELY = 0.25  # what the ranker doubts more is no attribution, whoever stands behind "by"


def told_by_agent(sx: Syntax, readings: Sequence[Reading], threshold: float) -> None:
    """« Un tracé jugé “fébrile” par X », "described by the bishops as P": a passive that says something of its subject
    is said by its agent. Sets source and content, in place, and settles the reading."""
    for reading in readings:
        cue = reading.cue
        passive = cue.passive and cue.entry and cue.kind in ("verb", "participle")
        if cue.lemma in sx.grammar.citing:
            continue  # "was quoted by X as saying P": X hands on what the subject said
        if not passive or reading.score < UNLIKELY:
            continue
        by = _agent(sx, cue)
        if by == -1:
            continue
        phrase = sx.np_from[by + 1]
        end = with_genitives(sx, phrase.last, sx.region(cue.head)[1])
        said = (cue.last, by) if by > cue.last else _behind_agent(sx, cue, end)
        if by > cue.last and not _says_something(sx, cue.last):
            # « a été confirmé (à plusieurs médias) par X », "announced on Friday by X": of the subject alone
            if reading.content is not None and reading.content.side == "left":
                reading.source = _agent_source(reading, by, end)
            continue
        if said is None:
            continue
        reading.source = _agent_source(reading, by, end)
        reading.content = Content((said,), "right", reading.content.features if reading.content is not None else ())
        reading.score, reading.settled = max(reading.score, threshold), True


def _agent(sx: Syntax, cue: Cue) -> int:
    """The preposition of a passive's agent, behind the cue or behind what is said; -1 where there is none."""
    last = min(sx.region(cue.head)[1] - 1, cue.last + LONGEST)
    for i in range(cue.last, last):
        token = sx.tokens[i]
        if sx.quote_of[i] != sx.quote_of[cue.head]:
            continue
        acts = token.pos in ("VERB", "CCONJ") and i > cue.last  # « critiqué “P” et demandé à être reçus par X »
        if sx.finite[i] or token.text in ",;:" or acts:
            return -1
        if token.lower in sx.grammar.agent_prepositions and i + 1 in sx.np_from:
            phrase = sx.np_from[i + 1]
            timed = sx.tokens[phrase.head].lower in sx.grammar.reference_nouns
            speaks = not timed and head_class(sx, phrase.first, phrase.last, phrase.head) in SPEAKERS
            return i if speaks else -1
    return -1


def _agent_source(reading: Reading, by: int, end: int) -> Source:
    features = reading.source.features if reading.source is not None else ()
    return Source(by + 1, end, "agent", features)


def _says_something(sx: Syntax, at: int) -> bool:
    """Does what begins at token ``at`` say what the subject is or did: not « (massivement) par », "(on Friday) by"?"""
    while at + 1 < len(sx.tokens) and sx.tokens[at].pos == "ADV":
        at += 1  # « jugée (trop) optimiste »
    token = sx.tokens[at]
    if token.text in QUOTE_MARKS or token.pos == "ADJ" or token.participle:
        return True
    figure = token.lower in sx.grammar.figuring and at + 1 < len(sx.tokens) and sx.tokens[at + 1].pos == "NUM"
    return figure or token.lower in (sx.grammar.predicating | sx.grammar.infinitive_markers) - sx.grammar.purpose


def _behind_agent(sx: Syntax, cue: Cue, at: int) -> tuple[int, int] | None:
    """What a passive says of its subject behind its agent, which ends at token ``at``."""
    last = sx.region(cue.head)[1]
    if at >= last or sx.tokens[at].text == "," or sx.tokens[at].lower not in sx.grammar.predicating:
        return None
    ends = ends_from(sx, at, last, Source(-1, -1, "none", ()))
    end = next((end for end, _ in ends if end < last and sx.tokens[end].text in CLOSING), ends[-1][0])
    return at, trimmed(sx, at, end)
