"""The skeleton of the sentences: noun phrases, finite verbs and regions, from parts of speech alone.

A *region* is what one attribution may reach over: a sentence, or the sentences that one quotation runs through.
All positions are token indices, ends excluded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from selon.analysis.attribution.noun_phrases import Phrase, noun_phrases
from selon.analysis.document import Document, Quotation, Token
from selon.analysis.quotations import QUOTE_MARKS
from selon.languages.grammar import Grammar, grammar

LONGEST_REGION = 450  # tokens
MAX_REGION = 400  # tokens; beyond it a quotation joins no more sentences


class Counts(NamedTuple):
    """How many tokens of a kind stand before token i (each list is one longer than the tokens)."""

    finite: list[int]
    commas: list[int]
    quoted: list[int]
    brackets: list[int]  # opened less closed
    loose: list[int]  # loose prepositions
    cues: list[int]
    strong: list[int]
    phrases: list[int]  # that begin
    marks: list[int]  # of quotations
    conjunctions: list[int]


@dataclass(slots=True)
class Syntax:
    """A document's skeleton; ``np_from[i]`` is the phrase that begins at token i, ``np_of[i]`` that which holds it."""

    document: Document
    grammar: Grammar
    tokens: list[Token]
    phrases: list[Phrase]
    np_from: dict[int, Phrase]
    np_of: list[int]
    region_of: list[int]
    regions: list[tuple[int, int]]
    quote_of: list[int]  # index of the outermost quotation that holds token i, or -1
    quotes: list[tuple[int, int, Quotation]]  # token range of each quotation, marks included
    finite: list[bool]
    subject: list[bool]  # may token i open a finite clause as its subject?
    brackets: dict[int, tuple[int, int]]  # token → the inside of the round brackets around it
    cue_strength: list[int]  # 0 no cue, 1 a weak cue, 2 a strong cue heads here (find_cues fills it)
    classes: list[int]  # word_class of each token, -1 where not yet known
    _counts: Counts | None = None
    breaks: list[int] | None = None  # where another statement may begin (breaks.may_break fills it)

    @property
    def counts(self) -> Counts:
        """Running counts, made when first asked for: after find_cues."""
        if self._counts is None:
            self._counts = _counted(self)
        return self._counts

    def region(self, i: int) -> tuple[int, int]:
        """The tokens that an attribution at i may reach: its region, or the brackets that it stands in."""
        first, last = self.brackets.get(i) or self.regions[self.region_of[i]]
        if last - first > LONGEST_REGION:  # a "sentence" without end: what is near is read, in bounded time
            return max(first, i - LONGEST_REGION // 2), min(last, i + LONGEST_REGION // 2)
        return first, last


def whose(sx: Syntax, i: int) -> bool:
    """Is token i a possessive of a third person: « ses », "her"?"""
    token = sx.tokens[i]
    return (token.feats.get("Poss") == "Yes" or token.tag == "PRP$") and token.feats.get("Person") != "1"


def owned_phrase(sx: Syntax, i: int) -> Phrase | None:
    """The noun phrase that begins at token i, with the English possessive before its noun ("her | deputy")."""
    phrase = sx.np_from.get(i)
    owned = sx.np_from.get(i + 1) if phrase is not None and phrase.last == i + 1 and whose(sx, i) else None
    return phrase if owned is None else owned._replace(first=i)


def with_joined(sx: Syntax, end: int, limit: int) -> int:
    """Where the noun phrase that ends at token ``end`` stops with what is "of" it and what a conjunction joins to it,
    before ``limit``; what is joined may be no subject of a clause of its own ("by A | and B said P")."""
    end = with_genitives(sx, end, limit)
    while end + 1 < limit and sx.tokens[end].lower in sx.grammar.joining:
        joined = owned_phrase(sx, end + 1)
        after = -1 if joined is None else with_genitives(sx, joined.last, limit)
        if after == -1 or (after < limit and sx.finite[after]):
            break
        end = after
    return end


def of_manner(sx: Syntax, i: int) -> bool:
    """Is token i an adverb of manner: « conjointement », "privately"?"""
    return sx.tokens[i].pos == "ADV" and sx.tokens[i].lower.endswith(tuple(sx.grammar.manner_endings))


def with_genitives(sx: Syntax, end: int, limit: int) -> int:
    """Where the noun phrase that ends at token ``end`` stops with what is "of" it, before ``limit``."""
    while end + 1 < limit and sx.tokens[end].lower in sx.grammar.genitives and end + 1 in sx.np_from:
        end = sx.np_from[end + 1].last
    return end


def from_genitives(sx: Syntax, start: int, first: int) -> int:
    """Where the noun phrase begins that the one at token ``start`` belongs to (« (le rapport) des experts »), from
    token ``first`` on."""
    while start - 2 >= first and sx.tokens[start - 1].lower in sx.grammar.genitives and sx.np_of[start - 2] != -1:
        start = sx.phrases[sx.np_of[start - 2]].first
    return start


def subject_at(sx: Syntax, at: int, last: int) -> tuple[int, int] | None:
    """The subject that begins at the token, where its verb follows: « la cour », not the clitic of « l'a annulé »."""
    tokens, rules = sx.tokens, sx.grammar
    phrase = owned_phrase(sx, at)
    if phrase is None and not sx.subject[at]:
        return None
    verb = end = with_genitives(sx, phrase.last, last) if phrase is not None else at + 1
    while verb < last and (tokens[verb].pos == "ADV" or tokens[verb].lower in rules.object_clitics | rules.negations):
        verb += 1
    while end - 1 > at and tokens[end - 1].lower in rules.object_clitics and tokens[end - 1].pos != "NOUN":
        end -= 1
    return (at, end) if verb < last and (sx.finite[verb] or tokens[verb].tag == "MD") else None


def build(document: Document) -> Syntax:
    """The skeleton of ``document``, in time linear in its length."""
    rules = grammar(document.language.code)
    tokens = document.tokens
    phrases = noun_phrases(tokens, rules, document.language.code)
    np_of = [-1] * len(tokens)
    for k, phrase in enumerate(phrases):
        for i in range(phrase.first, phrase.last):
            np_of[i] = k
    quotes, quote_of = _quotes(document)
    regions, region_of = _regions(document, quotes)
    # « Park Sun-won »: a part of a name is no verb, whatever the tagger says.
    finite = [t.pos in ("VERB", "AUX") and t.feats.get("VerbForm") == "Fin" and np_of[t.i] == -1 for t in tokens]
    subject = [t.lower in rules.subject_pronouns for t in tokens]
    return Syntax(
        document,
        rules,
        tokens,
        phrases,
        {p.first: p for p in phrases},
        np_of,
        region_of,
        regions,
        quote_of,
        quotes,
        finite,
        subject,
        _brackets(tokens),
        [0] * len(tokens),
        [-1] * len(tokens),
    )


def _counted(sx: Syntax) -> Counts:
    loose = sx.grammar.loose_prepositions

    def running(kinds: Iterable[int]) -> list[int]:
        return [0, *accumulate(kinds)]

    return Counts(
        running(sx.finite),
        running(t.text == "," for t in sx.tokens),
        running(q != -1 for q in sx.quote_of),
        running((t.text == "(") - (t.text == ")") for t in sx.tokens),
        running(t.lower in loose for t in sx.tokens),
        running(strength > 0 for strength in sx.cue_strength),
        running(strength > 1 for strength in sx.cue_strength),
        running(t.i in sx.np_from for t in sx.tokens),
        running(t.text in QUOTE_MARKS for t in sx.tokens),
        running(t.lower in sx.grammar.conjunctions for t in sx.tokens),
    )


def _quotes(document: Document) -> tuple[list[tuple[int, int, Quotation]], list[int]]:
    quote_of = [-1] * len(document.tokens)
    quotes: list[tuple[int, int, Quotation]] = []
    end = -1
    for quotation in document.quotations:
        if quotation.span.start < end:
            continue
        inside = document.tokens_in(*quotation.span)
        if not inside:
            continue
        first, last = inside[0].i, inside[-1].i + 1
        for i in range(first, last):
            quote_of[i] = len(quotes)
        quotes.append((first, last, quotation))
        end = quotation.span.end
    return quotes, quote_of


def _brackets(tokens: list[Token]) -> dict[int, tuple[int, int]]:
    """The inside of round brackets in one sentence: « (de la “chair à canon” selon le ministre) »."""
    out: dict[int, tuple[int, int]] = {}
    opened = -1
    for token in tokens:
        if token.text == "(":
            opened = token.i
        elif token.text == ")" and opened != -1:
            inside = token.i - opened - 1
            if 3 < inside < 60 and tokens[opened].sentence == token.sentence:
                for i in range(opened + 1, token.i):
                    out[i] = (opened + 1, token.i)
            opened = -1
    return out


def _regions(document: Document, quotes: list[tuple[int, int, Quotation]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Sentences, joined where a quotation runs over their border."""
    joins: set[int] = set()
    for first, last, _ in quotes:
        a, b = document.tokens[first].sentence, document.tokens[last - 1].sentence
        joins.update(range(a, b))
    regions: list[tuple[int, int]] = []
    region_of = [0] * len(document.tokens)
    start = None
    for k, sentence in enumerate(document.sentences):
        start = sentence.first if start is None else start
        if k in joins and sentence.last - start < MAX_REGION:
            continue
        for i in range(start, sentence.last):
            region_of[i] = len(regions)
        regions.append((start, sentence.last))
        start = None
    if start is not None:
        for i in range(start, len(document.tokens)):
            region_of[i] = len(regions)
        regions.append((start, len(document.tokens)))
    return regions, region_of
