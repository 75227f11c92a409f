"""The skeleton of the sentences: noun phrases, finite verbs and regions, from parts of speech alone.

A *region* is what one attribution may reach over: a sentence, or the sentences that one quotation runs through.
All positions are token indices, ends excluded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from selon.analysis.document import Document, Quotation, Token
from selon.languages.grammar import Grammar, grammar

NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "SYM"})
OPENING = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM"})
QUOTE_MARKS = frozenset("«»“”„‹›\"‘’'‚")
LONGEST_REGION = 450  # tokens
MAX_REGION = 400  # tokens; beyond it a quotation joins no more sentences


class Phrase(NamedTuple):
    """A base noun phrase: tokens ``first`` to ``last``, its head noun's index."""

    first: int
    last: int
    head: int


class Counts(NamedTuple):
    """How many tokens of a kind stand before token i (each list is one longer than the tokens)."""

    finite: list[int]
    commas: list[int]
    quoted: list[int]
    brackets: list[int]  # opened less closed
    loose: list[int]  # loose prepositions
    cues: list[int]
    strong: list[int]


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


def with_genitives(sx: Syntax, end: int, limit: int) -> int:
    """Where the noun phrase that ends at token ``end`` stops with what is "of" it, before ``limit``."""
    while end + 1 < limit and sx.tokens[end].lower in sx.grammar.genitives and end + 1 in sx.np_from:
        end = sx.np_from[end + 1].last
    return end


def build(document: Document) -> Syntax:
    """The skeleton of ``document``, in time linear in its length."""
    rules = grammar(document.language.code)
    tokens = document.tokens
    phrases = _phrases(tokens, rules, document.language.code)
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
    )


def _phrases(tokens: list[Token], rules: Grammar, code: str) -> list[Phrase]:
    """Base noun phrases, left to right: determiner, numbers, adjectives, nouns; pronouns that are no clitics."""
    out: list[Phrase] = []
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        if token.pos == "PRON" or (token.lower in rules.subject_pronouns and i + 1 < n and _conjugated(tokens[i + 1])):
            if not (token.lower in rules.relatives or token.lower in rules.object_clitics) or (
                token.lower in rules.subject_pronouns
            ):
                out.append(Phrase(i, i + 1, i))
            i += 1
            continue
        if token.text in QUOTE_MARKS or not (token.pos in OPENING or _partitive(tokens, i, rules)):
            i += 1
            continue
        if token.lower in rules.relatives:
            i += 1
            continue
        j, noun, last_noun = i, -1, -1
        while j < n:
            t = tokens[j]
            if t.sentence != token.sentence or (t.lower in rules.relatives and j > i):
                break
            if j == i and t.pos == "ADP":
                j += 1
            elif t.text in QUOTE_MARKS and j > i and (j + 1 >= n or t.pos == "PUNCT"):
                # Quoted words inside a phrase: le « cessez-le-feu » — the phrase goes on where a noun follows at once.
                if noun == -1 and t.text not in "»”" and j + 1 < n and tokens[j + 1].pos in OPENING:
                    j += 1
                    continue
                break
            elif t.pos in NOMINAL:
                if noun == -1 and t.pos != "NUM":
                    noun = j
                last_noun = j
                j += 1
            elif (
                t.pos == "ADJ"
                or (t.pos == "DET" and (j == i or (noun == -1 and tokens[j - 1].pos in ("DET", "ADJ"))))
                or _name_particle(tokens, j, i)
            ):
                j += 1
            elif j > i and _joined(tokens, j):
                j += 2  # « Park Sun-won », « Censor.NET »: one name, whatever the tagger says of its parts
            elif (
                (t.pos == "ADV" and j + 1 < n and tokens[j + 1].pos == "ADJ" and j > i)
                or (
                    t.pos == "VERB"
                    and t.participle
                    and noun == -1
                    and j > i
                    and j + 1 < n
                    and tokens[j + 1].pos in NOMINAL
                )
                or (t.tag == "POS" and j > i)
                or (t.text in "-–/&" and 0 < j < n - 1 and tokens[j + 1].pos in NOMINAL and _tight(tokens, j))
            ):
                j += 1
            else:
                break
        while j > i + 1 and tokens[j - 1].pos in ("DET", "ADV") and not tokens[j - 1].text[:1].isupper():
            j -= 1
        head = (noun if code == "fr" else last_noun) if noun != -1 else max(last_noun, j - 1 if j > i else i)
        out.append(Phrase(i, max(j, i + 1), max(head, i)))
        i = max(j, i + 1)
    return out


