"""Several under one plural: « les ministères de l'Intérieur et de la Justice », "the French and German ministers".

Each has the plural's noun in the singular, with the complement or the adjective that is its own.
"""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.known import country_of
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.phrases import head_noun, segment
from selon.analysis.proper import capital
from selon.languages.speakers import kinds
from selon.model import Spans

LONGEST = 5  # tokens of one's own complement


def sharing(document: Document, source: Spans, nouns: Nouns) -> list[str]:
    """The words for each of those that a plural in ``source`` tells apart, in order; nothing where it tells none apart.

    Only of offices, and of bodies of which each country, town or field has one: not "the families of A and B".
    """
    inside = document.tokens_in(*source[0]) if len(source) == 1 else []
    if not inside:
        return []
    tokens, first, last = document.tokens, inside[0].i, inside[-1].i + 1
    stop = segment(tokens, first, last, nouns)
    stop = next((i for i in range(first, last) if tokens[i].text == "("), last) if _listed(tokens, stop, last) else stop
    noun = head_noun(tokens, first, stop, nouns)
    table = kinds()
    if (
        noun is None
        or not noun.plural
        or noun.english not in table.offices | table.collective | table.divided | table.one_each
    ):
        return []
    begin = first + (tokens[first].pos == "DET" or tokens[first].lower in nouns.words.definite)
    return (
        _by_complement(document, begin, noun, stop, nouns)
        or _by_adjective_before(document, begin, noun, stop, nouns)
        or _by_adjective_behind(document, begin, noun, stop, nouns)
    )


def _listed(tokens: list[Token], stop: int, last: int) -> bool:
    """« des maires de Lyon(, de Lille et de Metz) »: does a comma part the members of a list?"""
    return stop + 1 < last and tokens[stop].text == "," and (tokens[stop + 1].pos == "ADP" or capital(tokens[stop + 1]))


def _by_complement(document: Document, begin: int, noun: Noun, stop: int, nouns: Nouns) -> list[str]:
    """« ministères | de l'Intérieur | et | de la Justice », "mayors of | Lyon | and | Lille"."""
    tokens = document.tokens
    of = next((i for i in range(noun.last, stop) if tokens[i].lower in nouns.words.of), -1)
    if of == -1 or any(tokens[i].pos != "ADJ" for i in range(noun.last, of)):
        return []
    again = nouns.code == "fr"  # « de A et de B », "of A and B"
    parts = _parts(tokens, of if again else of + 1, stop, nouns)
    if len(parts) < 2 or any(again and tokens[a].lower not in nouns.words.of for a, _ in parts):
        return []
    if not again and not (_fields(noun) or all(capital(tokens[b - 1]) for _, b in parts)):
        return []
    head = _singular(tokens, begin, noun, of)
    link = "" if again else f"{tokens[of].text} "
    return [f"{head} {link}{_text(document, part)}" for part in parts]


def _by_adjective_before(document: Document, begin: int, noun: Noun, stop: int, nouns: Nouns) -> list[str]:
    """ "interior and justice | ministries", "French and German | foreign ministers"."""
    tokens = document.tokens
    if nouns.code != "en":
        return []
    parts = _parts(tokens, begin, noun.first, nouns)
    if len(parts) < 2 or not (_fields(noun) or all(country_of(tokens[a].text, "en") for a, _ in parts)):
        return []
    shared = ""
    a, b = parts[-1]
    if b > a + 1 and all(y == x + 1 for x, y in parts[:-1]) and country_of(tokens[a].text, "en"):
        shared, parts[-1] = f"{_text(document, (a + 1, b))} ", (a, a + 1)
    rest = f" {_text(document, (noun.last, stop))}" if stop > noun.last else ""
    return [f"{_text(document, part)} {shared}{noun.written}{rest}" for part in parts]


def _by_adjective_behind(document: Document, begin: int, noun: Noun, stop: int, nouns: Nouns) -> list[str]:
    """« ministères | français et allemand | des Affaires étrangères »."""
    tokens = document.tokens
    end = next((i for i in range(noun.last, stop) if tokens[i].lower in nouns.words.of), stop)
    parts = _parts(tokens, noun.last, end, nouns) if nouns.code == "fr" else []
    if len(parts) < 2 or not all(b == a + 1 and country_of(tokens[a].text, "fr") for a, b in parts):
        return []
    head = _singular(tokens, begin, noun, noun.last)
    rest = f" {_text(document, (end, stop))}" if stop > end else ""
    return [f"{head} {_text(document, part)}{rest}" for part in parts]


def _parts(tokens: list[Token], first: int, stop: int, nouns: Nouns) -> list[tuple[int, int]]:
    """What commas and one last conjunction part among tokens ``first`` to ``stop``; nothing where they are no list."""
    marks = [i for i in range(first, stop) if tokens[i].text == "," or tokens[i].lower in nouns.words.conjunctions]
    if not marks or tokens[marks[-1]].text == "," or any(tokens[i].text != "," for i in marks[:-1]):
        return []
    parts = list(zip([first, *(i + 1 for i in marks)], [*marks, stop], strict=True))
    return parts if all(0 < b - a <= LONGEST for a, b in parts) else []


def _fields(noun: Noun) -> bool:
    """Has a country one of these for each field: "the ministries of finance and defence"?"""
    return noun.english in kinds().divided or noun.english == "minister"


def _singular(tokens: list[Token], begin: int, noun: Noun, end: int) -> str:
    """The noun in the singular, with the adjectives before and behind it."""
    before = [token.lemma for token in tokens[begin : noun.first]]
    return " ".join([*before, noun.written, *(token.lemma for token in tokens[noun.last : end])])


def _text(document: Document, part: tuple[int, int]) -> str:
    return document.text[document.tokens[part[0]].start : document.tokens[part[1] - 1].end]
