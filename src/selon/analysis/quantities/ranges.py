"""Figures made of two numbers: ranges ("entre 10 et 12 000") and shares ("un Français sur trois")."""

from __future__ import annotations

import re
from functools import cache

from selon.analysis.quantities.approximators import Left, phrases
from selon.analysis.quantities.counted import Counted, counter
from selon.analysis.quantities.naming import naming
from selon.analysis.quantities.numerals import Numeral, alternatives, reader
from selon.analysis.quantities.starts import starts
from selon.languages.numbers import numbers

_WHOLES = (2, 3, 4, 5, 6, 7, 8, 10, 20, 50, 100, 1000)  # what "one in …" takes; "two in …" takes rounder ones
_ROUND_WHOLES = (3, 4, 5, 10, 100)


class Ranges:
    """The ranges and shares of one language. Make it once, with ``ranges``."""

    def __init__(self, language: str) -> None:
        self.table = table = numbers(language)
        self.reader, self.counter = reader(language), counter(language)
        self.starts, self.naming = starts(language), naming(language)
        self.between = phrases(table.ranges.between)
        repeated = alternatives([*table.percent, *table.money_symbols, *table.money_words, *table.measures])
        again = alternatives([*table.ranges.again])
        self.to = self._connector(table.ranges.to, repeated, again)
        self.and_ = self._connector((*table.ranges.between_and, *table.ranges.to), repeated, again)
        self.shared = re.compile(rf"(?: [^\W\d_]+(?:-[^\W\d_]+)?)? (?:{alternatives(table.fractions.out_of)}) (?=\w)")

    @staticmethod
    def _connector(words: tuple[str, ...], repeated: str, again: str) -> re.Pattern[str]:
        spaced = alternatives(w for w in words if w != "-")
        joint = rf"(?: (?:{spaced}) |(?P<dash> ?- ?))(?:(?:{again}) )?[€$£¥]?(?=\w)"
        return re.compile(rf"(?: ?(?:{repeated})(?![\w/]))?{joint}")

    def range(self, number: Numeral, outer: Left, opened: int, folded: str, text: str) -> Numeral | None:
        """The range that ``number`` begins, if it does: "entre 10 et 12 000", "10 à 15 %", "cent ou deux cents"."""
        if number.form == "share" or number.high != number.low:
            return None
        between = opened and outer.ends(self.between)
        match = (self.and_ if between else self.to).match(folded, number.end)
        if match is None:
            return None
        second = self._second(match.end(), folded, text)
        if second is None or second.high is None:
            return None
        if match.group("dash") and number.end != match.start() and " " in match.group("dash"):
            return None
        if opened and not between and self._changed(outer.less(opened)):
            return None
        low, high = number.low, second.high
        if number.scale == 1 and second.scale > 1 and low < 1000:
            shared = low * second.scale
            written = folded[second.end - 1].isdigit()  # 4 000
            if shared < high and (not written or high < 10 * shared):
                low = shared
        if low >= high:
            return None
        if (
            match.group("dash")
            and number.form == "plain"
            and high <= 20
            and not self._follows(second.end, folded, text)
        ):
            return None  # a score
        return Numeral(number.start, second.end, low, high, "range")

    def moved_to(self, number: Numeral, folded: str, text: str) -> Counted | None:
        """What the number counts to which ``number`` moved: "passé de 12 à 17 (morts)"; None where there is none."""
        match = self.to.match(folded, number.end)
        second = self._second(match.end(), folded, text) if match is not None else None
        if second is None:
            return None
        counted = self.counter.after(folded, text, second.end, many=True)
        return counted if counted.kind in ("noun", "money", "percent", "measure") else None

    def _follows(self, end: int, folded: str, text: str) -> bool:
        return bool(self.counter.after(folded, text, end, many=True).kind)

    def _second(self, at: int, folded: str, text: str) -> Numeral | None:
        if folded[at].isdigit():
            number = self.reader.digits(folded, text, at)
            return None if number is None or self.naming.attached(folded, 0, number) else number
        article = self.starts.article.match(folded, at)
        if article is not None:
            return self.reader.words(folded, at, first=1.0)
        collective = self.starts.round.match(folded, at)
        if collective is not None:
            value = self.reader.collectives[collective.group("noun")]
            return Numeral(at, collective.end(), value, value, "word", scale=value)
        return self.reader.words(folded, at)

    def _changed(self, left: Left) -> bool:
        """Whether a verb or noun of change stands before: "est passé de 200 à 300", "up from 3,000"."""
        ranges = self.table.ranges
        return any(word.startswith(ranges.changes) or word in ranges.change_words for word in left.words[-4:])

    def share(self, number: Numeral, folded: str, text: str) -> Numeral | None:
        """ "un Français sur trois", "one in five" as a percentage."""
        if number.low != number.high or not 1 <= number.low < 100 or number.form not in ("word", "plain"):
            return None
        match = self.shared.match(folded, number.end)
        if match is None:
            return None
        whole = self._second(match.end(), folded, text)
        if whole is None or whole.low not in _WHOLES or whole.low <= number.low:
            return None
        if number.low != 1 and whole.low not in _ROUND_WHOLES:
            return None
        share = 100 * number.low / whole.low
        return Numeral(number.start, whole.end, share, share, "share")


@cache
def ranges(language: str) -> Ranges:
    """The ranges of the language ``language``; raises LanguageError where there is none."""
    return Ranges(language)
