"""Which names of an article are companies, though nothing calls them so: by what they own, sell and report."""

from __future__ import annotations

from selon.analysis.document import Document
from selon.analysis.mentions.entities import Mention
from selon.analysis.nouns import Nouns
from selon.languages.cues import cues
from selon.languages.speakers import kinds

NEAR = 5  # tokens from a name, or from a possessive, to what is its own
ROLE = "company"


def mark_companies(document: Document, mentions: list[Mention], nouns: Nouns) -> None:
    """Add the role "company" to the entities without a body's role that have a plant, shares, a turnover …"""
    known = set(kinds().bodies)
    for mention in mentions:
        entity = mention.entity
        if not mention.proper or entity.kind not in ("", "body") or entity.number != "s" or entity.roles & known:
            continue
        if _owns(document, mention, nouns):
            entity.roles.add(ROLE)


def _owns(document: Document, mention: Mention, nouns: Nouns) -> bool:
    tokens, words = document.tokens, nouns.words
    first, last = document.token_at(mention.start), document.token_at(mention.end - 1) + 1
    sentence = document.sentences[mention.sentence]
    if mention.possessor:  # "Norvane's plant in Tilbury"
        return any(tokens[k].lower in words.trade for k in range(last + 1, min(last + NEAR, sentence.last)))
    k = first - 1
    while k > sentence.first and tokens[k].pos == "DET":
        k -= 1
    if k > sentence.first and (tokens[k].lower in words.of or tokens[k].lower in words.amalgams):
        if tokens[k - 1].lower in words.trade - words.sites:  # « les actions de Norvane »
            return True
    elif nouns.code == "fr" and k >= sentence.first and tokens[k].lower in words.trade and k == first - 1:
        return True  # « l'usine Norvane »
    if not mention.subject or last >= len(tokens) or tokens[last].pos == "NOUN":  # not "the Detroit company"
        return False
    # "Norvane said it would cut jobs at its plant", "Norvane posted a profit of £3m": of no other name
    for i in range(last, sentence.last):
        if tokens[i].text[0].isupper() and tokens[i].pos == "PROPN" and _subject(document, i):
            return False
        if tokens[i].lower in words.trade and (_own(document, i, last, nouns) or _done(document, i, last, nouns)):
            return True
    return False


def _subject(document: Document, i: int) -> bool:
    """Whether the name at ``i`` has a verb of its own: another than the one before may be the owner."""
    tokens = document.tokens
    return i + 1 < len(tokens) and (tokens[i + 1].finite or tokens[i + 1].pos == "AUX")


def _own(document: Document, i: int, stop: int, nouns: Nouns) -> bool:
    """ "its (van) plant", « sa future usine »."""
    tokens = document.tokens
    for k in range(i - 1, max(stop - 1, i - NEAR), -1):
        role, agreement = nouns.words.possessives.get(tokens[k].lower, ("", None))
        if role == "third" and agreement is not None:
            return agreement.number != "p" and (nouns.code == "fr" or agreement.gender == "n")
        if tokens[k].pos not in ("ADJ", "NOUN", "NUM", "PROPN", "ADV"):
            return False
    return False


def _done(document: Document, i: int, after: int, nouns: Nouns) -> bool:
    """ "Norvane posted a (record) profit": the verb right behind the name has it as its object."""
    tokens = document.tokens
    k = i - 1
    while k > after and tokens[k].pos in ("ADJ", "DET", "NUM", "NOUN", "ADV"):
        k -= 1
    if k >= after + 2 or tokens[k].pos != "VERB":
        return False
    entry = cues(nouns.code).verb(tokens[k].lemma)  # not "Valmont said plants would close"
    return entry is None or "clause" not in entry.takes or tokens[k + 1].lower in nouns.words.indefinite
