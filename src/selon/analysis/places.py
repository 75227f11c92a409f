"""Places in a text: countries, regions and towns with their point on the map.

    >>> [(p.name, p.country) for p in find_places("dans la région de Koursk, a dit Kiev", "fr")]
    [('Kursk', 'RU'), ('Kyiv', 'UA')]

A name counts where it is written with its capital, is no part of a person's or body's name ("Lloyd Austin", "New York
Times"), and, where it is a word too ("Nice", "Tours"), stands inside a sentence after a preposition. Of several towns
of one name, the region or country that follows decides ("Portland, Oregon"), then the article's own countries, unless
the namesake elsewhere is far larger, then population. Adjectives ("nord-coréen") are no places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.analysis.actors import registry
from selon.analysis.registry.fold import Token, fold, plain, tokens
from selon.analysis.registry.lexicon import Lexicon
from selon.analysis.registry.units import words_of
from selon.languages import load
from selon.languages.registry import countries as all_countries
from selon.languages.registry.gazetteer import Region, Town, common_words, gazetteer, regions
from selon.model import Place, Span

# A namesake in one of the article's countries is meant unless the largest town of that name is so many times larger.
_FAR_LARGER = 25
# A town so large is meant even where a capitalised word follows ("Moscow Mayor Sergei Sobyanin").
_LARGE = 500_000
_SENTENCE_ENDS = '.!?…\n:«»“”"'


@dataclass(frozen=True)
class _Surroundings:
    before: frozenset[str]
    region: frozenset[str]
    region_follows: bool
    contracted: dict[str, str]
    small: frozenset[str]
    titles: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True)
class _Found:
    """A candidate: the numbers of its words, and either a region, a country or towns of the name."""

    first: int
    last: int
    country: str | None = None
    region: Region | None = None
    towns: tuple[Town, ...] = ()


@cache
def _surroundings(language: str) -> _Surroundings:
    table = load(language).table("places")

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in table[name])

    return _Surroundings(
        before=folded("before"),
        region=folded("region"),
        region_follows=bool(table["region_follows"]),
        contracted=dict(table["contracted"]),
        small=folded("small"),
        titles=words_of(language).titles,
        articles=folded("articles"),
    )


@cache
def _regions(language: str) -> Lexicon[Region]:
    lexicon: Lexicon[Region] = Lexicon()
    for region in regions():
        for name in region.names.get(language, ()):
            lexicon.add(name, region)
    return lexicon


@cache
def _points() -> dict[str, Town]:
    """Every country's capital: the point that stands for the country."""
    points: dict[str, Town] = {}
    for country in all_countries().values():
        for name in country.capitals["en"]:
            key = " ".join(token.form for token in tokens(name))
            town = next((t for t in gazetteer().towns.get(key, ()) if t.country == country.code), None)
            if town:
                points.setdefault(country.code, town)
    return points


def find_places(text: str, language: str, countries: Sequence[str] = ()) -> list[Place]:
    """The places named in ``text``, in order, none overlapping.

    ``language`` is a code; ``countries`` are codes of the article's own countries, known beforehand, the likeliest
    first; those that the text names are added. ``name`` of each place is its usual English or GeoNames name,
    ``precision`` one of "country" (the point is its capital's), "region", "city". Linear in the text's length.
    """
    language = language if language in ("fr", "en") else "en"
    words = tokens(text)
    written = plain(text)
    weights: Counter[str] = Counter()
    for rank, code in enumerate(countries):
        weights[code] += 1000 - rank
    taken: dict[int, _Found | None] = {}
    found: list[_Found] = []
    actors = registry().actors
    for hit in registry().hits(text, language, words, written):
        actor_id, kind = hit.payloads[0]
        actor = actors[actor_id]
        if actor.country:
            weights[actor.country] += 1
        if kind == "metonym":
            continue  # a capital: found again among the towns
        named = actor.kind == "country" and kind != "demonym"
        candidate = _Found(hit.first, hit.last, _likeliest(hit.payloads, countries)) if named else None
        if kind == "demonym":
            candidate = _Found(hit.first, hit.last)  # no place, but it may begin one: "Russian Far East"
        taken |= dict.fromkeys(range(hit.first, hit.last + 1), candidate)
        if candidate and named:
            found.append(candidate)
    for place in _regions(language).find(text, words, written):
        over = [taken[number] for number in range(place.first, place.last + 1) if number in taken]
        region = place.payloads[0]
        width = place.last - place.first + 1
        if not all(other and (len(over) < width or _rather(region, other, weights)) for other in over):
            continue  # a body's name, or a country rather than a region of its name
        found = [f for f in found if f.first > place.last or f.last < place.first]
        candidate = _Found(place.first, place.last, region=region)
        taken |= dict.fromkeys(range(place.first, place.last + 1), candidate)
        found.append(candidate)
    found += _towns(text, written, words, taken, weights, _surroundings(language))
    found.sort(key=lambda f: f.first)
    return [
        located
        for number, candidate in enumerate(found)
        if (located := _place(candidate, found[number + 1 : number + 2], text, words, weights, language)) is not None
    ]


