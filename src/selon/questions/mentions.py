"""Who and where in a text, as ids that two languages share: "nord-coréens" and "North Korean", "Koursk" and "Kursk".

The names come from the registry's tables; a name that they don't know is its spelling's skeleton. Nothing is resolved
here beyond that: the comparators only ask whether two passages name the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from selon.languages import load
from selon.languages.registry import bodies, countries
from selon.questions.words import Token, plain

COUNTRY, PLACE, BODY, NAME = "country", "place", "body", "name"
PERSON = "person"  # a name of somebody who speaks in the article
SHORT = 4  # letters of a name that needs its last vowel
LONGEST = 6  # words of the longest name that is looked up
MARKS = '.!?:«“"…'


class Mention(NamedTuple):
    """A country ("KP"), a place inside one, a body, or another proper name; ``id`` is the same in both languages."""

    id: str
    kind: str
    country: str | None
    start: int
    end: int
    capital: bool = False


def speakers_among(mentions: Sequence[Mention], speakers: Set[str]) -> list[Mention]:
    """The mentions, of which those that end the name of a speaker in two words or more are of a person.

    ``speakers`` are whole names ("Joe Biden"); those with "of" or brackets are of bodies.
    """
    names = [name.split() for name in speakers if " of " not in name and "(" not in name and ";" not in name]
    last: dict[str, set[str]] = {}  # of each last name the names before it
    for *others, family in (parts for parts in names if len(parts) > 1):
        if family[0].isupper():
            last.setdefault(f"{NAME}:{spelling(family)}", set()).update(f"{NAME}:{spelling(part)}" for part in others)
    out = list(mentions)
    for at in reversed(range(len(out))):
        after = out[at + 1] if at + 1 < len(out) else None
        beside = after is not None and after.kind == PERSON and after.start == out[at].end + 1
        given = last.get(after.id, set()) if after is not None and beside else set()
        if out[at].kind == NAME and (out[at].id in last or out[at].id in given):
            out[at] = out[at]._replace(kind=PERSON)
    return out


class Known(NamedTuple):
    kind: str
    id: str
    country: str | None
    lower: bool  # whether it may stand in lower case ("russe")
    acronym: bool = False  # whether it must stand in capitals: "Who" is no WHO, « Un » no UN


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", plain(name)))


def _inflected(adjective: str) -> Iterator[str]:
    """French feminines and plurals; forms that don't exist do no harm."""
    yield adjective
    for ending in ("s", "e", "es", "ne", "nes"):
        yield adjective + ending
    if adjective.endswith("c"):
        yield from (adjective[:-1] + "que", adjective[:-1] + "ques", adjective + "que", adjective + "ques")


@cache
def known(language: str) -> dict[tuple[str, ...], Known]:
    """Names of countries, their people, capitals and bodies, by their words."""
    out: dict[tuple[str, ...], Known] = {}
    for body in bodies():
        for name in (body.name, *body.names.get(language, ()), *body.acronyms):
            if len(_words(name)) > 1 or name.isupper() or name == body.name:
                acronym = name in body.acronyms and name.isupper() and name.isalpha()
                out[_words(name)] = Known(BODY, body.id, body.country, False, acronym)
    for code, country in countries().items():
        for other in ("fr", "en"):
            for capital in country.capitals.get(other, ()):
                out[_words(capital)] = Known(PLACE, f"{PLACE}:{spelling(country.capitals['en'][0])}", code, False)
        for name in country.names.get(language, ()):
            out[_words(name)] = Known(COUNTRY, f"{COUNTRY}:{code}", code, False)
    for code, words in load(language).table("demonyms").items():
        for word in words:
            for form in _inflected(word) if language == "fr" else (word, word + "s"):
                out.setdefault(_words(form), Known(COUNTRY, f"{COUNTRY}:{code}", code, language == "fr"))
    out.pop((), None)
    return out


@cache
def _heads(language: str) -> frozenset[str]:
    return frozenset(words[0] for words in known(language))


@cache
def capital_of(code: str) -> str | None:
    """The place id of a country's capital."""
    country = countries().get(code)
    capitals = country.capitals.get("en", ()) if country else ()
    return spelling(capitals[0]) if capitals else None


@cache
def capitals() -> frozenset[str]:
    """The place ids of all capitals."""
    return frozenset(found for code in countries() if (found := capital_of(code)))


@lru_cache(maxsize=200_000)
def spelling(name: str) -> str:
    """A name's skeleton, near enough for two languages' spellings ("Koursk", "Kursk"; "Zelensky", "Zelenskyy")."""
    word = plain(name)
    for old, new in (("tch", "ch"), ("ou", "u"), ("kh", "h"), ("ph", "f"), ("qu", "k"), ("ck", "k"), ("y", "i")):
        word = word.replace(old, new)
    word = word.replace("c", "k").replace("w", "v")
    bare = re.sub(r"(.)\1+", r"\1", word).rstrip("se") or word
    return bare[:-1] if bare.endswith("a") and len(bare) > SHORT else bare  # "Genève", "Geneva"


def find_mentions(words: Sequence[Token], language: str, stop: Set[str] = frozenset()) -> list[Mention]:
    """The mentions in ``words``, in order, none overlapping another. Words of ``stop`` are never names."""
    table, heads = known(language), _heads(language)
    pieces = [
        (i, part, word.upper, word.capitals)
        for i, word in enumerate(words)
        for part in _words(word.word)
        if word.word[0].isalpha()
    ]
    out: list[Mention] = []
    taken: set[int] = set()
    at = 0
    while at < len(pieces):
        found, length = _longest(pieces, at, table) if pieces[at][1] in heads else (None, 1)
        if found is not None:
            first, last = pieces[at][0], pieces[at + length - 1][0]
            capital = found.kind == PLACE
            out.append(Mention(found.id, found.kind, found.country, words[first].start, words[last].end, capital))
            taken.update(range(first, last + 1))
        at += length
    out += _names(words, stop, taken)
    return sorted(out, key=lambda m: m.start)


def _longest(
    pieces: Sequence[tuple[int, str, bool, bool]], at: int, table: dict[tuple[str, ...], Known]
) -> tuple[Known | None, int]:
    for length in range(min(LONGEST, len(pieces) - at), 0, -1):
        run = pieces[at : at + length]
        if run[-1][0] - run[0][0] > length:
            continue
        entry = table.get(tuple(part for _, part, _, _ in run))
        if entry is not None and (entry.lower or run[0][3 if entry.acronym else 2]):
            return entry, length
    return None, 1


def _names(words: Sequence[Token], stop: Set[str], taken: Set[int]) -> Iterator[Mention]:
    for i, word in enumerate(words):
        opens = i == 0 or words[i - 1].word in MARKS
        if word.upper and len(word.word) > 2 and i not in taken and not opens and word.word not in stop:
            yield Mention(f"{NAME}:{spelling(word.word)}", NAME, None, word.start, word.end)
