"""Participles of saying that open a sentence: « Estimant que P, la cour … », "While insisting that P, X resigned".

By grammar, because the training articles have only some twenty of them, where the press has many: all of those were
right, and nothing else was taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.attribution.adjuncts import addressee
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.receivers import opens_infinitive
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, subject_at

LEAD = 3  # words before the participle: « Tout en », "After"
LONGEST = 60  # tokens of what is said
TAKING_SIDES = frozenset({"criticises", "denies", "doubts", "fears", "approves", "asks"})


def opening_participles(sx: Syntax, readings: Sequence[Reading], threshold: float) -> None:
    """« Accusant Paris d'ingérence, la junte a expulsé P »: settles the reading with the subject of the main clause for
    its source and what stands before that for its content, in place."""
    for reading in readings:
        found = opening(sx, reading.cue)
        if found is None or reading.source is None or reading.content is None:
            continue
        (first, last), (a, b) = found
        parts = reading.content.parts
        if reading.cue.entry.get("stance") == "asks":
            a = max(a, addressee(sx, reading.cue))  # « Appelant les habitants (à partir) »
        elif len(parts) == 1 and a < parts[0][0] < b and _joins(sx, parts[0][0]):
            a = parts[0][0]  # "Telling reporters (that P)"
        reading.source = Source(first, last, "inverted", reading.source.features)
        reading.content = Content(((a, b),), "right", reading.content.features)
        reading.score, reading.settled = max(reading.score, threshold), True


def opening(sx: Syntax, cue: Cue) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The subject of the main clause behind a participle of saying that opens the sentence, and what is said between
    the two; None elsewhere."""
    first, last = sx.region(cue.head)
    if cue.head - first > LEAD or cue.table != "verbs" or not _opens(sx, first, cue.head):
        return None
    tokens, comma, subject = sx.tokens, -1, None
    for i in range(cue.last + 1, min(cue.last + LONGEST, last - 1)):
        if tokens[i].text in ";:" and sx.quote_of[i] == -1:
            return None
        if tokens[i].text == "," and sx.quote_of[i + 1] == sx.quote_of[cue.head]:
            subject = subject_at(sx, i + 1, last)
            comma = i
        if subject is not None:
            break
    return (subject, (cue.last, comma)) if subject is not None and _said(sx, cue, comma) else None


def _opens(sx: Syntax, first: int, head: int) -> bool:
    """Do the words up to the verb make a participle or « après avoir dit » with which a sentence may begin?"""
    tokens, rules = sx.tokens, sx.grammar
    joins = rules.subordinators | rules.adjunct_prepositions | rules.conjunctions
    if _gerund(sx, head) and head == first:
        return True
    if any(t.lower not in joins and t.lemma not in rules.auxiliaries for t in tokens[first:head]):
        return False
    before = tokens[head - 1]
    done = before.lemma in rules.auxiliaries and (_gerund(sx, head - 1) or before.infinitive)
    return _gerund(sx, head) or done or (tokens[head].infinitive and before.lower in rules.privatives)


def _gerund(sx: Syntax, i: int) -> bool:
    token = sx.tokens[i]
    return token.tag == "VBG" or (token.participle and token.feats.get("Tense") == "Pres")


def _said(sx: Syntax, cue: Cue, comma: int) -> bool:
    """Does what stands behind the cue show that it is said: a clause, a quotation, what one will or won't do, or what a
    verb of praise, blame, fear or demand takes?"""
    tokens, at, strength = sx.tokens, cue.last, cue.entry.get("strength")
    if strength not in ("high", "mid"):
        return False
    clause = any(sx.finite[at:comma])
    told = sx.np_from[at].last if "person+clause" in cue.takes and at in sx.np_from else at
    if _joins(sx, told):
        return clause and (tokens[told].lower in sx.grammar.complementizers or "whether" in cue.takes)
    if tokens[cue.head].infinitive:
        return False  # « Sans préciser sa date »
    quote = next((i for i in range(at, comma) if sx.quote_of[i] != sx.quote_of[cue.head]), -1)
    if quote != -1 and not any(sx.finite[i] or _gerund(sx, i) for i in range(at, quote)):
        return True  # not "Echoing an email that named “the big guy”, X said Q"
    stance = cue.entry.get("stance")
    if stance in ("declines", "intends") and strength == "high":
        return opens_infinitive(sx, at + 1, comma) or (stance == "declines" and " " in cue.lemma)
    if sx.document.language.code == "en" and stance == "asserts" and strength == "high" and "clause" in cue.takes:
        return clause and (sx.subject[at] or at in sx.np_from)
    return stance in TAKING_SIDES and strength == "high"


def _joins(sx: Syntax, at: int) -> bool:
    """Does a conjunction or a question word open a clause at the token?"""
    return sx.tokens[at].lower in sx.grammar.complementizers | sx.grammar.question_words
