"""Runs of capitals that may be names: "Organisation mondiale de la santé", "Ursula von der Leyen"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analysis.document import Document, Token
from selon.analysis.known import Known, demonym
from selon.analysis.nouns import Nouns
from selon.analysis.proper import capital
from selon.languages.speakers import fold, given_names, kinds

SMALL = {"DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "INTJ", "NUM", "PART", "PUNCT"}
ELIDED = {"l'", "d'", "qu'", "n'", "s'", "j'", "c'est"}
LONGEST = 24  # tokens in a run of capitals (a text in capitals is cut into runs)
QUOTES = set("\"«»“”„‹›'‘’([—–-:")


def runs(
    tokens: list[Token], start: int, stop: int, nouns: Nouns, known: dict[int, Known], inside: set[str]
) -> Iterator[tuple[int, int]]:
    """Runs of capitals, joined by hyphens and the small words that names have inside ("van der", "d'")."""
    i = start
    while i < stop:
        hit = known.get(i)
        if hit is None and not capital(tokens[i]):
            i += 1
            continue
        word = tokens[i].lower
        if hit is None and (word in nouns.words.calendar or (len(word) == 1 and word in nouns.words.pronouns)):
            i += 1  # "I" is no name, whatever the tagger says
            continue
        clock = i == start + 1 and tokens[start].text[0].isdigit()  # an hour that opens an entry: "10.05 The police"
        opens = i == start or clock or tokens[i - 1].text[-1] in QUOTES
        if hit is None and opens and _common(tokens, i, stop, nouns, inside):
            i += 1
            continue
        j = i + 1
        if hit is not None:
            j = max(j, token_after(tokens, i, stop, hit.end))
            if hit.actor.kind not in ("country", "person") and not (j < stop and capital(tokens[j])):
                yield i, j
                i = j
                continue
        while j < min(stop, i + LONGEST):
            token = tokens[j]
            if j in known:
                j = max(j + 1, token_after(tokens, j, stop, known[j].end))
            elif token.lower in nouns.words.calendar:
                break
            elif (
                capital(token) and (tokens[j - 1].lower not in ELIDED or _titled(tokens, j - 1, start))
            ) or _qualified(tokens, i, j, nouns):
                j += 1
            elif _extends(tokens, i, j, stop, nouns):
                end = _extended(tokens, j, stop, nouns)
                if end == j:
                    break
                j = end
            elif j + 1 < stop and _links(tokens, i, j, stop, nouns, known):
                j += 2
            elif (
                token.text.isdigit()
                and len(token.text) <= 3
                and token.start == tokens[j - 1].end + 1
                and j - i <= 2
                and not (j + 1 < stop and tokens[j + 1].pos in ("NOUN", "NUM", "SYM"))
            ):
                j += 1
            elif (
                token.lower in nouns.words.joiners | nouns.words.foreign
                and j + 1 < stop
                and capital(tokens[j + 1])
                and _joins(tokens, i, j, nouns)
                and not (j - i == 2 and j + 1 in known)  # « Marie Durand de Greenpeace »
            ):
                j += 2
            else:
                break
        yield i, j
        i = j


def _links(tokens: list[Token], i: int, j: int, stop: int, nouns: Nouns, known: dict[int, Known]) -> bool:
    """Does the token join two words of a name: "Marks & Spencer", "WSET-TV", "Col. Seyni", "Road Hauliers' Union"?"""
    token, before, after = tokens[j], tokens[j - 1], tokens[j + 1]
    if token.text == "-":
        return before.end == token.start and token.end == after.start
    if token.text == ".":
        return capital(after) and f"{before.lower}." in nouns.words.titles and before.end == token.start
    if token.text == "&":
        return capital(after)
    return token.tag == "POS" and _possessed(tokens, i, j, stop, nouns, known)


def _possessed(tokens: list[Token], i: int, j: int, stop: int, nouns: Nouns, known: dict[int, Known]) -> bool:
    """ "Road Hauliers(') Union", "Children('s) Hospital": does a body's noun follow a plural possessor, of the name?"""
    owners = nouns.of([tokens[j - 1]])
    plural = tokens[j].text in ("'", "’") or (owners is not None and owners.written != tokens[j - 1].lower)
    noun = nouns.of([tokens[j + 1]]) if j + 1 < stop and capital(tokens[j + 1]) else None
    if not plural or noun is None or any(k in known for k in range(i, j)):
        return False
    return noun.english in kinds().societies | kinds().peoples


def _titled(tokens: list[Token], i: int, start: int) -> bool:
    """« dans L'Écho », « selon L'Express »: an article with a capital inside a sentence is a part of the name."""
    return i > start and tokens[i].text[0].isupper() and tokens[i - 1].text[-1] not in QUOTES


def _qualified(tokens: list[Token], first: int, j: int, nouns: Nouns) -> bool:
    """« l'ONG Générations (futures) », « l'association Loire (vivante) »: an adjective behind one word that stands
    beside a body's noun; no people's (« le groupe Aldena français »)."""
    if nouns.code != "fr" or j != first + 1 or not first or tokens[j].pos != "ADJ" or not tokens[j].text.islower():
        return False
    beside = nouns.of([tokens[first - 1]])
    called = beside is not None and beside.kind == "body" and beside.english in nouns.words.called
    return called and demonym(tokens[j].text, "fr") is None


