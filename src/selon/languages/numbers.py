"""A language's numbers: the typed, checked view of its ``numbers.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.languages.loader import Language, LanguageError, load

Words = tuple[str, ...]
Bound = str  # "about", "nearly", "at_least", "at_most" or "exactly"

BOUNDS: tuple[Bound, ...] = ("about", "nearly", "at_least", "at_most", "exactly")


@dataclass(frozen=True)
class Grammar:
    """How number words combine: which joiner stands where, which tens take a teen."""

    noun_first: bool
    joiners: Words
    joiner_after: str
    teen_tens: frozenset[int]
    ten_takes: frozenset[int]
    four_twenties: bool
    point: Words
    negative: Words
    of: Words
    partitive: Words


@dataclass(frozen=True)
class Fractions:
    """Words for parts of a whole, as denominators."""

    half: Words
    half_before: Words
    demi: Words
    nouns: Mapping[str, float]
    ordinals: Mapping[str, float]
    before: Words
    followed_by: frozenset[str]
    out_of: Words


@dataclass(frozen=True)
class Ranges:
    """What opens and joins the two ends of a range, and the verb stems after which it is a change instead."""

    opening: Words
    between: Words
    between_and: Words
    to: Words
    alternative: Words
    again: Words
    changes: Words
    change_words: frozenset[str]


@dataclass(frozen=True)
class Dates:
    """What marks a number as part of a date or a time of day."""

    months: Words
    day_joiners: Words
    capitalised: bool
    weekdays: Words
    ordinal_suffixes: Words
    year_before: frozenset[str]
    clock: Words
    hours: Words
    hour_before: Words
    half_days: Words  # behind an hour in words, with one of these before it: "until four in the morning"


@dataclass(frozen=True)
class Nouns:
    """How the counted noun is told from what follows it, and its singular."""

    function_words: frozenset[str]
    adjectives: frozenset[str]
    other: frozenset[str]
    classing: frozenset[str]
    classing_endings: Words
    endings: Words
    irregular: Mapping[str, str]
    invariable: frozenset[str]
    victims: frozenset[str]
    tolls: Mapping[str, str]
    count_of: Words
    needs_plural: frozenset[str]


@dataclass(frozen=True)
class Numbers:
    """All that the finder of quantities needs to know of one language. Words are lower case, apostrophes straight."""

    code: str
    decimal: str
    group: str
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, float]
    indefinite: Words
    article_numbers: bool
    definite: frozenset[str]
    singular: frozenset[str]
    needs_of: frozenset[str]
    single: Words
    bare_multipliers: Words
    grammar: Grammar
    suffixes: Mapping[str, float]
    money_suffixes: Mapping[str, float]
    in_millions: Words
    approximate: Mapping[str, float]
    exact: Mapping[str, float]
    vague: Mapping[str, float]
    several: Words
    few: Words
    vague_before: Words
    pair: Words
    fractions: Fractions
    before: Mapping[Words, Bound]
    verbs: Mapping[str, Words]
    verb_gaps: Words
    after: Mapping[str, Bound]
    ranges: Ranges
    distributive: Words
    distributive_window: int
    formations: frozenset[str]
    formation_before: Words
    formation_after: Words
    percent: Words
    points: Mapping[str, str]
    money_symbols: Mapping[str, str]
    money_words: Mapping[str, str]
    measures: Mapping[str, str]
    scale_before: Words
    scale_unit: str
    durations: frozenset[str]
    duration_gaps: frozenset[str]
    ages: Words
    multiples: Words
    multiple_after: frozenset[str]
    multiple_degrees: frozenset[str]
    multiple_unit: str
    dates: Dates
    labels: frozenset[str]
    name_after: frozenset[str]
    calibres: Words
    idioms: Words
    nouns: Nouns


def _strings(value: Any, where: str) -> Words:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise LanguageError(f"{where}: want a list of words")
    for word in value:
        if word != word.lower() or "’" in word:
            raise LanguageError(f"{where}: {word!r} must be lower case with a straight apostrophe")
    return tuple(value)


def _values(value: Any, where: str) -> dict[str, float]:
    if not isinstance(value, dict) or not all(isinstance(v, int | float) for v in value.values()):
        raise LanguageError(f"{where}: want words with their numbers")
    return {str(k): v for k, v in value.items()}


def tokens(phrase: str) -> Words:
    """A phrase cut the way the finder cuts a text: an elided word keeps its apostrophe ("plus d'" is two)."""
    return tuple(phrase.replace("'", "' ").split())


class _Table:
    """A table with its path, so that an error can name the very key."""

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self.data, self.where = data, where

    def get(self, key: str) -> Any:
        if key not in self.data:
            raise LanguageError(f"{self.where}: {key!r} is missing")
        return self.data[key]

    def __getitem__(self, key: str) -> _Table:
        return _Table(self.get(key), f"{self.where}.{key}")

    def words(self, key: str) -> Words:
        return _strings(self.get(key), f"{self.where}.{key}")

    def word_set(self, key: str) -> frozenset[str]:
        return frozenset(self.words(key))

    def values(self, key: str) -> dict[str, float]:
        return _values(self.get(key), f"{self.where}.{key}")


def _bounds(table: _Table) -> dict[str, Bound]:
    out: dict[str, Bound] = {}
    for bound in BOUNDS:
        if bound in table.data:
            for phrase in table.words(bound):
                if phrase in out and out[phrase] != bound:
                    raise LanguageError(f"{table.where}: {phrase!r} stands under both {out[phrase]} and {bound}")
                out[phrase] = bound
    return out


def numbers_from(language: Language) -> Numbers:
    """The checked table of ``language``; raises LanguageError naming the key that is missing or amiss."""
    t = _Table(language.table("numbers"), f"{language.folder.name}/numbers.toml")
    grammar, fractions, ranges, dates = t["grammar"], t["fractions"], t["ranges"], t["dates"]
    verbs = t["verbs"]
    return Numbers(
        code=language.code,
        decimal=t["marks"].get("decimal"),
        group=t["marks"].get("group"),
        cardinals={k: int(v) for k, v in t.values("cardinals").items()},
        multipliers=t.values("multipliers"),
        indefinite=t["articles"].words("indefinite"),
        article_numbers=bool(t["articles"].get("are_numbers")),
        definite=t["articles"].word_set("definite"),
        singular=t["articles"].word_set("singular"),
        needs_of=t["articles"].word_set("needs_of"),
        single=t["articles"].words("single"),
        bare_multipliers=t["articles"].words("bare_multipliers"),
        grammar=Grammar(
            noun_first=bool(grammar.get("noun_first")),
            joiners=grammar.words("and"),
            joiner_after=grammar.get("and_after"),
            teen_tens=frozenset(grammar.get("twenty_fold")),
            ten_takes=frozenset(grammar.get("ten_takes")),
            four_twenties=bool(grammar.get("four_twenties")),
            point=grammar.words("point"),
            negative=grammar.words("negative"),
            of=grammar.words("of"),
            partitive=grammar.words("partitive"),
        ),
        suffixes=t.values("suffixes"),
        money_suffixes=t.values("suffixes_with_money"),
        in_millions=t["suffixes_before"].words("nouns"),
        approximate=t["collectives"].values("approximate"),
        exact=t["collectives"].values("exact"),
        vague=t["vague"].values("plurals"),
        several=t["vague"]["words"].words("several"),
        few=t["vague"]["words"].words("few"),
        vague_before=t["vague"]["words"].words("before"),
        pair=t["pair"].words("words"),
        fractions=Fractions(
            half=fractions.words("half"),
            half_before=fractions.words("half_before"),
            demi=fractions.words("demi"),
            nouns=fractions.values("nouns"),
            ordinals=fractions.values("ordinals"),
            before=fractions.words("before"),
            followed_by=fractions.word_set("followed_by"),
            out_of=fractions.words("out_of"),
        ),
        before={tokens(phrase): bound for phrase, bound in _bounds(t["before"]).items()},
        verbs={bound: verbs.words(bound) for bound in BOUNDS if bound in verbs.data},
        verb_gaps=verbs.words("between"),
        after=_bounds(t["after"]),
        ranges=Ranges(
            opening=ranges.words("opening"),
            between=ranges.words("between"),
            between_and=ranges.words("between_and"),
            to=ranges.words("to"),
            alternative=ranges.words("alternative"),
            again=ranges.words("again"),
            changes=ranges.words("changes"),
            change_words=ranges.word_set("change_words"),
        ),
        distributive=t["distributive"].words("words"),
        distributive_window=int(t["distributive"].get("window")),
        formations=t["formations"].word_set("nouns"),
        formation_before=t["formations"].words("links_before"),
        formation_after=t["formations"].words("links_after"),
        percent=t["percent"].words("words"),
        points={k: str(v) for k, v in t["points"].get("words").items()},
        money_symbols={k: str(v) for k, v in t["money"].get("symbols").items()},
        money_words={k: str(v) for k, v in t["money"].get("words").items()},
        measures={k: str(v) for k, v in t.get("measures").items()},
        scale_before=t["scales"].words("before"),
        scale_unit=t["scales"].get("unit"),
        durations=t["durations"].word_set("nouns"),
        duration_gaps=t["durations"].word_set("between"),
        ages=t["ages"].words("before"),
        multiples=t["multiples"].words("words"),
        multiple_after=t["multiples"].word_set("followed_by"),
        multiple_degrees=t["multiples"].word_set("degrees"),
        multiple_unit=t["multiples"].get("unit"),
        dates=Dates(
            months=dates.words("months"),
            day_joiners=dates.words("day_joiners"),
            capitalised=bool(dates.get("capitalised")),
            weekdays=dates.words("weekdays"),
            ordinal_suffixes=dates.words("ordinal_suffixes"),
            year_before=dates.word_set("year_before"),
            clock=dates.words("clock"),
            hours=dates.words("hours"),
            hour_before=dates.words("hour_before"),
            half_days=dates.words("half_days"),
        ),
        labels=t["labels"].word_set("nouns"),
        name_after=t["labels"].word_set("names_after"),
        calibres=t["labels"].words("calibres"),
        idioms=t["idioms"].words("phrases"),
        nouns=Nouns(
            function_words=t["function_words"].word_set("words"),
            adjectives=t["adjectives"].word_set("before"),
            other=t["adjectives"].word_set("other"),
            classing=t["adjectives"].word_set("classing"),
            classing_endings=t["adjectives"].words("classing_endings"),
            endings=t["adjectives"].words("endings"),
            irregular={k: str(v) for k, v in t["nouns"].get("irregular").items()},
            invariable=t["nouns"].word_set("invariable"),
            tolls={k: str(v) for k, v in t["nouns"].get("tolls").items()},
            victims=t["nouns"].word_set("victims"),
            count_of=t["nouns"].words("count_of"),
            needs_plural=t["idioms"].word_set("needs_plural"),
        ),
    )


@cache
def numbers(code: str) -> Numbers:
    """The numbers of the language ``code``; raises LanguageError where selon has no such language."""
    return numbers_from(load(code))
