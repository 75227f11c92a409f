"""Echoes: « Même écho de Lloyd Austin » — a source says the same; the sentence leaves the content out."""

from __future__ import annotations

from selon.analysis.document import Document, Draft
from selon.languages.cues import cues
from selon.languages.grammar import grammar
from selon.model import Span


def echoes(document: Document) -> list[Draft]:
    """A draft with an empty content for each echo that opens a sentence; its source runs to the sentence's end."""
    lexicon, rules = cues(document.language.code), grammar(document.language.code)
    out: list[Draft] = []
    for sentence in document.sentences:
        tokens = document.tokens[sentence.first : sentence.last]
        if not tokens:
            continue
        for cue in lexicon.echoes.get(tokens[0].lower, ()):
            n = len(cue.words)
            words = [token.lower for token in tokens[:n]]
            if words != list(cue.words) and [token.lemma for token in tokens[:n]] != list(cue.words):
                continue
            if " ".join(token.lower for token in tokens[n : n + 2]) in rules.echo_sides:
                n += 2  # « Même son de cloche du côté (des pêcheurs) »
            if n < len(tokens) and tokens[n].lower in rules.echo_links and n + 1 < len(tokens):
                end = _source_end(document, sentence.first + n + 1, sentence.last)
                out.append(
                    Draft(
                        source=(Span(tokens[n + 1].start, document.tokens[end - 1].end),),
                        cue=(Span(tokens[0].start, tokens[n].end),),
                        content=(),
                        rule=f"echo:{cue.key}",
                        cue_lemma=cue.key,
                        cue_kind="echo",
                    )
                )
                break
    return out


def _source_end(document: Document, first: int, last: int) -> int:
    """The source with its apposition; a further comma brings in an adjunct (« en route pour une réunion »)."""
    commas = 0
    for i in range(first, last):
        token = document.tokens[i]
        if token.text == ",":
            commas += 1
            following = document.tokens[i + 1] if i + 1 < last else None
            if commas > 1 or following is None or following.pos not in ("DET", "NOUN", "PROPN", "ADJ"):
                return i
        elif token.text in ".;:!?" or token.feats.get("VerbForm") == "Fin":
            return i
    return last