def _likeliest(payloads: Sequence[tuple[str, str]], countries: Sequence[str]) -> str:
    """The code of the country meant: of the two Congos the article's own, else the first."""
    codes = [actor.removeprefix("country:") for actor, _ in payloads if actor.startswith("country:")]
    return next((code for code in countries if code in codes), codes[0])


def _rather(region: Region, country: _Found, weights: Counter[str]) -> bool:
    """Whether a name is a region's rather than a country's: Georgia in an article on the United States."""
    return country.country != region.country and weights[region.country] > weights[country.country or ""]


def _towns(
    text: str,
    written: str,
    words: list[Token],
    taken: dict[int, _Found | None],
    weights: Counter[str],
    around: _Surroundings,
) -> list[_Found]:
    book = gazetteer()
    longest, towns = book.longest, book.towns
    candidates: list[_Found] = []
    persons: set[str] = set()
    number = 0
    while number < len(words):
        word = words[number]
        if number in taken or not text[word.start].isupper():
            number += 1
            continue
        match = None
        if number and words[number - 1].form in around.contracted:
            named = towns.get(f"{around.contracted[words[number - 1].form]} {word.form}")
            match = (number, named) if named else None  # "au Havre"
        if match is None:
            match = _longest(text, written, words, number, longest.get(word.form, 0), towns)
        if match is None:
            number += 1
            continue
        last, named = match
        verdict = _is_town(text, words, number, last, named, taken, weights, around)
        if verdict is None:
            persons.add(word.form)
        elif verdict:
            candidates.append(_Found(number, last, towns=named))
        number = last + 1
    return [
        c
        for c in candidates
        if c.first != c.last or words[c.first].form not in persons or c.towns[0].population > _LARGE
    ]


def _longest(
    text: str, written: str, words: list[Token], number: int, most: int, towns: Mapping[str, tuple[Town, ...]]
) -> tuple[int, tuple[Town, ...]] | None:
    best: tuple[int, tuple[Town, ...]] | None = None
    key = gap = ""
    for last in range(number, min(number + most, len(words))):
        if last > number:
            gap = written[words[last - 1].end : words[last].start]
            if gap not in (" ", "-", "'", ". ", ".", ", "):
                break
        key = f"{key} {words[last].form}" if key else words[last].form
        named = towns.get(key)
        if named and (text[words[last].start].isupper() or gap == "'"):
            best = (last, named)
    return best


