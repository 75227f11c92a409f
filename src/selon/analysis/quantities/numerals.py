"""Reads one numeral, digits or words, at a place in a text: "10 000", "1,5 million", "quatre-vingt-douze", "a dozen".

No word here belongs to a language: they come from ``languages/*/numbers.toml``. The reader looks at most a few words
ahead of where it stands, so that a finder built on it stays linear in the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from selon.languages.numbers import Numbers, numbers

# Digits as newspapers print them: 1 234 567,89 · 10.000 · 10,000 · 1'000 · 1,500.50 · 2,3. The lookaheads keep
# "423 0000" two numbers.
_DIGITS = re.compile(
    r"\d{1,3}(?: \d{3}){1,6}(?!\d)(?:[.,]\d+(?![\d]))?"
    r"|\d{1,3}(?:([.,'])\d{3})(?:\1\d{3}){1,6}(?!\d)(?:[.,]\d+(?!\d))?"
    r"|\d{1,3}([.,'])\d{3}(?!\2)[.,]\d+(?!\d)"
    r"|\d{1,3}'\d{3}(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_HALVES = re.compile(r" ([1-7])/([2-8])(?![\d/])")
VULGAR = {sign: unicodedata.numeric(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_VULGAR = re.compile(rf" ?([{''.join(VULGAR)}])")
_NEXT_WORD = re.compile(r" ?([^\W\d_]+'?|[%$€£¥°])")
_LONGEST = 18  # digits; what is longer is a code, not a count

_PLAIN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "\u2002": " ", "\u2003": " ",
    "\u200a": " ", "\u205f": " ", "\u3000": " ", "\t": " ", "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-",
    "–": "-", "−": "-",
}  # fmt: skip


class Numeral(NamedTuple):
    """A number as read: ``low`` and ``high`` differ for vague ones ("des dizaines"); ``round`` ones mean
    about that many.

    ``form`` is "plain" (bare digits), "figure" (digits with grouping, decimals or a scale), "word", "vague",
    "indefinite" ("plusieurs"), "share" (a part of a whole, as a percentage) or "pair" ("a couple of").
    """

    start: int
    end: int
    low: float
    high: float | None
    form: str
    round: bool = False
    scale: float = 1.0  # that of its scale word or grouped thousands, which the other end of a range may share


def fold(text: str) -> str:
    """``text`` in lower case, spaces, apostrophes and dashes made plain; of the same length, so that offsets hold."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not folded.isascii():
        for odd, plain in _PLAIN.items():
            if odd in folded:
                folded = folded.replace(odd, plain)
    return folded


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, longest first."""
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(set(words), key=lambda w: (-len(w), w)))


def unaccented(word: str) -> str:
    """``word`` as a hurried writer types it: "cinquieme"."""
    return word.replace("è", "e").replace("é", "e")


class Reader:
    """Reads numerals of one language in folded text (see ``fold``). Make it once, with ``reader``."""

    def __init__(self, table: Numbers) -> None:
        self.table = table
        grammar, fractions = table.grammar, table.fractions
        self.values: dict[str, float] = {**table.cardinals, **table.multipliers}
        # 100 and up, as a part of a number and as what multiplies the digits before it.
        self.scales = {w: v for w, v in table.multipliers.items() if v >= 1000}
        words = alternatives(self.values)
        self.word = re.compile(rf"(?:{words})(?!\w)")
        self.scale = re.compile(rf" {{0,2}}({alternatives(self.scales)})(?!\w)")
        self.hundred = re.compile(rf" ({alternatives(w for w, v in table.multipliers.items() if v == 100)})(?!\w)")
        self.joined = re.compile(rf"(?:-| +)(?:(?:{alternatives(grammar.joiners)})(?:-| +))?")
        self.joiner = re.compile(rf"(?:-| +)(?:{alternatives(grammar.joiners)})(?:-| +)")
        collectives = {**table.approximate, **table.exact}
        self.collectives = collectives | {w + "s": v for w, v in collectives.items() if " " not in w}
        self.collective = re.compile(rf" ?({alternatives(self.collectives)})(?!\w)")
        self.vague = re.compile(rf"({alternatives(table.vague)})(?!\w)")
        link = rf" (?:{alternatives(w for w in grammar.of if not w.endswith(chr(39)))}) | d'"
        factors = {**table.vague, **table.multipliers, **table.approximate, **table.exact}
        self.factors = factors
        self.factor = re.compile(rf"({alternatives(factors)})(?!\w)")
        self.second_factor = re.compile(rf"(?:{link}| )({alternatives(factors)})(?!\w)")
        self.denominators = dict(fractions.nouns)
        for word, value in fractions.ordinals.items():
            for form in (word, unaccented(word)):
                self.denominators |= {form: value, form + "s": value}
        self.denominator = re.compile(rf"[ -]({alternatives(self.denominators)})(?!\w)")
        self.ordinals = {w: v for w, v in self.denominators.items() if w not in fractions.nouns}
        self.ordinal = re.compile(rf"(?:{alternatives(self.ordinals)})(?!\w)") if self.ordinals else None
        demi = alternatives(fractions.demi)
        self.and_half = re.compile(rf" (?:{alternatives(grammar.joiners)}) (?:{demi})(?!\w)")
        self.point = re.compile(rf" (?:{alternatives(grammar.point)}) ")
        self.suffix = re.compile(rf" {{0,2}}({alternatives(table.suffixes)})(?!\w)")
        money_suffixes = {**table.suffixes, **table.money_suffixes}
        self.money_suffixes = money_suffixes
        self.money_suffix = re.compile(rf" ?({alternatives(money_suffixes)})(?!\w)")
        nouns = alternatives((*table.in_millions, *table.money_words)) if table.in_millions else "(?!)"
        self.close_suffix = re.compile(rf"({alternatives(table.money_suffixes)})(?= (?:{nouns})(?!\w))")
        self.percent = re.compile(rf" {{0,2}}(?:%|(?:{alternatives(table.percent)})(?!\w))")
        self.currency = frozenset(table.money_words) | frozenset(table.money_symbols)
        # Words before which a lone separator with three digits stays a decimal one: 1,089 million, 27,300 km.
        self.exact_units = frozenset(table.measures) | frozenset(self.scales) | frozenset(table.percent)

    def digits(self, folded: str, text: str, at: int, *, money: bool = False, counted: bool = True) -> Numeral | None:
        """The number in digits at ``at``, with the scale after it ("1,5 million", "12k"); None for a code.

        ``money`` is true after a currency sign ("$2m" is two million); ``counted`` allows "10,000 soldats" to be
        ten thousand although the comma is the French decimal mark.
        """
        match = _DIGITS.match(folded, at)
        if match is None or not match.group()[0].isascii():
            return None
        raw = match.group()
        end = match.end()
        value, grouped = self._value(raw, folded, end, counted)
        if value is None:
            return None
        form = "figure" if grouped or not raw.isdigit() else "plain"
        scale = 1000.0 if grouped else 1.0
        suffix = (self.money_suffix if money else self.suffix).match(text, end) or self.close_suffix.match(text, end)
        if suffix is not None:
            scale = self.money_suffixes[suffix.group(1)]
            value, end, form = value * scale, suffix.end(), "figure"
        else:
            value, end, scale = self._scales(folded, end, value, scale)
            if scale > 1:
                form = "figure"
        if form == "plain":
            collective = self.collective.match(folded, end)
            if collective is not None:
                scale = self.collectives[collective.group(1)]
                value, end, form = value * scale, collective.end(), "figure"
            elif (part := _HALVES.match(folded, end)) is not None:
                value, end, form = value + int(part.group(1)) / int(part.group(2)), part.end(), "figure"  # 2 1/2
            elif (sign := _VULGAR.match(text, end)) is not None:
                value, end, form = value + VULGAR[sign.group(1)], sign.end(), "figure"
        half = self.and_half.match(folded, end)
        if half is not None and scale > 1 and not grouped:
            value, end = value + scale / 2, half.end()
        return Numeral(at, end, value, value, form, scale=scale)

    def _value(self, raw: str, folded: str, end: int, counted: bool) -> tuple[float | None, bool]:
        """The value of printed digits, and whether its thousands are grouped."""
        if raw.isdigit():
            return (float(int(raw)), False) if raw.isascii() and len(raw) <= _LONGEST else (None, False)
        marks = [c for c in raw if not c.isdigit()]
        if not raw.replace(marks[0], "").replace(marks[-1], "").isascii() or len(raw) > 2 * _LONGEST:
            return None, False
        if marks[0] in " '":
            return float(raw.replace(marks[0], "").replace(",", ".")), True
        if len(marks) > 1:
            return float(raw.replace(marks[0], "").replace(",", ".")), True
        whole, part = raw.split(marks[0])
        thousands = len(part) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"
        if thousands and marks[0] == self.table.decimal:
            thousands = counted and self._counts(folded, end, part)
        elif thousands:
            thousands = self.scale.match(folded, end) is None
        if thousands:
            return float(whole + part), True
        if len(whole) > _LONGEST or len(part) > _LONGEST:
            return None, False
        return float(f"{whole}.{part}"), False

    def _counts(self, folded: str, end: int, part: str) -> bool:
        """Whether "10,000" counts the noun after it: "10,000 soldats" does, "1,089 million" and "27,300 km" don't."""
        match = _NEXT_WORD.match(folded, end)
        if match is None:
            return False
        word = match.group(1)
        if word in self.currency:
            return part == "000"
        return len(word) > 2 and word not in self.exact_units and word not in self.table.nouns.function_words

    def _scales(self, folded: str, end: int, value: float, scale: float) -> tuple[float, int, float]:
        for _ in range(2):  # mille milliards
            match = self.scale.match(folded, end)
            if match is None:
                break
            factor = self.scales[match.group(1)]
            value, end, scale = value * factor, match.end(), scale * factor if scale != 1000.0 else factor
        return value, end, scale

    def cardinal(self, folded: str, at: int, *, first: float | None = None) -> tuple[float, int, float] | None:
        """The longest well-formed row of number words at ``at``: its value, its end, the last scale (1 where none).

        With ``first``, ``at`` is an article that stands for it and has a number word after it: "a hundred and five".
        """
        total, current, limit, room, last_scale = 0.0, 0.0, float("inf"), 1000.0, 1.0
        end = at
        digit = 0.0  # the last word's value where it was a lone digit, which may take "cent" or "vingt"
        position = at
        started = False
        joined_by_word = False
        if first is not None:
            current, room, started, digit = first, 1.0, True, first
            position = folded.index(" ", at) + 1
        while (match := self.word.match(folded, position)) is not None:
            value = self.values[match.group()]
            if value >= 1000:
                if not started and value > 1000:
                    return None  # a bare "million" has its own reading
                whole = total + current
                if value < limit:
                    total, current = total + (current or 1.0) * value, 0.0
                elif 0 < whole < value:
                    total, current = whole * value, 0.0  # mille milliards
                else:
                    break
                limit, room, digit, last_scale = value, 1000.0, 0.0, value
            elif value == 100:
                if (
                    started
                    and not (digit >= 2 or current == 0.0 or (digit == 1 and first is not None))
                    and not (0 < current < 100 and self.table.grammar.joiner_after == "multipliers")
                ):
                    break
                if current >= 100:
                    break
                current = (current or 1.0) * 100
                room, digit, last_scale = 100.0, 0.0, 100.0
            elif self.table.grammar.four_twenties and digit == 4 and value == 20:
                current, room, digit = current - 4 + 80, 20.0, 0.0
            else:
                if (
                    value >= room
                    or (started and value == 0)
                    or (room == 10.5 and value not in self.table.grammar.ten_takes)
                ):
                    break
                if joined_by_word and not self._joins(value, room, current):
                    break
                current += value
                if value == 10 and self.table.grammar.ten_takes:
                    room = 10.5
                elif value >= 20:
                    room = 20.0 if value in self.table.grammar.teen_tens else 10.0
                else:
                    room = 1.0
                digit = value if 1 <= value <= 9 else 0.0
            started, end = True, match.end()
            separator = self.joined.match(folded, end)
            if separator is None:
                break
            position = separator.end()
            joined_by_word = self.joiner.match(folded, end) is not None
        if not started:
            return None
        return total + current, end, last_scale

    def _joins(self, value: float, room: float, current: float) -> bool:
        """Whether "et" / "and" may stand before ``value``: vingt et un, soixante et onze; one hundred and five."""
        if self.table.grammar.joiner_after == "tens":
            return value in (1, 11) and room in (10.0, 20.0) and current % 100 != 80
        return room in (100.0, 1000.0)

    def words(self, folded: str, at: int, *, first: float | None = None) -> Numeral | None:
        """The number in words at ``at`` with what multiplies or divides it: "deux douzaines", "trois quarts"."""
        read = self.cardinal(folded, at, first=first)
        if read is None:
            return None
        value, end, scale = read
        match = self.denominator.match(folded, end)
        if match is not None:
            # A part of a whole is told as a percentage: "les deux tiers" is 66.7.
            share = 100 * value / self.denominators[match.group(1)]
            if value >= 1 and share <= 100:
                return Numeral(at, match.end(), share, share, "share")
        collective = self.collective.match(folded, end)
        if collective is not None and folded[end : end + 1] == " ":
            factor = self.collectives[collective.group(1)]
            value, end, scale = value * factor, collective.end(), factor
        if (decimals := self.decimals(folded, end, value)) is not None:
            value, end, scale = decimals
        half = self.and_half.match(folded, end)
        if half is not None:
            value, end = value + scale / 2, half.end()
            value, end, scale = self._scales(folded, end, value, scale)  # one and a half million
        return Numeral(at, end, value, value, "word", scale=scale)

    def decimals(self, folded: str, end: int, whole: float) -> tuple[float, int, float] | None:
        """Decimals in words after ``whole``, with their scale: "deux virgule vingt-cinq millions" is 2,250,000."""
        point = self.point.match(folded, end)
        tail = None if point is None else self.cardinal(folded, point.end())
        if tail is None:
            return None
        scale = tail[2] if tail[2] >= 1000 else 1.0
        part = int(tail[0] / scale)
        return (whole + part / 10 ** len(str(part))) * scale, tail[1], scale

    def vaguely(self, folded: str, at: int, start: int) -> Numeral | None:
        """A plural noun of number at ``at``: "dizaines", "centaines de milliers" (20-99, 200 000-999 999).

        ``start`` is where the words before it begin ("plusieurs", "several").
        """
        match = self.factor.match(folded, at)
        if match is None:
            return None
        factor, end, several = self.factors[match.group(1)], match.end(), 1
        second = self.second_factor.match(folded, end)
        if second is not None and self.factors[second.group(1)] >= 100:
            factor, end, several = factor * self.factors[second.group(1)], second.end(), 2
        open_end = factor >= 1e6 and several == 1
        return Numeral(start, end, 2 * factor, None if open_end else 10 * factor - 1, "vague", scale=factor)


@cache
def reader(language: str) -> Reader:
    """The reader for the language ``language``; raises LanguageError where there is none."""
    return Reader(numbers(language))
