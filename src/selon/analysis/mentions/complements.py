"""What belongs to a noun: how far its phrase goes, its words, and those that narrow it down."""

from __future__ import annotations

from selon.analysis.document import Token
from selon.analysis.nouns import Noun, Nouns
from selon.languages.speakers import fold


def phrase_end(tokens: list[Token], noun: Noun, stop: int, nouns: Nouns) -> int:
    """Where the noun's complements end: "porte-parole de la police | a dit"."""
    k = noun.last
    end = k
    while k < min(noun.last + 10, stop):
        token = tokens[k]
        if nouns.code == "en" and token.pos == "ADJ" and tokens[k - 1].pos in ("NOUN", "PROPN"):
            break  # "found the mayor | guilty of bribery"
        if token.pos == "ADP" and k + 2 < stop and tokens[k + 1].pos == "NOUN" and tokens[k + 2].pos == "ADP":
            break  # "a developer | in exchange for votes", « le maire | en réponse à P »
        if token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and nouns.code == "fr"):
            end = k + 1
        elif (token.pos == "ADP" and token.lower not in nouns.words.of) or token.pos not in (
            "ADP",
            "DET",
            "ADJ",
            "NUM",
        ):
            break
        k += 1
    return end


def phrase_text(tokens: list[Token], first: int, last: int) -> str:
    """The words of tokens ``first`` to ``last`` (excluded), as they stand."""
    out = ""
    for i in range(first, last):
        if out and tokens[i].start != tokens[i - 1].end:
            out += " "
        out += tokens[i].text
    return out


def complement(tokens: list[Token], noun: Noun, stop: int, nouns: Nouns) -> set[str]:
    """The content words that narrow a noun down: "CGT" in "le président de la CGT"; in English those before it too."""
    out: set[str] = set()
    for k in range(noun.last, min(noun.last + 6, stop)):
        token = tokens[k]
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "PRON", "CCONJ") or token.lower in nouns.words.relative:
            break
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            out.add(fold(token.lemma))
    if nouns.code == "en":
        for k in range(noun.first - 1, max(noun.first - 5, -1), -1):
            if tokens[k].pos not in ("NOUN", "PROPN", "ADJ"):
                break
            out.add(fold(tokens[k].lemma))
    return out
