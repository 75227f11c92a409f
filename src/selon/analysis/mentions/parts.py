"""What part a mention plays in its sentence: its subject, behind a preposition, an owner."""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.mentions.depths import Depths
from selon.analysis.mentions.entities import Entity, Mention
from selon.analysis.nouns import Noun
from selon.languages.grammar import grammar
from selon.languages.speakers import speaker_words


def mention_of(
    document: Document, depths: Depths, begin: int, first: int, last: int, entity: Entity, noun: Noun | None = None
) -> Mention:
    """A mention of ``entity`` by the tokens ``begin`` to ``last``, with the part that it plays in its sentence."""
    tokens = document.tokens
    amalgams, rules = speaker_words(document.language.code).amalgams, grammar(document.language.code)
    sentence = tokens[first].sentence
    start = document.sentences[sentence].first
    k = begin - 1
    if noun is not None and document.language.code == "en":
        k = _before_phrase(tokens, k, start)
    while k >= start and (tokens[k].pos in ("ADJ", "DET", "NUM") or tokens[k].lower in ("all", "tous", "toutes")):
        if tokens[k].lower in amalgams:
            break
        k -= 1
    previous = tokens[k] if k >= start else None
    possessor = (
        last < len(tokens)
        and tokens[last].lower in ("'s", "’s", "'", "’")
        and tokens[last].start == tokens[last - 1].end
    )
    oblique = previous is not None and (
        previous.pos == "ADP" or previous.lower in amalgams or previous.lower in rules.genitives
    )
    subject = False
    if not oblique and not possessor:
        subject = (
            previous is None
            or previous.pos in ("PUNCT", "CCONJ", "SCONJ", "ADV")
            or previous.lower in rules.complementizers
            or (previous.pos == "VERB" and last < len(tokens) and tokens[last].finite)  # "say | the mayor | took"
        )
    place = tokens[begin].start
    return Mention(place, tokens[last - 1].end, entity, sentence, subject, oblique, possessor, depths.at(place), noun)


def _before_phrase(tokens: list[Token], k: int, start: int) -> int:
    """The token before the phrase of an English noun: "(the truck's) driver", "(his environment) minister"."""
    while k >= start and (
        tokens[k].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or tokens[k].tag in ("POS", "PRP$", "HYPH")
    ):
        k -= 1
    return k
