"""The English name of a speaker that has no name: "les autorités locales" is "local authorities".

Built from the tables' English for each word; where a word has none, the text's own words are kept, without their
article, so that a reader can look them up.
"""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.known import demonym
from selon.analysis.mentions import Mention, Mentions, phrase_text
from selon.analysis.nouns import Noun, Nouns
from selon.languages.speakers import fold

SKIPPED = {"DET", "NUM", "ADP", "ADV"}


def english_name(document: Document, noun: Noun, first: int, stop: int, mentions: Mentions, nouns: Nouns) -> str | None:
    """What the phrase ``first`` to ``stop`` (tokens) around ``noun`` is called in English, or None where a word has none."""
    if nouns.code == "en" or not noun.known:
        return None
    tokens = document.tokens
    before = _adjectives(tokens, first, noun.first, nouns, mentions)
    i = noun.last
    while (
        i < stop
        and tokens[i].pos not in ("ADP", "PUNCT", "VERB", "PRON", "SCONJ", "CCONJ")
        and tokens[i].lower not in ("du", "des", "de", "d'")
    ):
        i += 1
    after = _adjectives(tokens, noun.last, i, nouns, mentions)
    if before is None or after is None:
        return None
    head = plural_of(noun.english) if noun.plural and noun.kind != "group" else noun.english
    name = " ".join([*before, *after, head])
    if i >= stop:
        return name
    if tokens[i].lower not in nouns.words.of:
        return None
    rest = _complement(document, i + 1, stop, mentions, nouns)
    if rest is None:
        return None
    return f"{name} of {rest}"


def _complement(document: Document, first: int, stop: int, mentions: Mentions, nouns: Nouns) -> str | None:
    tokens = document.tokens
    while first < stop and (tokens[first].pos == "DET" or tokens[first].lower in nouns.words.definite):
        first += 1
    if first >= stop:
        return None
    for mention in mentions.inside(tokens[first].start, tokens[stop - 1].end):
        if mention.entity.named and mention.noun is None and mention.start == tokens[first].start:
            return mention.entity.name
        break
    words = phrase_text(tokens, first, stop).lower().replace("’", "'")
    if words in nouns.words.domains:
        return nouns.words.domains[words]
    noun = nouns.at(tokens, first)
    if noun is None:
        return None
    return english_name(document, noun, first, stop, mentions, nouns)


def _adjectives(tokens: list[Token], first: int, last: int, nouns: Nouns, mentions: Mentions) -> list[str] | None:
    """The English of the adjectives between two tokens; None where one has none."""
    out: list[str] = []
    for token in tokens[first:last]:
        if token.pos in SKIPPED or token.lower in nouns.words.determiners or token.lower in nouns.words.possessives:
            continue
        word = (
            nouns.words.modifiers.get(token.lower)
            or nouns.words.modifiers.get(token.lemma)
            or demonym(token.text, nouns.code)
        )
        if word is None:
            return None
        out.append(word)
    return out


def plural_of(noun: str) -> str:
    """The English plural of a noun of the tables."""
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "media", "Taliban", "data", "x", "ch")):
        return noun if noun.endswith(("s", "media", "Taliban", "data")) else noun + "es"
    return noun + "s"


__all__ = ["Mention", "english_name", "fold", "plural_of"]
