"""Compiles a language's calendar to regular expressions over the folded text, once a language.

Every quantifier is bounded, so that a match costs the same however long the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from selon.analysis.times.openers import DIGITS, openers
from selon.languages.calendar import Calendar, Rule, calendar

_SPACE = r"(?: {1,3}| ?\n)"
_SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")


def _fold_table() -> dict[int, str]:
    table = {ord(c): "'" for c in "’ʼ‘`´"} | {ord(c): "-" for c in "–—‑‐"}
    table |= {ord(c): " " for c in "\u00a0\u202f\u2009\u2007\t\r\v\f"}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base
    return table


_FOLD = _fold_table()


def lowered(text: str) -> str:
    """``text`` in lower case, of the same length (a letter whose lower case is longer stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def folded(low: str) -> str:
    """Lower-case text without accents, apostrophes and hyphens made plain; of the same length."""
    return low.translate(_FOLD)


def _any(words: Iterable[str]) -> str:
    """One of ``words``, the longest first; a space in one matches any space."""
    ordered = sorted({folded(word.lower()) for word in words}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", _SPACE) for word in ordered) + ")"


def _word(words: Iterable[str]) -> str:
    return _any(words) + r"(?!\w)"


def _slots(c: Calendar) -> dict[str, str]:
    """What each slot of a pattern matches."""
    number = _any(c.numbers)
    numeral = rf"{number}(?:(?: et |[ -])?{number}){{0,4}}(?!\w)"
    digits = r"(?:\d{1,3}(?![\d]|[.,]\d)|1\d{3}(?![\d]|[.,]\d))"
    decimal = r"\d{1,3}[.,]\d{1,2}(?!\d)"
    vague = rf"{_any(c.vague)}(?: (?:{_any([*c.collectives, *c.numbers])})s?(?!\w))?"
    partitive = "|".join(
        re.escape(p[:-1]) + "(?=')" if p.endswith("'") else re.escape(p) + "(?= )" for p in c.partitives
    )
    collective = rf"(?:{_any([*c.articles, *c.vague])} )?{_any(c.collectives)}s?(?: (?:{partitive}))?"
    count = rf"(?:{decimal}|{digits}|{collective}|{numeral}|{vague})(?:{_SPACE}|-|'|(?<=\d)(?=[a-z]))"
    minute = rf"(?:[0-5]?\d(?!\d)|{numeral})"
    codes = c.units
    half = [word for word, value in c.fractions.items() if value == 0.5]
    year = r"(?:1\d{3}|2[01]\d\d)(?!\d)"
    day = rf"(?:0?[1-9]|[12]\d|3[01])(?!\d){c.day_suffix}(?!\w|[.,:]\d)"
    return {
        "day": day,
        "dd": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
        "dayword": numeral[: -len(r"(?!\w)")].replace("{0,4}", "{0,2}") + r"(?!\w)|" + _word(_small(c.ordinals)),
        "mm": r"(?:1[0-2]|0?[1-9])(?!\d)",
        "year": year,
        "modern_year": r"(?:1[5-9]\d\d|20\d\d)(?!\w)",
        "year_tail": r"\d\d(?!\d)",
        "yyyy": r"(?:1\d{3}|2[01]\d\d|\d\d)(?!\d)",
        "yy": r"(?:'\d\d|[4-9]\d)(?!\w)(?=\s?(?:$|[.,;:!?)»\"\n](?!\d)))",
        "month": _word(c.months),
        "mon": rf"(?:{_word(c.months)}|{_any(c.month_abbreviations)}\.|{_word(c.month_abbreviations)})",
        "weekday": _word(c.weekdays),
        "weekdays_any": _any([*c.weekdays, *c.weekday_abbreviations]),
        "weekday_plural": _word(c.weekday_plurals),
        "wday": rf"(?:{_word(c.weekdays)}|{_any(c.weekday_abbreviations)}(?!\w))",
        "n": rf"(?:{digits}|{numeral})",
        "decimal": decimal,
        "vague": vague,
        "count": count,
        "unit": _word(codes),
        "calendar_unit": _word(
            w for w, code in codes.items() if code in {"W", "WE", "F", "M", "Q", "H", "Y", "E", "C"}
        ),
        "year_unit": _word(w for w, code in codes.items() if code == "Y"),
        "short_unit": _word(w for w, code in codes.items() if code not in {"Y", "Q", "H"}),
        "quarter_unit": _word(w for w, code in codes.items() if code in {"Q", "H"}),
        "quarter": "[1-4]",
        "term": _word(c.terms),
        "part": _word(c.parts),
        "season": _word(c.seasons),
        "decade": _word(c.decades),
        "decade_digits": r"'?(?:1[6-9]|20)?\d0(?!\d)",
        "deictic": _word(c.deictics),
        "direction": _word(c.directions),
        "sequel": _word(c.sequels),
        "ordinal": _word(c.ordinals),
        "connector": _word(c.connectors),
        "frequency": _word(c.frequencies),
        "reference": _word(c.references),
        "fraction": _any(c.fractions),
        "half_more": c.half_more,
        "roman": r"[ivx]{1,5}(?=e)",
        "hour": r"(?:[01]?\d|2[0-4])(?![\d])(?![.,]\d)",
        "hourword": rf"{number}(?:(?: et |[ -]){number}){{0,2}}(?!\w)",
        "minute": r"[0-5]\d(?!\d)",
        "second": r"[0-5]\d(?!\d)",
        "half": _any(c.halves) + r"(?!\w)",
        "ampm": _any(word for word in c.halves if " " not in word and len(word) <= 4) + r"(?!\w)",
        "noon": _word(c.hours),
        "half_hour": _word(half),
        "past": minute,
        "to": minute,
    }


def _small(words: Mapping[str, int]) -> list[str]:
    return [word for word, value in words.items() if 1 <= value <= 31 and not word[0].isdigit()]


def _spaced(pattern: str) -> str:
    """A space outside a character class stands for a space or a line break; a count brings its own."""
    pattern = pattern.replace("{count} ", "{count}")
    return re.sub(r"\[[^\]]*\]| ", lambda m: _SPACE if m[0] == " " else m[0], pattern)


def _expand(pattern: str, slots: Mapping[str, str], named: bool) -> str:
    """The pattern with its slots filled; named groups only where the match is to be read."""

    def fill(match: re.Match[str]) -> str:
        inner = slots[match[1]]
        return f"(?P<{match[1]}{match[2]}>{inner})" if named else f"(?:{inner})"

    return _SLOT.sub(fill, _spaced(folded(pattern)))


@dataclass(frozen=True)
class Construction:
    """A rule ready to match: the pattern anchored where it is tried, its guards anchored at the text before it.

    Each is compiled when it is first tried: an article needs a few of the 170.
    """

    rule: Rule
    form: str
    form_before: str | None
    form_unless: str | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.form)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        return None if self.form_before is None else re.compile(self.form_before)

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        return None if self.form_unless is None else re.compile(self.form_unless)


