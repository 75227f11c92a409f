"""A language's words for time and the grammar that joins them (times.toml), typed and checked once.

A rule is a pattern over the folded text (lower case, no accents, straight apostrophes) with slots in braces: ``{day}``,
``{month2}`` (a digit tells two slots of one kind apart). A space stands for a space or a single line break. What a
slot can be filled with comes from the word tables; what a rule means is its ``op``, resolved by ``analysis.times``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.languages.loader import LanguageError, load

Words = Mapping[str, int]
Codes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction.

    ``before`` and ``unless`` look at the text in front of it; ``letter`` asks for the case that the month, weekday or
    season must start with (``capital`` or ``lower``); ``shift`` is what the op moves or counts by.
    """

    op: str
    pattern: str
    before: str = ""
    unless: str = ""
    letter: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The tables of one language; keys are words as they are written, with their accents."""

    day_suffix: str  # what may follow the digits of a day: 1er, 2nd
    triggers: frozenset[str]  # words besides those of the tables that can stand at the heart of a time
    articles: tuple[str, ...]  # what stands before a collective number: une dizaine, a dozen
    partitives: tuple[str, ...]  # what stands behind it: une dizaine de jours
    genitive: str  # marks a time as an owner ("after Monday's vote" is not after Monday); "" where there is none
    months: Words
    month_abbreviations: Words
    weekdays: Words
    weekday_plurals: Words
    weekday_abbreviations: Words
    numbers: Words
    collectives: Words
    fractions: Mapping[str, float]
    half_more: str  # the half that a count may have besides: un an et demi, two and a half years
    ordinals: Words
    vague: tuple[str, ...]
    units: Codes
    terms: Codes  # nouns that are a duration by themselves (quinquennat)
    parts: Codes
    seasons: Codes
    decades: Words
    deictics: Words
    directions: Words
    sequels: Words  # directions from the time spoken of, not from publication (suivant, précédent)
    halves: Words  # a.m. and p.m., as hours to add
    hours: Words  # noon, midnight
    connectors: Codes
    frequencies: Codes
    references: Codes
    rules: tuple[Rule, ...]
    edges: Codes  # pattern → start | middle | end
    relations: Codes  # pattern → by | from | since | until | before | after | between | open | about | on | onset
    range_joint: str
    clock_joint: str
    day_joint: str
    future: str
    past: str
    weekday_default: int  # the side a bare weekday falls on where no verb tells


_NAMED_WORDS = (
    "months",
    "month_abbreviations",
    "weekdays",
    "weekday_plurals",
    "weekday_abbreviations",
    "numbers",
    "collectives",
    "fractions",
    "ordinals",
    "decades",
    "deictics",
    "directions",
    "sequels",
    "halves",
    "hours",
)
_NAMED_CODES = (
    "units",
    "terms",
    "parts",
    "seasons",
    "connectors",
    "frequencies",
    "references",
    "edges",
    "relations",
)
_RELATIONS = {"by", "from", "since", "until", "before", "after", "between", "open", "about", "on", "onset"}


@cache
def calendar(code: str) -> Calendar:
    """The times table of the language ``code``; raises LanguageError where a part is missing or of the wrong kind."""
    table = load(code).table("times")

    def need(section: Mapping[str, Any], name: str, kind: type | tuple[type, ...]) -> Any:
        value = section.get(name)
        if not isinstance(value, kind):
            raise LanguageError(f"{code}/times.toml: {name} is missing or of the wrong kind (got {value!r})")
        return value

    words = need(table, "words", dict)
    values: dict[str, Any] = {}
    for name in _NAMED_WORDS:
        values[name] = need(words, name, dict)
        if not all(isinstance(value, int | float) for value in values[name].values()):
            raise LanguageError(f"{code}/times.toml: words.{name} must give numbers")
    for name in _NAMED_CODES:
        values[name] = need(words, name, dict)
        if not all(isinstance(value, str) for value in values[name].values()):
            raise LanguageError(f"{code}/times.toml: words.{name} must give codes")
    strange = set(values["relations"].values()) - _RELATIONS
    if strange:
        raise LanguageError(f"{code}/times.toml: no such relation: {', '.join(sorted(strange))}")
    if len(set(values["months"].values())) != 12 or len(set(values["weekdays"].values())) != 7:
        raise LanguageError(f"{code}/times.toml: there are twelve months and seven weekdays")
    try:
        rules = tuple(Rule(**rule) for rule in need(table, "rules", list))
    except TypeError as error:
        raise LanguageError(f"{code}/times.toml: a rule is amiss: {error}") from None
    return Calendar(
        **values,
        rules=rules,
        vague=tuple(need(words, "vague", list)),
        triggers=frozenset(need(table, "triggers", list)),
        articles=tuple(need(table, "articles", list)),
        partitives=tuple(need(table, "partitives", list)),
        genitive=need(table, "genitive", str),
        day_suffix=need(table, "day_suffix", str),
        half_more=need(table, "half_more", str),
        range_joint=need(table, "range_joint", str),
        clock_joint=need(table, "clock_joint", str),
        day_joint=need(table, "day_joint", str),
        future=need(need(table, "tense", dict), "future", str),
        past=need(need(table, "tense", dict), "past", str),
        weekday_default=need(need(table, "tense", dict), "weekday_default", int),
    )
