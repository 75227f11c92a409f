"""Is a source kept unnamed? "a senior official", "plusieurs témoins" are; institutions and collectives are not.

Decided by the head noun, its determiner and whether a name stands with it. A pronoun is as anonymous as what it stands
for: ask with the spans of its antecedent.
"""

from __future__ import annotations

from itertools import pairwise

from selon.analysis.document import Document, Token
from selon.languages.agents import agents
from selon.model import Spans

BREAKS = frozenset(("ADP", "PUNCT", "SCONJ", "VERB", "PRON", "CCONJ"))


def is_anonymous(document: Document, source: Spans) -> bool:
    """True where the head of the source is a person or persons and no name stands with it."""
    tokens = [token for span in source for token in document.tokens_in(*span)]
    if not tokens:
        return False
    nouns = agents(document.language.code)
    unnamed = nouns.unnamed
    if len(tokens) <= 2 and tokens[-1].lower.lstrip("-") in unnamed.alone:
        return True
    head = _head(tokens, document.language.code)
    if head is None or _named(tokens, head) or _capital(document, head):
        return False
    kinds = nouns.of(head.lemma) | nouns.of(head.lower)
    before = {token.lower for token in tokens if token.i < head.i}
    if before & unnamed.not_after:
        return False
    if before & unnamed.some:
        return not kinds or bool(kinds & {"persons", "anonymous"})
    plural = head.feats.get("Number") == "Plur" or head.tag == "NNS"
    if before & unnamed.indefinite and not plural:
        return bool(kinds & {"persons", "anonymous"}) and "bodies" not in kinds
    if head.lemma in unnamed.people and plural and _told_by_knowledge(tokens, head):
        return True
    if "anonymous" not in kinds:
        return False
    if not plural and before & unnamed.definite:
        # "le chercheur", "l'élu" take up somebody named; a spokesperson or a source has no name to take up
        return head.lemma in unnamed.always or _described(tokens, head)
    return True


def _head(tokens: list[Token], code: str) -> Token | None:
    """The noun that the phrase is about: the first one in French, the last before a preposition in English."""
    if code == "fr":
        return next((token for token in tokens if token.pos in ("NOUN", "PROPN")), None)
    head = None
    for token in tokens:
        if token.pos in ("NOUN", "PROPN"):
            head = token
        elif head is not None and token.pos in BREAKS and not token.text.isupper():  # "the official WHO report"
            break
    return head


def _told_by_knowledge(tokens: list[Token], head: Token) -> bool:
    """ "three people (with knowledge of P)", « des personnes (au fait du dossier) »: counted, or said to know."""
    counted = any(token.pos == "NUM" for token in tokens if token.i < head.i)
    after = next((token for token in tokens if token.i == head.i + 1), None)
    return counted or (after is not None and (after.pos in ("ADJ", "ADP") or after.participle))


def _described(tokens: list[Token], head: Token) -> bool:
    """Known by what they do alone: "le gynécologue qui suivait cette grossesse"."""
    after = next((token for token in tokens if token.i == head.i + 1), None)
    return after is not None and (after.lower in ("qui", "who") or after.participle)


def _capital(document: Document, head: Token) -> bool:
    """« les Amis de la Terre »: a noun with a capital that no sentence gives it is a name."""
    opens = document.sentences[head.sentence].first == head.i
    common = document.language.code == "en" and head.pos == "NOUN"  # a headline's
    return head.text[:1].isupper() and not head.text.isupper() and not opens and not common


def _named(tokens: list[Token], head: Token) -> bool:
    """Does a person's name follow the head, at once, after an adjective, or in apposition after a comma?"""
    for before, token in pairwise(tokens):
        if token.i > head.i and token.pos == "PROPN" and token.text[:1].isupper():
            if before.pos in ("NOUN", "PROPN", "ADJ") and before.i >= head.i:
                return True
            follower = next((t for t in tokens if t.i == token.i + 1), None)
            if before.lower == "," and follower is not None and follower.pos == "PROPN":
                return True
    return False