def _is_town(
    text: str,
    words: list[Token],
    first: int,
    last: int,
    named: tuple[Town, ...],
    taken: dict[int, _Found | None],
    weights: Counter[str],
    around: _Surroundings,
) -> bool | None:
    """True for a town, False where nothing speaks for one, None where the word is part of a person's or other name."""
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    gap_before = text[before.end : words[first].start] if before else ""
    gap_after = text[words[last].end : after.start] if after else ""
    most = max(town.population for town in named)
    large = most >= _LARGE
    if before and gap_before in (" ", "-", ". ", "\u00a0") and text[before.start].isupper() and first - 1 not in taken:
        initial = before.end - before.start == 1
        if before.form not in around.small and (initial or gap_before != ". "):
            return None  # "Jack London", "J. Austin"
    if before and gap_before in (" ", ". ") and before.form in around.titles:
        return None  # "Mme Paris"
    if before and before.form in around.articles and gap_before in (" ", "'", "’") and most < 100_000:
        return False  # "l'Alliance", "the Union"
    if after and gap_after in (" ", "-") and text[after.start].isupper() and last + 1 not in taken:
        if gap_after == "-":
            return None  # "Brest-Litovsk", "Yong-Hyun"
        if not large and after.form not in around.region:
            return None  # "Austin Smith"
    if first == last and not large and text[words[first].start : words[first].end].isupper():
        return False  # an acronym: "MAGA", "ALMA"
    if first == last and words[first].form in common_words():
        return before is not None and before.form in around.before and gap_before in (" ", "'", "’")
    begins = before is None or any(mark in gap_before for mark in _SENTENCE_ENDS)
    short = first == last and len(words[first].form) <= 3
    return large or not (begins or short) or any(weights[town.country] for town in named)


def _place(
    found: _Found, following: Iterable[_Found], text: str, words: list[Token], weights: Counter[str], language: str
) -> Place | None:
    span = Span(words[found.first].start, words[found.last].end)
    if text[span.end - 2 : span.end - 1] == "." == text[span.end : span.end + 1]:
        span = Span(span.start, span.end + 1)  # "U.S.", "Washington, D.C."
    if found.country:
        point = _points().get(found.country)
        country = all_countries()[found.country]
        lat, lon = (point.lat, point.lon) if point else (None, None)
        return Place(span, country.name, found.country, lat, lon, "country")
    if found.region:
        region = found.region
        return Place(span, region.name, region.country, region.lat, region.lon, "region")
    town = _chosen(found, following, text, words, weights)
    precision = "region" if _regional(found, words, text, _surroundings(language)) else "city"
    return Place(span, town.name, town.country, town.lat, town.lon, precision)


def _chosen(found: _Found, following: Iterable[_Found], text: str, words: list[Token], weights: Counter[str]) -> Town:
    towns = found.towns
    for other in following:
        gap = text[words[found.last].end : words[other.first].start]
        after = text[words[other.last].end : words[other.last].end + 2]
        # "Portland, Oregon, is"; but not "In Rome, US Defense Secretary Lloyd Austin".
        attribute = gap == ", " and after[:1] in (" ", "'", "’") and after[1:].isalpha()
        if gap in (", ", " (", ", en ", ", in ") and not attribute:
            region = other.region
            within = [
                town
                for town in towns
                if town.country == (other.country or (region.country if region else None))
                and (not region or not region.admin1 or region.admin1 == town.admin1)
            ]
            if within:
                return max(within, key=lambda town: town.population)
    largest = max(towns, key=_standing)
    own = [
        town
        for town in towns
        if weights[town.country] and (_is_capital(town) or town.population * _FAR_LARGER >= largest.population)
    ]
    return max(own, key=lambda town: (weights[town.country], _standing(town))) if own else largest


@cache
def _capitals() -> frozenset[Town]:
    names = ((country.code, name) for country in all_countries().values() for name in country.capitals["en"])
    keys = ((code, " ".join(token.form for token in tokens(name))) for code, name in names)
    return frozenset(town for code, key in keys for town in gazetteer().towns.get(key, ()) if town.country == code)


def _is_capital(town: Town) -> bool:
    return town in _capitals()


def _standing(town: Town) -> int:
    """A town's weight among its namesakes: a capital counts for a town ten times as large."""
    return town.population * (10 if _is_capital(town) else 1)


def _regional(found: _Found, words: list[Token], text: str, around: _Surroundings) -> bool:
    """Whether the region named after the town is meant: "Kursk region", "la région russe de Koursk"."""
    if around.region_follows:
        following = words[found.last + 1] if found.last + 1 < len(words) else None
        return following is not None and following.form in around.region
    before = words[max(0, found.first - 3) : found.first]
    linked = bool(before) and before[-1].form in ("de", "d", "du")
    return linked and any(word.form in around.region for word in before)
