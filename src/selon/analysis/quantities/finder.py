"""Finds how many: figures with their bounds, the approximators around them and what they count.

``find_quantities`` reads raw text, without a parser. One pass of a compiled expression finds where a number may start
(and steps over dates, clock times, codes and set phrases); each start is then read with a few words of context on
either side, so that the whole is linear in the text's length. Bounds follow the annotation guidelines: "environ" ±10 %,
"au moins" open above, "jusqu'à" from 0, "près de" -10 %, "des dizaines" 20-99.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from selon.analysis.quantities.approximators import Left, approximators, bounded, phrases, tidy
from selon.analysis.quantities.counted import Counted, counter
from selon.analysis.quantities.naming import Names, naming
from selon.analysis.quantities.numerals import Numeral, alternatives, fold
from selon.analysis.quantities.ranges import ranges
from selon.analysis.quantities.starts import starts
from selon.languages.numbers import Bound, numbers
from selon.model import Quantity, Span

_MEMORY = 1500  # characters over which a left-out noun may be taken from an earlier figure
_BACK = 8  # figures looked at for it
_ANNOUNCED = 80  # characters in which "le nombre de morts" may stand before a bare figure
_SCORE = re.compile(r"\d{1,3}-\d{1,3}(?![\w%])")


class Page(NamedTuple):
    """A text with its folded copy, whose offsets are the same."""

    text: str
    folded: str


class Found(NamedTuple):
    """A quantity while it is being made: its kind of unit is kept for the figures that leave theirs out."""

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str
    unit: str
    bound: Bound | None


class Figure(NamedTuple):
    """A number, range or share with what moves its bounds, before what it counts is known.

    ``left`` are all the words before it, ``outer`` those that remain without its approximators.
    """

    number: Numeral
    end: int
    bound: Bound | None
    left: Left
    outer: Left


class Finder:
    """Finds the quantities of one language. Make it once, with ``finder``."""

    def __init__(self, language: str) -> None:
        self.table = table = numbers(language)
        self.starts, self.counter, self.ranges = starts(language), counter(language), ranges(language)
        self.naming, self.approximators = naming(language), approximators(language)
        self.of = frozenset(w.strip("'") for w in table.grammar.of)
        self.opening = phrases(table.ranges.opening)
        self.scale_before = phrases(table.scale_before)
        self.calibres = phrases(table.calibres)
        self.ages = phrases(table.ages)
        self.vague_before = phrases(table.vague_before)
        self.distributive = phrases(table.distributive)
        self.formation_before = phrases(table.formation_before)
        self.formation_after = re.compile(rf" (?:{alternatives(table.formation_after)})(?: [^\W\d_]+){{0,3}} \d")

    def find(self, text: str) -> list[Quantity]:
        page = Page(text, fold(text))
        found: list[Found] = []
        names = Names(set())
        position = 0
        while (match := self.starts.pattern.search(page.folded, position)) is not None:
            position = match.end()
            if match.lastgroup == "skip":
                continue
            if match.lastgroup == "dated":
                position = match.end() if text[match.start()].isupper() else match.start() + 1
                continue
            number = self.starts.read(match, page.folded, text)
            if number is None:
                continue
            made, end = self._quantity(number, match, page, found, names)
            position = max(end, position)
            if made is not None:
                found.append(made)
                if (one := self._and_one(made, page)) is not None:
                    found.append(one)
                    position = one.end
        return [Quantity(Span(f.start, f.end), tidy(f.low), tidy(f.high), f.unit) for f in found]

    def _quantity(
        self, number: Numeral, match: re.Match[str], page: Page, found: list[Found], names: Names
    ) -> tuple[Found | None, int]:
        """The quantity around ``number`` (None where it is none), and where to go on."""
        start, end = match.start(), number.end
        if self.naming.attached(page.folded, start, number) or self.naming.goes_on(names, number, page.folded):
            names.add(number, page.folded)
            return None, end
        left = self.approximators.left(page.folded, start, found[-1].end if found else 0)
        outer, bound = self.approximators.take(left)
        if number.scale == 1 and bound is None and self.naming.named(left, number, page.folded, page.text):
            names.add(number, page.folded)
            return None, end
        if bound is None and self.naming.aged(left, number, page.folded, page.text):
            return None, end
        if outer.ends(self.ages):
            ages = self.ranges.range(number, outer, outer.ends(self.opening), page.folded, page.text)
            return None, end if ages is None else ages.end
        figure = self._figure(number, bound, left, outer, page)
        form = figure.number.form
        if form == "plain" and (score := _SCORE.match(page.folded, number.start)) is not None:
            return None, score.end()
        if {"ratio": "share", "either": "range"}.get(match.lastgroup or "", form) != form:
            return None, end  # an article after all
        counted = self._counted(figure, match.groupdict().get("money"), page)
        if (not counted.kind or counted.unit[:1].isupper()) and page.folded[number.start : end] in names.seen:
            return None, figure.end  # "the 707 was a freighter", after "a Boeing 707"
        if self.naming.vetoed(number, counted, form == "range", figure.bound, left, figure.outer, page.folded):
            return None, max(figure.end, counted.end if counted.kind == "duration" else 0)
        made = self._with_unit(figure, number.round, counted, start, page, found)
        return made, figure.end if made is None else made.end

    def _figure(self, number: Numeral, bound: Bound | None, left: Left, outer: Left, page: Page) -> Figure:
        """``number`` with the other end of its range, or its whole, where it has one."""
        opened = outer.ends(self.opening)
        read = self.ranges.range(number, outer, opened, page.folded, page.text)
        if read is not None:
            outer = outer.less(opened)
            wider, bound_before = self.approximators.take(outer)  # "environ de 10 à 12"
            if bound_before is not None:
                outer, bound = wider, bound_before
        else:
            read = self.ranges.share(number, page.folded, page.text) or number
        end = read.end
        if page.folded.startswith("+", end) and bound is None:
            end, bound = end + 1, "at_least"  # 30+ members
        return Figure(read, end, bound, left, outer)

    def _counted(self, figure: Figure, money: str | None, page: Page) -> Counted:
        """What the figure counts; a currency sign before it settles that."""
        number = figure.number
        if number.form == "share":
            lasts = self.counter.lasts(page.folded, figure.end)  # un quart d'heure
            return Counted("duration" if lasts else "share", figure.end, "%")
        many = number.high is None or abs(number.high) >= 2
        counted = self.counter.after(page.folded, page.text, figure.end, many=many)
        if money is None:
            return counted
        named = counted.end if counted.kind == "money" else figure.end
        return Counted("money", named, self.table.money_symbols[money.strip()])

    def _with_unit(
        self, figure: Figure, rounded: bool, counted: Counted, start: int, page: Page, found: list[Found]
    ) -> Found | None:
        """The quantity with its unit and bounds; None where the figure only repeats another or deals it out."""
        number, previous = figure.number, found[-1] if found else None
        kind, unit, end = counted.kind, counted.unit, counted.end
        if not kind and figure.outer.ends(self.scale_before):
            kind, unit = "scale", self.table.scale_unit
        if not kind and figure.outer.ends(self.opening):
            moved = self.ranges.moved_to(number, page.folded, page.text)
            kind, unit = (moved.kind, moved.unit) if moved is not None else ("", "")
        if not kind:
            kind, unit = self._left_out(number, end, page, found)
        if kind == "noun" and self._formation(unit, end, start, figure.left, previous, page.folded):
            return None
        if (kind == "measure" and figure.outer.ends(self.calibres)) or self._dose(figure.outer):
            return None
        bound = figure.bound
        if bound is None and (after := self.approximators.after(page.folded, end)) is not None:
            bound, end = after
        if bound is None and rounded:
            bound = "about"
        if bound is None and previous is not None and self._converted(previous, kind, start, page.folded):
            bound = previous.bound
        if len(figure.outer.words) < len(figure.left.words):
            start = figure.left.offsets[len(figure.outer.words)]
        elif number.form == "vague" and (n := figure.left.ends(self.vague_before)):
            start = figure.left.offsets[-n]
        low, high = number.low, number.high
        if kind in ("percent", "measure") and page.folded[number.start - 1 : number.start] == "-":
            start, low, high = min(start, number.start - 1), -low if high is None else -high, -low  # environ -3 %
        least, most = bounded(low, high, bound)
        if number.form == "share":
            least, most = round(least or 0.0, 1), None if most is None else round(most, 1)
        return Found(start, end, least, most, kind, unit, bound)

    def _and_one(self, counted: Found, page: Page) -> Found | None:
        """The article that counts one more thing: "cinq hommes et une femme"."""
        match = self.starts.and_one.match(page.folded, counted.end) if counted.kind == "noun" else None
        if match is None:
            return None
        noun = self.counter.after(page.folded, page.text, match.end(1), many=False)
        if noun.kind != "noun":
            return None
        return Found(match.start(1), noun.end, 1, 1, "noun", noun.unit, None)

    def _left_out(self, number: Numeral, end: int, page: Page, found: list[Found]) -> tuple[str, str]:
        """The unit of a figure whose noun is left out: what the words before announce, or the last thing counted.

        Only a number with decimals takes up a percentage, a measure or a magnitude; any number of like size takes up a
        measure of its own sentence ("150 mm of rain were forecast; nearly 300 fell").
        """
        announced = self.counter.announced(page.folded, max(number.start - _ANNOUNCED, 0), number.start, end)
        if announced:
            return "noun", announced
        if page.text[end : end + 1] == " " and page.text[end + 1 : end + 2].isupper():
            return "", ""  # "12 Mirage 2000": the noun is there, only unread
        for earlier in found[:-_BACK:-1]:
            if number.start - earlier.end > _MEMORY:
                break
            if earlier.kind == "measure" and self._like(earlier, number, page):
                return earlier.kind, earlier.unit
            if earlier.kind in ("noun", "money") or (earlier.kind and number.low % 1):
                return earlier.kind, earlier.unit
        return "", ""

    def _like(self, earlier: Found, number: Numeral, page: Page) -> bool:
        """Is the earlier figure of the number's own sentence, and neither ten times the other?"""
        between = page.text[earlier.end : number.start]
        size = earlier.low or earlier.high or 0.0
        return not any(mark in between for mark in (". ", "\n")) and size / 10 < number.low < size * 10

    def _formation(self, unit: str, end: int, start: int, left: Left, previous: Found | None, folded: str) -> bool:
        """Whether brigades only say how a headcount is drawn up: "12 000 hommes, soit quatre brigades"."""
        if unit.split(" ")[-1].lower() not in self.table.formations and unit.split(" ")[0] not in self.table.formations:
            return False
        if self.formation_after.match(folded, end) is not None:
            return True
        return previous is not None and start - previous.end < 24 and left.ends(self.formation_before) > 0

    def _dose(self, outer: Left) -> bool:
        """Whether the figure is a dose for each, not a sum: "chaque groupe de trente hommes"."""
        if not outer.words or outer.words[-1] not in self.of:
            return False
        rest = outer.less(1)
        for _ in range(self.table.distributive_window):
            if rest.ends(self.distributive):
                return True
            rest = rest.less(1)
        return False

    def _converted(self, previous: Found, kind: str, start: int, folded: str) -> bool:
        """Whether this is the same measure in other units: "près de 180 mph (285 km/h)"."""
        return kind == previous.kind == "measure" and folded[previous.end : start] == " ("


@cache
def finder(language: str) -> Finder:
    """The finder for the language ``language``; raises LanguageError where there is none."""
    return Finder(language)


def find_quantities(text: str, language: str) -> list[Quantity]:
    """The quantities of ``text`` in order, none overlapping: spans with approximator and counted noun, bounds, unit.

    ``language`` is "fr" or "en". Offsets are code points of ``text``. A bound of None is open. Durations, dates, ages,
    names ("Boeing 737") and ordinals are no quantities. Raises LanguageError for a language that selon doesn't read.
    """
    return finder(language).find(text)