def _extends(tokens: list[Token], first: int, j: int, stop: int, nouns: Nouns) -> bool:
    """Whether a body's name goes on in small letters: "Organisation | mondiale de la santé", "Court | of Session"."""
    heads = [k for k in range(first, j) if (noun := nouns.of([tokens[k]])) is not None and noun.kind == "body"]
    if not heads:
        return False
    token = tokens[j]
    if nouns.code == "en":
        return (
            token.lower in ("of", "for")
            and j + 1 < stop
            and (capital(tokens[j + 1]) or (tokens[j + 1].lower == "the" and j + 2 < stop and capital(tokens[j + 2])))
        )
    if heads[-1] != j - 1:
        return False
    return token.pos == "ADJ" or (
        token.lower in ("des", "du", "de", "d'", "pour")
        and j + 1 < stop
        and tokens[j + 1].pos in ("NOUN", "DET", "PROPN", "ADJ")
    )


def _extended(tokens: list[Token], j: int, stop: int, nouns: Nouns) -> int:
    """Where that name ends: its adjectives and complements, up to a verb, a mark or another preposition."""
    if nouns.code == "en":
        while j < stop and (capital(tokens[j]) or (tokens[j].lower in ("of", "for", "the", "and") and j + 1 < stop)):
            if tokens[j].lower in ("of", "for", "the", "and") and not any(
                capital(t) for t in tokens[j + 1 : min(j + 3, stop)][: 2 if tokens[j].lower in ("of", "for") else 1]
            ):
                break
            j += 1
        return j
    end = j
    limit = min(j + 10, stop)
    while j < limit:
        token = tokens[j]
        if token.pos in ("ADJ", "NOUN", "PROPN"):
            end = j + 1
        elif token.lower == "en" and j + 1 < limit and capital(tokens[j + 1]):
            j += 1  # « Association des étudiants africains en Tunisie »
            end = j + 1
        elif token.lower not in ("de", "du", "des", "d'", "la", "l'", "le", "les", "pour", "et", "à") or (
            token.lower in ("et", "à") and (j + 1 >= limit or tokens[j + 1].pos not in ("ADP", "NOUN", "DET"))
        ):
            break
        j += 1
    return end


def token_after(tokens: list[Token], i: int, stop: int, end: int) -> int:
    """The first token from ``i`` on, ``stop`` at the most, that begins at or behind the character ``end``."""
    while i < stop and tokens[i].start < end:
        i += 1
    return i


def _joins(tokens: list[Token], first: int, i: int, nouns: Nouns) -> bool:
    """Whether the small word at ``i`` is inside a person's name: "Kito de Pavant", but not "l'Union de Paris"."""
    word = tokens[i].lower
    if word in nouns.words.foreign:
        return True  # « Bank of America »: only a name has the word
    if word in ("de", "d'", "du", "des", "la", "le"):
        if i - first == 2 and word == "de" and fold(tokens[first].text) in given_names():
            return nouns.of([tokens[i - 1]]) is None  # « François Villeroy (de) Galhau »
        if (first and tokens[first - 1].pos in ("DET",)) or i - first > 1:
            return False
        return fold(tokens[i - 1].text) in given_names() and nouns.of([tokens[i - 1]]) is None
    return True


def mid_sentence_capitals(document: Document) -> set[str]:
    """The words that have a capital in the middle of a sentence: they are names at a sentence's start too."""
    tokens = document.tokens
    out: set[str] = set()
    for sentence in document.sentences[1:]:
        for i in range(sentence.first + 1, sentence.last):
            if tokens[i].text[0].isupper() and tokens[i].pos == "PROPN" and tokens[i - 1].text[-1] not in QUOTES:
                out.add(tokens[i].text)
    return out


def _common(tokens: list[Token], i: int, stop: int, nouns: Nouns, inside: set[str]) -> bool:
    """Whether the capital at ``i`` is only that of a sentence's first word."""
    token = tokens[i]
    if stop - i == 2 and tokens[i + 1].pos == "PUNCT" and token.text not in inside:
        return True  # « Rien. Elle a répété que P »
    if (
        nouns.code == "fr"
        and token.pos in ("VERB", "NOUN", "ADJ")
        and i + 1 < stop
        and tokens[i + 1].lower in nouns.words.of
        and nouns.of([token])
    ):
        return not (i and tokens[i - 1].lower in ELIDED)  # « l'Association des maires de l'Aude »
    behind = i + 1 + (i + 1 < stop and tokens[i + 1].lower in nouns.words.foreign)  # « Bank (of) America »
    follows = behind < stop and capital(tokens[behind])
    if (
        token.lower in nouns.words.determiners
        or token.lower in nouns.words.pronouns
        or token.lower in nouns.words.possessives
    ):
        return True
    if token.text in inside and nouns.at(tokens, i) is None:
        return False
    if token.pos in SMALL:
        return fold(token.text) not in given_names() or not follows
    if nouns.at(tokens, i) is not None or token.lower in nouns.words.titles:
        return not follows
    if token.pos == "PROPN":
        return False
    return not follows
