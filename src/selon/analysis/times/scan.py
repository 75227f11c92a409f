"""Finds the constructions of a language in a text: trigger words first, then the longest construction around each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selon.analysis.times.grammar import Construction, Family, Grammar
from selon.analysis.times.openers import DIGITS

_WORD = re.compile(r"[^\W_]+")
_TIME_DIGITS = (1, 2, 4)
_THOUSANDS = re.compile(r"[ .,]\d{3}(?![\d:/])")
_REACH = 6  # words before a trigger that a construction may start with: "au cours des vingt et un derniers jours"
_GUARD = 40  # characters before a construction that its guards see


def _starts(fold: str, families: Mapping[str, Family]) -> Iterator[tuple[int, tuple[Construction, ...]]]:
    """The positions where a construction may start, with those that may: they fit the word there and the trigger."""
    words: list[re.Match[str]] = []
    taken = 0  # words before this one have been given
    for index, match in enumerate(_WORD.finditer(fold)):
        words.append(match)
        family = families.get(match[0])
        if family is None:
            if not match[0][0].isdecimal() or _quantity(match[0], fold, match.end()):
                continue
            family = families[DIGITS]
        for near in words[max(taken, index - _REACH) : index + 1]:
            fitting = family.starting(near[0])
            if fitting:
                yield near.start(), fitting
        taken = index + 1


def _quantity(word: str, fold: str, end: int) -> bool:
    """A number that is no day, hour or year: « 500 », the 10 of « 10 000 ». A unit of time behind it triggers alone."""
    if word.isdecimal() and len(word) not in _TIME_DIGITS:
        return True
    return len(word) < 4 and _THOUSANDS.match(fold, end) is not None


def _longest(
    fold: str, text: str, at: int, fitting: tuple[Construction, ...]
) -> tuple[Construction, re.Match[str]] | None:
    best: tuple[Construction, re.Match[str]] | None = None
    before: str | None = None
    for construction in fitting:
        match = construction.pattern.match(fold, at)
        if match is None or (best is not None and not _better(construction, match, *best)):
            continue
        if before is None:
            before = fold[max(0, at - _GUARD) : at]
        if construction.before is not None and not construction.before.search(before):
            continue
        if construction.unless is not None and construction.unless.search(before):
            continue
        if construction.rule.letter and not _letter(construction.rule.letter, match, text):
            continue
        best = construction, match
    return best


def _better(new: Construction, match: re.Match[str], old: Construction, longest: re.Match[str]) -> bool:
    """Longer, or as long and with a guard that says where it stands."""
    if match.end() != longest.end():
        return match.end() > longest.end()
    return new.before is not None and old.before is None


def _letter(asked: str, match: re.Match[str], text: str) -> bool:
    groups = match.groupdict()
    for name in ("month", "mon", "weekday", "wday", "season"):
        if groups.get(name):
            word = text[slice(*match.span(name))]
            shouted = word.isupper() and len(word) > 1
            return shouted or (word[0].islower() if asked == "lower" else word[0].isupper())
    return True


def constructions(text: str, fold: str, grammar: Grammar) -> Iterator[tuple[Construction, re.Match[str]]]:
    """The constructions in ``text``, left to right, none inside another. ``fold`` is ``text`` folded."""
    done = 0
    for at, fitting in _starts(fold, grammar.families):
        if at < done:
            continue
        found = _longest(fold, text, at, fitting)
        if found is not None:
            done = found[1].end()
            yield found
