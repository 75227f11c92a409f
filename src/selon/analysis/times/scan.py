"""Finds the constructions of a language in a text: trigger words first, then the longest construction around each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selon.analysis.times.grammar import DIGITS, Construction, Family, Grammar

_WORD = re.compile(r"[^\W_]+")
_MIXED = re.compile(r"[ivx]{1,5}(?:e|eme|er|ieme)?|[a-z]\d")  # no words of a table: xxe, q1
_REACH = 6  # words before a trigger that a construction may start with: "au cours des vingt et un derniers jours"
_GUARD = 40  # characters before a construction that its guards see


def _starts(fold: str, families: Mapping[str, Family]) -> Iterator[tuple[int, Family]]:
    """The positions where a construction may start, with the constructions that the next trigger can be part of."""
    words: list[re.Match[str]] = []
    taken = 0  # words before this one have been given
    for index, match in enumerate(_WORD.finditer(fold)):
        words.append(match)
        family = families.get(match[0])
        if family is None:
            if not match[0][0].isdigit():
                continue
            family = families[DIGITS]
        vocabulary = family.vocabulary
        for near in words[max(taken, index - _REACH) : index + 1]:
            word = near[0]
            if word in vocabulary or word[0].isdigit() or _MIXED.fullmatch(word):
                yield near.start(), family
        taken = index + 1


def _longest(fold: str, text: str, at: int, family: Family) -> tuple[Construction, re.Match[str]] | None:
    best: tuple[Construction, re.Match[str]] | None = None
    before = fold[max(0, at - _GUARD) : at]
    for construction in family.constructions:
        match = construction.pattern.match(fold, at)
        if match is None or (best is not None and not _better(construction, match, *best)):
            continue
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
            first = text[match.start(name)]
            return first.islower() if asked == "lower" else first.isupper()
    return True


def constructions(text: str, fold: str, grammar: Grammar) -> Iterator[tuple[Construction, re.Match[str]]]:
    """The constructions in ``text``, left to right, none inside another. ``fold`` is ``text`` folded."""
    done = 0
    for at, family in _starts(fold, grammar.families):
        if at < done or family.opening.match(fold, at) is None:
            continue
        found = _longest(fold, text, at, family)
        if found is not None:
            done = found[1].end()
            yield found
