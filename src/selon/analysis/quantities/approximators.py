"""The words around a number that move its bounds: "environ", "jusqu'à", "a dépassé", "or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from selon.analysis.quantities.numerals import alternatives
from selon.languages.numbers import Bound, Numbers, numbers

_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['.]?|[~≈±<>≥≤§]|[,;:!?()\[\]\d%\"]|\n")
_WINDOW = 64  # characters looked at before a number
_WORDS = 12

Phrases = frozenset[tuple[str, ...]]


class Left(NamedTuple):
    """The words before a number, as the finder cuts them, with their offsets."""

    words: tuple[str, ...]
    offsets: tuple[int, ...]

    def less(self, n: int) -> Left:
        return Left(self.words[: len(self.words) - n], self.offsets[: len(self.offsets) - n])

    def ends(self, known: Phrases) -> int:
        """How many of the last words make up one of ``known`` (0 where none does)."""
        for n in range(min(6, len(self.words)), 0, -1):
            if self.words[-n:] in known:
                return n
        return 0


def plain(word: str) -> str:
    return "de" if word == "d'" else word


def phrases(words: tuple[str, ...]) -> Phrases:
    """Phrases cut the way the words before a number are: elided words apart, "d'" as "de"."""
    return frozenset(tuple(plain(w) for w in phrase.replace("'", "' ").split()) for phrase in words)


def bounded(low: float, high: float | None, bound: Bound | None) -> tuple[float | None, float | None]:
    """The bounds that an approximator gives to a number or range."""
    if bound == "about":
        return min(low * 0.9, low * 1.1), None if high is None else max(high * 1.1, high * 0.9)
    if bound == "nearly":
        return min(low * 0.9, low), high
    if bound == "at_least":
        return low, None
    if bound == "at_most":
        top = low if high is None else high
        return min(0.0, top), top
    return low, high


def tidy(value: float | None) -> float | None:
    """Without the noise of floating point: 0.9 × 3 is 2.7; shares are kept to a tenth."""
    return None if value is None else float(f"{value:.12g}")


class Approximators:
    """The approximators of one language. Make it once, with ``approximators``."""

    def __init__(self, table: Numbers) -> None:
        self.verbs = table.verbs
        self.before = {tuple(plain(w) for w in phrase): bound for phrase, bound in table.before.items()}
        self.phrases = frozenset(self.before)
        self.gaps = phrases(table.verb_gaps)
        self.after_words = table.after
        self.after_number = re.compile(rf",? (?:{alternatives(table.after)})(?!\w)")

    def left(self, folded: str, start: int, floor: int) -> Left:
        """The words between ``floor`` and ``start``, as many as may matter."""
        low = max(floor, start - _WINDOW)
        if low > floor and low > 0 and folded[low - 1].isalnum():
            while low < start and folded[low].isalnum():
                low += 1
        words, offsets = [], []
        for match in _BEFORE.finditer(folded, low, start):
            words.append(plain(match.group()))
            offsets.append(match.start())
        return Left(tuple(words[-_WORDS:]), tuple(offsets[-_WORDS:]))

    def take(self, left: Left) -> tuple[Left, Bound | None]:
        """Takes the approximators off the end of ``left``; the outermost that bounds decides ("up to about")."""
        bound: Bound | None = None
        for _ in range(3):
            n = left.ends(self.phrases)
            if n:
                this = self.before[left.words[-n:]]
                left = left.less(n)
            else:
                this, left = self._verb(left)
                if not this:
                    break
            if this != "exactly" or bound is None:
                bound = this
        return left, bound

    def _verb(self, left: Left) -> tuple[Bound, Left]:
        """A verb that bounds the number, with the words that may part them: "a dépassé hier le million"."""
        rest = left
        for _ in range(3):
            if not rest.words:
                break
            word = rest.words[-1]
            for bound, stems in self.verbs.items():
                if word.startswith(stems):
                    return bound, rest.less(1)
            n = rest.ends(self.gaps)
            if not n:
                break
            rest = rest.less(n)
        return "", left

    def after(self, folded: str, end: int) -> tuple[Bound, int] | None:
        """What follows a figure and moves its bounds, with its end: "ou plus", "environ"."""
        match = self.after_number.match(folded, end)
        return None if match is None else (self.after_words[match.group().lstrip(", ")], match.end())


@cache
def approximators(language: str) -> Approximators:
    """The approximators of the language ``language``; raises LanguageError where there is none."""
    return Approximators(numbers(language))
