"""Every plain number of a text with its value, whatever it stands for: "vingt et un", "3/4", "-1,2e3", "un sur trois".

Unlike ``find_quantities`` this asks no questions about what a number means: years, labels and articles ("un") count.
It serves tools that compare numbers, and checks the reading of numerals against a public set of cases.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from selon.analysis.quantities.numerals import VULGAR, Reader, alternatives, fold, reader
from selon.languages.numbers import numbers
from selon.model import Span

_POWER = re.compile(r"\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3}|\^[+-]{0,2}\d{1,3})(?!\w)")
_FRACTION = re.compile(r"(?:(\d{1,9}) {1,2})?(\d{1,6})/(\d{1,6})(?![\d/])")
_POINT_FIRST = re.compile(r"[.,](\d{1,17})(?!\w)")
_URL = r"(?:https?://|www\.)\S{1,400}"
_GIGA = re.compile(r"G(?!\w)")


class Number(NamedTuple):
    """A number as written: its span, its value, and whether it is a percentage (the value then counts per cents)."""

    span: Span
    value: float
    percent: bool = False


class _Finder:
    def __init__(self, read: Reader) -> None:
        self.read = read
        grammar = read.table.grammar
        words = alternatives([*read.values, *read.collectives])
        self.start = re.compile(
            rf"(?P<url>{_URL})|(?P<digit>(?:(?<!\w)- {{0,2}})?(?<![\w.,])(?P<figure>\d|[.,]\d))"
            rf"|(?P<vulgar>[{''.join(VULGAR)}])|(?<!\w)(?P<word>(?:{words})(?!\w))"
        )
        joiners = alternatives(grammar.joiners)
        self.joiner = re.compile(rf" {{1,2}}(?:{joiners}) {{1,2}}")
        self.out_of = re.compile(rf" (?:{alternatives(read.table.fractions.out_of)}) ")
        self.hundreds = re.compile(rf" ({alternatives(read.table.multipliers)})(?!\w)")
        self.ends_in_one = re.compile(rf"(?:{joiners})[ -](?:un|une|one)$")
        self.space = re.compile(r"[ -]{1,2}")

    def find(self, text: str) -> list[Number]:
        folded = fold(text)
        found: list[Number] = []
        position = 0
        while (match := self.start.search(folded, position)) is not None:
            position = match.end()
            read = self._read(match, folded, text)
            if read is None:
                continue
            value, end = read
            out_of = self.out_of.match(folded, end)
            if out_of is not None and (whole := self._whole(folded, text, out_of.end())) and whole[0] > value > 0:
                value, end = value / whole[0], whole[1]
            percent = self.read.percent.match(folded, end)
            if percent is not None:
                end = percent.end()
            found.append(Number(Span(match.start(), end), value, percent is not None))
            position = max(end, position)
        return found

    def _read(self, match: re.Match[str], folded: str, text: str) -> tuple[float, int] | None:
        if match.lastgroup == "vulgar":
            return VULGAR[match.group()], match.end()
        if match.lastgroup == "digit":
            read = self._digits(folded, text, match.start("figure"))
            sign = -1.0 if match.group().startswith("-") else 1.0
            return None if read is None else (sign * read[0], read[1])
        if match.lastgroup == "word":
            return self._words(folded, match.start())
        return None

    def _whole(self, folded: str, text: str, at: int) -> tuple[float, int] | None:
        if folded[at : at + 1].isdigit():
            return self._digits(folded, text, at)
        return self._words(folded, at)

    def _digits(self, folded: str, text: str, at: int) -> tuple[float, int] | None:
        if (power := _POWER.match(folded, at)) is not None:
            return self._power(power.group()), power.end()
        if (part := _FRACTION.match(folded, at)) is not None and int(part.group(3)):
            return int(part.group(1) or 0) + int(part.group(2)) / int(part.group(3)), part.end()
        if (point := _POINT_FIRST.match(folded, at)) is not None:
            return float("0." + point.group(1)), point.end()
        number = self.read.digits(folded, text, at, counted=False)
        if number is None:
            return None
        value, end = number.low, number.end
        if (giga := _GIGA.match(text, end)) is not None:
            return value * 1e9, giga.end()
        if (hundreds := self.hundreds.match(folded, end)) is not None:
            return value * self.read.table.multipliers[hundreds.group(1)], hundreds.end()
        return None if folded[end : end + 1].isalpha() else (value, end)

    def _power(self, written: str) -> float:
        base, sign, exponent = re.split(r"(e|\^)", written.replace(",", "."))
        power = int(exponent.lstrip("+-") or 0) * (-1 if exponent.count("-") % 2 else 1)
        try:
            return float(f"{base}e{power}") if sign == "e" else float(base) ** power
        except (OverflowError, ZeroDivisionError):
            return float("inf")

    def _words(self, folded: str, at: int) -> tuple[float, int] | None:
        read = self.read
        first = read.cardinal(folded, at)
        if first is None:
            collective = read.collective.match(folded, at)
            return None if collective is None else (read.collectives[collective.group(1)], collective.end())
        value, end = first[0], first[1]
        each = first[2] if first[2] >= 1e6 else 1.0  # "un million et demi" adds half a million
        if value == 1 and (collective := read.collective.match(folded, end)) is not None:
            return read.collectives[collective.group(1)], collective.end()  # un demi-million
        if value == 1 and (divisor := self._divisor(folded, end)) is not None:
            return 1 / divisor[0], divisor[1]
        if (part := read.denominator.match(folded, end)) is not None:
            divisor_value = read.denominators[part.group(1)]
            if self.ends_in_one.search(folded, at, end):
                return value - 1 + 1 / divisor_value, part.end()  # vingt et un cinquième
            return value / divisor_value, part.end()
        if (collective := read.collective.match(folded, end)) is not None and folded[end] == " ":
            return value * read.collectives[collective.group(1)], collective.end()
        if (decimals := read.decimals(folded, end, value)) is not None:
            return decimals[0], decimals[1]
        if (half := read.and_half.match(folded, end)) is not None:
            return value + each / 2, half.end()
        joiner = self.joiner.match(folded, end)
        if joiner is not None and (over := read.cardinal(folded, joiner.end())) is not None:
            part = read.denominator.match(folded, over[1])
            if part is not None:
                return value + each * over[0] / read.denominators[part.group(1)], part.end()  # cent et trois quarts
        return value, end

    def _divisor(self, folded: str, end: int) -> tuple[float, int] | None:
        """The ordinal that divides "un": "un vingt-cinquième", "une vingt et unième"."""
        space = self.space.match(folded, end)
        if space is None or self.read.ordinal is None:
            return None
        at = space.end()
        tens = self.read.cardinal(folded, at)
        if tens is None:
            return None
        for joined in (self.joiner.match(folded, tens[1]), self.space.match(folded, tens[1])):
            if joined is not None and (ordinal := self.read.ordinal.match(folded, joined.end())) is not None:
                return tens[0] + self.read.ordinals[ordinal.group()], ordinal.end()
        return None


@cache
def _finder(language: str) -> _Finder:
    return _Finder(reader(numbers(language).code))


def find_numbers(text: str, language: str) -> list[Number]:
    """The numbers of ``text`` in order, none overlapping, with their values; spans are code points of ``text``."""
    return _finder(language).find(text)
