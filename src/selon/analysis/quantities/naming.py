"""Tells figures from numbers that name or date things: "COVID-19", "article 5", "a Boeing 737", "in 2012"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from selon.analysis.quantities.approximators import Left
from selon.analysis.quantities.counted import Counted, Counter, counter
from selon.analysis.quantities.numerals import Numeral
from selon.languages.numbers import Bound, Numbers, numbers


@dataclass
class Names:
    """The numbers that have served as names in a text ("Boeing 707"), and where the last one ended."""

    seen: set[str]
    end: int = -9

    def add(self, number: Numeral, folded: str) -> None:
        self.seen.add(folded[number.start : number.end])
        self.end = number.end


class Naming:
    """The tests of one language. Make it once, with ``naming``."""

    def __init__(self, table: Numbers, counter_: Counter) -> None:
        self.table, self.counter = table, counter_
        self.listed = frozenset((*table.grammar.joiners, *table.ranges.to, ","))

    def goes_on(self, names: Names, number: Numeral, folded: str) -> bool:
        """Whether a bare number continues a list of names: "les régions 11 et 12"."""
        near = number.form == "plain" and 0 < number.start - names.end < 8
        return near and folded[names.end : number.start].strip() in self.listed

    def attached(self, folded: str, start: int, number: Numeral) -> bool:
        """Whether the number is part of a longer code: COVID-19, 3DS, 24/7, 1.2.3, 21st, quatre-vingtième."""
        before = folded[start - 1] if start else " "
        if before in "-/.,:'#@" and start >= 2:
            further = folded[start - 2]
            if further.isdigit() or (before == "-" and further.isalnum()) or before in "/#@":
                return True
        if before in "#@":
            return True
        rest = folded[number.end : number.end + 2]
        if rest and (rest[0] in "/:.,'" or rest[0] == "_") and rest[1:].isdigit():
            return True
        if rest and rest[0] in "/_@" and rest[1:].isalnum():
            return True
        if number.form in ("plain", "figure") and rest[:1].isalpha():
            return self.counter.measure.match(folded, number.end) is None
        return rest[:1] == "'" and rest[1:] == "s" and number.form == "plain"

    def named(self, left: Left, number: Numeral, folded: str, text: str) -> bool:
        """Whether bare digits name something: "article 5", "Boeing 737", "France 24"; or a footnote, "[3]"."""
        if not left.words:
            return False
        word, offset = left.words[-1], left.offsets[-1]
        if word == "[" and folded.startswith("]", number.end):
            return True
        stem = word.rstrip(".")
        if stem in self.table.labels or (stem[-1:] == "s" and stem[:-1] in self.table.labels):
            return number.low < 100 or not self.counter.noun(folded, text, number.end, many=True).kind
        if (
            number.form not in ("plain", "figure")
            or word[-1] == "."
            or not word[0].isalpha()
            or text[offset : offset + len(word)].islower()
        ):
            return False
        if word in self.table.nouns.function_words or self._counts(folded, text, number.end):
            return False
        if word.rstrip(".") in self.table.dates.months:
            return number.low <= 31
        earlier = left.words[-2] if len(left.words) > 1 else "\n"
        starts_sentence = earlier in "\n.!?" or earlier.endswith(".")
        return not starts_sentence and earlier not in self.table.name_after and number.low < 10_000

    def aged(self, left: Left, number: Numeral, folded: str, text: str) -> bool:
        """Whether bare digits between commas after a name tell an age: "Andrew Kinsman, 49, was missing"."""
        if number.form != "plain" or not 10 <= number.low <= 110 or len(left.words) < 2 or left.words[-1] != ",":
            return False
        named = left.words[-2][0].isalpha() and text[left.offsets[-2]].isupper()
        return named and folded[number.end : number.end + 2] in (", ", ",")

    def _counts(self, folded: str, text: str, end: int) -> bool:
        """Whether a measure, money or percent follows: "à l'est de Carrascal 73 km" is no name."""
        return self.counter.after(folded, text, end, many=True).kind in ("measure", "money", "percent")

    def vetoed(
        self,
        number: Numeral,
        counted: Counted,
        ranged: bool,
        bound: Bound | None,
        left: Left,
        outer: Left,
        folded: str,
    ) -> bool:
        """Whether the number is no figure: a duration or an age, a year, "les deux", "neuf" for new."""
        if counted.kind in ("duration", "compound"):
            return True
        word = folded[number.start : number.end]
        if number.low == 1 and number.form == "word" and counted.unit[:1].isupper() and " " not in counted.unit:
            return True  # "one Vijayaragavan"
        if word in self.table.nouns.needs_plural and counted.kind in ("", "multiple"):
            return True
        if not counted.kind:
            named = outer.words and outer.words[-1] in self.table.singular and bound is None
            if named and not ranged and number.low < 1e5 and number.form in ("plain", "word"):
                return True
            if number.form == "pair" or (number.form == "word" and number.low == 1 and not ranged):
                return True
            if number.low == 2 and number.form == "word" and outer.words and outer.words[-1] in self.table.definite:
                return True
        if number.form == "figure" and number.scale == 1 and counted.kind in ("", "noun"):
            # "Ubuntu 12.10": in French a point makes a version, not a decimal.
            foreign = self.table.decimal not in word and not word.isdigit()
            if foreign and (not counted.kind or counted.unit.isupper()):
                return True
        if number.form != "plain" or ranged:
            return False
        if len(word) == 5 and counted.unit[:1].isupper() and bound is None:
            return True  # 75019 Paris
        if (
            folded.startswith(")", number.end)
            and number.low <= 20
            and "(" not in folded[max(0, number.start - 60) : number.start]
        ):
            return True  # 1) … 2) …
        if len(word) == 4 and word[0] in "12" and counted.kind in ("", "noun"):
            return self._year(int(number.low), counted, bound, left)
        return word[0] == "0" and len(word) > 1

    def _year(self, value: int, counted: Counted, bound: Bound | None, left: Left) -> bool:
        previous = left.words[-1].rstrip(".") if left.words else ""
        dated = previous in self.table.dates.year_before or previous in self.table.dates.months
        if 1900 <= value <= 2099:
            if counted.kind == "noun" and value % 100 == 0:
                return dated
            return bound is None or not counted.kind
        return 1000 <= value < 1900 and dated and not counted.kind


@cache
def naming(language: str) -> Naming:
    """The tests for the language ``language``; raises LanguageError where there is none."""
    return Naming(numbers(language), counter(language))
