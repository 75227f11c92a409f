"""Is a source kept unnamed? "a senior official", "plusieurs témoins" are; institutions and collectives are not."""

from __future__ import annotations

from itertools import pairwise

from selon.analysis.document import Document, Token
from selon.languages.agents import agents
from selon.model import Spans

UNNAMED = {
    "fr": frozenset(("certains", "certaines", "d'aucuns", "on", "quelqu'un", "d'autres", "beaucoup", "plusieurs")),
    "en": frozenset(("some", "others", "several", "many", "someone", "somebody", "one")),
}


def is_anonymous(document: Document, source: Spans) -> bool:
    """True where the head of the source is a person or persons and no name stands with it."""
    tokens = [token for span in source for token in document.tokens_in(*span)]
    if not tokens:
        return False
    code = document.language.code
    nouns = agents(code)
    if len(tokens) <= 2 and tokens[-1].lower in UNNAMED[code]:
        return True
    head = _head(tokens, code)
    if head is None:
        return False
    kinds = nouns.of(head.lemma) | nouns.of(head.lower)
    if "anonymous" not in kinds:
        return False
    return not _named(tokens, head)


def _head(tokens: list[Token], code: str) -> Token | None:
    """The noun that the phrase is about: the first one in French, the last before a preposition in English."""
    if code == "fr":
        return next((token for token in tokens if token.pos in ("NOUN", "PROPN")), None)
    head = None
    for token in tokens:
        if token.pos in ("NOUN", "PROPN"):
            head = token
        elif head is not None and (token.pos in ("ADP", "PUNCT", "SCONJ", "VERB", "PRON", "CCONJ")):
            break
    return head


def _named(tokens: list[Token], head: Token) -> bool:
    """A person's name in the phrase: two capitalised words in a row after the head, or one right after it."""
    for before, token in pairwise(tokens):
        if token.pos == "PROPN" and token.text[:1].isupper() and before.pos in ("NOUN", "PROPN", "PUNCT", "ADJ"):
            return True
    return False
