"""What a token is to its clause, in one word: what the rankers see of the words around a border."""

from __future__ import annotations

from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

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
        return "but" if t.lower in rules.turning else "and"
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
