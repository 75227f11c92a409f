"""The parts of a source that names several: « la compagnie et le syndicat », "neither the army nor its allies"."""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.nouns import Nouns
from selon.analysis.proper import capital
from selon.model import Span, Spans


def conjuncts(document: Document, source: Spans, nouns: Nouns) -> list[Spans]:
    """The spans of each conjunct, in order; ``source`` alone where it names one, or several under one determiner.

    « les ministères de l'Intérieur et de la Justice », "the heads of the army and the police" stay whole.
    """
    if len(source) != 1:
        return [source]
    tokens = document.tokens_in(*source[0])
    if tokens and tokens[0].lower in nouns.words.correlatives:
        tokens = tokens[1:]
    if not tokens or not (_determined(tokens[0], nouns) or capital(tokens[0])):
        return [source]
    cuts = [0]
    for k in range(1, len(tokens) - 1):
        if tokens[k].text in (",", "(", ";") or tokens[k].lower in nouns.words.relative:
            break
        joins = tokens[k].lower in nouns.words.conjunctions
        if joins and _determined(tokens[k + 1], nouns):
            cuts.append(k)
    if len(cuts) == 1 or _shares_head(tokens[: cuts[1]]):
        return [source]
    last = source[0].end
    ends = [tokens[k - 1].end for k in cuts[1:]] + [last]
    starts = [tokens[0].start] + [tokens[k + 1].start for k in cuts[1:]]
    return [(Span(a, b),) for a, b in zip(starts, ends, strict=True)]


def _determined(token: Token, nouns: Nouns) -> bool:
    return token.pos == "DET" or token.lower in nouns.words.possessives


def _shares_head(first: list[Token]) -> bool:
    """A plural with a complement: what is behind the conjunction may be of the same heads."""
    plural = any(t.pos == "NOUN" and t.feats.get("Number") == "Plur" for t in first)
    return plural and any(t.pos == "ADP" for t in first)
