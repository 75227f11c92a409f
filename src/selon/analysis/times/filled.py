"""A construction's match with its slots read, and the setting that it is read against."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from selon.analysis.times.grammar import Grammar
from selon.analysis.times.periods import Day, Period

_FAR_DAYS, _NEAR_CHARACTERS = 31, 80  # days from publication, characters in the text


@dataclass(frozen=True, slots=True)
class Found:
    """A period with the range of the text that tells it."""

    start: int
    end: int
    period: Period


class Setting:
    """What a construction is read against: publication, and the time spoken of last (``focus``)."""

    def __init__(self, published: Day | None) -> None:
        self.published = published
        self.focus: Period | None = None
        self.focus_day: Day | None = None
        self.focus_at = 0  # where in the text the focus was told
        self.moment: str = ""

    def note(self, period: Period, at: int) -> None:
        """Remember a period, told at ``at``, that later ones may be told from."""
        if period.type == "TIME":
            self.moment = period.value
        if period.type not in {"DATE", "TIME"} or period.start is None or period.value.endswith("_REF"):
            return
        self.focus = period
        if period.grain == "D" and period.start == period.end:
            self.focus_day, self.focus_at = period.start, at

    def day_at(self, at: int) -> Day | None:
        """The day that an hour told at ``at`` falls on: the one spoken of last, or publication.

        A day of long ago is left behind after a sentence ("the record of 21 August 1922 fell. The night was hot").
        """
        if self.focus_day is None or self.published is None:
            return self.day
        far = abs((self.focus_day - self.published).days) > _FAR_DAYS
        return self.published if far and at - self.focus_at > _NEAR_CHARACTERS else self.focus_day

    @property
    def day(self) -> Day | None:
        return self.focus_day or self.published


@dataclass(frozen=True, slots=True)
class Filled:
    """A construction's match with its slots, read by name."""

    match: re.Match[str]
    grammar: Grammar
    setting: Setting
    lean: Callable[[], int]
    shift: int
    relation: str

    def text(self, *names: str) -> str | None:
        """The first filled slot among ``names``."""
        known = self.match.re.groupindex
        for name in names:
            if name in known and self.match[name]:
                words: str = self.match[name]
                return words
        return None

    def look(self, table: str, *slots: str) -> int | float | str | None:
        """The value of the first filled slot in a word table."""
        word = self.text(*slots)
        if word is None:
            return None
        key = re.sub(r"\s+", " ", word).strip()
        entries = self.grammar.lexicon[table]
        return entries.get(key, entries.get(key.rstrip(".")))

    def whole(self, table: str, *slots: str) -> int | None:
        value = self.look(table, *slots)
        return int(value) if isinstance(value, int | float) else None

    def code(self, table: str, *slots: str) -> str | None:
        value = self.look(table, *slots)
        return value if isinstance(value, str) else None

    def number(self, *slots: str) -> int | None:
        word = self.text(*slots)
        if word is None:
            return None
        value = count_of(word, self.grammar)
        return None if value is None else int(value)


def count_of(words: str, grammar: Grammar) -> float | None:
    """The number that ``words`` (folded) say; None where they are vague (« quelques ») or say none."""
    if any(words.startswith(word + " ") or words == word for word in grammar.lexicon["vague"]):
        return None
    digits = re.match(r"\d+(?:[.,]\d+)?", words)
    if digits:
        return float(digits[0].replace(",", "."))
    numbers, ordinals = grammar.lexicon["number"], grammar.lexicon["ordinal"]
    collectives = grammar.lexicon["collective"]
    total, seen = 0, False
    for word in re.findall(r"[^\W_]+", words):
        if (word in collectives or word.rstrip("s") in collectives) and word not in numbers:
            # A plural is vague: « quelques dizaines », "dozens".
            return float(collectives[word]) if word in collectives else None
        value = numbers.get(word, ordinals.get(word))
        if not isinstance(value, int | float):
            continue
        seen = True
        amount = int(value)
        if amount in {100, 1000}:
            total = max(total, 1) * amount
        elif amount == 20 and total == 4:
            total = 80
        else:
            total += amount
    return float(total) if seen else None


def year_of(f: Filled, *slots: str) -> int | None:
    word = f.text(*slots)
    if word is None:
        return None
    return full_year(int(word.lstrip("'")), f.setting.published)


def told_year(f: Filled, *slots: str) -> int | None:
    """The year as written, or as « de l'année dernière » counts it."""
    shift, published = f.whole("direction", "direction2"), f.setting.published
    if shift is not None and published is not None:
        return published.year + shift
    return year_of(f, *slots)


def full_year(number: int, published: Day | None) -> int:
    """Two digits of a year are read within the ninety years up to ten years ahead."""
    if number >= 100:
        return number
    limit = (published.year if published else 2030) + 10
    century = limit // 100 * 100
    return century + number if century + number <= limit else century - 100 + number


def with_part(period: Period, part: str | None) -> Period:
    return replace(period, type="TIME", value=f"{period.value}T{part}") if part else period


def unit_of(f: Filled, *slots: str) -> str:
    names = slots or ("unit", "unit2", "calendar_unit", "calendar_unit2", "short_unit", "year_unit", "quarter_unit")
    return f.code("unit", *names) or "D"


def counted(f: Filled) -> float | None:
    words = f.text("count", "decimal", "n")
    if words is None:
        fraction = f.look("fraction", "fraction")
        return float(fraction) if isinstance(fraction, int | float) else None
    count = count_of(words, f.grammar)
    return count + 0.5 if count is not None and f.text("half_more", "half_more2") else count


def on_day(clock: Period, when: Day | None) -> Period:
    """A time of day placed on a day (None: left floating)."""
    told = clock.value[clock.value.index("T") :]
    if when is None:
        return Period(None, None, told, "TIME")
    return Period(when, when, f"{when.isoformat()}{told}", "TIME")
