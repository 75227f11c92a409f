"""The English name of a speaker that has no name: "les autorités locales" is "local authorities".

Built from the tables' English for each word; where a word has none, there is no such name.
"""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.known import demonym
from selon.analysis.mentions import Mentions, phrase_text
from selon.analysis.nouns import Noun, Nouns

SKIPPED = {"DET", "NUM", "ADP", "ADV"}
ENDS = {"ADP", "PUNCT", "VERB", "PRON", "SCONJ", "CCONJ"}


def english_name(document: Document, noun: Noun, first: int, stop: int, mentions: Mentions, nouns: Nouns) -> str | None:
    """What the tokens ``first`` to ``stop`` around ``noun`` are called in English; None where a word has no English."""
    if nouns.code == "en" or not noun.known:
        return None
    tokens = document.tokens
    i = noun.last
    while i < stop and tokens[i].pos not in ENDS and tokens[i].lower not in nouns.words.of:
        i += 1
    before = _adjectives(tokens[first : noun.first], nouns)
    after = _adjectives(tokens[noun.last : i], nouns)
    if before is None or after is None:
        return None
    head = plural_of(noun.english) if noun.plural and noun.kind != "group" else noun.english
    name = " ".join([*before, *after, head])
    if i >= stop:
        return name
    if tokens[i].lower not in nouns.words.of:
        return None
    rest = _complement(document, i + 1, stop, mentions, nouns)
    return f"{name} of {rest}" if rest else None


def _complement(document: Document, first: int, stop: int, mentions: Mentions, nouns: Nouns) -> str | None:
    tokens = document.tokens
    while first < stop and (tokens[first].pos == "DET" or tokens[first].lower in nouns.words.definite):
        first += 1
    if first >= stop:
        return None
    for mention in mentions.inside(tokens[first].start, tokens[first].start + 1):
        if mention.entity.named and mention.proper:
            return mention.entity.name
    words = phrase_text(tokens, first, stop).lower().replace("’", "'")
    if words in nouns.words.domains:
        return nouns.words.domains[words]
    noun = nouns.at(tokens, first)
    return english_name(document, noun, first, stop, mentions, nouns) if noun is not None else None


def _adjectives(tokens: list[Token], nouns: Nouns) -> list[str] | None:
    """The English of the adjectives among the tokens; None where one has none."""
    words = nouns.words
    out: list[str] = []
    for token in tokens:
        if token.pos in SKIPPED or token.lower in words.determiners or token.lower in words.possessives:
            continue
        word = words.modifiers.get(token.lower) or words.modifiers.get(token.lemma) or demonym(token.text, nouns.code)
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
    if noun.endswith(("media", "Taliban", "data", "figures")) or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("x", "ch", "ss")) else "s")