@dataclass(frozen=True, slots=True)
class Family:
    """The constructions that can hold one trigger word, by the word that they start with (or its first letter)."""

    by_word: Mapping[str, tuple[Construction, ...]]
    by_initial: Mapping[str, tuple[Construction, ...]]

    def starting(self, word: str) -> tuple[Construction, ...]:
        """The constructions that can start with ``word``."""
        found = self.by_word.get(word)
        return self.by_initial.get(word[0], ()) if found is None else found


@dataclass(frozen=True, slots=True)
class Ending:
    """Patterns that end where they are looked for, each with its code."""

    pattern: re.Pattern[str]
    codes: tuple[str, ...]

    def find(self, window: str) -> tuple[int, str] | None:
        """Where the longest one that ends ``window`` starts, and its code."""
        match = self.pattern.search(window)
        if match is None or match.lastindex is None or not match[0]:
            return None
        return match.start(), self.codes[match.lastindex - 1]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that finding times in one language needs."""

    calendar: Calendar
    families: Mapping[str, Family]  # by trigger word; DIGITS for a word that starts with one
    edges: Ending
    relations: Ending
    range_joint: re.Pattern[str]
    clock_joint: re.Pattern[str]
    day_joint: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    lexicon: Mapping[str, Mapping[str, int | float | str]]


def _words_of(pattern: str) -> frozenset[str]:
    """The words that an expanded pattern can match, DIGITS among them where it can match a number."""
    plain = re.sub(r"\{\d+,?\d*\}", "", pattern)
    plain = re.sub(r"\\[a-zA-Z]", lambda m: DIGITS if m[0] == r"\d" else " ", plain)
    words = set()
    for word, optional in re.findall(r"([a-z]+)(\?)?", plain):
        words.add(word)
        if optional:
            words.add(word[:-1])
    return frozenset(words | ({DIGITS} if re.search(r"\d", plain) else set()))


def _families(c: Calendar, slots: Mapping[str, str]) -> dict[str, Family]:
    """For each trigger word, the constructions that can hold it: all that need to be tried around it."""
    built: list[tuple[Construction, frozenset[str], frozenset[str]]] = []
    for rule in c.rules:
        before, unless = (
            f"(?:{_expand(guard, slots, named=False)})" + ("" if guard.endswith(("$", "\\n")) else "$")
            if guard
            else None
            for guard in (rule.before, rule.unless)
        )
        pattern = _expand(rule.pattern, slots, named=True) + r"(?!\w)"
        plain = _expand(rule.pattern, slots, named=False)
        built.append((Construction(rule, pattern, before, unless), _words_of(plain), openers(plain)))
    shared: dict[tuple[int, ...], Family] = {}  # many triggers have the same constructions
    families = {}
    for trigger in (*_triggers(c), DIGITS):
        key = tuple(i for i, (_, words, _) in enumerate(built) if trigger in words)
        if key:
            families[trigger] = shared.setdefault(key, _family([built[i][::2] for i in key]))
    return families


def _family(members: Sequence[tuple[Construction, frozenset[str]]]) -> Family:
    words = frozenset[str]().union(*(first for _, first in members))
    initial = {
        letter: tuple(c for c, first in members if letter + "*" in first or (letter.isdigit() and DIGITS in first))
        for letter in {word[0] for word in words if word.endswith("*")} | set("0123456789")
    }
    whole = {
        word: tuple(c for c, first in members if word in first or word[0] + "*" in first)
        for word in words
        if word[-1] != "*" and word != DIGITS
    }
    return Family(whole, initial)


def _triggers(c: Calendar) -> frozenset[str]:
    tables = (
        c.months, c.month_abbreviations, c.weekdays, c.weekday_plurals, c.weekday_abbreviations, c.units, c.terms,
        c.parts, c.seasons, c.deictics, c.frequencies, c.references, c.hours,
    )  # fmt: skip
    words = {folded(word.lower()) for table in tables for word in table} | {folded(word) for word in c.triggers}
    # A word of several parts is found by its last one ("avant-hier": hier; "à l'heure actuelle": actuelle).
    return frozenset(re.findall(r"[^\W_]+", word)[-1] for word in words)


@cache
def grammar(code: str) -> Grammar:
    """The compiled grammar of the language ``code``; raises LanguageError where the language has no times table."""
    c = calendar(code)
    slots = _slots(c)

    def ending(table: Mapping[str, str]) -> Ending:
        options = "|".join(f"({_expand(pattern, slots, named=False)})" for pattern in table)
        return Ending(re.compile(rf"(?<!\w)(?:{options})$"), tuple(table.values()))

    lexicon: dict[str, Mapping[str, int | float | str]] = {
        "month": _folded_keys({**c.months, **c.month_abbreviations}),
        "weekday": _folded_keys({**c.weekdays, **c.weekday_plurals, **c.weekday_abbreviations}),
        "number": _folded_keys(c.numbers),
        "vague": {folded(word.lower()): 0 for word in c.vague},
        "collective": _folded_keys(c.collectives),
        "fraction": _folded_keys(c.fractions),
        "ordinal": _folded_keys(c.ordinals),
        "unit": _folded_keys(c.units),
        "term": _folded_keys(c.terms),
        "part": _folded_keys(c.parts),
        "season": _folded_keys(c.seasons),
        "decade": _folded_keys(c.decades),
        "deictic": _folded_keys(c.deictics),
        "direction": _folded_keys(c.directions),
        "sequel": _folded_keys(c.sequels),
        "half": _folded_keys(c.halves),
        "noon": _folded_keys(c.hours),
        "connector": _folded_keys(c.connectors),
        "frequency": _folded_keys(c.frequencies),
        "reference": _folded_keys(c.references),
    }
    return Grammar(
        calendar=c,
        families=_families(c, slots),
        edges=ending(c.edges),
        relations=ending(c.relations),
        range_joint=re.compile(_spaced(c.range_joint)),
        clock_joint=re.compile(_spaced(c.clock_joint)),
        day_joint=re.compile(_spaced(c.day_joint)),
        future=re.compile(c.future),
        past=re.compile(c.past),
        lexicon=lexicon,
    )


def _folded_keys(table: Mapping[str, int | float | str]) -> dict[str, int | float | str]:
    return {folded(word.lower()): value for word, value in table.items()}