def _partitive(tokens: list[Token], i: int, rules: Grammar) -> bool:
    """« Des leaders ont indiqué », « De Santis a parlé »: a preposition that opens a phrase itself."""
    token = tokens[i]
    if token.pos != "ADP" or token.lower not in rules.genitives or token.lower == "of" or i + 1 >= len(tokens):
        return False
    before = tokens[i - 1] if i else None
    opening = before is None or before.sentence != token.sentence or before.pos in ("PUNCT", "CCONJ", "SCONJ", "VERB")
    opening = opening or (before is not None and before.lower in rules.relatives)
    if not opening or tokens[i + 1].pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    return token.lower == "des" or (token.text[0].isupper() and tokens[i + 1].text[0].isupper())


def _joined(tokens: list[Token], j: int) -> bool:
    """A hyphen or dot with no space on either side, between parts of a capitalised name."""
    if not 0 < j < len(tokens) - 1 or tokens[j].text not in ("-", "‑", "."):
        return False
    before, token, after = tokens[j - 1], tokens[j], tokens[j + 1]
    return before.end == token.start and token.end == after.start and before.text[:1].isupper()


def _name_particle(tokens: list[Token], j: int, first: int) -> bool:
    """« Jean-Marie Le Pen », « Ursula von der Leyen »: a particle between two parts of a name."""
    if not first < j < len(tokens) - 1:
        return False
    before, token, after = tokens[j - 1], tokens[j], tokens[j + 1]
    capitals = before.text[:1].isupper() and after.text[:1].isupper()
    small = token.lower in ("von", "van", "der", "bin", "ben", "al", "el", "ter", "zu")
    return (
        capitals
        and after.pos in ("PROPN", "X", "NOUN")
        and (
            (token.text in ("Le", "La", "De", "Du", "Des", "El", "Al"))
            or (small and token.pos in ("PROPN", "X", "DET"))
        )
    )


def _conjugated(token: Token) -> bool:
    """« Beaucoup ont peur », "All agree": the next word is a finite verb."""
    return token.pos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin"


def _tight(tokens: list[Token], j: int) -> bool:
    return tokens[j - 1].end == tokens[j].start or tokens[j].text == "&"


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


WORD_CLASSES = (
    "edge",
    "comma",
    "stop",
    "colon",
    "dash",
    "bracket",
    "quote",
    "and",
    "but",
    "that",
    "relative",
    "subordinator",
    "question",
    "gerund",
    "preposition",
    "genitive",
    "finite verb",
    "verb",
    "pronoun",
    "determiner",
    "noun",
    "name",
    "adverb",
    "adjective",
    "number",
    "other",
)


def word_class(sx: Syntax, i: int, first: int, last: int) -> int:
    """The index in WORD_CLASSES of what token i is to the clause; "edge" outside ``first`` to ``last``."""
    if not first <= i < last:
        return 0
    cached = sx.classes[i]
    if cached == -1:
        cached = sx.classes[i] = WORD_CLASSES.index(_word_class(sx, i))
    return cached


def _word_class(sx: Syntax, i: int) -> str:
    t, rules = sx.tokens[i], sx.grammar
    if t.text in QUOTE_MARKS:
        return "quote"
    if t.pos == "PUNCT":
        marks = {",": "comma", ":": "colon", ";": "stop", "(": "bracket", ")": "bracket", "-": "dash"}
        return marks.get(t.text, "dash" if t.text in "—–" else "stop")
    if t.pos == "CCONJ":
        return "but" if t.lower in ("mais", "but", "or", "car") else "and"
    if t.lower in rules.complementizers:
        return "relative" if t.pos == "PRON" else "that"
    if t.lower in rules.relatives and t.pos in ("PRON", "DET", "ADV", "SCONJ"):
        return "relative"
    if t.pos == "SCONJ" or (t.lower in rules.subordinators and t.pos not in ("ADP", "PRON", "ADV")):
        return "question" if t.lower in rules.question_words else "subordinator"
    if sx.finite[i] or t.tag == "MD":
        return "finite verb"
    if t.pos in ("VERB", "AUX"):
        return "gerund" if t.tag == "VBG" or (t.participle and t.feats.get("Tense") == "Pres") else "verb"
    if t.pos == "ADP":
        return "genitive" if t.lower in rules.genitives else "preposition"
    names = {"PRON": "pronoun", "DET": "determiner", "NOUN": "noun", "PROPN": "name", "X": "name", "ADV": "adverb"}
    return names.get(t.pos, {"ADJ": "adjective", "NUM": "number"}.get(t.pos, "other"))
